"""Rules that every text of the catalogue keeps, read from the files."""

import re

import pytest

from graph.dates import known_by_cypher, true_at_cypher
from queries.catalogue import every_query
from queries.checking import parameters_in
from queries.format import Query

QUERIES = [pytest.param(query, id=query.id) for query in every_query()]
LASTING = re.compile(r"(\w+)\.valid_from")
BEGUN = "($at IS NULL OR i.opened IS NULL OR left(i.opened, size($at)) <= left($at, size(i.opened)))"
KNOWN = re.compile(r"(\w+)\.recorded_from, size\(\$known\)")


def unindented(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines())


def texts(query: Query) -> list[str]:
    return [query.cypher, query.graph, query.denominator.cypher]


@pytest.mark.parametrize("query", QUERIES)
def test_dates_are_tested_by_the_one_test_word_for_word(query: Query) -> None:
    if query.dates.at:
        lasting = [true_at_cypher(name) for name in LASTING.findall(query.cypher)]
        assert any(unindented(each) in unindented(query.cypher) for each in [*lasting, BEGUN])
    if query.dates.known:
        assert KNOWN.findall(query.cypher)
    for text in texts(query):
        for name in KNOWN.findall(text):
            assert known_by_cypher(name) in text
        assert text.count("$known IS NULL") == len(KNOWN.findall(text))


@pytest.mark.parametrize("query", QUERIES)
def test_a_question_at_a_date_tests_every_lasting_statement_at_it(query: Query) -> None:
    if query.dates.at:
        for text in texts(query):
            for name in set(LASTING.findall(text)):
                assert unindented(true_at_cypher(name)) in unindented(text), name


@pytest.mark.parametrize("query", QUERIES)
def test_the_rows_come_in_a_certain_order(query: Query) -> None:
    assert re.search(r"ORDER BY .*\Z", query.cypher.strip().splitlines()[-1])


@pytest.mark.parametrize("query", QUERIES)
def test_no_text_holds_what_the_engines_do_differently(query: Query) -> None:
    for text in texts(query):
        assert "shortestPath" not in text
        assert "OFFSET" not in text
        assert not re.search(r"\bEND IN\b", text), "the embedded engine finds no CASE in any list"
        assert not re.search(r"\bIN collect\(", text), "the embedded engine does not see the aggregation in it"


@pytest.mark.parametrize("query", QUERIES)
def test_people_and_cases_are_counted_by_canonical_id(query: Query) -> None:
    for text in texts(query):
        for counted in re.findall(r"count\(DISTINCT (\w+)\.(\w+)\)", text):
            assert counted[1] in {"canonical_id", "size"}


@pytest.mark.parametrize("query", QUERIES)
def test_every_declared_date_is_asked_by_rows_evidence_and_denominator(query: Query) -> None:
    dates = {name for name in ("at", "known") if getattr(query.dates, name)}
    assert dates <= parameters_in(query.cypher)
    assert dates & {"known"} <= parameters_in(query.denominator.cypher)


def test_titles_and_questions_are_all_different() -> None:
    queries = every_query()
    assert len({each.title for each in queries}) == len({each.question for each in queries}) == len(queries)
