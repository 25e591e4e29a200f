"""Who is in several chat groups."""

from collections import defaultdict

from examples.world.truth import Truth
from tests.queries.expected.told import Row, as_fact, by_ends, called

_SHOWN = ("name", "handle", "description")


def rows(truth: Truth) -> set[Row]:
    """One row a member of two groups or more."""
    groups: dict[str, dict[str, tuple[str, str, bool]]] = defaultdict(dict)
    for (who, group), statements in by_ends(truth, "MEMBER_OF").items():
        name = min(called(truth, each.from_id, by=_SHOWN) or each.from_id for each in statements)
        title = min(called(truth, each.to_id, by=("name", "description")) or each.to_id for each in statements)
        groups[who][group] = (name, title, any(as_fact(each) for each in statements))
    found = set()
    for who, told in groups.items():
        if len(told) >= 2:
            names, titles, stated = zip(*told.values(), strict=True)
            found.add((who, min(names), len(told), sum(stated), tuple(sorted(titles))))
    return found
