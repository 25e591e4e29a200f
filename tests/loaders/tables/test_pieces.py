"""However a file is cut, and wherever its pieces are held, its rows state the same and fall for the same reasons."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from graph.columns import spool
from graph.columns import written as written_parts
from graph.loads.states import loads
from graph.stores.store import Store
from loaders.tables import files, prepared, torn
from loaders.tables.loading import load_table
from loaders.tables.mapping import Mapped, map_tables
from loaders.tables.mapping_file import TableMapping, read_mapping
from tests.loaders.tables.writing import NOW
from tests.reading import canonical_ids, graph

MAPPING = """\
source: {id: pieces, title: Invented pieces, kind: case_export, published: 2022-01-01}
tables:
  cases:
    file: cases.csv
    join: {units: {left: "{unit}", right: "{unit}"}}
    split: {second: ;}
    exclude: {void: [{column: opened, is: [void]}]}
  units: {file: units.csv}
records:
  officer:
    kind: Officer
    table: cases
    key: ["{officer}"]
    properties: {last_name: "{name}", number: "{officer}"}
  case:
    kind: Investigation
    table: cases
    key: ["{case}"]
    properties: {reference: "{case}", opened: "{opened}"}
  allegation:
    kind: Allegation
    table: cases
    key: ["{case}", "{officer}"]
    properties: {category_as_stated: "{units.label}"}
  remark:
    kind: Cohort
    table: cases
    where: [{column: name, present: true}]
    properties: {description: "{case} {name}"}
statements:
  - {type: AGAINST, table: cases, from: {record: allegation}, to: {record: officer}, properties: {status: alleged}}
  - {type: EXAMINED_IN, table: cases, from: {record: allegation}, to: {record: case}}
  - type: WITNESS_IN
    table: cases
    where: [{column: second, present: true}]
    from: {record: officer, key: ["{second}"]}
    to: {record: case}
  - {type: SERVED_IN, table: cases, from: {record: officer}, to: {kind: Force, code: uk-police/merseyside}}
same:
  number:
    reason: One number, with and without a C.
    by: {case: [{text: "{case}", without_prefix: C}]}
    unless: [opened]
"""

UNITS = "unit,label\nu1,North\nu2,South\nu3,nobody's\n,\n"
HEADER = "case,opened,officer,name,second,unit\n"
CELLS = (
    st.sampled_from(["1", "C1", "2", "C2", "3"]), st.sampled_from(["2020-01-01", "2020-01-01", "2021", "late", "void"]),
    st.sampled_from(["o1", "o2", "o3", "o4"]), st.sampled_from(["", "Pike", "Pike", "Bo"]),
    st.sampled_from(["", "", "o1", "o2;o9", "o1;o1", "o3"]), st.sampled_from(["", "u1", "u2", "u9"]),
)  # fmt: skip
ROWS = st.lists(st.one_of(st.tuples(*CELLS), st.just(("",) * 6)), min_size=1, max_size=14)


def written(folder: Path, rows: Sequence[tuple[str, ...]]) -> TableMapping:
    (folder / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    (folder / "units.csv").write_text(UNITS, encoding="utf-8")
    (folder / "cases.csv").write_text(HEADER + "".join(f"{','.join(each)}\n" for each in rows), encoding="utf-8")
    return read_mapping(folder / "mapping.yaml")


def everything(found: Mapped) -> tuple[Any, ...]:
    """All that was found, without an order."""
    frames = [*found.facts.records.items(), *found.facts.statements.items()]
    stated = {
        (str(what), *((name, str(row[name])) for name in sorted(row)))
        for what, each in frames
        for row in each.whole().to_dicts()
    }
    rules = [(each.rule, sorted(each.pairs.rows())) for each in found.facts.rules]
    heights = {str(what): each.height for what, each in frames}
    return stated, heights, rules, found.facts.shared, sorted(found.rejects.lines()), found.files


def cut(patch: pytest.MonkeyPatch, rows: int) -> None:
    """From here on pieces have so many rows, and nothing stays in memory."""
    patch.setattr(files, "PIECE", 1)
    patch.setattr(files, "_SAMPLE", rows)
    patch.setattr(torn, "_LINES", rows)
    patch.setattr(spool, "HELD", 0)
    patch.setattr(written_parts, "PARTS", 3)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(rows=ROWS, size=st.integers(1, 5))
@example(rows=[("1", "2020-01-01", "o1", "Pike", "", ""), ("1", "2021", "o1", "Bo", "", "")], size=1)
@example(rows=[("1", "2020-01-01", "o1", "Pike", "o1", "u1")] * 3, size=1)
def test_any_cut_into_pieces_states_the_same(
    tmp_path_factory: pytest.TempPathFactory, rows: Sequence[tuple[str, ...]], size: int
) -> None:
    folder = tmp_path_factory.mktemp("pieces")
    mapping = written(folder, rows)
    scratch = folder / "cut"
    scratch.mkdir()
    whole = everything(map_tables(mapping, folder, folder, now=NOW))
    with pytest.MonkeyPatch.context() as patch:
        cut(patch, size)
        found = map_tables(mapping, folder, scratch, now=NOW)
        assert everything(found) == whole
        assert list((scratch / "stated").iterdir())
    for count in found.files.values():
        assert count.read == count.used + sum(count.excluded.values()) + count.rejected
    assert found.files["units"].excluded[prepared.UNJOINED] >= 1


ROUND = [
    (f"{'C' if place % 2 else ''}{place // 2}", "2020", f"o{place % 7}", "Pike", "o1" if place % 3 else "o9", "u1")
    for place in range(40)
]


@pytest.mark.slow
def test_in_pieces_it_is_stored_compared_and_corrected_as_in_one(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(rows: Sequence[tuple[str, ...]], *, replace: bool = False) -> Any:  # noqa: ANN401 - compared with another
        mapping = written(tmp_path, rows)
        loaded = load_table(
            store, mapping, tmp_path, clock=lambda: NOW, rejects_file=tmp_path / "rejects.jsonl", replace=replace,
            by_digest=False,
        )  # fmt: skip
        return loaded.result.account, loaded.kinds, loaded.files

    def stored() -> tuple[Any, ...]:
        return graph(store), canonical_ids(store), loads(store)

    changed = [*ROUND[3:], ("99", "2020-02", "o1", "Pike", "", "u2")]
    told, kept = [load(ROUND), load(ROUND), load(changed, replace=True)], stored()
    load(ROUND, replace=True)
    with monkeypatch.context() as patch:
        cut(patch, 7)
        assert load(changed, replace=True) == told[2]
        assert stored()[:2] == kept[:2]
        assert (
            load(changed)[0].unchanged == load(changed)[0].read - load(changed)[0].rejected - load(changed)[0].excluded
        )


@pytest.mark.parametrize("rows", [[("1", "late", "o1", "Pike", "", "")], ROUND], ids=["rejected", "stored"])
def test_what_was_written_down_on_the_way_is_removed(
    embedded_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: Sequence[tuple[str, ...]]
) -> None:
    kept = tmp_path / "temporary"
    kept.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(kept))
    mapping = written(tmp_path, rows)
    cut(monkeypatch, 2)
    load_table(embedded_store, mapping, tmp_path, clock=lambda: NOW, rejects_file=tmp_path / "rejects.jsonl")
    assert list(kept.iterdir()) == []
