"""Where a server is and how one logs in there: checked before a password leaves this machine."""

import ipaddress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, urlsplit

from neo4j import Auth, NotificationMinimumSeverity, basic_auth

from graph.errors import UsageError

UNENCRYPTED = frozenset({"bolt", "neo4j"})

SECONDS_TO_CONNECT = 5.0
"""A server that runs answers within milliseconds; a person should not wait longer to hear that none does."""

DRIVER_SETTINGS: dict[str, Any] = {
    "connection_timeout": SECONDS_TO_CONNECT,
    "connection_acquisition_timeout": SECONDS_TO_CONNECT,
    "notifications_min_severity": NotificationMinimumSeverity.OFF,
    "telemetry_disabled": True,
    "user_agent": "crossprobe",
}


@dataclass(frozen=True, slots=True)
class Login:
    """An address that may be used, and the name and password to use there (None: no login at all)."""

    address: str
    user: str
    password: str | None = field(repr=False)

    @property
    def auth(self) -> Auth | None:
        return None if self.password is None else basic_auth(self.user, self.password)


def checked_login(address: str, *, user: str, password: str | None, insecure: bool) -> Login:
    """The login, if a password may travel so: encrypted, or to this machine, or because the caller insists.

    A routing address (neo4j://) of this machine is used directly, as bolt://: a routing table could send the
    password on to another machine in the clear.

    Raises UsageError for an address that is malformed, carries a password, or would send one in the clear.
    """
    parts = urlsplit(address)
    if not _is_well_formed(parts):
        raise UsageError(
            "The address of the database is malformed, or holds a user name or password.",
            do="Write bolt://HOST:PORT or neo4j+s://HOST:PORT; the password belongs into CROSSPROBE_PASSWORD.",
        )
    if password is None or insecure or parts.scheme not in UNENCRYPTED:
        return Login(address, user, password)
    if not _is_this_machine(parts.hostname or ""):
        raise UsageError(
            f"{address} is not encrypted: anyone on the way could read the password.",
            do=f"Use {parts.scheme}+s://, or --insecure where the way is safe.",
        )
    return Login(parts._replace(scheme="bolt", query="").geturl(), user, password)


def _is_well_formed(parts: SplitResult) -> bool:
    try:
        return bool(parts.hostname) and parts.port != 0 and "@" not in parts.netloc
    except ValueError:  # the port is no number
        return False


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:  # a name
        return host == "localhost"
