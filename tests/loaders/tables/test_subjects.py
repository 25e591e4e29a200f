"""Subjects derived by the column are those that loaders.subjects derives of single statements."""

from hypothesis import given
from hypothesis import strategies as st

from graph.columns.from_facts import as_columns
from graph.rows import statement_row
from loaders.subjects import derived_subjects
from loaders.tables.subjects import with_subjects
from tests.invented import WHEN, Invented

STATUSES = st.sampled_from(["stated", "alleged", "inferred"])
PERSONS = ("officer 1", "officer 2", "cohort", "force")
LINKS = st.tuples(st.integers(0, 1), st.sampled_from(PERSONS), STATUSES)
EXAMINED = st.tuples(st.integers(0, 1), st.integers(0, 1), STATUSES)


@given(
    st.lists(LINKS, max_size=6),
    st.lists(EXAMINED, max_size=4),
    st.lists(st.tuples(st.sampled_from(PERSONS[:2]), st.integers(0, 1)), max_size=2, unique=True),
)
def test_derived_by_the_column_as_one_by_one(
    against: list[tuple[int, str, str]], examined: list[tuple[int, int, str]], stated: list[tuple[str, int]]
) -> None:
    told = Invented("roll")
    people = {name: told.officer(name) for name in PERSONS[:2]}
    people |= {"cohort": told.record("Cohort", "cohort"), "force": told.force("northvale")}
    allegations = [told.record("Allegation", f"allegation {place}") for place in range(2)]
    cases = [told.investigation(f"case {place}") for place in range(2)]
    for number, (allegation, person, status) in enumerate(against):
        reason = {"reason": f"reason {number}"} if status == "inferred" else {}
        told.states(
            allegations[allegation], "AGAINST", people[person], f"row {number}", str(number), status=status, **reason
        )
    for number, (allegation, case, status) in enumerate(examined):
        told.states(allegations[allegation], "EXAMINED_IN", cases[case], "row 0", str(number), status=status)
    for name, case in stated:
        told.states(people[name], "SUBJECT_OF", cases[case])
    expected = {frozenset(statement_row(each).items()) for each in derived_subjects(told.statements)}
    before = {each.id for each in told.statements}
    found = with_subjects(as_columns(told.facts), WHEN).statements
    rows = [row for (name, _, _), frame in found.items() if name == "SUBJECT_OF" for row in frame.whole().to_dicts()]
    kept = {name for row in expected for name, _ in row}
    derived = {
        frozenset((name, row.get(name)) for name in kept if name in row or name in ("recorded_to", "recorded_basis"))
        for row in rows
        if row["id"] not in before
    }
    assert {frozenset(p for p in each if p[1] is not None) for each in derived} == {
        frozenset(p for p in each if p[1] is not None) for each in expected
    }
