"""Invented officers as sources state them, in the columns that are compared."""

import random
from typing import Any

import polars as pl

from graph.identity.compare.preparing import STATED

_SYLLABLES = "ba ce di fo gu ha ke li mo nu pa ri so tu va we xi yo za dra ster wick ford ley".split()  # noqa: SIM905


def frame(*people: dict[str, Any]) -> pl.DataFrame:
    """The people as a frame; what is not told of somebody is absent."""
    return pl.DataFrame([{name: each.get(name) for name in STATED} for each in people], schema=STATED)


def crowd(source: str, count: int, seed: int) -> list[dict[str, Any]]:
    """As many different people of one source, with names, birth years and dates of appointment."""
    chance = random.Random(seed)  # noqa: S311 - invented people need no secrecy
    return [
        {
            "id": f"{source}-{number:05}",
            "source_id": source,
            "first_name": "".join(chance.choices(_SYLLABLES, k=2)),
            "last_name": "".join(chance.choices(_SYLLABLES, k=3)),
            "birth_year": chance.randint(1950, 1995),
            "gender": chance.choice(["male", "female"]),
            "appointed": f"{chance.randint(1980, 2018)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        }
        for number in range(count)
    ]


def again(person: dict[str, Any], source: str, **differently: Any) -> dict[str, Any]:  # noqa: ANN401 - any property
    """The same person as another source states them."""
    return {**person, "id": f"{source}-of-{person['id']}", "source_id": source, **differently}
