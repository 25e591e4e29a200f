"""Telephone numbers of accounts, as far as two sources write them alike."""

import re
from collections.abc import Iterable

COMPARED = 9
"""So many digits from the end are compared: without the country's code, which one may write and the other not."""


def last_digits(stated: Iterable[object]) -> set[str]:
    """The comparable form of what are numbers among the texts; null and names are left out."""
    digits = (re.sub(r"\D", "", str(each or "")) for each in stated)
    return {each[-COMPARED:] for each in digits if len(each) >= COMPARED}
