"""docs/reference is what the model, the vocabularies, the queries and the commands say today."""

from pathlib import Path

import pytest
from typer.main import get_command

from crossprobe.app import app
from crossprobe.help_pages import leaves
from crossprobe.reference import cli_reference, pages, write

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "reference"


@pytest.mark.parametrize("name", sorted(pages()))
def test_a_page_is_the_one_that_is_generated(name: str) -> None:
    committed = (FOLDER / name).read_text("utf-8")
    assert committed == pages()[name](), "run: python -m crossprobe.reference docs/reference"


def test_every_page_is_generated_and_none_is_left_over(tmp_path: Path) -> None:
    write(tmp_path)
    assert {each.name for each in tmp_path.iterdir()} == {each.name for each in FOLDER.iterdir()}


def test_every_command_stands_in_the_reference() -> None:
    text = cli_reference()
    assert [name for name, _ in leaves(get_command(app)) if f"\n### {name}\n" not in text] == []
