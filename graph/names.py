"""Names folded to the form in which they are searched: the same for every loader, query and comparison."""

import re
import unicodedata

_APOSTROPHES = str.maketrans("", "", "'`´‘’ʼ＇")
_NOT_WORD = re.compile(r"[^\w]+|_+")

# Letters that Unicode does not take apart into a base letter and an accent.
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h"})


def folded(name: str) -> str:
    """The name without case, accents and punctuation, words parted by one space; apostrophes join.

    `O'Neill-Müller` and `ONEILL MULLER` fold alike; folding twice changes nothing. Letters of other scripts stay.
    """
    text = unicodedata.normalize("NFKD", name).translate(_APOSTROPHES).casefold().translate(_LETTERS)
    text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(_NOT_WORD.sub(" ", text.casefold().translate(_LETTERS).translate(_APOSTROPHES)).split())
