"""Official numbers of fewer than five digits, looked for in open text.

So short a number is a year, a count or a paragraph as well: it tells who somebody is only beside a word that says what
it is (PC 417, collar number 0417, officers 12 and 417), or where it is the whole text.
"""

import re
from collections.abc import Sequence

_ALWAYS = frozenset(
    (
        *("pc", "pcs", "wpc", "dc", "dcs", "tdc", "spc", "pcso", "pcsos", "cso", "csos", "ps", "wps"),
        *("collar", "shoulder", "epaulette", "warrant", "badge", "star", "shield", "payroll", "number", "numbers"),
    )
)
"""Words after which a number is somebody's or something's own."""

_NO_YEAR = frozenset(
    (
        *("officer", "officers", "constable", "constables", "sergeant", "sergeants", "sgt", "inspector", "insp"),
        *("sc", "ds", "di", "dci", "ci", "supt", "detective", "special", "staff", "trooper", "deputy", "employee"),
        *("case", "complaint", "ref", "reference", "log", "file", "id", "no", "nos", "num", "nr"),
    )
)
"""Words after which it is so unless it is a year."""

_BETWEEN = frozenset({"and", "or"})
_YEAR = re.compile(r"(19|20)\d\d")
_HASH = re.compile("[#№]")
_FUSED = re.compile(r"([a-z]+)(\d{1,4}[a-z]?)")
_LONGEST = 4


def short_form(number: str) -> str | None:
    """How a number is known that is short and holds a digit; None for any other. Zeros before it do not count."""
    plain = "".join(sign for sign in number.casefold() if sign.isalnum())
    if not plain.isascii() or not any(sign.isdigit() for sign in plain) or len(plain) > _LONGEST:
        return None
    return plain.lstrip("0") or None


def with_words_for_signs(text: str) -> str:
    """The text, in which a sign that stands for the word number is that word."""
    return _HASH.sub(" number ", text)


def short_number(tokens: Sequence[str], numbers: frozenset[str]) -> str | None:
    """The first of the numbers that stands among the tokens as somebody's; None where none does."""
    if not numbers:
        return None
    if len(tokens) == 1 and tokens[0].lstrip("0") in numbers:
        return tokens[0]
    before = ""
    for token in tokens:
        plain = token.lstrip("0")
        fused = _FUSED.fullmatch(token)
        if fused and fused[1] in _ALWAYS | _NO_YEAR:
            before, plain = fused[1], fused[2].lstrip("0")
        if plain in numbers and (before in _ALWAYS or (before and not _YEAR.fullmatch(plain))):
            return token
        if token in _ALWAYS | _NO_YEAR:
            before = token
        elif token not in _BETWEEN and not any(sign.isdigit() for sign in token):
            before = ""
    return None
