"""`crossprobe link review`: a person decides on what is suggested, one pair after the other."""

import getpass
import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from crossprobe.everywhere import choices
from crossprobe.output.terminal import harmless, say

if TYPE_CHECKING:
    from crossprobe.asking import Session
    from crossprobe.reviewing.dialogue import Desk
    from crossprobe.reviewing.page import Sheet
    from graph.identity.decisions import Judgement
    from graph.identity.waiting import Waiting
    from graph.stores.store import Store


def review(
    ctx: typer.Context,
    changes: Annotated[
        bool, typer.Option("--changes", help="First those that would change how many officers recur.")
    ] = False,
) -> None:
    """Which suggestions are right, one after the other, with both records side by side?

    crossprobe link review

    crossprobe link review --changes

    Type a key and Enter. What is decided is stored at once: quit when you like, and go on another time. z takes the
    last decision back.
    """
    from crossprobe import asking
    from crossprobe.reviewing.dialogue import review as reviewed
    from graph.errors import UsageError
    from graph.identity.waiting import waiting

    chosen = choices(ctx)
    with asking.session(chosen) as session:
        found = session.read(lambda store: waiting(store, changes_first=changes), count=len)
        if not found:
            say(f"Nothing waits for a person. Look for more with: crossprobe link suggest{chosen.here}")
            return
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise UsageError(
                "A review needs a terminal.", do="Without one: crossprobe link list, then crossprobe link decide A B"
            )
        done = reviewed(found, _desk(session))
    left = len(found) - len(done.decided)
    say(f"{len(done.decided)} decided, {done.skipped} skipped, {left} still wait.", quiet=chosen.quiet)


def _desk(session: "Session") -> "Desk":
    from crossprobe.clock import now
    from crossprobe.reviewing.dialogue import Desk
    from crossprobe.reviewing.page import page_text
    from graph.identity import deciding, decisions
    from graph.identity.suggestions import UNDONE

    def show(waiting: "Waiting", place: str) -> None:
        sheet = session.read(lambda store: _sheet(store, waiting), count=lambda _: 2)
        sys.stdout.write("\n" + page_text(sheet, place=place, width=shutil.get_terminal_size().columns) + "\n")
        sys.stdout.flush()

    def decide(waiting: "Waiting", judgement: "Judgement", why: str) -> str:
        left, right = waiting.suggestion.pair
        made = session.decide(
            lambda store: deciding.decide(
                store, decisions.decision(left, right, judgement, by=getpass.getuser(), at=now(), reason=why)
            ),
            count=lambda _: 1,
            typed={"why": why},
        )
        if made.contradicts:
            say("This contradicts what was decided before; both are kept: crossprobe show tells the chain.")
        return made.decision.id

    def undo(decision_id: str) -> None:
        session.decide(
            lambda store: deciding.withdraw(store, decision_id, by=getpass.getuser(), at=now(), reason=UNDONE),
            count=lambda _: 1,
        )

    return Desk(show, say, _ask, decide, undo)


def _ask(prompt: str) -> str | None:
    sys.stdout.write(harmless(prompt))
    sys.stdout.flush()
    return sys.stdin.readline() or None


def _sheet(store: "Store", waiting: "Waiting") -> "Sheet":
    from crossprobe.reviewing.page import Sheet
    from graph.vocabulary import label_of
    from queries.showing import show

    left, right = (show(store, each) for each in waiting.suggestion.pair)
    stated = [[each.sentence(linked, label_of) for linked in each.statements] for each in (left, right)]
    return Sheet(waiting, left, right, stated[0], stated[1], _namesakes(store, waiting))


def _namesakes(store: "Store", waiting: "Waiting") -> Sequence[str]:
    from graph.identity.namesakes import namesakes
    from graph.ids import quoted

    found = namesakes(store, waiting.suggestion.pair)
    return [f"{each.name} ({quoted(each.id)}, {each.force}, source {each.source_id})" for each in found]
