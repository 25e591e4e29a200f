"""The people of the invented world: who they truly are, and where they truly served."""

import random
from dataclasses import dataclass, replace

from faker import Faker

_LOCALES = {"en_GB": 82, "en_IE": 8, "en_IN": 5, "tw_GH": 3, "pl_PL": 2}
RANKS = ("constable", "sergeant", "inspector", "chief-inspector")
_RANK_WEIGHTS = (70, 20, 7, 3)


@dataclass(frozen=True, slots=True)
class Posting:
    """A time of service with one force, first and last day included; `end` is None while it lasts, `rank` for staff."""

    force: str
    rank: str | None
    number: str
    start: str
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One true person. Postings follow one another in time, the last one may last."""

    id: str
    first_name: str
    middle_name: str | None
    last_name: str
    former_last_name: str | None
    gender: str
    birth_year: int
    person_kind: str
    postings: tuple[Posting, ...]

    @property
    def appointed(self) -> str:
        """The day the person first served with a police force."""
        return self.postings[0].start

    @property
    def telephone(self) -> str:
        """A telephone number of a country code that belongs to no country."""
        return "+999" + "".join(sign for sign in self.id if sign.isdigit())

    def posting_at(self, day: str) -> Posting:
        """The posting on that day; before the first the first, in a gap the one before it."""
        begun = [each for each in self.postings if each.start <= day]
        return begun[-1] if begun else self.postings[0]

    def left(self, day: str) -> "Person":
        """The same person, who left the last force on that day and joined no other."""
        return replace(self, postings=(*self.postings[:-1], replace(self.postings[-1], end=day)))

    def moved(self, force: str, day: str, number: str) -> "Person":
        """The same person, transferred to another force on that day."""
        last = self.postings[-1]
        left = (*self.postings[:-1], replace(last, end=day))
        return replace(self, postings=(*left, Posting(force, last.rank, number, day)))


class Names:
    """First names and surnames of several languages, from the fake-data library. Seeded again, it begins again."""

    def __init__(self) -> None:
        self._fakers = {locale: Faker(locale) for locale in _LOCALES}

    def seed(self, number: int) -> None:
        """Begins anew: the same number gives the same names."""
        for each in self._fakers.values():
            each.seed_instance(number)

    def given(self, locale: str, gender: str) -> str:
        """A first name."""
        fake = self._fakers[locale]
        return fake.first_name_female() if gender == "woman" else fake.first_name_male()

    def family(self, locale: str, gender: str) -> str:
        """A surname."""
        fake = self._fakers[locale]
        return fake.last_name_female() if gender == "woman" else fake.last_name_male()


class People:
    """Makes people, one after the other, from one random stream: the same stream gives the same people."""

    def __init__(self, stream: random.Random, names: Names, prefix: str) -> None:
        self._stream, self._names, self._prefix = stream, names, prefix
        self._made = 0
        names.seed(stream.getrandbits(64))

    def person(self, force: str, *, gender: str | None = None, rank: str | None = None) -> Person:
        """A new person who serves with the force and has never left it."""
        stream = self._stream
        locale = stream.choices(tuple(_LOCALES), tuple(_LOCALES.values()))[0]
        who = gender or stream.choices(("woman", "man"), (35, 65))[0]
        last = self._names.family(locale, who)
        if stream.random() < 0.04:
            last = f"{last}-{self._names.family(locale, who)}"
        appointed = self.day(1994, 2013)
        kind = "officer" if rank else stream.choices(("officer", "special", "staff"), (92, 3, 5))[0]
        return self._new(
            first_name=self._names.given(locale, who),
            middle_name=self._names.given(locale, who) if stream.random() < 0.7 else None,
            last_name=last,
            former_last_name=self._names.family(locale, who) if who == "woman" and stream.random() < 0.2 else None,
            gender=who,
            birth_year=int(appointed[:4]) - stream.randint(19, 34),
            person_kind=kind,
            postings=(Posting(force, rank or self._rank(kind), self.number(), appointed),),
        )

    def namesake(self, person: Person, force: str) -> Person:
        """Another person of the same first name and surname: everything else differs."""
        other = self.person(force, gender=person.gender)
        years = (other.birth_year, *range(int(other.appointed[:4]) - 34, int(other.appointed[:4]) - 18))
        return replace(
            other,
            first_name=person.first_name,
            middle_name=None,
            last_name=person.last_name,
            former_last_name=None,
            birth_year=next(year for year in years if abs(year - person.birth_year) > 4),
        )

    def renamed(self, person: Person) -> Person:
        """The same person with a former surname."""
        return replace(person, former_last_name=self._names.family("en_GB", person.gender))

    def number(self) -> str:
        """A collar number, unique within no force for ever: forces give them out again."""
        return str(self._stream.randint(1000, 29999))

    def day(self, first_year: int, last_year: int) -> str:
        """A day within the years, both included."""
        year, month = self._stream.randint(first_year, last_year), self._stream.randint(1, 12)
        return f"{year}-{month:02d}-{self._stream.randint(1, 28):02d}"

    def _rank(self, kind: str) -> str | None:
        if kind != "officer":
            return "special-constable" if kind == "special" else None
        return self._stream.choices(RANKS, _RANK_WEIGHTS)[0]

    def _new(self, **traits: object) -> Person:
        self._made += 1
        return Person(id=f"person-{self._prefix}-{self._made:04d}", **traits)  # type: ignore[arg-type]
