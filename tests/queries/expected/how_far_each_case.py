"""How far each investigation has got, and who says so."""

from collections import defaultdict

from examples.world.truth import TrueStatement, Truth
from tests.queries.expected.told import Row, listed, title

_COLUMNS = ("opened", "closed", "states", "steps", "outcomes", "who_says")


def rows(truth: Truth) -> set[Row]:
    """One row an investigation of which a source states a date, a state, a step or an outcome."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for record in truth.of_kind("Investigation"):
        told = record.properties
        if {"state", "opened", "closed"} & told.keys():
            row = found[record.canonical_id]
            row["records"].add(record.id)
            row["opened"] |= {told["opened"]} if "opened" in told else set()
            row["closed"] |= {told["closed"]} if "closed" in told else set()
            row["states"] |= {f"{told['state'].replace('_', ' ')}, {record.source}"} if "state" in told else set()
            row["who_says"].add(str(told.get("said_by", record.source)))
    for each in (*truth.of_type("STEP"), *truth.of_type("SUBJECT_OF")):
        outcome = each.properties.get("outcome", each.properties.get("outcome_as_stated"))
        if each.type == "STEP" or outcome:
            row = found[truth.canonical(each.to_id)]
            row["records"].add(each.to_id)
            row["steps" if each.type == "STEP" else "outcomes"].add(_step(each) if each.type == "STEP" else outcome)
            row["who_says"].add(str(each.properties.get("said_by", each.source)))
    return {
        (case, title(truth, row["records"]), *(listed(row[column]) for column in _COLUMNS))
        for case, row in found.items()
    }


def _step(each: TrueStatement) -> str:
    told = each.properties
    kind = str(told["kind"]).partition("/")[2] if "kind" in told else str(told.get("as_stated", "step"))
    state = "" if told.get("state", "happened") == "happened" else f", {told['state'].replace('_', ' ')}"
    status = "" if told.get("status", "stated") == "stated" else f" ({told['status']})"
    return f"{told.get('at', 'undated')} {kind}{state}{status}"
