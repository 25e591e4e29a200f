"""How many allegations there are of each category, by the year in which it is said to have happened."""

from collections import defaultdict

from examples.world.truth import TrueRecord, Truth
from tests.queries.expected.told import Row, is_a


def rows(truth: Truth) -> set[Row]:
    """One row a category and year."""
    counted: dict[Row, set[str]] = defaultdict(set)
    accused: dict[Row, set[str]] = defaultdict(set)
    for each in truth.of_kind("Allegation"):
        category = each.properties.get("category")
        key = (category, None if category else each.properties.get("category_as_stated"), _year(each))
        counted[key].add(each.canonical_id)
        against = {one.to_id for one in truth.of_type("AGAINST") if one.from_id == each.id}
        accused[key] |= {truth.canonical(one) for one in against if is_a(one, "officer")}
    return {(*key, len(some), len(accused[key])) for key, some in counted.items()}


def _year(allegation: TrueRecord) -> str | None:
    first = str(allegation.properties.get("incident_from", ""))[:4]
    last = str(allegation.properties.get("incident_to", ""))[:4]
    if first and last and first != last:
        return f"{first} to {last}"
    return first or (f"by {last}" if last else None)
