"""What simpler ways reach: exact rules, and a cascade of rules on normalised names. Only unique fits are pairs."""

from collections.abc import Sequence

import polars as pl

from benchmarks.identity.releases import Pairs, Releases
from graph.identity.compare.names import person_name

EXACT: dict[str, tuple[str, ...]] = {
    "exact first, last, birth year": ("first_name", "last_name", "birth_year"),
    "exact first, last": ("first_name", "last_name"),
    "exact first, last, appointed": ("first_name", "last_name", "appointed_date"),
}

_CASCADE: tuple[tuple[str, ...], ...] = (
    ("first", "last", "birth_year", "appointed_date"),
    ("first", "last", "birth_year"),
    ("first", "last", "appointed_date"),
    ("initial", "last", "birth_year", "appointed_date"),
    ("initial", "last", "appointed_date"),
    ("first", "birth_year", "appointed_date"),
    ("first", "last", "star"),
    ("first", "last"),
)


def exact(releases: Releases, columns: Sequence[str]) -> Pairs:
    """Records equal in all the columns, where on either side only one is."""
    return _unique(releases.a, releases.b, columns)


def cascade(releases: Releases) -> Pairs:
    """One rule after the other on normalised names, each on what the rules before left."""
    left, right = _normalised(releases.a), _normalised(releases.b)
    found: set[tuple[str, str]] = set()
    for columns in _CASCADE:
        pairs = _unique(left, right, columns)
        found |= pairs
        left = left.filter(~pl.col("id").is_in([one for one, _ in pairs]))
        right = right.filter(~pl.col("id").is_in([two for _, two in pairs]))
    return frozenset(found)


def _unique(left: pl.DataFrame, right: pl.DataFrame, columns: Sequence[str]) -> Pairs:
    whole = [
        side.filter(pl.all_horizontal(pl.col(columns).is_not_null())).filter(pl.struct(columns).is_unique())
        for side in (left, right)
    ]
    return frozenset(whole[0].join(whole[1], on=list(columns), how="inner").select("id", "id_right").iter_rows())


def _normalised(release: pl.DataFrame) -> pl.DataFrame:
    fields = release.select("first_name", "middle_initial", "last_name", "suffix").rows()
    names = [person_name(*row) for row in fields]
    return release.with_columns(
        pl.Series("first", [each.first or None for each in names], pl.String),
        pl.Series("initial", [each.first[:1] or None for each in names], pl.String),
        pl.Series("last", [each.last or None for each in names], pl.String),
    )
