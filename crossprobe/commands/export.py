"""`crossprobe export`."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crossprobe.everywhere import choices
from crossprobe.handing_on import HandingOn, with_options
from crossprobe.output.terminal import say

if TYPE_CHECKING:
    from crossprobe.redacting import Redaction
    from exports.formats import Format
    from graph.stores.store import Store
    from graph.subgraph import Subgraph

As = Annotated[
    str | None,
    typer.Option(
        "--as", metavar="FORMAT", help="graphml, jsonl, csv, xlsx, gexf, ftm, neo4j-admin, cypher; else by the suffix."
    ),
]


@dataclass(frozen=True, slots=True)
class Made:
    """What was written: how many records and statements, and the digest of their subgraph."""

    records: int
    statements: int
    digest: str
    notes: tuple[str, ...]


@with_options
def export(ctx: typer.Context, handing: HandingOn, form: As = None) -> None:
    """How do I take these facts into another program, or give them to somebody?

    crossprobe export --all -o all.jsonl

    crossprobe export --query recurring-officers -o recurring.graphml --redact persons --key case.key

    One file or folder with records, statements and their sources. A redacted one is read back and checked before it
    takes its name.
    """
    from crossprobe import asking
    from crossprobe.output.staging import staged
    from exports.formats import format_for

    chosen = choices(ctx)
    file = handing.file
    format_ = format_for(form, file)
    redaction, wanted = handing.redaction(), handing.wanted()
    with staged(file, folder=format_.is_folder, force=handing.force) as staging, asking.session(chosen) as session:

        def make(store: "Store", log: str) -> Made:
            return _written(handing.taken(store, wanted, log), format_, staging.path, redaction, handing.title or "")

        made = session.hand_out(
            make,
            count=lambda made: made.records + made.statements,
            digest=lambda made: made.digest,
            **handing.logged(wanted),
        )
        staging.put()
    for note in made.notes:
        say(note)
    size = sum(each.stat().st_size for each in (file.rglob("*") if file.is_dir() else [file]) if each.is_file())
    counted = f"{made.records:,} records, {made.statements:,} statements, {size:,} bytes"
    say(f"{file}: {counted}; digest {made.digest[:10]}", quiet=chosen.quiet)


def _written(subgraph: "Subgraph", format_: "Format", path: Path, redaction: "Redaction | None", title: str) -> Made:
    from exports.about import about
    from graph.redaction.checking import check
    from graph.redaction.restrictions import restrictions_in

    notes: tuple[str, ...] = ()
    if redaction is None:
        notes = restrictions_in(subgraph)
        subgraph = replace(subgraph, header=replace(subgraph.header, notes=notes))
        digest = subgraph.digest
        format_.write(subgraph, about(subgraph, digest=digest), path)
    else:
        redacted = redaction.of(subgraph, title=title)
        subgraph = redacted.subgraph
        digest, notes = subgraph.digest, subgraph.header.notes
        format_.write(subgraph, about(subgraph, digest=digest), path)
        check(format_.read_back(path), redacted)
    return Made(len(subgraph.records), len(subgraph.statements), digest, notes)
