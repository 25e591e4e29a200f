"""Subjects of an investigation who are members of a chat group."""

from collections import defaultdict

from examples.world.truth import Truth
from tests.queries.expected.told import Row, by_ends, called

_SHOWN = ("name", "description")


def rows(truth: Truth) -> set[Row]:
    """One row an investigation and a group that some of its subjects are in."""
    groups: dict[str, dict[str, str]] = defaultdict(dict)
    for (who, group), statements in by_ends(truth, "MEMBER_OF").items():
        groups[who][group] = min(called(truth, each.to_id, by=_SHOWN) or each.to_id for each in statements)
    subjects: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for (who, investigation), statements in by_ends(truth, "SUBJECT_OF").items():
        name = min(called(truth, each.from_id, by=_SHOWN) or each.from_id for each in statements)
        title = min(
            called(truth, each.to_id, by=("name", "reference", "description")) or each.to_id for each in statements
        )
        for group, group_title in groups[who].items():
            subjects[investigation, group].append((name, title, group_title))
    found = set()
    for (investigation, group), told in subjects.items():
        names, titles, group_titles = zip(*told, strict=True)
        row = (investigation, min(titles), group, min(group_titles), len(told), tuple(sorted(names)))
        found.add(row)
    return found
