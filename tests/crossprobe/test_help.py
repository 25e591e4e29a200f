"""Help: each command says which question it answers, and shows how it is asked."""

from typing import Any

import pytest
from typer.main import get_command

from crossprobe.app import app
from crossprobe.help_pages import PANELS, leaves, page_of
from tests.crossprobe.calling import Caller

COMMANDS = dict(leaves(get_command(app)))


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_answers_a_question_and_begins_its_page_with_an_example(call: Caller, name: str) -> None:
    command: Any = COMMANDS[name]
    page = page_of(command)
    assert page.question.endswith("?")
    assert page.examples
    assert all(each.startswith(f"crossprobe {name}") for each in page.examples)
    assert command.rich_help_panel in PANELS
    said = call(*name.split(), "--help")
    assert said.code == 0
    lines = [line.strip() for line in said.out.splitlines() if line.strip()]
    assert lines[0].startswith(page.question[:40])
    assert said.out.index(page.examples[0]) < said.out.index("Usage:")


def test_every_option_and_argument_says_what_it_is_for() -> None:
    for command in [get_command(app), *COMMANDS.values()]:
        assert all(each.help for each in command.params)


def test_the_first_page_has_every_command_in_its_panel(call: Caller) -> None:
    said = call("--help").out
    assert [name for name in COMMANDS if f"│ {name} " not in said] == []
    panels = [panel for panel in PANELS if f"─ {panel} ─" in said]
    assert panels == [panel for panel in PANELS if any(each.rich_help_panel == panel for each in COMMANDS.values())]


@pytest.mark.parametrize("family", ["query", "load", "link", "vocab", "casebook"])
def test_a_family_without_a_command_shows_its_page(call: Caller, family: str) -> None:
    said = call(family)
    assert said.code == 0
    assert [name for name in COMMANDS if name.startswith(f"{family} ") and name not in said.out] == []


def test_a_value_no_option_takes_is_named_with_those_it_does_take(call: Caller) -> None:
    said = call("query", "list", "--format", "xml")
    assert said.code == 2
    assert said.err.splitlines() == [
        "Invalid value for '--format': 'xml' is not one of 'table', 'json', 'jsonl', 'csv', 'xlsx'.",
        "See crossprobe query list --help",
    ]
