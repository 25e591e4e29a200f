"""Who is subject of an investigation because an allegation says so: only where the pairing is certain."""

from pathlib import Path

import pytest

from tests.loaders.casebooks.writing import ends, facts_of, only, own, statements

AGAINST_PIKE = """\
officers:
  - {id: pike, name: Pike, locator: para 1}
  - {id: perch, name: Perch, locator: para 1}
cohorts:
  - {id: crew, size: 4, unit: officers, locator: para 1}
investigations:
  - {id: first, locator: para 3}
  - {id: second, locator: para 4}
allegations:
  - id: messages
    locator: para 5
"""


def derived(folder: Path, allegation: str) -> set[tuple[str, str, str]]:
    """Whom the casebook makes subject of what, and how firmly, when only the allegation says so."""
    facts = facts_of(folder, AGAINST_PIKE + allegation)
    names = {
        own(kind, name): name
        for kind in ("Officer", "Cohort", "Investigation")
        for name in ("pike", "perch", "crew", "first", "second")
    }
    return {
        (names[each.from_id], names[each.to_id], str(each.properties.get("status", "stated")))
        for each in statements(facts, "SUBJECT_OF")
    }


@pytest.mark.parametrize(
    ("against", "examined_in", "expected"),
    [
        ("{officer: pike}", "{investigation: first}", {("pike", "first", "stated")}),
        ("{officer: pike, status: alleged}", "{investigation: first}", {("pike", "first", "alleged")}),
        ("{officer: pike}", "{investigation: first, status: alleged}", {("pike", "first", "alleged")}),
        ("{officer: pike, status: inferred, reason: r}", "{investigation: first, status: alleged}",
         {("pike", "first", "inferred")}),
        ("{officer: pike}, {officer: perch}", "{investigation: first}",
         {("pike", "first", "stated"), ("perch", "first", "stated")}),
        ("{officer: pike}", "{investigation: first}, {investigation: second}",
         {("pike", "first", "stated"), ("pike", "second", "stated")}),
        ("{officer: pike}, {officer: perch}", "{investigation: first}, {investigation: second}", set()),
        ("{officer: pike}, {force: uk-police/kent}", "{investigation: first}, {investigation: second}", set()),
        ("{force: uk-police/kent}", "{investigation: first}", set()),
        ("{cohort: crew}", "{investigation: first}", {("crew", "first", "stated")}),
        ("{officer: pike}, {id: again, officer: pike, said_by: a colleague}",
         "{investigation: first}, {investigation: second}",
         {("pike", "first", "stated"), ("pike", "second", "stated")}),
    ],
)  # fmt: skip
def test_who_is_subject_follows_from_an_allegation_only_where_the_pairing_is_certain(
    tmp_path: Path, against: str, examined_in: str, expected: set[tuple[str, str, str]]
) -> None:
    assert derived(tmp_path, f"    against: [{against}]\n    examined_in: [{examined_in}]\n") == expected


def test_what_is_derived_names_its_allegation_and_stands_where_it_stands(tmp_path: Path) -> None:
    against = "    against: [{officer: pike, locator: para 6, said_by: the force}]\n"
    allegation = against + "    examined_in: [{investigation: first}]\n"
    subject = only(facts_of(tmp_path, AGAINST_PIKE + allegation), "SUBJECT_OF")
    assert subject.locator == "para 6"
    assert subject.properties == {"said_by": "the force", "derived_from": own("Allegation", "messages")}


def test_what_the_source_states_itself_is_not_derived_beside_it(tmp_path: Path) -> None:
    text = AGAINST_PIKE.replace("name: Pike,", "name: Pike, subject_of: [{investigation: first, locator: para 8}],")
    allegation = "    against: [{officer: pike}]\n    examined_in: [{investigation: first}]\n"
    assert only(facts_of(tmp_path, text + allegation), "SUBJECT_OF").locator == "para 8"


def test_a_member_is_no_subject_because_the_cohort_is(tmp_path: Path) -> None:
    text = AGAINST_PIKE.replace("name: Pike,", "name: Pike, counted_in: [{cohort: crew}],")
    allegation = "    against: [{cohort: crew}]\n    examined_in: [{investigation: first}]\n"
    facts = facts_of(tmp_path, text + allegation)
    assert ends(facts, "SUBJECT_OF") == {(own("Cohort", "crew"), own("Investigation", "first"))}
