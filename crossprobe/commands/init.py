"""`crossprobe init`."""

import typer

from crossprobe.everywhere import choices
from crossprobe.output.terminal import say


def init(ctx: typer.Context) -> None:
    """How do I make an empty database here?

    crossprobe init -d cases

    Loading makes it too; this prepares one before anything is known, on a server for instance.
    """
    from crossprobe import asking
    from crossprobe.access_log import Operation
    from crossprobe.starting import prepare, remember_start

    chosen = choices(ctx)
    with asking.session(chosen, create=True) as session:
        made = session.load(prepare, count=lambda _: 0, operation=Operation.ALTERATION)
        say(f"{session.address} is ready ({made.name} {made.version}).", quiet=chosen.quiet)
        say(f"Next: crossprobe load casebook FILE{chosen.here}", quiet=chosen.quiet)
    remember_start(made)
