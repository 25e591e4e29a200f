"""Writes docs/reference: the model, the vocabularies, the saved queries, the casebook's schema, the command line.

`python -m crossprobe.reference docs/reference` writes every page anew; a test compares what is committed.
"""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import typer
from typer.main import get_command

from crossprobe.everywhere import EVERYWHERE_PANEL, RESULTS_PANEL, Command
from crossprobe.help_pages import PANELS, leaves, page_of, parameter_line

_INTRODUCTION = """# The command line

Generated from the commands; do not edit. Results go to standard output, everything else to standard error.

| exit code | means |
|---|---|
| 0 | done; an empty answer is done |
| 1 | an error |
| 2 | the call itself is wrong, or what it names fits several |
| 3 | a named thing does not exist |
| 4 | the database cannot be reached, is held by another process, or refused the login |
| 5 | loaded, but some rows were rejected |
| 130 | interrupted |
"""


def cli_reference() -> str:
    """docs/reference/cli.md: every command with its question, example, arguments and options."""
    from crossprobe.app import app

    root = get_command(app)
    top = typer.Context(root, info_name="crossprobe")
    parts = [_INTRODUCTION]
    for title, panel in (
        ("Options of every command", EVERYWHERE_PANEL),
        ("Options wherever rows come out", RESULTS_PANEL),
    ):
        shared = [each for each in root.params if getattr(each, "rich_help_panel", None) == panel]
        parts.append(f"## {title}\n\n" + _table(parameter_line(each, top) for each in shared))
    for panel in PANELS:
        commands = [(name, each) for name, each in leaves(root) if each.rich_help_panel == panel]
        if commands:
            parts.append(f"## {panel}")
            parts += [_command(name, each, top) for name, each in commands]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _command(name: str, command: Command, top: typer.Context) -> str:
    page, ctx = page_of(command), typer.Context(command, info_name=name, parent=top)
    usage = " ".join(command.get_usage(ctx).split()).removeprefix("Usage: ")
    parts = [f"### {name}\n\n{page.question}", "```sh\n" + "\n".join(page.examples) + "\n```", *page.rest, f"`{usage}`"]
    if command.params:
        parts.append(_table(parameter_line(each, ctx) for each in command.params))
    return "\n\n".join(parts)


def _table(rows: Iterator[tuple[str, str]]) -> str:
    lines = (f"| `{name.replace('|', '&#124;')}` | {text.replace('|', '&#124;')} |" for name, text in rows)
    return "\n".join(["| | |", "|---|---|", *lines])


def pages() -> dict[str, Callable[[], str]]:
    """Every page of docs/reference by its file name, and what writes it."""
    from graph.model.reference import model_reference
    from graph.vocabulary.reference import vocabulary_reference
    from loaders.casebooks.schema import casebook_schema
    from queries.reference import queries_reference

    return {
        "model.md": model_reference,
        "vocabularies.md": vocabulary_reference,
        "queries.md": queries_reference,
        "casebook.schema.json": lambda: json.dumps(casebook_schema(), indent=2, ensure_ascii=False) + "\n",
        "cli.md": cli_reference,
    }


def write(folder: Path) -> None:
    """Writes every page into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in pages().items():
        (folder / name).write_text(page(), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
