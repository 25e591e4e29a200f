"""Links that a source denies, and what asserts them."""

from examples.world.truth import TrueRecord, Truth
from tests.queries.expected.told import Row, called

_ASSERTING = {"membership": {"MEMBER_OF"}, "subject": {"SUBJECT_OF"}, "identity": set[str]()}


def rows(truth: Truth) -> set[Row]:
    """One row a denial."""
    return {_row(truth, each) for each in truth.of_kind("Denial")}


def _row(truth: Truth, denial: TrueRecord) -> Row:
    told = denial.properties
    one, other = str(told["from_id"]), str(told["to_id"])
    ends = {truth.canonical(one), truth.canonical(other)}
    asserted = []
    for each in truth.statements:
        joins = {truth.canonical(each.from_id), truth.canonical(each.to_id)} == ends
        if joins and (told["of"] == "link" or each.type in _ASSERTING[told["of"]]):
            status = each.properties.get("status", "stated")
            mark = "" if status == "stated" else f" ({status})"
            asserted.append(f"{each.type}{mark}, {each.source}, {each.locator}")
    titles = (called(truth, one), called(truth, other))
    about = (told["of"], told.get("as_stated"), tuple(sorted(asserted)), len(ends) == 1)
    return (denial.id, one, titles[0], other, titles[1], *about)
