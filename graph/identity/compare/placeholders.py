"""What stands in a field where nothing is known: words, noughts, and the days on which databases begin to count.

Two records that have one of these in common have nothing in common, and it differs from nothing.
"""

import polars as pl

PLACEHOLDERS = frozenset(
    "unknown unk unkn unidentified unnamed anonymous withheld redacted none null nil nobody na nan tbc tba nk missing "  # noqa: SIM905
    "blank refused declined undisclosed unspecified officers department didnt".split()
)
"""Folded words. A name is none where one of its words is one of these."""

_NO_MIDDLE = frozenset(("nmn", "nmi", "nomiddle", "nomiddlename"))

_FIRST_DAYS = ("0001-01-01", "1753-01-01", "1899-12-30", "1899-12-31", "1900-01-01", "1901-01-01", "1970-01-01", "9999")
_BORN_AFTER, _BORN_BEFORE = 1900, 2100


def is_placeholder(words: list[str]) -> bool:
    """Whether these words of a name, folded, say that it is not known; N/A folds to two."""
    return any(word in PLACEHOLDERS for word in words) or "".join(words) in PLACEHOLDERS


def no_middle(words: list[str]) -> bool:
    """Whether the field of a middle name says that there is none, or that it is not known."""
    return "".join(words) in _NO_MIDDLE or is_placeholder(words)


def known_text(folded: pl.Expr) -> pl.Expr:
    """Folded texts, null where one is empty or a placeholder."""
    placeholder = folded.str.replace_all(" ", "", literal=True).is_in(list(PLACEHOLDERS))
    return pl.when((folded.str.len_chars() > 0) & ~placeholder).then(folded)


def known_number(folded: pl.Expr) -> pl.Expr:
    """Folded official numbers without noughts before them; null where there is no other digit."""
    return pl.when(folded.str.contains("[1-9]")).then(folded.str.strip_chars_start("0 "))


def known_year(years: pl.Expr) -> pl.Expr:
    """Years in which somebody who serves can be born; null for others, such as 0, 1900 and 9999."""
    return pl.when((years > _BORN_AFTER) & (years < _BORN_BEFORE)).then(years)


def known_day(days: pl.Expr) -> pl.Expr:
    """ISO dates, null where one is the first or the last that some database knows."""
    placeholder = days.str.starts_with(_FIRST_DAYS[-1]) | days.is_in(list(_FIRST_DAYS)) | days.str.starts_with("0")
    return pl.when(~placeholder).then(days)
