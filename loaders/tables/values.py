"""Values of a mapping, as expressions over columns: what a cell says, and whether it says what it cannot."""

from dataclasses import dataclass

import polars as pl

from graph.columns.rows import TYPES
from graph.model.properties import Property, PropertyType
from graph.names import folded
from graph.numbers import BOUNDS
from graph.vocabulary.codes import Scheme
from loaders.casebooks.fields import STATED_NUMBERS
from loaders.tables.models import Value
from loaders.tables.templates import parts

_LARGEST = 2**53  # every whole number up to it is exact in both engines and in JSON
_DATE = r"^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$"
_WHOLE = r"^-?\d{1,16}$"
_BOUND = r"(?i)^(about|at least|more than|at most) +"
_NUMBER = r"^-?\d{1,15}(\.\d{1,9})?$"


@dataclass(frozen=True, slots=True)
class Compiled:
    """A value over the columns of a table: `stated` as it is stored (null: not stated), `original` as it stood, and
    `bad`, true where it stood there and is not what it must be, for the `reason`; None where that cannot be."""

    stated: pl.Expr
    original: pl.Expr
    bad: pl.Expr | None
    reason: str

    @property
    def absent(self) -> pl.Expr:
        """True where nothing stood there."""
        return self.stated.is_null() if self.bad is None else self.stated.is_null() & ~self.bad


def text_of(value: Value) -> pl.Expr:
    """The text a value is before it is read as a date, number or code; null where nothing is stated.

    Of a template with several columns those that are empty are left out; where all are, nothing is stated.
    """
    pieces = parts(value.text)
    columns = [pl.col(piece) for is_column, piece in pieces if is_column]
    if len(pieces) == 1 and columns:
        text = columns[0]
    elif not columns:
        text = pl.lit(value.text)
    else:
        written = [pl.col(piece).fill_null("") if is_column else pl.lit(piece) for is_column, piece in pieces]
        whole = pl.concat_str(written).str.replace_all(r"\s+", " ").str.strip_chars()
        text = pl.when(pl.any_horizontal([each.is_not_null() for each in columns])).then(whole)
    if value.blank:
        text = pl.when(~text.is_in(value.blank)).then(text)
    if value.without_prefix:
        text = text.str.strip_prefix(value.without_prefix)
    if value.whole:
        text = text.str.replace(r"^(-?\d+)\.0+$", "$1")
    if value.case != "as_is":
        text = text.str.to_uppercase() if value.case == "upper" else text.str.to_lowercase()
    if value.values:
        known = pl.lit(pl.Series(list(value.values), dtype=pl.String).implode())
        replaced = text.replace_strict(value.values, default=None, return_dtype=pl.String)
        text = pl.when(text.is_in(known)).then(replaced).otherwise(text)
    return text


def compiled(value: Value, each: Property | None, scheme: Scheme | None) -> Compiled:
    """The value as the property `each` is stored, or as a text where it is none (a key, a code of a shared node).

    `scheme` is the one it is looked up in.
    """
    text = text_of(value)
    stated, reason = _typed(value, each, scheme, text)
    if value.between:
        stated = pl.when(_between(stated, value.between, number=bool(each and each.type in TYPES))).then(stated)
        reason = f"{reason} between {value.between[0]} and {value.between[1]}"
    any_text_will_do = stated is text
    never = any_text_will_do or value.unknown == "leave_out"
    return Compiled(stated, text, None if never else text.is_not_null() & stated.is_null(), reason)


def _typed(value: Value, each: Property | None, scheme: Scheme | None, text: pl.Expr) -> tuple[pl.Expr, str]:
    if scheme is not None:
        return looked_up(text, scheme), f"no code, label or alias of {scheme.name}"
    kind = each.type if each else PropertyType.TEXT
    if kind is PropertyType.DATE:
        return _date(text, value.formats), "no date" + (f" as {' or '.join(value.formats)}" if value.formats else "")
    if kind is PropertyType.INTEGER:
        number = _unbounded(text, each).str.replace(r"\.0+$", "").str.replace_all(",", "")
        whole = pl.when(number.str.contains(_WHOLE)).then(number).cast(pl.Int64, strict=False)
        return pl.when(whole.abs() <= _LARGEST).then(whole), "no whole number"
    if kind is PropertyType.NUMBER:
        number = _unbounded(text, each).str.replace_all(",", "")
        return pl.when(number.str.contains(_NUMBER)).then(number).cast(pl.Float64, strict=False), "no number"
    if kind is PropertyType.BOOLEAN:
        yes = value.true_when or ["true"]
        return pl.when(text.is_not_null()).then(text.is_in(yes)), "neither yes nor no"
    if kind is PropertyType.CHOICE and each:
        return pl.when(text.is_in(list(each.choices))).then(text), f"none of {', '.join(each.choices)}"
    if kind is PropertyType.TEXTS:
        return pl.concat_list(text), "no text"
    if value.whole:
        return pl.when(text.str.contains(_WHOLE)).then(text), "no whole number"
    return text, "no text"


def bound_of(text: pl.Expr) -> pl.Expr:
    """The bound that the words before a number state, as graph.numbers.stated_number reads them."""
    return text.str.extract(_BOUND).str.to_lowercase().str.replace(" ", "_").fill_null(BOUNDS[0])


def _unbounded(text: pl.Expr, each: Property | None) -> pl.Expr:
    return text.str.replace(_BOUND, "") if each and each.name in STATED_NUMBERS else text


def _between(stated: pl.Expr, ends: list[str], *, number: bool) -> pl.Expr:
    if number:
        low, high = (pl.lit(end).cast(pl.Float64, strict=False) for end in ends)
        return stated.cast(pl.Float64).is_between(low, high)
    return stated.is_between(pl.lit(ends[0]), pl.lit(ends[1]))


def _date(text: pl.Expr, formats: list[str]) -> pl.Expr:
    read = [text.str.to_date(each, strict=False).dt.strftime("%Y-%m-%d") for each in formats]
    whole_day = text.str.len_chars() == len("2021-03-03")
    exists = ~whole_day | text.str.to_date("%Y-%m-%d", strict=False).is_not_null()
    return pl.coalesce(pl.when(text.str.contains(_DATE) & exists).then(text), *read)


def looked_up(text: pl.Expr, scheme: Scheme) -> pl.Expr:
    """The code with its scheme that each text stands for: a code as it is, or a label or an alias without regard to
    case, accents and punctuation; null where it is none. Each distinct text is looked up once."""
    named = {folded(name): code.text for code in scheme.codes.values() for name in (code.label, *code.aliases)}
    exact = {code.code: code.text for code in scheme.codes.values()}
    whole = {code.text: code.text for code in scheme.codes.values()}

    def found(column: pl.Series) -> pl.Series:
        distinct = column.unique().drop_nulls().to_list()
        known = {each: exact.get(each) or whole.get(each) or named.get(folded(each)) for each in distinct}
        return column.replace_strict(known, default=None, return_dtype=pl.String) if known else column

    return text.map_batches(found, return_dtype=pl.String)
