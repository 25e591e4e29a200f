"""The options every command takes, before or after its name, and the choices a user makes with them."""

import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from crossprobe import help_pages
from crossprobe.output.files import check_destination
from crossprobe.output.handing import Destination, Format, format_for
from graph.errors import UsageError

RESULTS_PANEL = "Results"
EVERYWHERE_PANEL = "Everywhere"
_KEY = "crossprobe"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user chose for this call; nothing here depends on the command."""

    command: str
    database: str | None
    purpose: str | None
    insecure: bool
    yes: bool
    quiet: bool
    to: Destination

    @property
    def here(self) -> str:
        """What a further command must say to ask the same database."""
        return f" -d {shlex.quote(self.database)}" if self.database else ""


def _remember(ctx: typer.Context, param: typer.CallbackParam, value: Any) -> None:  # noqa: ANN401 - any option's value
    # Called once at the root and once at the command: what was typed last on the line wins, a default never does.
    chosen = ctx.meta.setdefault(_KEY, {})
    source = ctx.get_parameter_source(str(param.name))
    if param.name not in chosen or (source is not None and source.name == "COMMANDLINE"):
        chosen[param.name] = value


def choices(ctx: typer.Context) -> Choices:
    """What the user chose, wherever on the line it stood.

    Raises UsageError where a format or a file is asked of a command that gives no rows, or the file is there already.
    """
    chosen = ctx.meta[_KEY]
    form, file, force, quiet = (chosen[name] for name in ("form", "file", "force", "quiet"))
    if (form or file) and not isinstance(ctx.command, RowsCommand):
        raise UsageError(f"{ctx.command_path} gives no rows to write.", do="Leave out --format and --output.")
    if file:
        check_destination(file, force=force)
    return Choices(
        command=ctx.command_path.partition(" ")[2],
        database=chosen["database"],
        purpose=chosen["purpose"],
        insecure=chosen["insecure"],
        yes=chosen["yes"],
        quiet=quiet,
        to=Destination(format_for(form, file), file, force, quiet),
    )


def _option(*names: str, panel: str, text: str, **more: Any) -> Any:  # noqa: ANN401 - typer's own type
    return typer.Option(*names, help=text, rich_help_panel=panel, callback=_remember, expose_value=False, **more)


Database = Annotated[
    str | None,
    _option(
        "--database",
        "-d",
        panel=EVERYWHERE_PANEL,
        metavar="ADDRESS",
        envvar="CROSSPROBE_DATABASE",
        text="A folder, or bolt://, neo4j://, neo4j+s://; CROSSPROBE_DATABASE; else your own folder.",
    ),
]
Purpose = Annotated[
    str | None,
    _option("--purpose", panel=EVERYWHERE_PANEL, metavar="TEXT", text="Why you ask; sealed into the access log."),
]
Insecure = Annotated[
    bool,
    _option("--insecure", panel=EVERYWHERE_PANEL, text="Send a password over an unencrypted connection."),
]
Form = Annotated[
    Format | None,
    _option("--format", panel=RESULTS_PANEL, text="How rows are written; whole and exact in all but table."),
]
File = Annotated[
    Path | None,
    _option(
        "--output",
        "-o",
        panel=RESULTS_PANEL,
        metavar="FILE",
        text="Write the rows to a file: .csv, .json, .jsonl, .tsv, .txt or .xlsx.",
    ),
]
Force = Annotated[bool, _option("--force", panel=RESULTS_PANEL, text="Write over a file that exists.")]
Yes = Annotated[bool, _option("--yes", "-y", panel=EVERYWHERE_PANEL, text="Agree to what would be asked.")]
Quiet = Annotated[bool, _option("--quiet", "-q", panel=EVERYWHERE_PANEL, text="No notes or bars.")]
NoColour = Annotated[bool, _option("--no-color", panel=EVERYWHERE_PANEL, text="No colours; so does NO_COLOR.")]
Debug = Annotated[bool, _option("--debug", panel=EVERYWHERE_PANEL, text="Show where an error came from.")]


class Command(TyperCommand):
    """A command that takes the options of the panel Everywhere, declared once, at the root."""

    panels: tuple[str, ...] = (EVERYWHERE_PANEL,)

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 - typer does not publish its types
        """The command's own parameters, the shared ones, and --help."""
        own = super().get_params(ctx)
        root = ctx.find_root().command.params
        return [*own, *(each for each in root if getattr(each, "rich_help_panel", None) in self.panels)]

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 - as above
        """Prints the page instead of filling the formatter."""
        help_pages.print_command(self, ctx)


class RowsCommand(Command):
    """A command that gives rows: it also takes the options of the panel Results."""

    panels = (RESULTS_PANEL, EVERYWHERE_PANEL)


class Group(TyperGroup):
    """A family of commands."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 - as above
        """Prints the page instead of filling the formatter."""
        help_pages.print_group(self, ctx)
