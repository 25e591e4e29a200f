"""People, forces and cohorts of whom sources do not say who they are."""

from examples.world.truth import TrueRecord, Truth
from tests.queries.expected.told import Row, by_ends, cluster, forces_of, is_a, listed, sized


def rows(truth: Truth) -> set[Row]:
    """One row a person, force or cohort."""
    records = [each for kind in ("Officer", "Force", "Cohort") for each in truth.of_kind(kind)]
    return {_row(truth, each) for each in {one.canonical_id for one in records} if _nobody_says(truth, each)}


def _nobody_says(truth: Truth, canonical: str) -> bool:
    return is_a(canonical, "cohort") or not any(_identified(each) for each in cluster(truth, canonical))


def _identified(record: TrueRecord) -> bool:
    return bool(record.properties.get("identified", True))


def _row(truth: Truth, canonical: str) -> Row:
    records = [each.properties for each in cluster(truth, canonical)]
    kind = canonical.partition(":")[0]
    said = (each.get("description", each.get("name", each.get("region"))) for each in records)
    why = (each.get("why_unidentified") for each in records)
    sizes = (sized(each, unknown=None) for each in cluster(truth, canonical))
    members = {who for who, whole in by_ends(truth, "COUNTED_IN") if whole == canonical}
    known = sum(any(_identified(each) for each in cluster(truth, who)) for who in members)
    cases = sum(who == canonical for who, _ in by_ends(truth, "SUBJECT_OF"))
    texts = (listed(filter(None, said)), listed(filter(None, why)), listed(filter(None, sizes)))
    people = kind != "force"
    return (canonical, kind, *texts, known if kind == "cohort" else None, forces_of(truth, canonical),
            cases if people else None)  # fmt: skip
