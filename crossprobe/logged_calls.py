"""Two lines in the access log for every call: *asked* before it runs, *answered* before its caller gets the answer.

*Asked* holds who asks what of which database, and sealed what was typed; *answered* how many rows there are, and which
records or a digest. Where the log cannot be written, nothing is answered.
"""

import getpass
import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import asdict, is_dataclass
from typing import Any, TypeVar

from crossprobe import places
from crossprobe.access_log import AccessLog, Operation
from crossprobe.clock import now
from crossprobe.everywhere import Choices
from crossprobe.log_chain import Standing
from crossprobe.sealing import LocalKey
from crossprobe.shown import shown_ids

T = TypeVar("T")

IDS_LISTED = 1_000
"""Above so many records shown, the log holds their number and a digest instead of their ids."""


class LoggedCalls:
    """The calls of one command on the database at `address`. `standing` is where the log stood when the last of them
    was asked."""

    def __init__(self, choices: Choices, address: str) -> None:
        folder = places.state_folder()
        self.key = LocalKey(folder / places.ACCESS_LOG_KEY)
        self.log = AccessLog(folder / places.ACCESS_LOG)
        self.standing: Standing | None = None
        self._choices = choices
        self._address = address

    def run(
        self,
        operation: Operation,
        ask: Callable[[], T],
        answered: Callable[[T], dict[str, Any]],
        *,
        about: Mapping[str, Any] | None = None,
        typed: Mapping[str, Any] | None = None,
    ) -> T:
        """Asks between the two lines and gives the answer. `answered` tells what the second line holds of it, `about`
        names a saved query, `typed` is what the user typed. An error leaves its class, and the ids it names."""
        call = secrets.token_hex(8)
        self.standing = self.log.append({"entry": "asked", "call": call, **self._asked(operation, about, typed)})
        try:
            answer = ask()
        except BaseException as error:
            failed = {"failed": type(error).__name__, "ids": shown_ids(getattr(error, "candidates", ()))}
            self.log.append({"entry": "answered", "call": call, "time": now(), **failed})
            raise
        self.log.append({"entry": "answered", "call": call, "time": now(), **answered(answer)})
        return answer

    def shown(self, answer: object, rows: int) -> dict[str, Any]:
        """What *answered* holds of an answer of so many rows: the ids of what it shows, or a digest."""
        ids = shown_ids(answer)
        if 0 < len(ids) <= IDS_LISTED:
            return {"count": rows, "ids": ids}
        plain = ids or (asdict(answer) if is_dataclass(answer) and not isinstance(answer, type) else answer)
        return {"count": rows, "digest": self.key.digest(json.dumps(plain, sort_keys=True, default=str))}

    def _asked(
        self, operation: Operation, about: Mapping[str, Any] | None, typed: Mapping[str, Any] | None
    ) -> dict[str, Any]:
        sealed = {"purpose": self._choices.purpose, **(typed or {})}
        sealed = {name: value for name, value in sealed.items() if value not in (None, "", {}, [])}
        line = {
            "time": now(),
            "user": getpass.getuser(),
            "operation": operation.value,
            "command": self._choices.command,
            "database": self.key.digest(self._address),
            **{name: value for name, value in (about or {}).items() if value is not None},
        }
        return {**line, "sealed": self.key.sealed(sealed)} if sealed else line
