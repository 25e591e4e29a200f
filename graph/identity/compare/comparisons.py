"""What of two officers is compared, at which levels of agreement, and what each level is worth before any data is seen.

`m` is how often records of one person come to a level, `u` how often those of two people do. Both are only a start:
the model learns them from the records (training.py), and the fewer records there are, the more these count. They are
round numbers, taken from what public releases of police records show.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """One level of agreement: the condition, in DuckDB's SQL on columns `_l` and `_r`, and where learning starts.

    `by_frequency` names the column whose value, the rarer the better, stands in for `u`.
    """

    name: str
    when: str
    m: float
    u: float
    by_frequency: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison: its columns, when it says nothing (`unknown`), and its levels from the closest to the last,
    which is what is left."""

    name: str
    columns: tuple[str, ...]
    unknown: str
    levels: tuple[Level, ...]


def _absent(*columns: str) -> str:
    return " OR ".join(f"{column}_{side} IS NULL" for column in columns for side in "lr")


def _exactly(column: str, m: float, u: float, *, by_frequency: bool = True) -> Comparison:
    return Comparison(
        column,
        (column,),
        _absent(column),
        (
            Level("same", f"{column}_l = {column}_r", m, u, column if by_frequency else ""),
            Level("other", "ELSE", 1 - m, 1 - u),
        ),
    )


_FIRST = Comparison(
    "first",
    ("first", "nicknames"),
    _absent("first"),
    (
        Level("same", "first_l = first_r AND length(first_l) > 1", 0.93, 0.008, "first"),
        Level(
            "nickname",
            "length(least(first_l, first_r)) > 0 AND length(first_l) > 1 AND length(first_r) > 1 AND "
            "(list_has_any(nicknames_l, nicknames_r) OR (least(length(first_l), length(first_r)) >= 3 "
            "AND (starts_with(first_l, first_r) OR starts_with(first_r, first_l))))",
            0.04,
            0.004,
        ),
        Level(
            "initial",
            "least(length(first_l), length(first_r)) = 1 AND left(first_l, 1) = left(first_r, 1)",
            0.01,
            0.002,
        ),
        Level("close", "jaro_winkler_similarity(first_l, first_r) >= 0.88", 0.012, 0.006),
        Level("other", "ELSE", 0.008, 0.98),
    ),
)

_LAST = Comparison(
    "last",
    ("last", "parts", "gender"),
    _absent("last"),
    (
        Level("same", "last_l = last_r", 0.965, 0.0007, "last"),
        Level(
            "close",
            "damerau_levenshtein(last_l, last_r) <= 1 OR jaro_winkler_similarity(last_l, last_r) >= 0.93",
            0.012,
            0.0008,
        ),
        Level(
            "part",
            "list_has_any(parts_l, parts_r) OR (least(length(last_l), length(last_r)) >= 4 "
            "AND (contains(last_l, last_r) OR contains(last_r, last_l)))",
            0.008,
            0.0012,
        ),
        Level("other, woman", "coalesce(gender_l, gender_r) = 'f' AND coalesce(gender_r, 'f') = 'f'", 0.01, 0.15),
        Level("other", "ELSE", 0.005, 0.85),
    ),
)

_BIRTH_YEAR = Comparison(
    "birth_year",
    ("birth_year",),
    _absent("birth_year"),
    (
        Level("same", "birth_year_l = birth_year_r", 0.975, 0.03),
        Level("one off", "abs(birth_year_l - birth_year_r) = 1", 0.012, 0.06),
        Level("near", "abs(birth_year_l - birth_year_r) <= 10", 0.008, 0.4),
        Level("other", "ELSE", 0.005, 0.51),
    ),
)

_APPOINTED = Comparison(
    "appointed",
    ("appointed",),
    _absent("appointed"),
    (
        Level("same", "appointed_l = appointed_r AND length(appointed_l) >= 10", 0.95, 0.003, "appointed"),
        Level(
            "near",
            "(length(appointed_l) >= 7 AND length(appointed_r) >= 7 AND left(appointed_l, 7) = left(appointed_r, 7)) "
            "OR (length(appointed_l) >= 10 AND length(appointed_r) >= 10 "
            "AND damerau_levenshtein(appointed_l, appointed_r) <= 1) "
            # day and month changed places
            "OR (length(appointed_l) = 10 AND length(appointed_r) = 10 AND left(appointed_l, 4) = left(appointed_r, 4) "
            "AND substr(appointed_l, 6, 2) = substr(appointed_r, 9, 2) "
            "AND substr(appointed_l, 9, 2) = substr(appointed_r, 6, 2))",
            0.015,
            0.006,
        ),
        Level("same year", "left(appointed_l, 4) = left(appointed_r, 4)", 0.01, 0.03),
        Level("other", "ELSE", 0.025, 0.961),
    ),
)

_SUFFIX = Comparison(
    "suffix",
    ("suffix",),  # '-' is: none, in a release that uses suffixes
    _absent("suffix"),
    (
        Level("same", "suffix_l = suffix_r AND suffix_l <> '-'", 0.04, 0.002),
        Level("neither has one", "suffix_l = '-' AND suffix_r = '-'", 0.94, 0.91),
        Level("one has one", "suffix_l = '-' OR suffix_r = '-'", 0.019, 0.087),
        Level("other", "ELSE", 0.001, 0.001),
    ),
)

COMPARISONS: tuple[Comparison, ...] = (
    _FIRST,
    _LAST,
    _BIRTH_YEAR,
    _APPOINTED,
    _SUFFIX,
    _exactly("middle", 0.97, 0.07),
    _exactly("gender", 0.997, 0.6, by_frequency=False),
    _exactly("race", 0.95, 0.35),
    _exactly("number", 0.5, 0.0003),
    _exactly("unit", 0.3, 0.03),
    _exactly("rank", 0.5, 0.3),
    Comparison(
        "forces",
        ("forces",),
        _absent("forces"),
        (Level("one in common", "list_has_any(forces_l, forces_r)", 0.9, 0.1), Level("other", "ELSE", 0.1, 0.9)),
    ),
)


def place(comparison: str, level: str) -> int:
    """The place of a level in its comparison, counted from the closest: what stands in the pairs' `level_` columns."""
    levels = next(each.levels for each in COMPARISONS if each.name == comparison)
    return next(number for number, each in enumerate(levels) if each.name == level)
