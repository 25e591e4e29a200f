"""Officers accused of conduct of one category in two or more separate investigations."""

from collections import defaultdict

from examples.world.truth import TrueStatement, Truth
from tests.queries.expected.told import Row, as_fact, called, title


def rows(truth: Truth) -> set[Row]:
    """One row an officer and a category."""
    found: dict[tuple[str, str], dict[str, list[TrueStatement]]] = defaultdict(lambda: defaultdict(list))
    examined = truth.of_type("EXAMINED_IN")
    for against in truth.of_type("AGAINST"):
        allegation = truth.record(against.from_id)
        conduct = allegation.properties.get("category") if allegation else None
        cases = {each.to_id for each in examined if each.from_id == against.from_id}
        for subject in truth.of_type("SUBJECT_OF"):
            if conduct and subject.from_id == against.to_id and subject.to_id in cases:
                case = truth.canonical(subject.to_id)
                found[truth.canonical(subject.from_id), str(conduct)][case].append(subject)
    return {
        (*_named(truth, who, cases), conduct, len(cases), *_told(truth, cases))
        for (who, conduct), cases in found.items()
        if len(cases) >= 2
    }


def _named(truth: Truth, who: str, cases: dict[str, list[TrueStatement]]) -> Row:
    subjects = [each.from_id for some in cases.values() for each in some]
    return who, min(called(truth, each, by=("name", "description")) or each for each in subjects)


def _told(truth: Truth, cases: dict[str, list[TrueStatement]]) -> Row:
    stated = sum(any(as_fact(each) for each in some) for some in cases.values())
    titles = tuple(sorted(title(truth, (each.to_id for each in some)) or "" for some in cases.values()))
    return stated, titles
