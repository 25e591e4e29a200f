"""Casebooks: what a person wrote down, in YAML, of an article, a report or an answer.

A file is read (reading.py: form in models.py, rules.py, references.py), mapped (mapping.py, pure) and loaded
(loading.py). What a casebook may say follows from the model (layout.py, fields.py).
"""

from loaders.casebooks.checking import check_casebooks, read_casebooks
from loaders.casebooks.loading import load_casebooks
from loaders.casebooks.mapping import map_casebook
from loaders.casebooks.models import Casebook
from loaders.casebooks.reading import read_casebook

__all__ = ["Casebook", "check_casebooks", "load_casebooks", "map_casebook", "read_casebook", "read_casebooks"]
