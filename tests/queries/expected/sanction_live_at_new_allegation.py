"""New conduct alleged from a time when a written warning was still live."""

from examples.world.truth import Truth
from graph.dates import not_after
from tests.queries.expected.told import Row, called, is_a

LIVE = {
    "outcomes-2008/written-warning": 12,
    "outcomes-2008/final-written-warning": 18,
    "outcomes-2020/written-warning": 18,
    "outcomes-2020/final-written-warning": 24,
}


def rows(truth: Truth) -> set[Row]:
    """One row a warning and an allegation of conduct after it that another investigation examines."""
    found: dict[Row, set[str]] = {}
    for warned in truth.of_type("SUBJECT_OF"):
        sanction, given = warned.properties.get("outcome"), warned.properties.get("outcome_date")
        if sanction in LIVE and given and is_a(warned.from_id, "officer"):
            who, case = truth.canonical(warned.from_id), truth.canonical(warned.to_id)
            for against in truth.of_type("AGAINST"):
                allegation = truth.record(against.from_id)
                incident = allegation.properties.get("incident_from") if allegation else None
                if allegation and incident and truth.canonical(against.to_id) == who:
                    live = not_after(given, incident) and _months(given, incident) <= LIVE[sanction]
                    if live and case not in _examined(truth, allegation.canonical_id):
                        told = (sanction, given, LIVE[sanction], case, allegation.canonical_id)
                        row = (who, *told, allegation.properties.get("category"), incident)
                        name = called(truth, against.to_id, by=("name", "description")) or against.to_id
                        found.setdefault(row, set()).add(name)
    return {(row[0], min(names), *row[1:]) for row, names in found.items()}


def _examined(truth: Truth, allegation: str) -> set[str]:
    examined = truth.of_type("EXAMINED_IN")
    return {truth.canonical(each.to_id) for each in examined if truth.canonical(each.from_id) == allegation}


def _months(given: str, incident: str) -> int:
    return (int(incident[:4]) - int(given[:4])) * 12 + int(incident[5:7] or 1) - int(given[5:7] or 12)
