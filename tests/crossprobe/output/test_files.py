"""Files appear whole, for their owner only, and never over another without a word."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from crossprobe.output.files import written_whole
from crossprobe.output.handing import Destination, Format, format_for, hand_over
from crossprobe.output.result import Result
from graph.errors import CrossprobeError, NotFoundError, UsageError

ROWS = Result.of(("name",), [("one",), ("two",)])


def test_a_file_tells_path_rows_and_size(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rows.csv"
    hand_over(ROWS, Destination(Format.CSV, file, force=False, quiet=False))
    assert file.read_text() == "name\none\ntwo\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"{file}: 2 rows, 13 bytes\n"


def test_a_file_that_exists_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text("mine")
    with pytest.raises(UsageError, match="--force"):
        hand_over(ROWS, Destination(Format.CSV, file, force=False, quiet=True))
    assert file.read_text() == "mine"
    hand_over(ROWS, Destination(Format.CSV, file, force=True, quiet=True))
    assert file.read_text() == "name\none\ntwo\n"


def _write(file: Path, then: Callable[[], object]) -> None:
    with written_whole(file, force=False) as out:
        out.write("half")
        then()


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        _write(tmp_path / "rows.csv", fail)
    assert list(tmp_path.iterdir()) == []


def test_a_file_made_meanwhile_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    with pytest.raises(UsageError):
        _write(file, lambda: file.write_text("theirs"))
    assert file.read_text() == "theirs"


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="none"):
        hand_over(ROWS, Destination(Format.CSV, tmp_path / "none" / "rows.csv", force=False, quiet=True))


def test_a_folder_that_cannot_be_written_is_an_error() -> None:
    with pytest.raises(CrossprobeError, match="cannot be written"):
        hand_over(ROWS, Destination(Format.CSV, Path("/proc/rows.csv"), force=False, quiet=True))


@pytest.mark.parametrize(
    ("asked", "name", "expected"),
    [
        (None, None, Format.TABLE),
        (None, "rows.json", Format.JSON),
        (None, "rows.JSONL", Format.JSONL),
        (None, "rows.tsv", Format.TABLE),
        (None, "rows.xlsx", Format.XLSX),
        (Format.CSV, "rows.json", Format.CSV),
        (Format.CSV, "rows.unknown", Format.CSV),
    ],
)
def test_the_format_is_the_one_asked_for_or_the_suffix(
    asked: Format | None, name: str | None, expected: Format
) -> None:
    assert format_for(asked, Path(name) if name else None) is expected


def test_an_unknown_suffix_is_refused() -> None:
    with pytest.raises(UsageError, match="--format"):
        format_for(None, Path("rows.docx"))
