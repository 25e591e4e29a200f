"""The local key of the access log: digests that only its holder can compare, texts that only its holder can read.

Short answers and names could be guessed from a plain digest; under a key that never leaves this machine they cannot.
Whoever removes the key makes what is sealed unreadable for good.
"""

import base64
import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from crossprobe import places
from graph.errors import CrossprobeError

_BYTES = 32


class LocalKey:
    """The key in the file `path`, made at its first use, 0600."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._key = b""

    def digest(self, text: str) -> str:
        """32 hexadecimal digits: equal texts give equal digests under one key, and nobody else can work them out."""
        return hmac.new(self._bytes(), text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[:32]

    def sealed(self, values: Mapping[str, Any]) -> str:
        """The values as a text that only the key's holder can read."""
        from cryptography.fernet import Fernet

        return Fernet(base64.urlsafe_b64encode(self._bytes())).encrypt(json.dumps(values).encode()).decode()

    def unsealed(self, token: str) -> dict[str, Any]:
        """What `sealed` was given. Raises CrossprobeError where it was sealed under another key or changed."""
        from cryptography.fernet import Fernet, InvalidToken

        try:
            plain = Fernet(base64.urlsafe_b64encode(self._bytes())).decrypt(token)
        except InvalidToken:
            raise CrossprobeError(
                "This text was sealed under another key, or changed since.", do=f"The key in use is {self.path}."
            ) from None
        return dict(json.loads(plain))

    def _bytes(self) -> bytes:
        if not self._key:
            self._key = self._read_or_made()
        return self._key

    def _read_or_made(self) -> bytes:
        try:
            if not self.path.exists():
                self._make()
            key = self.path.read_bytes()
        except OSError as error:
            raise CrossprobeError(
                f"The access log's key {self.path} cannot be read or made ({error.strerror}), so nothing is answered.",
                do="Mend the folder's rights; `crossprobe doctor` shows them.",
            ) from None
        if len(key) != _BYTES:
            raise CrossprobeError(
                f"The access log's key {self.path} is damaged.",
                do="Put the key back from a backup, or move it away: a new one is made, and what was sealed is lost.",
            )
        return key

    def _make(self) -> None:
        places.private_folder(self.path.parent)
        made = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        descriptor = places.open_private(made, os.O_WRONLY | os.O_EXCL)
        try:
            os.write(descriptor, os.urandom(_BYTES))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        try:
            self.path.hardlink_to(made)
        except FileExistsError:
            pass  # another process was first: its key is the key
        finally:
            made.unlink()
