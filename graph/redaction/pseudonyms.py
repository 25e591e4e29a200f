"""Pseudonyms: HMACs under a key, so that they are the same in every file of that key and can be guessed by nobody."""

import base64
import hmac
from functools import lru_cache

from graph import ids
from graph.model import KINDS, LABEL_OF_PREFIX
from graph.redaction.keys import Key

_TO_CROCKFORD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", ids.ALPHABET.upper())


class Pseudonyms:
    """Under one key. Equal things get equal pseudonyms, whatever else the subgraph holds."""

    def __init__(self, key: Key) -> None:
        self._secret = key.secret
        self._digits = lru_cache(maxsize=100_000)(self._worked_out)

    def identifier(self, identifier: str) -> str:
        """An id of the same kind: `officer:` and other digits. The id of a source fits its source_id."""
        prefix, _, rest = identifier.partition(":")
        what = "source" if prefix == KINDS["Source"].prefix else "id"
        return f"{prefix}:{self._digits(what, rest if what == 'source' else identifier)}"

    def source(self, slug: str) -> str:
        """What stands for a source's slug."""
        return self._digits("source", slug)

    def number(self, name: str, value: str) -> str:
        """What stands for a number or a reference: equal ones stay equal."""
        return self._digits(f"number {name}", value)

    def name(self, canonical_id: str) -> str:
        """What stands for a name: `Officer 7k2m4-xd9h1`, the same for all records that are held to be one."""
        quoted = ids.short(self.identifier(canonical_id))
        label = LABEL_OF_PREFIX.get(ids.prefix_of(canonical_id), "Record")
        words = "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in label).strip()
        return f"{words.capitalize()} {quoted}"

    def _worked_out(self, what: str, value: str) -> str:
        message = ids.length_prefixed((what, value)).encode("utf-8", "surrogatepass")
        digest = hmac.digest(self._secret, message, "sha256")
        text = base64.b32encode(digest).decode("ascii")[: ids.DIGITS]
        return text.translate(_TO_CROCKFORD).lower()
