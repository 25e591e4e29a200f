"""`crossprobe load chat`: groups, members over time and activity out of chat exports."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from crossprobe.commands.load import COUNTS
from crossprobe.everywhere import Choices, choices
from crossprobe.output.terminal import say

if TYPE_CHECKING:
    from loaders.chats.exhibits import Exhibit
    from loaders.chats.loading import Asked

Paths = Annotated[list[Path], typer.Argument(metavar="PATH...", help="Exports as phones made them: a text or a zip.")]
Exhibits = Annotated[
    list[str] | None,
    typer.Option("--exhibit", metavar="ID", help="The exhibit's reference, once for each file, in their order."),
]
ExtractedBy = Annotated[str | None, typer.Option("--extracted-by", metavar="TEXT", help="Who took it from the device.")]
Extracted = Annotated[
    str | None, typer.Option("--extracted", metavar="DATE", help="When it was taken from the device.")
]
TimeZone = Annotated[
    str | None,
    typer.Option("--time-zone", metavar="ZONE", help="The clock of its times: Europe/London, +01:00. Never guessed."),
]
Messages = Annotated[
    Literal["none", "terms", "full"],
    typer.Option("--messages", help="Which messages are kept: only counts, those that hold a term, or all."),
]
TermsFile = Annotated[
    Path | None, typer.Option("--terms", metavar="FILE", help="Words or phrases, one a line, for --messages terms.")
]
DateOrder = Annotated[
    Literal["dmy", "mdy"] | None,
    typer.Option("--date-order", help="How dates are written, where the file leaves it open."),
]
RejectLimit = Annotated[
    int, typer.Option("--reject-limit", metavar="N", help="Store nothing if more lines of a file cannot be read.")
]
Replace = Annotated[bool, typer.Option("--replace", help="Correct what is stored of these exhibits.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what each file holds, and store nothing.")]


def chat(
    ctx: typer.Context,
    paths: Paths,
    exhibit: Exhibits = None,
    extracted_by: ExtractedBy = None,
    extracted: Extracted = None,
    time_zone: TimeZone = None,
    messages: Messages = "none",
    terms: TermsFile = None,
    date_order: DateOrder = None,
    reject_limit: RejectLimit = 1_000,
    replace: Replace = False,
    dry_run: DryRun = False,
) -> int:
    """Who was in these chat groups, and when?

    crossprobe load chat "WhatsApp Chat with Response Team C.zip" --exhibit ABC-12

    crossprobe load chat exports/*.zip --dry-run --format jsonl

    Of messages only counts by account and day are kept, unless --messages asks for more; media are counted and
    hashed. Accounts become officers only by decision: crossprobe link decide.
    """
    from graph.errors import UsageError
    from loaders.chats.exhibits import Exhibit
    from loaders.chats.keeping import read_terms
    from loaders.chats.loading import Asked

    chosen = choices(ctx)
    if dry_run:
        return _summaries(chosen, paths, date_order)
    references = exhibit or []
    if len(references) != len(paths):
        raise UsageError(
            f"Files given: {len(paths)}; exhibits: {len(references)}.", do="Give --exhibit ID once for each file."
        )
    exhibits = [Exhibit(each, extracted_by, extracted, time_zone).checked() for each in references]
    asked = Asked(messages, read_terms(terms) if terms else None, date_order, reject_limit, replace).checked()
    return _loaded(chosen, dict(zip(paths, exhibits, strict=True)), asked)


def _summaries(chosen: Choices, paths: Iterable[Path], date_order: Literal["dmy", "mdy"] | None) -> int:
    from crossprobe.output.handing import hand_over
    from crossprobe.output.result import Result
    from graph.errors import CrossprobeError, NotFoundError
    from loaders.chats.summary import COLUMNS, summary

    rows = []
    failed = 0
    for path in paths:
        try:
            rows.append(tuple(summary(path, date_order=date_order).row().values()))
        except NotFoundError:
            raise
        except CrossprobeError as error:
            failed += 1
            say(f"{error.what}\n{error.do}".strip())
    hand_over(Result.of(COLUMNS, rows), chosen.to)
    say("Nothing was stored: this was a dry run.", quiet=chosen.quiet)
    return 1 if failed else 0


def _loaded(chosen: Choices, exhibits: "Mapping[Path, Exhibit]", asked: "Asked") -> int:
    from crossprobe import asking
    from crossprobe.access_log import Operation
    from crossprobe.clock import now
    from crossprobe.output.handing import hand_over
    from crossprobe.output.result import Result
    from crossprobe.starting import prepare, remember_start
    from graph.ids import short
    from loaders.chats.loading import load_chats

    with asking.session(chosen, create=True, loading=True) as session:
        engine, (loads, compared) = session.load(
            lambda store: (prepare(store), load_chats(store, exhibits, asked, clock=now)),
            count=lambda done: sum(each.result.account.read for each in done[1][0]),
            operation=Operation.ALTERATION if asked.replace else Operation.COLLECTION,
            typed={"files": [str(each) for each in exhibits], "messages": asked.messages},
        )
    results = [*(one.result for one in loads), *(each.result for each in compared)]
    rows = [(each.source_id, *(each.account.row()[name] for name in COUNTS)) for each in results]
    hand_over(Result.of(("source", *COUNTS), rows), chosen.to)
    for each in compared:
        say(f"Perhaps one group ({each.result.source_id}): {' '.join(each.reasons)}", quiet=chosen.quiet)
        if each.differences:
            path = _written("differences", each.result.source_id, each.differences)
            say(f"Each of these messages by number and line: {path}", quiet=chosen.quiet)
        groups = " ".join(short(group) for group in each.groups)
        say(f"Decide: crossprobe link decide {groups} same --why TEXT{chosen.here}", quiet=chosen.quiet)
    for one in loads:
        if one.rejected:
            path = _written("rejects", one.result.source_id, [asdict(each) for each in one.rejected])
            say(f"{len(one.rejected):,} lines of {one.result.source_id} cannot be read: {path}")
    say(f"Next: crossprobe query run chat-group-members{chosen.here}", quiet=chosen.quiet)
    remember_start(engine)
    return 5 if any(one.rejected for one in loads) else 0


def _written(what: str, source_id: str, rows: "Iterable[Mapping[str, object]]") -> Path:
    import os

    from crossprobe.places import open_private, private_folder, state_folder

    path = private_folder(state_folder() / what) / f"{source_id}.jsonl"
    with os.fdopen(open_private(path, os.O_WRONLY | os.O_TRUNC), "w", encoding="utf-8") as file:
        file.writelines(json.dumps(each, ensure_ascii=False) + "\n" for each in rows)
    return path
