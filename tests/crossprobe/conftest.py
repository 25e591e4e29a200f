"""Folders of nobody for the command line, and databases that are made once and only read."""

import os
from pathlib import Path

import pytest

from crossprobe.main import main
from tests.crossprobe.calling import Called, Caller

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder of caches for all: the engine's start is recorded once and not by every test."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def call(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Caller:
    """Runs a command line in this process, with a home and a working folder of its own."""
    for name in list(os.environ):
        if name.startswith("CROSSPROBE_") or name == "NO_COLOR":
            monkeypatch.delenv(name)
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.chdir(tmp_path)

    def called(*arguments: str) -> Called:
        code = main(arguments)
        captured = capsys.readouterr()
        return Called(code, captured.out, captured.err)

    return called


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Path:
    """The five articles, loaded once. Tests only read it."""
    return _loaded(tmp_path_factory.mktemp("articles"), cache, EXAMPLES / "articles")


def _loaded(folder: Path, cache: Path, casebooks: Path) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        patch.setenv("XDG_CACHE_HOME", str(cache))
        assert main(["load", "casebook", str(casebooks), "-d", str(folder / "database"), "--quiet"]) == 0
    return folder / "database"
