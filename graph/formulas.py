"""Cells that a spreadsheet would run as a formula, quoted so that they stay text."""

_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def runs_as_formula(text: str) -> bool:
    """Whether a spreadsheet may run the cell: by its first sign, or by the first after spaces and hidden ones."""
    return text.startswith(_SIGNS) or text.lstrip(" \t\r\n\x00\u00a0\u200b\ufeff").startswith(_SIGNS)


def unexecuted(text: str) -> str:
    """The text with an apostrophe before it where it would be run."""
    return f"'{text}" if runs_as_formula(text) else text
