"""Two invented pairs of releases that are hard in other ways than those of the benchmarks: one full of placeholders,
and one that two systems wrote otherwise."""

import random
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from tests.graph.identity.people import again

Row = dict[str, Any]

_MEN = (
    "JAMES ROBERT JOHN MICHAEL DAVID WILLIAM RICHARD JOSEPH THOMAS CHARLES CHRISTOPHER DANIEL MATTHEW ANTHONY STEVEN "
    "ANDREW KENNETH JOSHUA EDWARD RONALD TIMOTHY JEFFREY GREGORY"
)
_WOMEN = "MARY PATRICIA JENNIFER ELIZABETH BARBARA SUSAN JESSICA KAREN MARGARET CATHERINE DEBORAH REBECCA VICTORIA"
_SHORT = {"ROBERT": "BOB", "MICHAEL": "MIKE", "WILLIAM": "BILL", "ELIZABETH": "LIZ", "THOMAS": "TOM", "EDWARD": "TED"}
_SYLLABLES = "BA CE DI FO GU HA KE LI MO NU PA RI SO TU VA WE XI YO ZA DRA STER WICK FORD LEY"


@dataclass(frozen=True)
class Pair:
    """Two releases, and the pairs of ids that are one person."""

    here: list[Row]
    there: list[Row]
    truth: set[tuple[str, str]]


def placeholders(officers: int = 1_500) -> Pair:
    """In the first release words, noughts and first days stand where nothing is known; in the second, noughts."""
    chance = random.Random(3)  # noqa: S311 - invented people need no secrecy

    def one(row: Row) -> Row:
        row["number"] = chance.choice(("UNKNOWN", "N/A", "0", "00000", row["number"]))
        row["appointed"] = row["appointed"] if chance.random() < 0.6 else "1900-01-01"
        row["birth_year"] = row["birth_year"] if chance.random() < 0.8 else 1900
        row["middle_initial"] = row["middle_initial"] if chance.random() < 0.5 else "NMN"
        row["ethnicity"] = row["ethnicity"] if chance.random() < 0.6 else "UNKNOWN"
        return {**row, "suffix": "N/A"}

    def two(row: Row) -> Row:
        return {**row, "number": row["number"] if chance.random() < 0.5 else "0", "unit": "UNKNOWN"}

    return _pair(chance, officers, one, two)


def written_otherwise(officers: int = 1_500) -> Pair:
    """The first release has names in one text, surname first and cut; the second has married and double names,
    nicknames, suffixes glued on, and dates with day and month exchanged."""
    chance = random.Random(4)  # noqa: S311

    def one(row: Row) -> Row:
        name = (
            f"{row.pop('last_name')[:8]} {row.pop('first_name')} {row.pop('middle_initial')} {row.pop('suffix') or ''}"
        )
        return {**row, "name": name.strip(), "number": None}

    def two(row: Row) -> Row:
        if row["gender"] == "F" and chance.random() < 0.1:
            row["last_name"] = f"{row['last_name']}-{_surname(chance)}"
        if chance.random() < 0.2:
            row["first_name"] = _SHORT.get(row["first_name"], row["first_name"])
        if chance.random() < 0.1:
            row["appointed"] = "-".join((row["appointed"][:4], row["appointed"][8:], row["appointed"][5:7]))
        if row["suffix"]:
            row |= {"last_name": row["last_name"] + row["suffix"], "suffix": None}
        return {**row, "middle_initial": None if chance.random() < 0.5 else row["middle_initial"]}

    return _pair(chance, officers, one, two)


def _pair(chance: random.Random, officers: int, one: Any, two: Any) -> Pair:  # noqa: ANN401 - Row to Row
    shared = officers * 6 // 10
    people = [_person(chance, number) for number in range(2 * officers - shared)]
    here = [one({**each}) for each in people[:officers]]
    there = [two(again(each, "there")) for each in (*people[:shared], *people[officers:])]
    return Pair(here, there, {(each["id"], f"there-of-{each['id']}") for each in people[:shared]})


def _person(chance: random.Random, number: int) -> Row:
    first = chance.choice(f"{_MEN} {_WOMEN}".split())
    year = chance.randint(1980, 2016)
    return {
        "id": f"here-{number:05}",
        "source_id": "here",
        "first_name": first,
        "middle_initial": chance.choice("ABCDEFGHJKLMNPRSTW"),
        "last_name": _surname(chance),
        "suffix": "JR" if chance.random() < 0.05 else None,
        "birth_year": year - chance.randint(21, 36),
        "gender": "F" if first in _WOMEN.split() else "M",
        "ethnicity": chance.choices(("WHITE", "BLACK", "HISPANIC"), (50, 25, 25))[0],
        "appointed": f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 4) * 7:02}",
        "number": str(chance.randint(1000, 21999)),
        "number_kind": "star",
    }


def _surname(chance: random.Random) -> str:
    return chance.choices(_SURNAMES, cum_weights=_SHARES)[0]


_MADE = random.Random(1)  # noqa: S311
_SURNAMES = list(
    dict.fromkeys("".join(_MADE.choices(_SYLLABLES.split(), k=_MADE.choice((2, 3, 4)))) for _ in range(3_000))
)
_SHARES = list(accumulate(1 / (place + 10) for place in range(len(_SURNAMES))))
