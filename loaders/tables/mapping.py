"""From the files of a mapping to everything they state, the rows that are rejected, and the count of each file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from graph.columns.facts import ColumnFacts, RulePairs
from graph.columns.hashing import content_hash
from graph.columns.parts import Parts
from graph.columns.spool import Spool
from graph.records import Recorded
from graph.vocabulary.families import FAMILIES
from graph.vocabulary.shared import shared_record
from loaders.tables.assertions import FileCount, check_rows
from loaders.tables.contradicted import reason, suggestions
from loaders.tables.data_columns import check_columns
from loaders.tables.files import open_file
from loaders.tables.gathering import Gathered, keyless
from loaders.tables.keys import Ids, all_cells
from loaders.tables.mapping_file import TableMapping
from loaders.tables.models import MappingFile
from loaders.tables.places import data_file
from loaders.tables.prepared import UNJOINED, Counted, named, prepared
from loaders.tables.rejects import Rejects
from loaders.tables.same import pairs
from loaders.tables.schemes import schemes_of
from loaders.tables.settling import Settled, settle
from loaders.tables.source import recorded_of, source_record
from loaders.tables.stating import Stating
from loaders.tables.subjects import with_subjects
from loaders.tables.uses import uses
from loaders.watching import NOBODY, Watching

SHARED = frozenset(family.label for family in FAMILIES.values() if family.label)
"""The kinds whose records vocabularies give."""

_CELLS = "_cells"


@dataclass(frozen=True, slots=True)
class Mapped:
    """What the files state, what of them is rejected, and the count of each file by the name of its table."""

    facts: ColumnFacts
    rejects: Rejects
    files: Mapping[str, FileCount]


def map_tables(mapping: TableMapping, data: Path, scratch: Path, *, now: str, watching: Watching = NOBODY) -> Mapped:
    """Reads and maps every file of the mapping in the folder `data`, piece by piece, and tells it to `watching`.

    `scratch` is a folder for what is expanded, and for what memory does not hold of the facts: it must outlive them.

    Raises NotFoundError for a file that is not there, LoadError for one that cannot be read or breaks an assertion,
    InvalidInputError for columns that are missing, or neither used nor ignored.
    """
    form = mapping.form
    files = {}
    for name, table in form.tables.items():
        files[name] = named(open_file(table, data_file(data, table.file), scratch), table)
    check_columns(mapping, {name: each.columns for name, each in files.items()})
    spool = Spool(scratch / "stated")
    rejects = Rejects({name: table.file for name, table in form.tables.items()}, spool)
    recorded = recorded_of(form.source, now)
    schemes = schemes_of(mapping, files)
    counted = {name: Counted() for name in files}
    gathered = Gathered(form, spool)
    for name, table in form.tables.items():
        pieces = prepared(name, files, table, _joined_columns(form, name), rejects, counted[name], spool)
        watching.begins(name, files[name].height)
        for rows in _by_cells(pieces, spool) if keyless(form, name) else pieces:
            ids = Ids(rows, form.source.id, form.records)
            gathered.take(Stating(name, ids, recorded, schemes, rejects))
            watching.has_read(counted[name].read, rejects.count(name))
    check_rows(form, {name: each.read for name, each in counted.items()})
    settled = settle(gathered, list(form.tables), SHARED, rejects)
    counts = {
        name: FileCount(each.read, {**each.excluded, **_unjoined(name, form, counted)}, rejects.count(name))
        for name, each in counted.items()
    }
    facts = with_subjects(_facts(mapping, settled, gathered.compared, recorded), recorded)
    return Mapped(facts, rejects, counts)


def _joined_columns(form: MappingFile, table: str) -> dict[str, list[str]]:
    """The columns of each table joined to this one that the mapping uses here."""
    used = dict.fromkeys(each.column for each in uses(form) if each.table == table)
    return {
        other: [each.removeprefix(f"{other}.") for each in used if each.startswith(f"{other}.")]
        for other in form.tables[table].join
    }


def _by_cells(pieces: Iterator[pl.DataFrame], spool: Spool) -> Iterator[pl.DataFrame]:
    """The same rows, those with the same cells all in one piece."""
    whole = Parts(_CELLS, spool)
    for rows in pieces:
        whole.add(rows.with_columns(content_hash(all_cells(rows.columns)).alias(_CELLS)))
    for rows in whole.frames():
        yield rows.drop(_CELLS)
    whole.drop()


def _unjoined(name: str, form: MappingFile, counted: Mapping[str, Counted]) -> dict[str, int]:
    """How many rows of a table that only serves joins serve none."""
    states = {each.table for each in form.records.values()} | {each.table for each in form.statements}
    states |= {each.table for each in form.schemes.values()}
    joined = [each.joined[name] for each in counted.values() if name in each.joined]
    if name in states or not joined:
        return {}
    left = counted[name].left.without(joined)
    return {UNJOINED: left} if left else {}


def _facts(mapping: TableMapping, settled: Settled, found: Mapping[str, Parts], recorded: Recorded) -> ColumnFacts:
    source, rules = mapping.form.source, mapping.form.same
    shared: set[tuple[str, str]] = set()
    for (_, _, end), statements in settled.statements.items():
        if end in SHARED:
            for rows in statements.only("to_id").frames():
                codes = rows.filter(pl.col("to_id").str.contains("/", literal=True))["to_id"].unique().to_list()
                shared |= {(end, each.partition(":")[2]) for each in codes}
    ruled = {name: pairs(each, _named(mapping.form, name, settled), rules[name].unless) for name, each in found.items()}
    records = {label: parts for label, parts in settled.records.items() if parts.height}
    if ruled and (contradicted := suggestions(ruled, rules, source.id, recorded)).height:
        records.setdefault("Suggestion", Parts("id")).add(contradicted)
    return ColumnFacts(
        source_record(source, recorded),
        records,
        {ends: parts for ends, parts in settled.statements.items() if parts.height},
        tuple(shared_record(mapping.vocabularies, label, code) for label, code in sorted(shared)),
        tuple(RulePairs(f"{source.id}/{name}", reason(rules[name]), _undisputed(each)) for name, each in ruled.items()),
    )


def _named(form: MappingFile, rule: str, settled: Settled) -> list[Parts]:
    """The records that a rule may name."""
    kinds = dict.fromkeys(form.records[name].kind for name in form.same[rule].by)
    return [settled.records[kind] for kind in kinds]


def _undisputed(paired: pl.DataFrame) -> pl.DataFrame:
    return paired.filter(pl.col("differs").list.len() == 0).drop("differs")
