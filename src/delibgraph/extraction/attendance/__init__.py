"""Who sat, who was away, who voted through whom: the lists of members."""
