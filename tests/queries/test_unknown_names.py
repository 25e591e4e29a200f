"""A name that nothing here bears is told: a misspelt kind finds nothing, and that reads like an answer."""

import pytest

from queries.catalogue import BUILT_IN, every_query
from queries.unknown_names import unknown_names


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("MATCH (o:Officr) RETURN count(o)", ["the kind Officr. Did you mean Officer?"]),
        ("MATCH (:Officer:Offence|Cohrt) RETURN 1", ["the kind Cohrt. Did you mean Cohort?"]),
        ("MATCH (n) WHERE n:Forse RETURN n", ["the kind Forse. Did you mean Force?"]),
        ("MATCH ()-[:SUBJECTOF|MEMBER_OF|AGAINS*1..2]->() RETURN 1", [
            "the type SUBJECTOF. Did you mean SUBJECT_OF?", "the type AGAINS. Did you mean AGAINST?",
        ]),
        ("MATCH (o:`Offi cer`) RETURN o.nam", [
            "the kind Offi cer. Did you mean Officer?", "the property nam. Did you mean name?",
        ]),
        ("MATCH (o:Officer {name: 'x'}) RETURN o.zzzzzz, o.zzzzzz", ["the property zzzzzz."]),
    ],
    ids=["kind", "one of two kinds", "in a condition", "types", "in backticks", "nothing like it"],
)  # fmt: skip
def test_what_nothing_bears_is_told_with_what_is_like_it(text: str, told: list[str]) -> None:
    assert unknown_names(text) == [f"Nothing here has {each}" for each in told]


@pytest.mark.parametrize(
    "text",
    [
        "WITH {foo: 1} AS m RETURN m.foo",
        "MATCH (o:Officer) RETURN reduce(most = 0, x IN collect(o.birth_year) | most + x)",
        "MATCH (o:Officer) RETURN [x IN collect(o) WHERE x:Officer AND true | x.name]",
        "RETURN 'a:B.c' AS text, 1.5 // :Xyz",
        "MATCH (o:Officer)-[s:SUBJECT_OF]->(i) RETURN o.canonical_id, s.source_id, date(i.opened) AS d, d.year",
        "MATCH (n:Database) RETURN count(n)",
    ],
    ids=["map", "reduce", "list", "text and comment", "common properties", "its own node"],
)
def test_what_is_no_name_of_the_model_is_not_taken_for_one(text: str) -> None:
    assert unknown_names(text) == []


def test_the_questions_that_come_with_it_name_only_what_there_is() -> None:
    texts = [text for each in every_query((BUILT_IN,)) for text in (each.cypher, each.denominator.cypher)]
    assert [told for text in texts for told in unknown_names(text)] == []
