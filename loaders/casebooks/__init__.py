"""Casebooks: what a person wrote down, in YAML, of an article, a report or an answer.

A file is read (reading.py: form in models.py, rules.py, references.py), mapped (mapping.py, pure) and loaded
(loading.py). What a casebook may say follows from the model (layout.py, fields.py).
"""
