"""The names of officers, taken apart and normalised, as columns."""

from collections.abc import Iterable

import polars as pl

from graph.identity.compare.names import PersonName, nickname_groups, person_name, surname_comes_first, whole_name

_SCHEMA: dict[str, "pl.DataType | type[pl.DataType]"] = {
    "first": pl.String,
    "middle": pl.String,
    "last": pl.String,
    "parts": pl.List(pl.String),
    "suffix": pl.String,
    "nicknames": pl.List(pl.Int64),
}


def names_of(rows: pl.DataFrame) -> pl.DataFrame:
    """Of officers as stated (compare.preparing.STATED) the names in parts, null where one is absent, and the groups of
    nicknames that the first name is in."""
    reversed_in = _surname_first(rows)
    stated = rows.select("name", "first_name", "middle_initial", "last_name", "suffix", "source_id").rows()
    names = [_name(row, reversed_in) for row in stated]
    groups = nickname_groups()
    return pl.DataFrame(
        {
            "first": [each.first or None for each in names],
            "middle": [each.middle or None for each in names],
            "last": [each.last or None for each in names],
            "parts": [list(each.parts) for each in names],
            "suffix": [each.suffix or None for each in names],
            "nicknames": [list(groups.get(each.first, ())) for each in names],
        },
        schema=_SCHEMA,
    )


def _name(row: tuple[str | None, ...], reversed_in: frozenset[str]) -> PersonName:
    name, first, middle, last, suffix, source = row
    if first or last:
        return person_name(first, middle, last, suffix)
    return whole_name(name, middle, suffix, surname_first=source in reversed_in)


def _surname_first(rows: pl.DataFrame) -> frozenset[str]:
    """The sources that write a name in one text, surname first and without a comma."""
    in_one = rows.filter(pl.all_horizontal(pl.col("first_name", "last_name").is_null()), pl.col("name").is_not_null())
    told: Iterable[tuple[str, list[str]]] = in_one.group_by("source_id").agg("name").rows()
    return frozenset(source for source, names in told if surname_comes_first(names))
