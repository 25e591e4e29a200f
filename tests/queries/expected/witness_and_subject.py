"""Witnesses in one investigation who are subjects of another."""

from examples.world.truth import Truth
from tests.queries.expected.told import Row, as_fact, by_ends, called, title


def rows(truth: Truth) -> set[Row]:
    """One row for each two separate investigations of somebody, the one as witness, the other as subject."""
    found = set()
    subjects = by_ends(truth, "SUBJECT_OF")
    for (who, witness_in), as_witness in by_ends(truth, "WITNESS_IN").items():
        for (subject, case), statements in subjects.items():
            if subject == who and case != witness_in:
                name = min(
                    called(truth, each.from_id, by=("name", "description")) or each.from_id for each in statements
                )
                titles = (title(truth, (each.to_id for each in some)) for some in (as_witness, statements))
                one, other = titles
                found.add((who, name, witness_in, one, case, other, not any(map(as_fact, statements))))
    return found
