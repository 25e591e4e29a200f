"""Chicago, end to end: the published figures come out of the loaded graph, by the saved query of its mapping."""

from collections import Counter
from itertools import accumulate
from pathlib import Path

import polars as pl
import pytest

from graph import networks
from graph.stores import open_store
from graph.stores.store import Store
from queries.checking import read_query
from tests.crossprobe.calling import process
from tests.public_data import public_data

FOLDER = Path(__file__).parents[3] / "loaders" / "mappings"


def deciles(counts: list[int]) -> list[int]:
    """The sums of ten groups of officers in order of their counts; where it is uneven, the first hold one more."""
    size, more = divmod(len(counts), 10)
    ends = list(accumulate(size + (place < more) for place in range(10)))
    return [sum(counts[start:end]) for start, end in zip([0, *ends], ends, strict=False)]


def figures(pairs: pl.DataFrame) -> tuple[int, int, int, int]:
    """Pairs, the people in them, the groups these make, and the largest of these."""
    sizes = networks.components(pairs)
    return pairs.height, sum(sizes), len(sizes), sizes[0]


@pytest.mark.shared_data
@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_the_published_figures_come_out(tmp_path: Path) -> None:
    database = str(tmp_path / "database")
    line = ("load", "table", str(FOLDER / "chicago_ft.yaml"), "--data", str(public_data()), "-d", database)
    loaded = process(*line, home=tmp_path, cache=tmp_path, seconds=1800)
    assert loaded.returncode == 0, loaded.stderr
    store = open_store(database, purpose="tests")
    try:
        _compare_with_what_was_published(store)
    finally:
        store.close()


def _compare_with_what_was_published(store: Store) -> None:
    query = read_query(FOLDER / "queries" / "chicago-allegations-by-officer.yaml")
    rows = store.read(query.cypher, timeout=1200).rows
    sides: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    officers: Counter[str] = Counter()
    for side, finding, officer, count in rows:
        sides[side] += count
        if side == "CITIZEN":
            findings[str(finding).rpartition("/")[2]] += count
            officers[officer] += count
    assert sides == {"CITIZEN": 37_270, "DEPT": 16_518, "?": 945}
    del findings["None"]
    assert findings == {"NAF": 19_860, "NS": 8_822, "UN": 4_753, "EX": 1_408, "SU": 490}
    assert deciles(sorted(officers.values())) == [928, 928, 928, 1521, 1856, 2588, 3331, 4654, 6831, 13705]
    citizens = store.read_columns(
        query.cypher.partition("RETURN a.category_group")[0]
        + "AND a.category_group = 'CITIZEN'\n"
        + "RETURN o.canonical_id AS officer, i.canonical_id AS investigation, i.opened AS opened"
    )
    assert [figures(networks.pairs(citizens, threshold)) for threshold in (1, 2, 3)] == [
        (43_757, 8_195, 337, 7_392),
        (7_007, 3_095, 488, 1_867),
        (3_108, 1_762, 365, 675),
    ]
    pairs = "MATCH (n:{}) RETURN count(n), count(DISTINCT n.canonical_id)"
    assert store.read(pairs.format("Allegation"), timeout=1200).rows == [(244_436, 234_382)]
    assert store.read(pairs.format("Investigation"), timeout=1200).rows == [(181_412, 181_412 - 6_436)]
