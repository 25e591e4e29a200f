"""`python -m benchmarks.identity.invented PREFIX --officers N`: two invented releases of N officers, with their truth.

Six in ten of each release stand in the other too, some of them written otherwise there: with a letter wrong, another
surname, a suffix glued on, no birth year, no date of appointment. Surnames are spread as real ones are: a few that
many have, and many that few have. `python -m benchmarks.identity PREFIX --complete`
then measures how long it takes and how well they are found.
"""

import argparse
import random
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

import polars as pl
from faker import Faker

_SEED = 11
_SHARED = 0.6
_CLASSES = 600
"""Days on which people were appointed: forces appoint by the class."""

_SURNAMES = 30_000
_AS_FREQUENT = 30
"""The surname at place n is had by a share that goes as 1 / (n + this): the first by one in 200, half of them by one in
100,000 or fewer."""


def main() -> None:
    """Makes the files."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.identity.invented", description=__doc__)
    parser.add_argument("prefix", type=Path)
    parser.add_argument("--officers", type=int, default=100_000, help="how many officers each release has")
    arguments = parser.parse_args()
    write(arguments.prefix, arguments.officers)


def write(prefix: Path, officers: int) -> None:
    """Writes release a, release b and the complete truth; the same number gives the same files."""
    chance = random.Random(_SEED)  # noqa: S311 - invented people need no secrecy
    fake = Faker("en_US")
    fake.seed_instance(_SEED)
    classes = [
        f"{chance.randint(1975, 2016)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}" for _ in range(_CLASSES)
    ]
    shared = round(officers * _SHARED)
    surname = _surnames(chance)
    people = [_person(chance, fake, surname, classes) for _ in range(2 * officers - shared)]
    first = people[:officers]
    second = [_again(each, chance, surname) for each in people[:shared]] + people[officers:]
    places = chance.sample(range(officers), officers)  # the order of one release says nothing of the other's
    prefix.parent.mkdir(parents=True, exist_ok=True)
    _write(prefix, "release_a", [{"id": f"A{number}", **each} for number, each in enumerate(first)])
    _write(prefix, "release_b", [{"id": f"B{place}", **second[place]} for place in places])
    _write(prefix, "truth", [{"id_a": f"A{number}", "id_b": f"B{number}"} for number in range(shared)])


def _surnames(chance: random.Random) -> Callable[[], str]:
    """What gives a surname at each call: two or three syllables, with a last letter or without."""
    made: dict[str, None] = {}
    while len(made) < _SURNAMES:
        syllables = (chance.choice(_ONSETS) + chance.choice("AEIOU") for _ in range(chance.choice((2, 3))))
        made["".join(syllables) + chance.choice(_ENDS)] = None
    names = list(made)
    shares = list(accumulate(1 / (place + _AS_FREQUENT) for place in range(1, len(names) + 1)))
    return lambda: chance.choices(names, cum_weights=shares)[0]


_ONSETS = (*"BCDFGHJKLMNPRSTVW", "BR", "CH", "CL", "DR", "FL", "GR", "KL", "PR", "SH", "ST", "SW", "TH", "TR")
_ENDS = ("", "L", "M", "N", "R", "S", "TT", "CK", "LD", "NS")


def _person(chance: random.Random, fake: Faker, surname: Callable[[], str], classes: list[str]) -> dict[str, str]:
    woman = chance.random() < 0.25
    appointed = chance.choice(classes)
    return {
        "first_name": (fake.first_name_female() if woman else fake.first_name_male()).upper(),
        "middle_initial": chance.choice("ABCDEFGHJKLMNPRSTW") if chance.random() < 0.7 else "",
        "last_name": surname(),
        "suffix": chance.choice(("JR", "SR", "II", "III")) if chance.random() < 0.04 else "",
        "birth_year": str(int(appointed[:4]) - chance.randint(21, 36)),
        "gender": "FEMALE" if woman else "MALE",
        "race": chance.choices(("WHITE", "BLACK", "HISPANIC", "ASIAN"), (50, 25, 20, 5))[0],
        "appointed_date": appointed,
        "rank": chance.choices(("PO", "SGT", "DET", "LT"), (75, 12, 9, 4))[0],
        "unit": str(chance.randint(1, 160)),
        "star": str(chance.randint(1000, 21999)) if chance.random() < 0.64 else "",
    }


def _again(person: dict[str, str], chance: random.Random, surname: Callable[[], str]) -> dict[str, str]:
    """The same person as a later release has them."""
    told = dict(person)
    if told["gender"] == "FEMALE" and chance.random() < 0.03:
        told["last_name"] = surname()
    if chance.random() < 0.02:
        place = chance.randrange(1, len(told["last_name"]))
        told["last_name"] = told["last_name"][:place] + told["last_name"][place + 1 :]
    if told["suffix"] and chance.random() < 0.5:
        told |= {"last_name": told["last_name"] + told["suffix"], "suffix": ""}
    for name, share in (("birth_year", 0.05), ("appointed_date", 0.05), ("star", 0.4), ("middle_initial", 0.2)):
        if chance.random() < share:
            told[name] = ""
    if chance.random() < 0.5:
        told["unit"] = str(chance.randint(1, 160))
    return told


def _write(prefix: Path, part: str, rows: list[dict[str, str]]) -> None:
    pl.DataFrame(rows).write_csv(prefix.with_name(f"{prefix.name}_{part}.csv.gz"), compression="gzip")


if __name__ == "__main__":
    main()
