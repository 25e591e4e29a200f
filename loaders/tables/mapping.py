"""From the files of a mapping to everything they state, the rows that are rejected, and the count of each file."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from graph.columns.facts import ColumnFacts, Ends, RulePairs
from graph.columns.parts import Parts
from graph.records import Recorded
from graph.vocabulary.families import FAMILIES
from graph.vocabulary.shared import shared_record
from loaders.tables.assertions import FileCount, check_rejected, check_rows
from loaders.tables.contradicted import reason, suggestions
from loaders.tables.data_columns import check_columns
from loaders.tables.files import ROW, read_file
from loaders.tables.keys import Ids
from loaders.tables.mapping_file import TableMapping
from loaders.tables.models import MappingFile, SameRule
from loaders.tables.places import data_file
from loaders.tables.prepared import UNJOINED, Prepared, named, prepared
from loaders.tables.rejects import Rejects
from loaders.tables.same import compared, pairs
from loaders.tables.schemes import schemes_of
from loaders.tables.settling import Settled, settle
from loaders.tables.source import recorded_of, source_record
from loaders.tables.stating import Stated, Stating
from loaders.tables.subjects import with_subjects

SHARED = frozenset(family.label for family in FAMILIES.values() if family.label)
"""The kinds whose records vocabularies give."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """What the files state, what of them is rejected, and the count of each file by the name of its table."""

    facts: ColumnFacts
    rejects: Rejects
    files: Mapping[str, FileCount]


def map_tables(mapping: TableMapping, data: Path, scratch: Path, *, now: str) -> Mapped:
    """Reads and maps every file of the mapping in the folder `data`; `scratch` is a folder for what is expanded.

    Raises NotFoundError for a file that is not there, LoadError for one that cannot be read or breaks an assertion,
    InvalidInputError for columns that are missing, or neither used nor ignored.
    """
    form = mapping.form
    frames = {}
    for name, table in form.tables.items():
        frames[name] = named(read_file(table, data_file(data, table.file), scratch), table)
    check_columns(mapping, frames)
    check_rows(form, frames)
    schemes = schemes_of(mapping, frames)
    rejects = Rejects({name: table.file for name, table in form.tables.items()})
    recorded = recorded_of(form.source, now)
    tables = {name: prepared(name, frames, table, rejects) for name, table in form.tables.items()}
    del frames
    stated = _Stated()
    for name, each in tables.items():
        ids = Ids(each.rows, form.source.id, form.records)
        stated.take(form, Stating(name, ids, recorded, schemes, rejects))
    settled = settle(stated.records, stated.statements, SHARED, rejects)
    counts = {
        name: FileCount(each.read, {**each.excluded, **_unjoined(name, form, tables)}, rejects.count(name))
        for name, each in tables.items()
    }
    check_rejected(form, counts)
    facts = with_subjects(_facts(mapping, settled, stated.compared, recorded), recorded)
    return Mapped(facts, rejects, counts)


def _unjoined(name: str, form: MappingFile, tables: Mapping[str, Prepared]) -> dict[str, int]:
    """How many rows of a table that only serves joins serve none."""
    states = {each.table for each in form.records.values()} | {each.table for each in form.statements}
    states |= {each.table for each in form.schemes.values()}
    joined = [each.joined[name] for each in tables.values() if name in each.joined]
    if name in states or not joined:
        return {}
    left = tables[name].rows.join(pl.concat(joined), on=ROW, how="anti").height
    return {UNJOINED: left} if left else {}


class _Stated:
    """What the entries of a mapping state, as table after table is taken."""

    def __init__(self) -> None:
        self.records: dict[str, list[Stated]] = defaultdict(list)
        self.statements: dict[Ends, list[Stated]] = defaultdict(list)
        self.compared: dict[str, list[pl.DataFrame]] = defaultdict(list)

    def take(self, form: MappingFile, stating: Stating) -> None:
        """Takes what the rows of one table state."""
        for name, record in form.records.items():
            if record.table == stating.table:
                self.records[record.kind].append(stating.record(name, record))
        for statement in form.statements:
            if statement.table == stating.table:
                start, end = (
                    form.records[each.record].kind if each.record else str(each.kind)
                    for each in (statement.from_, statement.to)
                )
                self.statements[statement.type, start, end].append(stating.statement(statement))
        for rule, same in form.same.items():
            for name, key in same.by.items():
                if form.records[name].table == stating.table:
                    self.compared[rule].append(compared(stating.ids, name, key))


def _facts(
    mapping: TableMapping, settled: Settled, found: Mapping[str, list[pl.DataFrame]], recorded: Recorded
) -> ColumnFacts:
    source = mapping.form.source
    shared: set[tuple[str, str]] = set()
    for (_, _, end), frame in settled.statements.items():
        if end in SHARED:
            codes = frame.filter(pl.col("to_id").str.contains("/", literal=True))["to_id"].unique().to_list()
            shared |= {(end, each.partition(":")[2]) for each in codes}
    ruled = {name: _paired(mapping.form.same[name], each, settled) for name, each in found.items()}
    records = {label: frame.drop(_PLACE) for label, frame in settled.records.items() if frame.height}
    if ruled and (contradicted := suggestions(ruled, mapping.form.same, source.id, recorded)).height:
        own = [records["Suggestion"]] if "Suggestion" in records else []
        records["Suggestion"] = pl.concat([contradicted, *own], how="diagonal")
    return ColumnFacts(
        source_record(source, recorded),
        {label: Parts.of("id", frame) for label, frame in records.items()},
        {ends: Parts.of("from_id", frame.drop(_PLACE)) for ends, frame in settled.statements.items() if frame.height},
        tuple(shared_record(mapping.vocabularies, label, code) for label, code in sorted(shared)),
        tuple(
            RulePairs(f"{source.id}/{name}", reason(mapping.form.same[name]), _undisputed(each))
            for name, each in ruled.items()
        ),
    )


_PLACE = [ROW, "_table"]


def _paired(rule: SameRule, found: Sequence[pl.DataFrame], settled: Settled) -> pl.DataFrame:
    """The pairs of a rule, over the records that are left, with what of them differs."""
    wanted = {"id": pl.String, **dict.fromkeys(rule.unless, pl.String)}
    frames = [
        frame.select(pl.col(each).cast(pl.String) for each in wanted if each in frame.columns)
        for frame in settled.records.values()
    ]
    return pairs(found, pl.concat([pl.DataFrame(schema=wanted), *frames], how="diagonal"), rule.unless)


def _undisputed(paired: pl.DataFrame) -> pl.DataFrame:
    return paired.filter(pl.col("differs").list.len() == 0).drop("differs")
