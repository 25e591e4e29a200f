"""What a command writes down on its way is for its owner only, and is gone when it ends, however it ends."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from crossprobe import scratch
from crossprobe.scratch import scratch_folder
from tests.crossprobe.calling import Caller


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scratch, "cache_folder", lambda: tmp_path)


def test_it_is_for_its_owner_only_and_goes_also_after_an_error(tmp_path: Path) -> None:
    def fail() -> None:
        with scratch_folder() as folder:
            (folder / "facts.parquet").write_text("Pike")
            assert (folder.stat().st_mode & 0o777, folder.parent.stat().st_mode & 0o777) == (0o700, 0o700)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list((tmp_path / "scratch").iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="elsewhere nobody can ask for a process without ending it")
def test_what_a_killed_command_left_goes_with_the_next_and_a_running_one_keeps_its_own(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left, kept = (tmp_path / "scratch" / f"{each}-x" for each in (ended.pid, os.getpid()))
    for each in (left, kept):
        each.mkdir(parents=True)
        (each / "facts.parquet").write_text("Pike")
    with scratch_folder():
        assert (left.exists(), kept.exists()) == (False, True)


def test_loading_a_graph_and_suggesting_write_nothing_down_elsewhere(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system has no folder for such things, they do without it."""
    articles = sorted((Path(__file__).parents[2] / "examples" / "articles").glob("*.yaml"))
    call("load", "casebook", *map(str, articles[:2]), "-d", "first")
    call("export", "--all", "-o", "all.jsonl", "-d", "first", "--purpose", "a copy")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    loaded = call("load", "graph", "all.jsonl", "-d", "second")
    suggested = call("link", "suggest", "-d", "second")
    assert (loaded.code, suggested.code) == (0, 0), loaded.err + suggested.err
    assert list((tmp_path / "scratch").iterdir()) == []
