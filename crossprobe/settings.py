"""The settings: one TOML file, the environment above it, an option above both. Passwords are never options."""

import os
import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from crossprobe import places
from graph.errors import InvalidInputError, Problem, UnreachableError


@dataclass(frozen=True, slots=True)
class Settings:
    """What the settings file may hold; a key that stands here is what the file calls it.

    `database` and `user` say where and as whom to ask; `password_file` is read, never shown; `insecure` allows a
    password over an unencrypted connection; `purpose_required` refuses to ask without --purpose; `vocabularies` are
    folders of further vocabularies, `catalogues` of further saved queries; `timeout` is in seconds.
    """

    database: str = ""
    user: str = "neo4j"
    password_file: str = ""
    insecure: bool = False
    purpose_required: bool = False
    vocabularies: tuple[str, ...] = ()
    catalogues: tuple[str, ...] = ()
    timeout: float = 60.0


_SHAPES = {str: "a text", bool: "true or false", tuple: "a list of texts", float: "a number above 0"}


def read_settings(path: Path) -> Settings:
    """The settings in the file, or the defaults where there is none. Raises InvalidInputError with every mistake."""
    try:
        text = path.read_text("utf-8")
        stated = tomllib.loads(text)
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise InvalidInputError([Problem(str(path), _line_in(str(error)), "", f"cannot be read: {error}")]) from None
    known = {each.name: type(each.default) for each in fields(Settings)}
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    for key, value in stated.items():
        if key not in known:
            what, allowed = "unknown key", "known: " + ", ".join(known)
        elif not _fits(value, known[key]):
            what, allowed = f"is {value!r}", f"must be {_SHAPES[known[key]]}"
        else:
            values[key] = tuple(value) if isinstance(value, list) else value
            continue
        problems.append(Problem(str(path), _line_of(key, text), key, what, allowed))
    if problems:
        raise InvalidInputError(problems)
    return Settings(**values)


def _fits(value: Any, shape: type) -> bool:  # noqa: ANN401 - whatever TOML holds
    if shape is tuple:
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    if shape is float:
        return isinstance(value, int | float) and not isinstance(value, bool) and value > 0
    return isinstance(value, shape)


def _line_of(key: str, text: str) -> int:
    place = re.search(rf"^[ \t]*\[*[ \t]*[\"']?{re.escape(key)}\b", text, re.MULTILINE)
    return text.count("\n", 0, place.start()) + 1 if place else 0


def _line_in(message: str) -> int:
    found = re.search(r"at line (\d+)", message)
    return int(found[1]) if found else 0


@dataclass(frozen=True, slots=True)
class Login:
    """As whom to open a database on a server. Never printed: its text hides the password."""

    user: str
    password: str | None
    insecure: bool

    def __repr__(self) -> str:
        return f"Login(user={self.user!r})"


def database_address(option: str | None, settings: Settings) -> str:
    """The database to ask: the option or CROSSPROBE_DATABASE, else the settings, else the user's own folder."""
    return option or settings.database or str(places.default_database())


def login(settings: Settings, *, insecure: bool) -> Login:
    """User and password from the environment, else from the settings' file.

    Raises UnreachableError where the password's file cannot be read.
    """
    user = os.environ.get("CROSSPROBE_USER") or settings.user
    password = os.environ.get("CROSSPROBE_PASSWORD")
    file = os.environ.get("CROSSPROBE_PASSWORD_FILE") or settings.password_file
    if password is None and file:
        try:
            password = Path(file).expanduser().read_text("utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise UnreachableError(
                f"The password's file {file} cannot be read: {error}",
                do="Mend the path in CROSSPROBE_PASSWORD_FILE or in the settings, or the file's rights.",
            ) from None
    return Login(user, password, insecure or settings.insecure)
