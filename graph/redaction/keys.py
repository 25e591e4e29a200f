"""The key file of pseudonyms: whoever has it can tell again who a pseudonym is, nobody else can."""

import hashlib
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import CrossprobeError, NotFoundError, UsageError

_LEAST = 32


@dataclass(frozen=True, slots=True)
class Key:
    """The bytes of a key file; its text shows only the fingerprint, by which two files of one key are known."""

    secret: bytes = field(repr=False)

    @property
    def fingerprint(self) -> str:
        """Eight digits that say nothing of the key."""
        return hashlib.sha256(b"fingerprint:" + self.secret).hexdigest()[:8]


def read_key(path: Path) -> Key:
    """The key in the file. Raises NotFoundError, UsageError where it is too short, CrossprobeError else."""
    try:
        secret = path.read_bytes().strip()
    except FileNotFoundError:
        raise NotFoundError(f"The key {path} does not exist.", do="Check the name, or let it be made.") from None
    except OSError as error:
        raise CrossprobeError(f"The key {path} cannot be read: {error.strerror}.") from None
    if len(secret) < _LEAST:
        raise UsageError(f"{path} is no key: it has fewer than {_LEAST} bytes.", do="Name another, or a new file.")
    return Key(secret)


def make_key(path: Path) -> Key:
    """Makes a new key file, for its owner only. Raises CrossprobeError where it is there already or cannot be made."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as out:
            out.write(secrets.token_hex(_LEAST) + "\n")
    except OSError as error:
        raise CrossprobeError(f"The key {path} cannot be made: {error.strerror}.") from None
    return read_key(path)
