"""The command as a process: pipes, signals, a second one on the same database, and a terminal."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pytest

from tests.crossprobe.calling import COMMAND, environment, process

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals and POSIX signals")

ENDLESS = "UNWIND range(1, 30000) AS a UNWIND range(1, 30000) AS b RETURN count(a + b) AS n"
HOSTILE = "\x1b[2J\x1b]0;owned\x07[red]name[/red]\u202e"


@contextmanager
def _started(*arguments: str, home: Path, cache: Path, piped: bool = True) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [*COMMAND, *arguments],
        env=environment(home, cache),
        cwd=home,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if piped else None,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_hearing_all,
    ) as started:
        try:
            yield started
        finally:
            started.kill()


def _hearing_all() -> None:
    # Who runs the tests under nohup has SIGHUP ignored, and so would have what the tests start.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def _until_it_holds(database: Path) -> None:
    deadline = time.monotonic() + 60
    while not (database / "holder.json").exists():
        assert time.monotonic() < deadline, "the database was never opened"
        time.sleep(0.05)


@pytest.fixture
def asking(articles: Path, tmp_path: Path, cache: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that asks the articles a question without end."""
    line = ("cypher", ENDLESS, "--timeout", "100", "-d", str(articles))
    (articles / "holder.json").unlink(missing_ok=True)  # left there by one that was killed
    with _started(*line, home=tmp_path, cache=cache) as started:
        _until_it_holds(articles)
        yield started


def test_the_version_is_said(tmp_path: Path, cache: Path) -> None:
    said = process("--version", home=tmp_path, cache=cache)
    assert (said.returncode, said.stderr) == (0, "")
    assert re.fullmatch(r"crossprobe \d+\.\d+\.\d+\n", said.stdout)


def test_the_version_imports_nothing_heavy() -> None:
    text = "import sys; from crossprobe.main import main; main(['--version']); print(sorted(sys.modules))"
    said = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    for heavy in ("typer", "rich", "pydantic", "yaml", "jpype", "neo4j", "platformdirs"):
        assert f"'{heavy}'" not in said.stdout


def test_help_imports_no_room_and_no_engine() -> None:
    text = "import sys; from crossprobe.main import main; main(['query', 'run', '--help']); print(sorted(sys.modules))"
    said = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    for heavy in ("yaml", "jpype", "neo4j", "queries", "loaders", "rich.markdown", "cryptography"):
        assert f"'{heavy}'" not in said.stdout, heavy


def test_a_reader_that_has_seen_enough_ends_it_quietly(tmp_path: Path, cache: Path, articles: Path) -> None:
    line = ("cypher", "UNWIND range(1, 100000) AS n RETURN n", "--limit", "100000", "-d", str(articles))
    with _started(*line, home=tmp_path, cache=cache) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        assert started.stdout.readline() == "n\n"
        started.stdout.close()
        assert started.stderr.read() == ""
        assert started.wait(60) == 0


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda each: each.name)
def test_ctrl_c_or_a_system_that_stops_ends_it_at_once_and_closes_the_database(
    ending: signal.Signals, asking: subprocess.Popen[str], tmp_path: Path, cache: Path, articles: Path
) -> None:
    asking.send_signal(ending)
    assert asking.wait(60) == 130  # the query itself would take longer: it has a timeout of 100 s
    assert asking.stderr is not None
    assert "Traceback" not in asking.stderr.read()
    again = process("cypher", "RETURN 1 AS one", "-d", str(articles), home=tmp_path, cache=cache)
    assert (again.returncode, again.stdout) == (0, "one\n1\n")


def test_a_second_process_is_told_who_holds_the_database(
    asking: subprocess.Popen[str], tmp_path: Path, cache: Path, articles: Path
) -> None:
    assert asking.poll() is None
    second = process("search", "sergeant", "-d", str(articles), home=tmp_path, cache=cache)
    assert (second.returncode, second.stdout) == (4, "")
    first, advice = second.stderr.splitlines()
    assert "cypher" in first
    assert str(asking.pid) in first
    assert advice


def _terminal(*arguments: str, home: Path, cache: Path, columns: str = "100", **more: str) -> tuple[str, int]:
    child = pexpect.spawn(
        COMMAND[0],
        [*COMMAND[1:], *arguments],
        env=environment(home, cache, **{"TERM": "xterm-256color", "COLUMNS": columns, **more}),
        cwd=str(home),
        encoding="utf-8",
        dimensions=(50, int(columns)),
        timeout=60,
    )
    child.expect(pexpect.EOF)
    child.close()
    return str(child.before).replace("\r\n", "\n"), int(child.exitstatus or 0)


_STYLE = re.compile(r"\x1b\[[0-9;]*m")


def test_a_table_on_a_terminal_fits_its_width(tmp_path: Path, cache: Path, articles: Path) -> None:
    line = ("query", "run", "recurring-officers", "-d", str(articles), "--quiet")
    for columns in (60, 140):
        said, code = _terminal(*line, home=tmp_path, cache=cache, columns=str(columns))
        table = _STYLE.sub("", said[said.index("officer") :])
        assert code == 0
        assert max(len(text) for text in table.splitlines()) <= columns
        assert "Sergeant" in table
        assert "officer 1e6r7-68913" in table


def test_ids_and_codes_are_whole_where_the_table_is_not_on_a_terminal(
    tmp_path: Path, cache: Path, articles: Path
) -> None:
    said = process("query", "run", "recurring-officers", "-d", str(articles), home=tmp_path, cache=cache).stdout
    assert "officer:1e6r7689134kqpccxmf5be3mb6" in said
    assert "uk-ranks/sergeant" in said


@pytest.mark.parametrize("form", ["table", "csv", "json", "jsonl"])
def test_a_hostile_name_never_steers_a_terminal(tmp_path: Path, cache: Path, articles: Path, form: str) -> None:
    text = "RETURN '" + HOSTILE + "' AS name"
    said, code = _terminal(
        "cypher", text, "-d", str(articles), "--format", form, "--no-color", home=tmp_path, cache=cache
    )
    assert code == 0
    assert not set(_STYLE.sub("", said)) & set("\x1b\x07\u202e\x9b")
    assert "[red]name[/red]" in said


def test_an_error_never_steers_a_terminal(tmp_path: Path, cache: Path, articles: Path) -> None:
    said, code = _terminal("show", HOSTILE, "-d", str(articles), home=tmp_path, cache=cache)
    assert code == 3
    assert not set(said) & set("\x1b\x07\u202e")


@pytest.mark.parametrize("asked", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {}])
def test_colours_can_be_left_out(tmp_path: Path, cache: Path, asked: dict[str, str]) -> None:
    line = ("--help",) if asked else ("--no-color", "--help")
    plain, _ = _terminal(*line, home=tmp_path, cache=cache, **asked)
    coloured, _ = _terminal("--help", home=tmp_path, cache=cache)
    assert re.search(r"\x1b\[[0-9;]*3[0-7]m", coloured)
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", plain)


def test_a_question_is_asked_on_a_terminal_only(tmp_path: Path, cache: Path) -> None:
    line = ("load", "remove", "some-source", "--why", "a test", "-d", "database")
    process("init", "-d", "database", home=tmp_path, cache=cache)
    silent = process(*line, home=tmp_path, cache=cache)
    assert (silent.returncode, silent.stdout) == (2, "")
    assert "--yes" in silent.stderr
    for answer, code in (("n", 2), ("y", 3)):
        child = pexpect.spawn(
            COMMAND[0],
            [*COMMAND[1:], *line],
            env=environment(tmp_path, cache),
            cwd=str(tmp_path),
            encoding="utf-8",
            timeout=60,
        )
        child.expect("Take everything that some-source states out")
        child.sendline(answer)
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == code


def test_standard_input_gives_a_text(tmp_path: Path, cache: Path, articles: Path) -> None:
    said = subprocess.run(
        [*COMMAND, "cypher", "-", "-d", str(articles)],
        env=environment(tmp_path, cache),
        input="RETURN 7 AS seven",
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert said.stdout == "seven\n7\n"


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM], ids=lambda each: each.name)
def test_an_export_that_is_ended_leaves_nothing_of_its_file(
    ending: signal.Signals, tmp_path: Path, cache: Path, articles: Path
) -> None:
    place = tmp_path / "handed"
    place.mkdir()
    line = ("export", "--all", "-o", str(place / "all.xlsx"), "-d", str(articles))
    for _ in range(5):  # a machine that is quick may have finished the file before the signal comes
        with _started(*line, home=tmp_path, cache=cache) as started:
            while started.poll() is None and not any(place.iterdir()):
                time.sleep(0.001)
            started.send_signal(ending)
            ended = started.wait(60)
        if ended == 130:
            break
        (place / "all.xlsx").unlink()  # and nothing but a whole file may stand there
    assert (ended, list(place.iterdir())) == (130, [])
