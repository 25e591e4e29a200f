"""Ids of records and statements: hashes of what a source calls a thing, never of where it stands in a file.

The text that is hashed is a sequence of parts, each written as its length in UTF-8 bytes, a colon and the part, so
that no two different sequences give the same text. Golden vectors stand in tests/graph/test_ids.py: an id that
changes orphans every decision that names it.
"""

import hashlib
from collections.abc import Iterable

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford base32 in lower case: no i, l, o, u, so that a quoted id is read back as it was."""

DIGITS = 26
"""Base32 digits of an id: the first 130 bits of a SHA-256."""


def length_prefixed(parts: Iterable[str]) -> str:
    """The parts as one text from which they could be read back: `("a", "bc")` gives `1:a2:bc`."""
    return "".join(f"{len(part.encode('utf-8'))}:{part}" for part in parts)


def digest(parts: Iterable[str]) -> str:
    """The 26 base32 digits of the SHA-256 over the length-prefixed parts."""
    raw = hashlib.sha256(length_prefixed(parts).encode("utf-8")).digest()
    number = int.from_bytes(raw, "big") >> (256 - 5 * DIGITS)
    return "".join(ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(DIGITS)))


def record_id(prefix: str, source_id: str, key: Iterable[str]) -> str:
    """The id of the record that `source_id` calls `key` (one part a key column), as `officer:` and 26 digits.

    `prefix` is the kind's id prefix (graph.model). Locators, row numbers and file order never enter.
    """
    return f"{prefix}:{digest((source_id, prefix, *key))}"


def statement_id(type_name: str, source_id: str, from_id: str, to_id: str, key: Iterable[str] = ()) -> str:
    """The id of a statement: two of one type between the same two records differ by `key`."""
    return f"{type_name.lower()}:{digest((source_id, type_name, from_id, to_id, *key))}"


def content_hash(parts: Iterable[str]) -> str:
    """128 bits, as 32 hexadecimal digits, over the length-prefixed parts of what a source states."""
    return hashlib.sha256(length_prefixed(parts).encode("utf-8")).hexdigest()[:32]


def shared_id(prefix: str, code: str) -> str:
    """The id of a node that a vocabulary gives and all sources share: `force:uk-police/metropolitan`."""
    return f"{prefix}:{code}"


def prefix_of(identifier: str) -> str:
    """The kind prefix of an id: everything before the first colon, or nothing where there is none."""
    return identifier.partition(":")[0] if ":" in identifier else ""


def short(identifier: str) -> str:
    """What to type for an id: `k7q2m-4xd9h`. Ids that are names already stay whole."""
    return quoted(identifier).rpartition(" ")[2]


def quoted(identifier: str) -> str:
    """How people quote an id: `officer k7q2m-4xd9h`. Ids that are names already (shared nodes) stay whole."""
    prefix, _, rest = identifier.partition(":")
    if len(rest) == DIGITS and all(digit in ALPHABET for digit in rest):
        return f"{prefix} {rest[:5]}-{rest[5:10]}"
    return identifier
