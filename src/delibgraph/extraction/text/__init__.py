"""The text and the small things in it: readings of one length, words, dates, amounts, where it breaks off."""
