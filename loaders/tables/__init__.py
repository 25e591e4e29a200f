"""Tables: any spreadsheet or data set, declared in a mapping that a person writes.

A mapping is read and checked before any data (mapping_file.py; form in models.py, checking.py). Files are read as
texts (files.py, detecting.py), prepared (prepared.py: joins, exclusions), and mapped by the column (values.py,
stating.py, mapping.py) to records, statements and rejects, which are loaded in batches (loading.py). No row is ever
touched in Python.
"""
