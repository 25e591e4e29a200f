"""A reviewer's whole session, played through a pseudo-terminal: decide, undo, note, skip, quit, and go on later."""

import json
import sys
from pathlib import Path

import pexpect
import pytest

from tests.crossprobe.calling import environment, process

pytestmark = pytest.mark.slow

CASEBOOK = """\
source: {{id: {slug}, title: The {slug}, kind: article, published: 2022-03-01}}
officers:
{officers}
"""


def casebook(folder: Path, slug: str, *names: str) -> None:
    officers = "\n".join(
        f"  - {{id: o{number}, locator: p {number}, name: {name}, "
        f"appointed: 200{number}-01-02, birth_year: 197{number}}}"
        for number, name in enumerate(names)
    )
    (folder / f"{slug}.yaml").write_text(CASEBOOK.format(slug=slug, officers=officers), encoding="utf-8")


@pytest.fixture
def home(tmp_path: Path, cache: Path) -> Path:
    """A database in which three officers stand in two articles each."""
    names = ("Adalynn Pikestaff", "Bo Dentworthy", "Cy Valemont")
    casebook(tmp_path, "north-post", *names)
    casebook(tmp_path, "south-post", *names)
    for arguments in (("load", "casebook", "north-post.yaml", "south-post.yaml"), ("link", "suggest")):
        made = process(*arguments, "-d", "database", home=tmp_path, cache=cache)
        assert made.returncode == 0, made.stderr
    assert "3 suggestions wait for a person" in made.stderr
    return tmp_path


def reviewing(home: Path, cache: Path) -> "pexpect.spawn[str]":
    command = [sys.executable, "-m", "crossprobe", "link", "review", "-d", "database"]
    return pexpect.spawn(
        command[0], command[1:], cwd=home, env=environment(home, cache), encoding="utf-8", timeout=60,
        dimensions=(50, 110),
    )  # fmt: skip


def decisions(home: Path, cache: Path) -> list[dict[str, str]]:
    lines = process("link", "dump", "-d", "database", home=home, cache=cache).stdout.splitlines()
    return [json.loads(line) for line in lines]


def test_a_session_is_played_quit_and_resumed(home: Path, cache: Path) -> None:
    session = reviewing(home, cache)
    session.expect("1 of 3  probability")
    session.expect("told  *2022-03-01  *2022-03-01")
    session.expect("For ")
    session.expect("Same surname")
    session.expect("No other officer of that name in the same force.")
    session.expect("No more and no fewer officers would recur.")
    session.expect("uit: ")
    session.sendline("x")
    session.expect("Type one of these")
    session.sendline("z")
    session.expect("Nothing to undo")
    session.sendline("s")
    session.expect("2 of 3")
    session.sendline("z")
    session.expect("Undone; here it is again.")
    session.expect("1 of 3")
    session.sendline("n")
    session.expect("Note, kept with the next decision: ")
    session.sendline("the photographs differ")
    session.sendline("d")
    session.expect("2 of 3")
    session.sendline("k")
    session.expect("3 of 3")
    session.sendline("q")
    session.expect("1 decided, 1 skipped, 2 still wait.")
    session.expect(pexpect.EOF)
    first = decisions(home, cache)
    assert [(each["judgement"], "withdrawn_at" in each) for each in first] == [("same", True), ("different", False)]
    assert first[1]["reason"] == "the photographs differ"

    session = reviewing(home, cache)
    session.expect("1 of 2")
    session.sendline("u")
    session.expect("2 of 2")
    session.sendline("s")
    session.expect("2 decided, 0 skipped, 0 still wait.")
    session.expect(pexpect.EOF)
    assert [each["judgement"] for each in decisions(home, cache)] == ["same", "different", "unsure", "same"]

    session = reviewing(home, cache)
    session.expect("Nothing waits for a person.")
    session.expect(pexpect.EOF)


def test_what_was_undone_and_left_still_waits(home: Path, cache: Path) -> None:
    session = reviewing(home, cache)
    session.expect("1 of 3")
    session.sendline("s")
    session.expect("2 of 3")
    session.sendline("z")
    session.expect("1 of 3")
    session.sendeof()
    session.expect("0 decided, 0 skipped, 3 still wait.")
    session.expect(pexpect.EOF)
    again = reviewing(home, cache)
    again.expect("1 of 3")
    again.close()


def test_without_a_terminal_there_is_nobody_to_ask(home: Path, cache: Path) -> None:
    said = process("link", "review", "-d", "database", home=home, cache=cache)
    assert said.returncode == 2
    assert "needs a terminal" in said.stderr
