"""How sources write a person's name: in full, with initials, by a nickname, under a former surname, or misspelt."""

import random
from collections.abc import Callable

from examples.world.documents import Field
from examples.world.people import Person

Written = dict[str, Field | None]
"""The fields of an officer's entry that hold the name as the source writes it."""

_NICKNAMES = {
    "Abigail": "Abbie",
    "Alexander": "Alex",
    "Amanda": "Mandy",
    "Andrew": "Andy",
    "Anthony": "Tony",
    "Benjamin": "Ben",
    "Catherine": "Cathy",
    "Charlotte": "Lottie",
    "Christopher": "Chris",
    "Daniel": "Danny",
    "Deborah": "Debbie",
    "Edward": "Ted",
    "Elizabeth": "Liz",
    "Gregory": "Greg",
    "Jacqueline": "Jackie",
    "Jennifer": "Jenny",
    "Joseph": "Joe",
    "Joshua": "Josh",
    "Katherine": "Kate",
    "Kenneth": "Ken",
    "Lawrence": "Larry",
    "Leonard": "Len",
    "Margaret": "Maggie",
    "Matthew": "Matt",
    "Michael": "Mick",
    "Nicholas": "Nick",
    "Patricia": "Pat",
    "Patrick": "Paddy",
    "Peter": "Pete",
    "Rebecca": "Becky",
    "Richard": "Rick",
    "Robert": "Bob",
    "Ronald": "Ron",
    "Samantha": "Sam",
    "Samuel": "Sam",
    "Stephen": "Steve",
    "Susan": "Sue",
    "Terence": "Terry",
    "Thomas": "Tom",
    "Timothy": "Tim",
    "Victoria": "Vicky",
    "William": "Bill",
    "Zachary": "Zac",
}


def in_full(person: Person) -> Written:
    """First, middle and last name."""
    names = [person.first_name, person.middle_name, person.last_name]
    return _written(" ".join(each for each in names if each), person.first_name, person.last_name, person.middle_name)


def in_columns(person: Person) -> Written:
    """First name, middle initial and last name apart, as a table has them."""
    return {**in_full(person), "name": None}


def first_and_last(person: Person) -> Written:
    """First and last name, as the press writes it."""
    return _written(f"{person.first_name} {person.last_name}", person.first_name, person.last_name)


def initials(person: Person) -> Written:
    """The surname in capitals and initials behind it, as case systems keep it."""
    letters = [each[0] for each in (person.first_name, person.middle_name) if each]
    written = _written(f"{person.last_name.upper()}, {' '.join(letters)}", letters[0], person.last_name.upper())
    return {**written, "middle_initial": letters[1] if len(letters) > 1 else None}


def nickname(person: Person) -> Written:
    """The first name as friends say it; the first name itself where it has no short form."""
    short = _NICKNAMES.get(person.first_name, person.first_name)
    return _written(f"{short} {person.last_name}", short, person.last_name)


def surname_only(person: Person) -> Written:
    """No first name at all."""
    return {"name": person.last_name, "last_name": person.last_name}


def former_surname(person: Person) -> Written:
    """The surname before marriage, where there was another one."""
    last = person.former_last_name or person.last_name
    return _written(f"{person.first_name} {last}", person.first_name, last)


def hyphen_lost(person: Person) -> Written:
    """A double surname without its hyphen."""
    last = person.last_name.replace("-", " ")
    return _written(f"{person.first_name} {last}", person.first_name, last)


def misspelt(person: Person, stream: random.Random) -> Written:
    """One letter of the surname lost, doubled, or changed places with the next; never the first one."""
    last = person.last_name
    place = stream.randrange(1, len(last))
    before, here, after, rest = last[:place], last[place], last[place + 1 : place + 2], last[place + 2 :]
    slip = stream.choice(("lost", "doubled", "swapped"))
    if slip == "lost" and len(last) > 3:
        written = before + after + rest
    elif slip == "swapped" and after not in ("", here):
        written = before + after + here + rest
    else:
        written = before + here + here + after + rest
    return _written(f"{person.first_name} {written}", person.first_name, written)


def by_chance(person: Person, stream: random.Random) -> Written:
    """The name as an article or a list of hearings happens to write it: mostly right, sometimes not."""
    ways: tuple[Callable[[Person], Written], ...] = (first_and_last, in_full, nickname, former_surname, hyphen_lost)
    if stream.random() < 0.06:
        return misspelt(person, stream)
    return stream.choices((*ways, surname_only), (60, 12, 8, 6, 8, 6))[0](person)


def _written(name: str, first: str, last: str, middle: str | None = None) -> Written:
    return {"name": name, "first_name": first, "last_name": last, "middle_initial": middle[0] if middle else None}
