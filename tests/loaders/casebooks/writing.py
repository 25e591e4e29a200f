"""Casebooks for tests: a small one that is right, and ways to write others."""

from pathlib import Path

from graph.errors import InvalidInputError
from graph.records import Facts, Statement
from loaders.casebooks.mapping import map_casebook
from loaders.casebooks.naming import record_id
from loaders.casebooks.reading import read_casebook

SOURCE = """\
source:
  id: harbour-post
  title: What the harbour police did
  kind: article
  published: 2021-03-03
"""
"""The head of a casebook, in five lines; what a test is about follows from line 6 on."""

TWO_PEOPLE = """\
officers:
  - {id: pike, name: Pike, locator: para 1}
  - {id: nameless, why_unidentified: withheld, locator: para 2}
investigations:
  - {id: first, locator: para 3}
  - {id: second, locator: para 4}
"""


def casebook_file(folder: Path, text: str, name: str = "book.yaml") -> Path:
    """A file with the text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def facts_of(folder: Path, text: str) -> Facts:
    """What a casebook with that text under SOURCE states."""
    return map_casebook(read_casebook(casebook_file(folder, SOURCE + text)))


def mistakes_in(folder: Path, text: str) -> list[str]:
    """What is wrong with a file of that text, each as `line place: what (what is allowed)`; none where nothing is."""
    try:
        read_casebook(casebook_file(folder, text))
    except InvalidInputError as error:
        return [str(each).partition("book.yaml:")[2] or str(each).partition("book.yaml")[2] for each in error.problems]
    return []


def own(label: str, name: str) -> str:
    """The id of the record that a casebook with SOURCE calls by that name."""
    return record_id(label, name, "harbour-post")


def statements(facts: Facts, type_name: str) -> list[Statement]:
    """The statements of that type."""
    return [each for each in facts.statements if each.type == type_name]


def only(facts: Facts, type_name: str) -> Statement:
    """The one statement of that type."""
    (found,) = statements(facts, type_name)
    return found


def ends(facts: Facts, type_name: str) -> set[tuple[str, str]]:
    """From where to where the statements of that type run."""
    return {(each.from_id, each.to_id) for each in statements(facts, type_name)}
