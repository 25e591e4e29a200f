"""`crossprobe visualise`."""

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crossprobe.everywhere import choices
from crossprobe.handing_on import HandingOn, with_options
from crossprobe.output.terminal import say

if TYPE_CHECKING:
    from graph.stores.store import Store
    from graph.subgraph import Subgraph
    from visualise.picture import Picture

MOST = 5_000
"""Items of a page, where nobody says otherwise: above it a browser on a small machine becomes slow."""


@dataclass(frozen=True, slots=True)
class Made:
    """A page that has no name yet, and what it was made from."""

    subgraph: "Subgraph"
    picture: "Picture"
    text: str


@with_options
def visualise(
    ctx: typer.Context,
    handing: HandingOn,
    collapse: Annotated[bool, typer.Option("--collapse", help="Open on an overview, however small it is.")] = False,
    max_nodes: Annotated[int, typer.Option("--max-nodes", metavar="N", min=1, help="Items at most.")] = MOST,
    positions: Annotated[
        Path | None, typer.Option("--positions", metavar="FILE", help="Positions that were saved from a page.")
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """How does this hang together, as a picture that works offline?

    crossprobe visualise --query recurring-officers -o recurring.html

    crossprobe visualise --around k7q2m-4xd9h --depth 2 -o around.html

    Writes one HTML file that asks no other computer for anything: filter, search, read every source, ask why two
    things are linked. Whoever gets the file gets all that is in it.
    """
    from crossprobe import asking
    from crossprobe.output.files import check_destination, written_whole
    from crossprobe.version import version_text
    from graph.errors import UsageError
    from graph.redaction.checking import check
    from graph.vocabulary import label_of
    from visualise.page import notes, page
    from visualise.picture import picture
    from visualise.positions import read_positions
    from visualise.reading_back import read_back

    chosen = choices(ctx)
    file, force = handing.file, handing.force
    if file.suffix.lower() not in {".html", ".htm"}:
        raise UsageError(f"{file.name} does not say that it is a page.", do="End its name in .html.")
    check_destination(file, force=force)
    saved = read_positions(positions) if positions else None
    redaction, wanted = handing.redaction(), handing.wanted()

    def made(store: "Store", log: str) -> Made:
        subgraph = handing.taken(store, wanted, log)
        redacted = redaction.of(subgraph, title=handing.title or "") if redaction else None
        subgraph = redacted.subgraph if redacted else subgraph
        drawn = picture(subgraph, label_of, collapse=collapse, positions=saved)
        _check_size(drawn, collapse=collapse, most=max_nodes)
        text = page(replace(drawn, newest_load=_date(drawn.newest_load)), version_text())
        if redacted:
            check(read_back(text), redacted)
        return Made(subgraph, drawn, text)

    with asking.session(chosen) as session:
        one = session.hand_out(
            made,
            count=lambda one: len(one.subgraph.records) + len(one.subgraph.statements),
            digest=lambda one: one.picture.digest,
            **handing.logged(wanted),
        )
    if not one.picture.items:
        say("Nothing fits the selection: no page is written.")
        return
    for note in notes(one.picture):
        say(note)
    with written_whole(file, force=force) as out:
        out.write(one.text)
    size = f"{len(one.picture.items):,} items, {len(one.picture.links):,} links, {file.stat().st_size:,} bytes"
    say(f"{file}: {size}", quiet=chosen.quiet)
    if show:
        import webbrowser

        webbrowser.open(file.resolve().as_uri())
    else:
        say("Open it in any browser; it needs no network.", quiet=chosen.quiet)


def _check_size(drawn: "Picture", *, collapse: bool, most: int) -> None:
    from graph.errors import UsageError

    if len(drawn.items) > most and not collapse:
        raise UsageError(
            f"That is {len(drawn.items):,} items, and a page of more than {most:,} is slow to open and hard to read.",
            do=f"Give --collapse to open on an overview, --around ID --depth 2 for a part, or --max-nodes "
            f"{len(drawn.items)}.",
        )


def _date(newest: str) -> str:
    """The date of the newest load; where builds must be repeatable, that of SOURCE_DATE_EPOCH."""
    import datetime

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isdecimal():
        return newest
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat()
