"""The recorded start of the engine: made once, used when it fits, and never in the way."""

import os
import stat
from pathlib import Path

import pytest

from graph.stores.embedded import record_startup_cache, startup_cache
from tests.graph.stores.processes import said

# What Java says of itself: whether it started from a recording.
ASK = """
from graph.stores.embedded import jvm
store = open_store(sys.argv[1], purpose="tests", create=True)
assert store.read("MATCH (n) RETURN count(n) AS number").rows == [(0,)]
store.close()
flags = jvm.java("java.lang.management.ManagementFactory").getRuntimeMXBean().getInputArguments()
mapped = Path("/proc/self/maps")
print(any("AOTCache" in str(flag) for flag in flags), not mapped.exists() or ".aot" in mapped.read_text())
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the startup cache, in a cache folder of the test's own that does not exist yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    file = startup_cache.cache_file()
    assert tmp_path in file.parents
    return file


@pytest.fixture
def place(cache: Path) -> Path:
    """The same file, in its folder."""
    cache.parent.mkdir(mode=0o700, parents=True)
    return cache


@pytest.mark.slow
def test_a_start_is_recorded_once_for_this_user_alone_and_used(cache: Path, tmp_path: Path) -> None:
    assert said(ASK, tmp_path / "before").split()[0] == "False"

    record_startup_cache(wait=True)
    assert list(cache.parent.iterdir()) == [cache]
    modes = [stat.S_IMODE(each.stat().st_mode) for each in (cache.parent.parent, cache.parent, cache)]
    assert modes == [0o700, 0o700, 0o600]
    assert said(ASK, tmp_path / "after") == "True True"

    recorded = cache.stat()
    record_startup_cache(wait=True)
    assert cache.stat() == recorded


@pytest.mark.slow
def test_a_new_recording_takes_the_place_of_one_for_another_engine(place: Path) -> None:
    (place.parent / "other.aot").write_bytes(b"for another engine")
    record_startup_cache(wait=True)
    assert list(place.parent.iterdir()) == [place]


@pytest.mark.parametrize("content", [b"", b"no recording at all", bytes(100_000)])
def test_a_recording_that_does_not_fit_is_passed_over_in_silence(place: Path, tmp_path: Path, content: bytes) -> None:
    place.write_bytes(content)
    place.chmod(0o600)
    assert said(ASK, tmp_path / "database").split()[0] == "True"


@pytest.mark.parametrize("which", ["file", "folder"])
def test_a_recording_that_somebody_else_could_have_written_is_not_used(place: Path, which: str) -> None:
    place.write_bytes(b"")
    place.chmod(0o600)
    assert startup_cache.flags() == (f"-XX:AOTCache={place}",)
    (place if which == "file" else place.parent).chmod(0o770)
    assert startup_cache.flags() == ()


def test_two_commands_do_not_record_at_once(place: Path) -> None:
    (place.parent / "recording").mkdir()
    record_startup_cache(wait=True)
    assert {each.name for each in place.parent.iterdir()} == {"recording"}


@pytest.mark.slow
def test_a_recording_that_died_long_ago_is_begun_again(place: Path) -> None:
    dead = place.parent / "recording"
    dead.mkdir()
    (dead / "recorded.aot").write_bytes(b"half")
    os.utime(dead, (0, 0))
    record_startup_cache(wait=True)
    assert list(place.parent.iterdir()) == [place]


def test_where_nothing_can_be_kept_nothing_is_said(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, where the folder should be")
    record_startup_cache(wait=True)
    assert startup_cache.flags() == ()
    assert not cache.exists()
