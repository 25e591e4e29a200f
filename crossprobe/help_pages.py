"""The pages of --help: the question a command answers, an example, then what it takes, in panels.

Typer's own pages import a Markdown parser and a highlighter for code; these answer in half the time.
"""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

PANELS = ("Start", "Load", "Ask", "Decide", "Hand on", "Look after")


@dataclass(frozen=True, slots=True)
class Page:
    """A command's docstring, taken apart: the question first, then its examples, then the rest."""

    question: str
    examples: tuple[str, ...]
    rest: tuple[str, ...]


def page_of(command: Any) -> Page:  # noqa: ANN401 - typer does not publish its types
    """What a command's docstring says. Paragraphs whose lines begin with `crossprobe ` are examples."""
    question, *paragraphs = inspect.cleandoc(command.help or "").split("\n\n")
    examples = [line.strip() for each in paragraphs if _is_example(each) for line in each.splitlines()]
    rest = [" ".join(each.split()) for each in paragraphs if not _is_example(each)]
    return Page(" ".join(question.split()), tuple(examples), tuple(rest))


def _is_example(paragraph: str) -> bool:
    return all(line.strip().startswith("crossprobe ") for line in paragraph.splitlines())


def leaves(group: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - as above
    """Every command below a group with its full name, in the order of declaration."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from leaves(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", command


def print_command(command: Any, ctx: Any) -> None:  # noqa: ANN401 - as above
    """Prints the page of one command."""
    from crossprobe.output.terminal import console

    out = console()
    _print_words(command, ctx, out)
    _print_parameters(command, ctx, out)


def print_group(group: Any, ctx: Any) -> None:  # noqa: ANN401 - as above
    """Prints the page of a family of commands, or of crossprobe itself: every command by its panel."""
    from crossprobe.output.terminal import console

    out = console()
    _print_words(group, ctx, out)
    prefix = ctx.command_path.partition(" ")[2]
    commands = list(leaves(group, f"{prefix} " if prefix else ""))
    width = max(len(name) for name, _ in commands)
    for panel in PANELS:
        rows = [(name, page_of(each).question) for name, each in commands if each.rich_help_panel == panel]
        _print_panel(panel, rows, width, out)
    _print_parameters(group, ctx, out)


def _print_words(command: Any, ctx: Any, out: Any) -> None:  # noqa: ANN401 - as above
    from rich.padding import Padding
    from rich.text import Text

    page = page_of(command)
    out.print(Padding(Text(page.question, style="bold"), (1, 1), expand=False), soft_wrap=False)
    for example in page.examples:
        out.print(f"   {example}", style="cyan")
    for paragraph in page.rest:
        out.print(Padding(Text(paragraph), (1, 1, 0, 1), expand=False), soft_wrap=False)
    out.print(f"\n {command.get_usage(ctx)}\n")


def _print_parameters(command: Any, ctx: Any, out: Any) -> None:  # noqa: ANN401 - as above
    panels: dict[str, list[tuple[str, str]]] = {}
    for each in command.get_params(ctx):
        usual = "Arguments" if each.param_type_name == "argument" else "Options"
        panels.setdefault(getattr(each, "rich_help_panel", None) or usual, []).append(parameter_line(each, ctx))
    own_first = sorted(panels, key=lambda name: name not in {"Arguments", "Options"})
    for panel in own_first:
        width = max(len(name) for name, _ in panels[panel])
        _print_panel(panel, panels[panel], width, out)


def parameter_line(parameter: Any, ctx: Any) -> tuple[str, str]:  # noqa: ANN401 - as above
    """How a parameter is written, and what it is for."""
    if parameter.param_type_name == "argument":
        many = "..." if parameter.nargs != 1 else ""
        optional = "" if parameter.required else " (may be left out)"
        return f"{parameter.display_name_raw}{many}", f"{parameter.help or ''}{optional}"
    takes = "" if parameter.is_flag else f" {parameter.metavar or parameter.display_type_rich(ctx) or ''}"
    required = " Required." if parameter.required else ""
    return ", ".join(parameter.opts) + takes, f"{parameter.help or ''}{required}"


def _print_panel(title: str, rows: list[tuple[str, str]], width: int, out: Any) -> None:  # noqa: ANN401 - as above
    if not rows:
        return
    from rich.panel import Panel
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(no_wrap=True, width=width)
    table.add_column(ratio=1)
    for name, text in rows:
        table.add_row(Text(name, style="cyan"), Text(text))
    out.print(Panel(table, title=Text(title), title_align="left", border_style="dim"), soft_wrap=False)
