"""`crossprobe erase`: one person out of the database, for good."""

import sys
from typing import Annotated

import typer

from crossprobe.everywhere import choices
from crossprobe.output.terminal import confirmed, harmless, say

OUT_OF_REACH = (
    "Out of reach and yours to see to: exports and pages that were handed on, decision dumps, backups, casebooks and "
    "tables they were loaded from, and what other sources say in their own texts."
)


def erase(
    ctx: typer.Context,
    record: Annotated[str, typer.Argument(metavar="ID", help="A record: its id, the start of it, or its name.")],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason; sealed into the access log.")],
    one: Annotated[bool, typer.Option("--record", help="Only this record, not those held to be the same.")] = False,
) -> None:
    """How do I erase a person, so that no load brings them back?

    crossprobe erase k7q2m-4xd9h --why "right to erasure, request 12"

    Every record held to be the same goes, with statements, messages, decisions, suggestions and denials that name it.
    A load that states it again counts it as excluded.
    """
    from crossprobe import asking
    from crossprobe.access_log import Operation
    from crossprobe.clock import now
    from crossprobe.places import state_folder
    from crossprobe.rejects import without_traces
    from graph.erasing.erasing import erase as erased_from
    from graph.errors import UsageError
    from graph.ids import quoted
    from graph.sentences import called
    from queries.lookup import find_record
    from queries.neighbourhood import held_to_be_one

    chosen = choices(ctx)
    with asking.session(chosen) as session:
        found = session.read(
            lambda store: held_to_be_one(store, find_record(store, record).id, alone=one),
            count=len,
            typed={"record": record},
        )
        for each in found:
            sys.stderr.write(harmless(f"{quoted(each.id)}  {called(each.label, each.properties)}\n"))
        if not confirmed(f"Erase {'these' if len(found) > 1 else 'this'} for good?", yes=chosen.yes):
            raise UsageError("Nothing was erased.", do="Agree when asked, or give --yes.")
        gone, compacted = session.load(
            lambda store: (erased_from(store, [each.id for each in found], now=now()), store.compact()),
            count=lambda both: both[0].records + both[0].statements + both[0].naming,
            operation=Operation.ERASURE,
            typed={"record": record, "why": why},
        )
    lines = without_traces(state_folder() / "rejects", found)
    say(
        f"Erased: {gone.records} records, {gone.statements} statements, {gone.naming} messages, decisions, suggestions "
        f"and denials, {lines} rejected rows."
    )
    if not compacted:
        say("The server's files may hold what was deleted until it reuses the space: ask who looks after it.")
    say(OUT_OF_REACH)
