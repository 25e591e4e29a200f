"""Every command in README and docs/ runs, and prints what the page says it prints."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.reading import agrees, blocks

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs" / "guide").glob("*.md"))]
BIN = Path(sys.executable).parent


def run(command: str, folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command as a reader of the page would, in the folder, with the home folder and locale of nobody."""
    environment = {
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "COLUMNS": "120",
    }
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command.replace(".venv/bin/", "")],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def made(target: str) -> str:
    """What `make TARGET` runs in the end, without making an environment: this one is used."""
    listed = subprocess.run(
        ["make", "--no-print-directory", "-n", "-o", ".venv/ready-to-use", "-o", ".venv/ready-to-work", target],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return listed.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_s_commands_run_and_print_what_it_shows(page: Path, tmp_path: Path) -> None:
    folder, home = tmp_path / "folder", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    printed = ""
    for block in blocks(page):
        if block.file:
            (folder / block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "sh":
            printed = ""
            for command in block.commands:
                words = shlex.split(command)
                if words[0] == "make":
                    recipe = made(words[1])
                    assert "pytest" in recipe or "crossprobe" in recipe, f"{page.name}:{block.line}: {command}"
                    if "crossprobe" not in recipe:
                        continue
                    command = recipe
                done = run(command, folder, home)
                assert done.returncode == 0, f"{page.name}:{block.line}: {command}\n{done.stdout}{done.stderr}"
                printed += done.stdout
        elif block.language == "text":
            assert agrees(block.text, printed), f"{page.name}:{block.line} shows other output than:\n{printed}"


def test_the_pages_are_found_and_read() -> None:
    assert any(block.language == "sh" for block in blocks(ROOT / "README.md"))


@pytest.mark.parametrize(
    ("shown", "printed", "expected"),
    [
        ("a\nb", "a\nb\n", True),
        ("a\n...\nc", "a\nb\nb\nc", True),
        ("a\n...", "a\nb", True),
        ("a\n...\nc", "a\nb", False),
        ("a", "a\nb", False),
        ("a.c", "abc", False),
    ],
)
def test_three_dots_stand_for_any_lines_and_for_nothing_else(shown: str, printed: str, expected: bool) -> None:
    assert agrees(shown, printed) == expected
