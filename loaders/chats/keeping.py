"""Which messages are kept: none, those that hold certain terms with the lines around them, or all."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import UsageError
from graph.names import folded
from loaders.chats.entries import Entry, Message

CONTEXT = 3
"""Messages kept before and after one that holds a term, to grade it by."""


@dataclass(frozen=True, slots=True)
class KeptMessage:
    """A message that is kept, and the terms it holds; none where it is context, or all are kept."""

    message: Message
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """Words or phrases to look for. Case, accents and punctuation do not matter; whole words, and a final `*` stands
    for any ending."""

    terms: tuple[str, ...]

    def found_in(self, text: str) -> tuple[str, ...]:
        """Those of the terms that the text holds, as they were given."""
        words = f" {folded(text)} "
        return tuple(
            term
            for term in self.terms
            if (f" {folded(term[:-1])}" if term.endswith("*") else f" {folded(term)} ") in words
        )


def read_terms(path: Path) -> Terms:
    """Reads a file of terms, one a line; empty lines and those that begin with # say nothing. Raises UsageError."""
    try:
        lines = [line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines()]
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}.", do="Give a text file, one term a line.") from None
    terms = tuple(dict.fromkeys(line for line in lines if folded(line) and not line.startswith("#")))
    if not terms:
        raise UsageError(f"{path} holds no term.", do="Write one word or phrase a line.")
    return Terms(terms)


def kept_messages(entries: Iterable[Entry], terms: Terms | None) -> Iterator[KeptMessage]:
    """The messages that are kept, in their order: all without `terms`, else those that hold one, and CONTEXT messages
    on either side of each."""
    if terms is None:
        yield from (KeptMessage(each) for each in entries if isinstance(each, Message))
        return
    before: deque[Message] = deque(maxlen=CONTEXT)
    after = 0
    for each in entries:
        if not isinstance(each, Message):
            continue
        found = terms.found_in(each.text)
        if found:
            yield from (KeptMessage(one) for one in before)
            before.clear()
            after = CONTEXT
            yield KeptMessage(each, found)
        elif after:
            after -= 1
            yield KeptMessage(each)
        else:
            before.append(each)
