"""Erasing a record: it goes with all that names it, and a tombstone keeps it from being loaded again."""
