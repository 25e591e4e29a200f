"""How a refusal reads: the word, where it stands, why, and what to do."""

from graph.errors import RefusedQueryError
from graph.hidden_characters import with_hidden_shown

ONLY_READS = "this command only reads"
LONGEST_WORD = 40


def refusal(typed: str, place: int, what: str, *, do: str = "") -> RefusedQueryError:
    """The error that says `what` of the text at `place`."""
    return RefusedQueryError(f"{what} ({position(typed, place)}): {ONLY_READS}.", do=do)


def shown(word: str) -> str:
    """A word of a typed text as it may stand in a message: not too long, nothing hidden."""
    return with_hidden_shown(word if len(word) <= LONGEST_WORD else f"{word[:LONGEST_WORD]}...")


def position(typed: str, place: int) -> str:
    """Line and column, both from 1, as an editor counts them."""
    before = typed[:place]
    return f"line {before.count(chr(10)) + 1}, column {place - before.rfind(chr(10))}"
