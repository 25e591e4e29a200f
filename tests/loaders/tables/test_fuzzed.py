"""Files with random damage: an error that names the file or the column, or rows that are all accounted for."""

import csv
import gzip
import io
import json
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from graph.errors import CrossprobeError
from loaders.tables.mapping import Mapped, map_tables
from tests.loaders.tables.writing import CASES, MAPPING, NOW, mapping_in

HEADER, *ROWS = CASES.splitlines()

CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["", " ", "112.0", "1e308", "NaN", "0x41", "44257", "2021-02-30", "31/02/2021", "-1", "sustained"]),
    st.sampled_from(["=1+1", '"', "'", ",", ";", "a\nb", "\ufeff", "\u200b", "\x1b[31m", "\u202e", "x" * 100_001]),
    st.sampled_from(["{officer}", "{x.__class__}", "../../cases.csv", "https://example.org/cases.csv"]),
)


def written(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([HEADER.split(","), *rows])
    return out.getvalue()


@st.composite
def whole_tables(draw: st.DrawFn) -> list[list[str]]:
    """Rows as good as those of CASES but for a cell here and there; some stand twice."""
    rows = draw(st.lists(st.sampled_from([row.split(",") for row in ROWS]), min_size=1, max_size=6))
    rows = [list(row) for row in rows]
    for row in rows:
        for place in draw(st.lists(st.integers(0, len(row) - 1), max_size=2)):
            row[place] = draw(CELLS)
    return rows


@st.composite
def damaged_files(draw: st.DrawFn) -> bytes:
    """CASES with bytes cut out, doubled, or overwritten."""
    data = bytearray(CASES.encode())
    for _ in range(draw(st.integers(1, 4))):
        start, size = draw(st.integers(0, len(data))), draw(st.integers(0, 30))
        put = draw(
            st.one_of(
                st.binary(max_size=8), st.just(b"\0"), st.just(b'"'), st.just(bytes(data[start : start + size]) * 2)
            )
        )
        data[start : start + size] = put
    return bytes(data)


def mapped(data: bytes, name: str = "cases.csv") -> Mapped | CrossprobeError:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / name).write_bytes(data)
        (place / "scratch").mkdir()
        mapping = mapping_in(place, MAPPING.replace("cases.csv", name))
        try:
            return map_tables(mapping, place, place / "scratch", now=NOW)
        except CrossprobeError as refused:
            return refused


def accounted(found: Mapped | CrossprobeError) -> None:
    """It was refused in words; or every row is used, excluded or rejected, and what is rejected states nothing."""
    if isinstance(found, CrossprobeError):
        assert found.what
        return
    (count,) = found.files.values()
    lines = [json.loads(line) for line in found.rejects.lines()]
    rejected = {line["row"] for line in lines}
    assert all(line["reason"] and line["field"] for line in lines)
    stating = {
        int(locator.rpartition(" ")[2])
        for parts in (*found.facts.records.values(), *found.facts.statements.values())
        for locator in parts.whole()["locator"].to_list()
    }
    assert not rejected & stating
    assert len(rejected) == count.rejected
    assert count.used + sum(count.excluded.values()) + count.rejected == count.read
    assert len(stating) <= count.used


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(whole_tables())
@example([[*ROWS[0].split(",")], [*ROWS[0].split(",")]])
def test_whatever_stands_in_the_cells_every_row_is_accounted_for(rows: list[list[str]]) -> None:
    found = mapped(written(rows).encode("utf-8", "surrogatepass"))
    accounted(found)
    assert isinstance(found, CrossprobeError) or found.files["cases"].read == len(rows)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(damaged_files(), st.booleans())
def test_damaged_bytes_are_refused_or_accounted_for(data: bytes, packed: bool) -> None:
    accounted(mapped(gzip.compress(data, mtime=0), "cases.csv.gz") if packed else mapped(data))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(1, 400), st.binary(max_size=4))
def test_a_damaged_gzip_is_refused_or_accounted_for(place: int, put: bytes) -> None:
    packed = gzip.compress(CASES.encode(), mtime=0)
    accounted(mapped(packed[:place] + put + packed[place + len(put) :], "cases.csv.gz"))
