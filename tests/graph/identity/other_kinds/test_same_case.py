"""Investigations of one officer in two sources: the one told twice is found, and two cases stay two."""

import random

import pytest

from graph.identity.other_kinds.case import Case
from graph.identity.other_kinds.people import Suggested
from graph.identity.other_kinds.same_case import probabilities
from graph.identity.other_kinds.things import Thing

NOBODY = Suggested({}, {})
CHANCE = random.Random(5)  # noqa: S311 - invented cases need no secrecy


def case(source: str, key: str, person: str, *, category: str = "", **stated: str) -> Case:
    """An investigation of a person as a source tells it; `ended` is the day of its outcome."""
    ended = stated.pop("ended", None)
    properties = {"id": f"investigation:{source}-{key}", "source_id": source, "recorded_from": "2024-01-01", **stated}
    linked = {"SUBJECT_OF": frozenset({person})}
    thing = Thing(properties, linked, frozenset(), frozenset(), frozenset({ended} if ended else ()))
    return Case(thing, frozenset({f"scheme/{category}"} if category else ()), frozenset(), frozenset())


def day() -> str:
    return f"{CHANCE.randint(2010, 2022)}-{CHANCE.randint(1, 12):02}-{CHANCE.randint(1, 28):02}"


def told_twice(people: int) -> tuple[list[tuple[Case, Case]], list[bool]]:
    """Each person has two cases in one source, one of which a second source tells of: all pairs, and which are one."""
    pairs, truth = [], []
    for number in range(people):
        kinds, days = CHANCE.sample("abcdefgh", 2), (day(), day())
        held = [
            case("cases", f"{number}-{place}", f"p{number}", category=kinds[place], ended=days[place])
            for place in (0, 1)
        ]
        heard = case("hearings", str(number), f"p{number}", category=kinds[0], ended=days[0])
        pairs += [(each, heard) for each in held]
        truth += [True, False]
    return pairs, truth


def test_with_many_cases_to_learn_from_the_one_told_twice_is_all_but_certain() -> None:
    pairs, truth = told_twice(200)
    found = probabilities(pairs, [1.0] * len(pairs), NOBODY)
    assert min(each for each, one in zip(found, truth, strict=True) if one) > 0.99
    assert max(each for each, one in zip(found, truth, strict=True) if not one) < 0.01


def test_with_one_pair_a_common_day_alone_is_not_enough_to_link_without_a_person() -> None:
    one, two = case("cases", "a", "p", ended="2020-12-07"), case("hearings", "b", "p", ended="2020-12-07")
    (found,) = probabilities([(one, two)], [1.0], NOBODY)
    assert 0.8 < found < 0.99


def test_what_fits_two_cases_equally_well_gets_a_half_each() -> None:
    article = case("article", "a", "p", opened="2020-12")
    held = [case("cases", key, "p", opened=f"2020-12-0{key}") for key in "12"]
    found = probabilities([(article, each) for each in held], [1.0, 1.0], NOBODY)
    assert found[0] == pytest.approx(found[1])
    assert found[0] < 0.5


def test_the_less_sure_the_person_is_the_less_sure_the_case() -> None:
    one, two = case("cases", "a", "p", ended="2020-12-07"), case("hearings", "b", "q", ended="2020-12-07")
    sure, doubtful = (probabilities([(one, two)], [each], NOBODY)[0] for each in (0.99, 0.2))
    assert doubtful < sure


def test_other_kinds_of_allegation_and_other_dates_speak_for_two_cases() -> None:
    here = case("cases", "a", "p", category="a", opened="2020-12-07")
    there = case("article", "b", "p", category="b", opened="2018-02")
    (found,) = probabilities([(here, there)], [1.0], NOBODY)
    assert found < 0.05
