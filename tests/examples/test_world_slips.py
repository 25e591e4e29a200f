"""How sources write names: slips change little, and never what the person is called by other means."""

import random

from hypothesis import given
from hypothesis import strategies as st

from examples.world import slips
from examples.world.people import Person, Posting

letters = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=10).map(str.capitalize)
surnames = st.one_of(letters, st.tuples(letters, letters).map("-".join))
people = st.builds(
    Person,
    id=st.just("person-0000-0001"),
    first_name=st.one_of(letters, st.sampled_from(["Michael", "Susan", "Peter"])),
    middle_name=st.none() | letters,
    last_name=surnames,
    former_last_name=st.none() | letters,
    gender=st.sampled_from(["woman", "man"]),
    birth_year=st.integers(1950, 2000),
    person_kind=st.just("officer"),
    postings=st.just((Posting("inkshire", "constable", "1234", "2001-01-01"),)),
)


def distance(left: str, right: str) -> int:
    """Insertions, losses and changes of letters that lead from one word to the other."""
    row = list(range(len(right) + 1))
    for place, sign in enumerate(left, start=1):
        before, row[0] = row[0], place
        for other, against in enumerate(right, start=1):
            before, row[other] = row[other], min(row[other] + 1, row[other - 1] + 1, before + (sign != against))
    return row[-1]


@given(people, st.integers())
def test_a_misspelt_surname_is_another_one_and_near(person: Person, seed: int) -> None:
    written = str(slips.misspelt(person, random.Random(seed))["last_name"])  # noqa: S311 - no secret
    assert written != person.last_name
    assert written[0] == person.last_name[0]
    assert distance(written, person.last_name) <= 2


@given(people)
def test_in_full_holds_every_part_of_the_name(person: Person) -> None:
    parts = [each for each in (person.first_name, person.middle_name, person.last_name) if each]
    assert slips.in_full(person)["name"] == " ".join(parts)


@given(people)
def test_initials_hide_the_first_name_and_keep_the_surname(person: Person) -> None:
    written = slips.initials(person)
    assert written["first_name"] == person.first_name[0]
    assert str(written["last_name"]).casefold() == person.last_name.casefold()


@given(people)
def test_a_nickname_or_lost_hyphen_changes_that_part_alone(person: Person) -> None:
    assert slips.nickname(person)["last_name"] == person.last_name
    lost = slips.hyphen_lost(person)
    assert lost["first_name"] == person.first_name
    assert str(lost["last_name"]).split() == person.last_name.split("-")


@given(people)
def test_a_former_surname_stands_only_where_there_was_one(person: Person) -> None:
    assert slips.former_surname(person)["last_name"] == (person.former_last_name or person.last_name)


@given(people, st.integers())
def test_however_a_name_is_written_there_is_one(person: Person, seed: int) -> None:
    written = slips.by_chance(person, random.Random(seed))  # noqa: S311 - no secret
    assert written["name"]
    assert written["last_name"]


@given(people)
def test_in_columns_there_is_no_whole_name(person: Person) -> None:
    written = slips.in_columns(person)
    assert written["name"] is None
    assert (written["first_name"], written["last_name"]) == (person.first_name, person.last_name)
