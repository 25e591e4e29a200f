"""Loading the tables of a mapping: read, mapped, checked, and only then written, in batches."""

import hashlib
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.columns.spool import Spool
from graph.errors import LoadError
from graph.loads.account import Account, LoadResult
from graph.loads.batched_loading import load_columns
from graph.loads.before import reading_beside
from graph.loads.leases import Clock
from graph.loads.states import loads
from graph.stores.store import Store
from loaders.tables.assertions import FileCount, check_rejected
from loaders.tables.mapping import map_tables
from loaders.tables.mapping_file import TableMapping
from loaders.tables.places import data_file
from loaders.watching import NOBODY, Watching

VERSION = "4"
"""Of what this loader makes of a mapping. Raised with every change of it, so that no old load passes for a new one."""


@dataclass(frozen=True, slots=True)
class TableResult:
    """What a load of tables did: its account, also by kind of record and type of statement, the count of each file by
    the name of its table, and how many rejects there are.

    Where the input is the same as last time, nothing was read: then `kinds` and `files` are empty.
    """

    result: LoadResult
    kinds: Mapping[str, Account]
    files: Mapping[str, FileCount]


def load_table(
    store: Store,
    mapping: TableMapping,
    data: Path,
    *,
    clock: Clock,
    rejects_file: Path,
    reject_limit: int | None = None,
    replace: bool = False,
    dry_run: bool = False,
    by_digest: bool = True,
    scratch: Path | None = None,
    watching: Watching = NOBODY,
) -> TableResult:
    """Loads what the mapping makes of its files in the folder `data`.

    Input that is the same to the byte as that of the last finished load is not read again, unless `by_digest` is
    false. What memory does not hold goes into a new folder in `scratch`, else in the system's folder for such things,
    and is removed at the end. Rejected rows are listed in `rejects_file`, which is made only where there are any.
    Raises LoadError, before anything is stored, where more than `reject_limit` rows are rejected or more than the
    mapping allows, and what map_tables and load_columns raise.
    """
    digest = input_digest(mapping, data)
    source = mapping.form.source.id
    if by_digest and (known := _same_input(store, source, digest)) is not None:
        return TableResult(LoadResult(source, known, ()), {}, {})
    with tempfile.TemporaryDirectory(prefix="crossprobe-", dir=scratch) as name:
        place = Path(name)
        with reading_beside(store, source, clock(), Spool(place / "stored")) as before:
            mapped = map_tables(mapping, data, place, now=clock(), watching=watching)
        rejected = sum(each.rejected for each in mapped.files.values())
        excluded = sum(sum(each.excluded.values()) for each in mapped.files.values())
        if rejected:
            mapped.rejects.write(rejects_file)
        check_rejected(mapping.form, mapped.files, rejects_file)
        if reject_limit is not None and rejected > reject_limit:
            raise LoadError(
                f"{rejected:,} rows are rejected, more than the {reject_limit:,} allowed. Nothing was stored.",
                do=f"See why in {rejects_file}, and correct the mapping or allow more: --reject-limit N.",
            )
        facts = mapped.facts
        watching.stores(sum(each.height for each in (*facts.records.values(), *facts.statements.values())))
        loaded = load_columns(
            store,
            facts,
            digest=digest,
            loader="table",
            clock=clock,
            before=before,
            beside=Account(excluded=excluded, rejected=rejected),
            replace=replace,
            dry_run=dry_run,
        )
    return TableResult(loaded.result, loaded.kinds, mapped.files)


def input_digest(mapping: TableMapping, data: Path) -> str:
    """The SHA-256 of everything a load depends on: the files, the mapping, its vocabularies, and this loader."""
    whole = hashlib.sha256(VERSION.encode())
    files = [*mapping.files, *(data_file(data, table.file) for table in mapping.form.tables.values())]
    for file in files:
        with file.open("rb") as stream:
            whole.update(hashlib.file_digest(stream, "sha256").digest())
    return whole.hexdigest()


def _same_input(store: Store, source_id: str, digest: str) -> Account | None:
    """The account of loading the same again, where the source's last load is finished and of this input."""
    own = [each for each in loads(store) if each["of_source"] == source_id]
    if not own or own[-1].get("digest") != digest or any(each["state"] != "finished" for each in own):
        return None
    last = own[-1]
    stored = sum(last[name] for name in ("new", "changed", "moved", "unchanged"))
    return Account(unchanged=stored, excluded=last["excluded"], rejected=last["rejected"])
