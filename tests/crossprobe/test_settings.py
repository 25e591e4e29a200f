"""Settings: one file, the environment above it, and no password that is ever printed."""

# ruff: noqa: S105, S106 - the passwords here are made up

from pathlib import Path

import pytest

from crossprobe.settings import Settings, database_address, login, read_settings
from graph.errors import InvalidInputError, UnreachableError


def _written(folder: Path, text: str) -> Path:
    path = folder / "settings.toml"
    path.write_text(text)
    return path


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml") == Settings()


def test_every_key_can_be_set(tmp_path: Path) -> None:
    text = """
database = "bolt://localhost"
user = "reader"
password_file = "/run/secrets/neo4j"
insecure = true
purpose_required = true
vocabularies = ["ours"]
catalogues = ["our-questions"]
timeout = 5
"""
    expected = Settings(
        "bolt://localhost", "reader", "/run/secrets/neo4j", True, True, ("ours",), ("our-questions",), 5
    )
    assert read_settings(_written(tmp_path, text)) == expected


def test_all_mistakes_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    path = _written(tmp_path, 'user = "reader"\ndatabse = "x"\ntimeout = "long"\ninsecure = 1\n[server]\nport = 1\n')
    with pytest.raises(InvalidInputError) as raised:
        read_settings(path)
    assert [(each.line, each.path) for each in raised.value.problems] == [
        (2, "databse"),
        (3, "timeout"),
        (4, "insecure"),
        (5, "server"),
    ]
    assert "database" in str(raised.value)


def test_a_file_that_is_no_toml_names_the_line(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError) as raised:
        read_settings(_written(tmp_path, 'user = "reader"\nthis is no key\n'))
    assert [each.line for each in raised.value.problems] == [2]


def test_an_option_stands_above_the_settings_and_the_own_folder_below() -> None:
    assert database_address("there", Settings(database="here")) == "there"
    assert database_address(None, Settings(database="here")) == "here"
    assert Path(database_address(None, Settings())).is_absolute()


def test_the_password_comes_from_the_environment_or_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CROSSPROBE_PASSWORD", "CROSSPROBE_PASSWORD_FILE", "CROSSPROBE_USER"):
        monkeypatch.delenv(name, raising=False)
    assert login(Settings(), insecure=False).password is None
    secret = tmp_path / "secret"
    secret.write_text("from a file\n")
    assert login(Settings(password_file=str(secret)), insecure=False).password == "from a file"
    monkeypatch.setenv("CROSSPROBE_PASSWORD_FILE", str(secret))
    assert login(Settings(password_file="elsewhere"), insecure=False).password == "from a file"
    monkeypatch.setenv("CROSSPROBE_PASSWORD", "from the environment")
    monkeypatch.setenv("CROSSPROBE_USER", "reader")
    found = login(Settings(user="other"), insecure=False)
    assert (found.user, found.password) == ("reader", "from the environment")
    assert "environment" not in repr(found)


def test_a_password_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError, match="none"):
        login(Settings(password_file=str(tmp_path / "none")), insecure=False)
