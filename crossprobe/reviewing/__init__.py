"""The dialogue in which a person decides on suggestions, one after the other."""
