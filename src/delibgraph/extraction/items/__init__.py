"""The decisions of a record: where each begins and ends, how the vote went, what it does to earlier ones."""
