"""A load that is killed: each source is there whole or not at all, and the same load again makes all of it."""

import signal
import subprocess
import time
from pathlib import Path

import pytest

from graph.stores import open_store
from tests.crossprobe.calling import COMMAND, environment, process
from tests.reading import graph

ARTICLES = Path(__file__).resolve().parents[2] / "examples" / "articles"

pytestmark = pytest.mark.slow


def held(database: Path) -> tuple[set[object], set[object]]:
    """Nodes and links of the database; where it was killed before there was one, none of either."""
    if not (database / "engine").exists():
        return set(), set()
    store = open_store(str(database), purpose="a look after the kill")
    try:
        found_nodes, found_links = graph(store)
        return set(found_nodes), set(found_links)
    finally:
        store.close()


@pytest.mark.timeout(600)
def test_killed_at_any_moment_the_same_load_again_makes_the_whole(tmp_path: Path, cache: Path) -> None:
    line = ("load", "casebook", str(ARTICLES), "--quiet", "-d")
    started = time.monotonic()
    assert process(*line, str(tmp_path / "whole"), home=tmp_path, cache=cache).returncode == 0
    took = time.monotonic() - started
    whole = held(tmp_path / "whole")
    for share in (0.5, 0.7, 0.9):
        database = tmp_path / f"killed-{share}"
        with subprocess.Popen(
            [*COMMAND, *line, str(database)], env=environment(tmp_path, cache), cwd=tmp_path, stdin=subprocess.DEVNULL
        ) as load:
            time.sleep(took * share)
            load.send_signal(signal.SIGKILL)
        nodes, links = held(database)
        assert nodes <= whole[0], share
        assert links <= whole[1], share
        again = process(*line, str(database), home=tmp_path, cache=cache)
        assert again.returncode == 0, (share, again.stderr)
        assert held(database) == whole, share
