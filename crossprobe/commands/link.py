"""`crossprobe link`: decisions that records are one thing, or are not."""

import getpass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crossprobe.everywhere import choices
from crossprobe.output.terminal import say

if TYPE_CHECKING:
    from graph.identity.deciding import Decided
    from graph.identity.decisions import Decision
    from graph.identity.separating import Separated


class Judgement(Enum):
    """What may be decided."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason; it is kept with the decision.")]


def decide(
    ctx: typer.Context,
    first: Annotated[str, typer.Argument(metavar="A", help="A record: its id, the start of it, or its name.")],
    second: Annotated[str, typer.Argument(metavar="B", help="The other record.")],
    judgement: Annotated[Judgement, typer.Argument(metavar="same|different|unsure", help="Your word.")],
    why: Why,
) -> None:
    """Are these two records one person, one group, one investigation?

    crossprobe link decide k7q2m-4xd9h 2b8nf-0w3rt same --why "same collar number in both releases"

    Nothing is merged: both records stay as they are, and the decision can be taken back.
    """
    from crossprobe import asking
    from crossprobe.clock import now
    from graph.identity import deciding, decisions
    from queries.lookup import find_record

    chosen = choices(ctx)
    with asking.session(chosen) as session:
        made = session.decide(
            lambda store: deciding.decide(
                store,
                decisions.decision(
                    find_record(store, first).id,
                    find_record(store, second).id,
                    judgement.value,
                    by=getpass.getuser(),
                    at=now(),
                    reason=why,
                ),
            ),
            count=lambda _: 1,
            typed={"first": first, "second": second, "why": why},
        )
    _say_decided(made, here=chosen.here, quiet=chosen.quiet)


def withdraw(
    ctx: typer.Context,
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="The decision's id, or the start of it.")],
    why: Why,
) -> None:
    """How do I take a decision back?

    crossprobe link withdraw decision:3fkq8 --why "the number was reissued in 2019"

    What was counted as one is counted apart again, exactly as before the decision; if other decisions say the same,
    they are named.
    """
    from crossprobe import asking
    from crossprobe.clock import now
    from graph.identity import deciding
    from queries.lookup import find_decision

    chosen = choices(ctx)
    with asking.session(chosen) as session:
        taken_back, still = session.decide(
            lambda store: (
                done := deciding.withdraw(
                    store, find_decision(store, decision), by=getpass.getuser(), at=now(), reason=why
                ),
                deciding.still_joining(store, done),
            ),
            count=lambda _: 1,
            typed={"decision": decision, "why": why},
        )
    say(f"Taken back: {_sentence(taken_back)}", quiet=chosen.quiet)
    for each in still:
        say(f"This says all the same that they are one: {_sentence(each)}")


def separate(
    ctx: typer.Context,
    record: Annotated[str, typer.Argument(metavar="RECORD", help="A record: its id, the start of it, or its name.")],
    why: Why,
    undo: Annotated[bool, typer.Option("--undo", help="Put it back: withdraw what took it out.")] = False,
) -> None:
    """How do I take one record out of those it is held to be one with?

    crossprobe link separate k7q2m-4xd9h --why "the article means his father"

    Decides that it is different from each record that a decision joins it to. Those decisions stay and are not
    followed; a load does not bring it back. With --undo all is exactly as before.
    """
    from crossprobe import asking
    from crossprobe.clock import now
    from graph.identity.separating import rejoin
    from graph.identity.separating import separate as separated
    from queries.lookup import find_record

    chosen = choices(ctx)
    act = rejoin if undo else separated
    with asking.session(chosen) as session:
        done = session.decide(
            lambda store: act(store, find_record(store, record).id, by=getpass.getuser(), at=now(), reason=why),
            count=lambda made: len(made.decisions),
            typed={"record": record, "why": why},
        )
    _say_separated(done, undone=undo, quiet=chosen.quiet)
    if not undo:
        say(f"Put it back with: crossprobe link separate {record} --undo --why TEXT{chosen.here}", quiet=chosen.quiet)


def dump(ctx: typer.Context) -> None:
    """Which decisions were made, by whom and why, as a file to keep?

    crossprobe link dump -o decisions.jsonl

    One JSON object a line, withdrawn decisions too; `link restore` reads it back, into a rebuilt database as well.
    """
    from crossprobe import asking
    from crossprobe.output.handing import Format, hand_over_lines
    from graph.errors import UsageError
    from graph.identity.dumping import dump as dumped

    chosen = choices(ctx)
    if chosen.to.form not in (Format.TABLE, Format.JSONL):
        raise UsageError("A dump is JSON lines: `link restore` reads nothing else.", do="Leave out --format.")
    with asking.session(chosen) as session:
        lines = session.read(lambda store: list(dumped(store)), count=len)
    hand_over_lines(lines, chosen.to)


def restore(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `link dump` wrote.")],
) -> None:
    """How do I bring decisions back into a database that was rebuilt?

    crossprobe link restore decisions.jsonl

    Only what is missing is stored. A decision whose records are absent waits until they come.
    """
    from crossprobe import asking
    from crossprobe.reading import text_of
    from graph.identity.dumping import read_dump
    from graph.identity.dumping import restore as restored

    chosen = choices(ctx)
    decisions = read_dump(text_of(file).splitlines(), file=str(file))
    with asking.session(chosen) as session:
        added, withdrawn = session.decide(
            lambda store: restored(store, decisions), count=lambda both: both[0] + both[1]
        )
    say(f"{added} decisions restored, {withdrawn} withdrawn, of {len(decisions)} in {file}.", quiet=chosen.quiet)


def _say_decided(made: "Decided", *, here: str, quiet: bool) -> None:
    say(f"Decided: {_sentence(made.decision)}", quiet=quiet)
    for each in made.contradicts:
        say(f"This contradicts: {_sentence(each)}")
    if made.contradicts:
        say("Both are kept. No records are counted as one against a decision that they are different.")
    say(f"Take it back with: crossprobe link withdraw {made.decision.id} --why TEXT{here}", quiet=quiet)


def _say_separated(done: "Separated", *, undone: bool, quiet: bool) -> None:
    from graph.ids import quoted

    for each in done.decisions:
        say(f"{'Taken back' if undone else 'Decided'}: {_sentence(each)}", quiet=quiet)
    for each in done.overruled:
        say(f"{'Followed again' if undone else 'No longer followed'}: {_sentence(each)}", quiet=quiet)
    for thing in done.others:
        if len(thing) > 1:
            say(f"Held to be one now: {', '.join(map(quoted, thing))}", quiet=quiet)
    alone = [quoted(thing[0]) for thing in done.others if len(thing) == 1]
    if len(done.others) > 1 and alone:
        say(f"Only this record held them to be one with another: {', '.join(alone)}", quiet=quiet)


def _sentence(decision: "Decision") -> str:
    from graph.ids import quoted

    words = {"same": "are the same", "different": "are different", "unsure": "may be the same"}[decision.judgement]
    pair = f"{quoted(decision.left_id)} and {quoted(decision.right_id)}"
    return f"{pair} {words} ({decision.by}, {decision.at[:10]}: {decision.reason}) [{quoted(decision.id)}]"
