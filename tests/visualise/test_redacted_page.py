"""A redacted page: none of a thousand invented people in any byte of it, and the check agrees."""

import re
from dataclasses import replace
from functools import cache

import pytest

from graph import ids
from graph.names import folded
from graph.redaction.checking import wrong_cells
from graph.redaction.keys import Key
from graph.redaction.levels import Level
from graph.redaction.redacting import Redacted, redact
from graph.stores.store import Store
from graph.subgraph import Subgraph, SubgraphRecord
from queries.selection import Everything, take
from tests.graph.redaction.crowd import crowd, secrets, whole_name
from tests.queries.conftest import articles_store  # noqa: F401 - a fixture
from tests.visualise.graphs import label_of
from visualise.page import page
from visualise.picture import picture
from visualise.reading_back import read_back

KEY = Key(b"k" * 32)


def drawn(subgraph: Subgraph, *, collapse: bool = False) -> str:
    return page(picture(subgraph, label_of, collapse=collapse), "crossprobe 1")


@cache
def of_the_crowd(level: Level) -> tuple[Redacted, str]:
    """The redacted thousand, and a page of them with the overview on it."""
    redacted = redact(crowd(), level, KEY)
    return redacted, drawn(redacted.subgraph, collapse=True)


def leaked(text: str) -> set[str]:
    return {each for each in secrets() if each in text.lower()}


def test_the_search_finds_every_name_in_a_page_that_is_not_redacted() -> None:
    assert set(secrets()) - leaked(drawn(crowd())) == {"77009"}


@pytest.mark.parametrize("level", list(Level))
def test_no_byte_of_a_page_holds_a_name_or_number(level: Level) -> None:
    redacted, text = of_the_crowd(level)
    assert leaked(text) == set()
    assert list(wrong_cells(read_back(text), redacted)) == []


def test_a_page_that_is_not_redacted_fails_the_check_in_titles_sources_and_texts() -> None:
    redacted, _ = of_the_crowd(Level.NAMES)
    wrong = {each.partition(":")[0] for each in wrong_cells(read_back(drawn(crowd())), redacted)}
    assert wrong == {"the file itself, title", "the file itself, text", "the file itself, source"}


@pytest.mark.parametrize("told", [whole_name(1), "07700 900003", "ZULU00007", "collar 00007"])
def test_one_name_or_number_in_a_clean_page_fails_the_check(told: str) -> None:
    redacted, text = of_the_crowd(Level.PERSONS)
    spoiled = text.replace('"full":"Officer', f'"full":"{told} Officer', 1)
    assert spoiled != text
    assert len(list(wrong_cells(read_back(spoiled), redacted))) == 1


@pytest.mark.slow
@pytest.mark.parametrize("level", list(Level))
def test_people_called_by_the_words_of_a_page_do_not_make_a_clean_one_fail(
    level: Level,
    articles_store: Store,  # noqa: F811 - the fixture
) -> None:
    articles = take(articles_store, Everything())
    first = drawn(redact(articles, level, KEY).subgraph, collapse=True)
    words = {word for cell in read_back(first) for word in folded(cell.value).split() if not re.search(r"\d", word)}
    assert len(words) > 100
    redacted = redact(_with(articles, sorted(words)), level, KEY)
    assert list(wrong_cells(read_back(drawn(redacted.subgraph)), redacted)) == []


def _with(subgraph: Subgraph, names: list[str]) -> Subgraph:
    people = [
        SubgraphRecord("Officer", {"id": ids.record_id("officer", "them", [each]), "source_id": "them", "name": each})
        for each in names
    ]
    return replace(subgraph, records=tuple(sorted((*subgraph.records, *people), key=lambda each: each.id)))
