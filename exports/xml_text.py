"""Text as XML 1.0 can hold it. What XML cannot say at all (most control characters) becomes a replacement character."""

import re

_SPECIAL = re.compile('[&<>"\t\n\r\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]')
_ESCAPED = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
    **{chr(number): f"&#{number};" for number in range(0x7F, 0xA0)},
}


def escaped(text: str) -> str:
    """The text as it stands in an element or an attribute; both read back the same, line breaks included."""
    return _SPECIAL.sub(_one, text) if _SPECIAL.search(text) else text


def _one(match: re.Match[str]) -> str:
    return _ESCAPED.get(match[0], "\ufffd")
