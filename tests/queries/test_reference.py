"""The reference of the saved queries holds all that a reader needs of each."""

import pytest

from queries.catalogue import every_query
from queries.format import Query
from queries.reference import queries_reference


@pytest.mark.parametrize("query", [pytest.param(query, id=query.id) for query in every_query()])
def test_each_query_is_described_whole(query: Query) -> None:
    reference = queries_reference()
    assert reference.count(f"\n## {query.id}\n") == 1
    section = reference.partition(f"\n## {query.id}\n")[2].partition("\n## ")[0]
    assert query.question in section
    assert query.cypher in section
    assert query.graph in section
    names = [*(each.name for each in query.columns), *(each.name for each in query.parameters)]
    assert all(f"| `{name}` |" in section for name in names)
    assert all(f"\n- {each}\n" in section for each in query.caveats)
    assert all((f"`--{name} DATE`" in section) == bool(getattr(query.dates, name)) for name in ("at", "known"))


def test_tables_stay_tables() -> None:
    rows = [line for line in queries_reference().splitlines() if line.startswith("|")]
    assert all(line.endswith(" |") for line in rows)
