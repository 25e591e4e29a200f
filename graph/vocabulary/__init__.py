"""Vocabularies: the schemes of codes that values come from. Data files in schemes/, one a scheme.

Schemes collide (the letter A means several things in this field), so a code is always written with its scheme, as
`uk-ranks/sergeant`. Nothing is read before it is asked for.
"""

from graph.vocabulary.codes import CODE_PATTERN, Code, Scheme
from graph.vocabulary.families import FAMILIES, Family
from graph.vocabulary.loading import label_of, load_vocabularies
from graph.vocabulary.vocabularies import Vocabularies

__all__ = [
    "CODE_PATTERN",
    "FAMILIES",
    "Code",
    "Family",
    "Scheme",
    "Vocabularies",
    "label_of",
    "load_vocabularies",
]
