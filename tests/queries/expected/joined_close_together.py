"""Pairs of members who joined a chat group within a week."""

import datetime
from itertools import permutations

from examples.world.truth import Truth
from tests.queries.expected.told import Row, by_ends, called

_SHOWN = ("name", "handle", "description")
_WEEK = 7


def rows(truth: Truth) -> set[Row]:
    """One row a pair, the earlier first."""
    joined = set()
    for (who, group), statements in by_ends(truth, "MEMBER_OF").items():
        for each in statements:
            day = str(each.properties.get("valid_from", ""))
            if len(day) >= 10 and each.properties.get("status") != "inferred":
                title = called(truth, each.to_id, by=("name", "description")) or each.to_id
                name = called(truth, each.from_id, by=_SHOWN) or each.from_id
                joined.add((group, title, who, name, day[:10]))
    found = set()
    for one, other in permutations(joined, 2):
        if one[0] != other[0] or one[2] == other[2] or (one[4], one[2]) > (other[4], other[2]):
            continue
        apart = (datetime.date.fromisoformat(other[4]) - datetime.date.fromisoformat(one[4])).days
        if apart <= _WEEK:
            found.add((*one, *other[2:], apart))
    return found
