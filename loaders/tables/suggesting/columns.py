"""What the columns of a file look like, and what they are taken for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from graph.names import folded
from loaders.tables.files import ROW, SHORT

FORMATS = ("%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y/%m/%d", "%d/%m/%y", "%d %B %Y", "%d %b %Y")
"""How dates are written, the likeliest first; where two fit, the first is taken and the other is named."""

SHOWN = 3
"""Values that a comment shows."""

_NAMELESS = "__UNNAMED__"  # as the reader of workbooks calls a column that has no name
_TITLES = 20

_ISO = r"^\d{4}(-\d{2}(-\d{2})?)?$"

_NAMES: tuple[tuple[str, str], ...] = (
    ("officer", r"warrant|collar|badge|star|tax id|shield|employee|uid|(officer|subject|person|staff) (id|no|num|ref)"),
    ("first_name", r"^(fore|first|given) ?names?$|officer first name"),
    ("last_name", r"^(sur|last|family) ?names?$|officer last name"),
    ("name", r"^(officer )?(full )?name$"),
    ("rank", r"rank"),
    ("case", r"^(case|complaint|investigation|incident|log|cr|matter)( (id|no|num\w*|ref\w*))?$|reference"),
    ("category", r"category|allegation|nature|offence|type of complaint"),
    ("finding", r"finding|disposition|^result|proven"),
    ("outcome", r"outcome|sanction|penalt|discipline|action taken"),
    ("opened", r"received|recorded|opened|complaint date|date of complaint|^date$|created"),
    ("closed", r"closed|finali[sz]ed|completed|concluded"),
    ("force", r"^(force|agency|department|police force)( name)?$"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """One column: how many cells hold something, how many distinct texts, a few of them, and how its dates are written
    (an empty list: as ISO; None: it holds no dates)."""

    name: str
    filled: int
    distinct: int
    samples: tuple[str, ...]
    formats: tuple[str, ...] | None
    whole: bool


def seen(frame: pl.DataFrame) -> list[Seen]:
    """What stands in each column of a file that was read."""
    return [_seen(frame[name]) for name in frame.columns if name not in (ROW, SHORT)]


def lower_header(frame: pl.DataFrame) -> int:
    """The row that seems to hold the names of the columns where the one taken for it, a title, left most of them
    without a name: of the first rows, the one with a different text in every column; else 1."""
    named = [name for name in frame.columns if name not in (ROW, SHORT)]
    if 2 * sum(name.startswith(_NAMELESS) for name in named) <= len(named):
        return 1
    for row in frame.head(_TITLES).iter_rows(named=True):
        cells = {row[name] for name in named}
        if len(cells) == len(named) and None not in cells:
            return int(row[ROW])
    return 1


def roles(columns: list[Seen]) -> dict[str, Seen]:
    """Which column is taken for what: of those that fit, the one with the most in it. Each column serves once."""
    found: dict[str, Seen] = {}
    for role, pattern in _NAMES:
        for each in sorted(columns, key=lambda one: -one.filled):
            dated = role in ("opened", "closed")
            if each in found.values() or not each.filled or dated is not (each.formats is not None):
                continue
            if re.search(pattern, folded(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", each.name))):
                found[role] = each
                break
    return found


def depends(frame: pl.DataFrame, key: Sequence[Seen], column: Seen) -> bool:
    """Whether one key never stands beside two different texts of the column."""
    names = [each.name for each in key]
    pairs = frame.select(*names, pl.col(column.name).alias("_value")).drop_nulls(names).unique()
    return pairs.select(names).unique().height == pairs.height


def _seen(column: pl.Series) -> Seen:
    held = column.drop_nulls()
    few = tuple(held.unique(maintain_order=True).head(SHOWN).to_list())
    whole = bool(held.len()) and bool(held.str.contains(r"^\d+\.0$").all())
    return Seen(column.name, held.len(), held.n_unique(), few, _formats(held), whole)


def _formats(held: pl.Series) -> tuple[str, ...] | None:
    if not held.len():
        return None
    if held.str.contains(_ISO).all() and held.str.contains(r"^(1[89]|20)\d\d").all():
        return ()
    fitting = tuple(each for each in FORMATS if held.str.to_date(each, strict=False).null_count() == 0)
    return fitting or None


def comment(column: Seen) -> str:
    """A few of its values, cut short, as a comment shows them."""
    shown = ", ".join(repr(each[:30]) for each in column.samples)
    return f"{column.distinct:,} different: {shown}" if shown else "empty"


def quoted(text: str) -> str:
    """The text as YAML between quotes; names of columns hold no hidden characters (files.py)."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def template(column: Seen, extra: Mapping[str, str] | None = None) -> str:
    """The value of a mapping that takes the column as it is; `extra` are further keys as YAML."""
    keys = {"whole": "true"} if column.whole else {}
    keys |= dict(extra or {})
    text = quoted(f"{{{column.name}}}")
    inside = "".join(f", {name}: {value}" for name, value in keys.items())
    return f"{{ text: {text}{inside} }}" if inside else text
