"""A first mapping from files alone: guesses by the names of columns and by their values, each with its reason, for a
person to finish. It has no mistakes as it stands and states nothing that it is not told by a column."""
