"""Who is a subject, a witness or a member by the word of one source, or of sources that rest on each other."""

from itertools import combinations

from examples.world.truth import Truth
from tests.queries.expected.told import Row, by_ends, called, listed


def rows(truth: Truth) -> set[Row]:
    """One row a fact."""
    cites = {each.id: set(each.cites) for each in truth.sources}
    found = set()
    for fact in ("SUBJECT_OF", "WITNESS_IN", "MEMBER_OF"):
        for (who, about), statements in by_ends(truth, fact).items():
            sources = {each.source for each in statements}
            if not any(
                one not in cites[other] and other not in cites[one] and not cites[one] & cites[other]
                for one, other in combinations(sources, 2)
            ):
                by = ("name", "handle", "description")
                name = min(called(truth, each.from_id, by=by) or each.from_id for each in statements)
                by = ("name", "description", "reference")
                known = min(called(truth, each.to_id, by=by) or each.to_id for each in statements)
                found.add((who, name, fact, about, known, listed(sources)))
    return found
