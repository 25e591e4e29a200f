"""The vocabularies to work with: the shipped ones, and those that settings, a casebook or a mapping name."""

from collections.abc import Sequence
from pathlib import Path

from graph.vocabulary.vocabularies import Vocabularies

_SHIPPED = Vocabularies()


def load_vocabularies(extra: Sequence[Path] = ()) -> Vocabularies:
    """The shipped vocabularies, and those in the `extra` files and folders of *.yaml files.

    Shipped files are read when they are asked for, once a process; extra files now. Raises InvalidInputError with
    every mistake in all of them, NotFoundError for a path that is not there.
    """
    if not extra:
        return _SHIPPED
    from graph.vocabulary.declared import declared_schemes

    return Vocabularies(declared_schemes(extra))


def label_of(text: str) -> str:
    """The label of a shipped code; a text that is none stays what it is."""
    return _SHIPPED.label(text)
