"""Files that no person wrote as a casebook: a clear refusal, in bounded memory."""

import subprocess
import sys
from pathlib import Path

import pytest

from loaders.casebooks.reading import MAX_BYTES, MAX_ITEMS
from tests.loaders.casebooks.writing import SOURCE, mistakes_in

READ_AND_WEIGH = """
import resource, sys
from pathlib import Path
from graph.errors import InvalidInputError
from loaders.casebooks.reading import read_casebook

def weight():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

before = weight()
try:
    read_casebook(Path(sys.argv[1]))
except InvalidInputError as error:
    print(weight() - before)
    print(error)
"""


def refused(path: Path) -> tuple[int, str]:
    """What reading the file took, in megabytes, and what it was refused for; read by a process of its own."""
    done = subprocess.run([sys.executable, "-c", READ_AND_WEIGH, str(path)], capture_output=True, text=True, check=True)
    megabytes, _, told = done.stdout.partition("\n")
    return int(megabytes), told


def test_a_hundred_megabytes_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "book.yaml"
    with path.open("w", encoding="utf-8") as out:
        out.write(SOURCE)
        for _ in range(100):
            out.write("# " + "x" * 999_998 + "\n")
    megabytes, told = refused(path)
    assert f"bytes, and was not read (at most {MAX_BYTES:,} bytes)" in told
    assert megabytes < 50


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)

HEAPS = {
    "aliases of aliases": (SOURCE + BOMB, "is an alias"),
    "brackets": (SOURCE + "officers: " + "[" * 100_000, "nested more than"),
    "empty entries": (
        SOURCE + "officers: [" + "{}," * 400_000 + "]\n",
        f"it holds 400,000 items (at most {MAX_ITEMS:,})",
    ),
    "unknown keys": (SOURCE + "".join(f"k{number}: v\n" for number in range(160_000)), "more mistakes are not listed"),
    "long text": (SOURCE + "officers: " + "x" * 1_900_000 + "\n", "officers: 'xxx"),
}


@pytest.mark.parametrize(("text", "told"), HEAPS.values(), ids=HEAPS)
def test_a_heap_is_refused_in_bounded_memory_and_few_words(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "book.yaml"
    path.write_text(text, encoding="utf-8")
    megabytes, message = refused(path)
    assert told in message
    assert megabytes < 300
    assert len(message) < 100_000


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "it is empty"),
        (b"# only a comment\n", "it is empty"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "is zero: it is no text file"),
        (b"source: \xff\xfe\n", "is not UTF-8"),
        (b"PK\x03\x04\x14\x00\x06\x00", "is zero: it is no text file"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "book.yaml"
    path.write_bytes(content)
    assert told in refused(path)[1]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("Pike\u202egnp.exe", "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
        ("Pi\u200bke", "U+200B (ZERO WIDTH SPACE)"),
        ("Pike\x1b[31m", "U+001B (a control character)"),
        ("Pike\x07", "U+0007 (a control character)"),
    ],
)
def test_characters_that_nobody_sees_are_told_with_line_and_column(tmp_path: Path, name: str, what: str) -> None:
    (told, *_) = mistakes_in(tmp_path, SOURCE + f"officers:\n  - id: pike\n    name: {name}\n    locator: p 1\n")
    assert told.startswith("8: column ")
    assert what in told


def test_an_escape_does_not_bring_a_hidden_character_in(tmp_path: Path) -> None:
    text = SOURCE + 'officers:\n  - id: pike\n    name: "Pike\\u202e"\n    locator: p 1\n'
    assert any("U+202E" in each and each.startswith("8:") for each in mistakes_in(tmp_path, text))


def test_names_of_other_scripts_and_emoji_are_names(tmp_path: Path) -> None:
    for name in ("Zoë O’Neill", "Łukasz", "علی", "‌می‌خواهم", "李小龍", "👩‍👩‍👧", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"):
        text = SOURCE + f"officers:\n  - {{id: pike, name: {name}, locator: p 1}}\n"
        assert mistakes_in(tmp_path, text) == []
