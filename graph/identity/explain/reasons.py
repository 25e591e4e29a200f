"""Why two officers may be one, and what speaks against it, in sentences."""

from collections.abc import Callable, Mapping
from typing import Any

from graph.identity.compare.comparisons import COMPARISONS

Person = Mapping[str, Any]
"""What a source states of somebody: the columns of compare.preparing.STATED."""

RARE = 1 / 2_000
COMMON = 1 / 200


def reasons(pair: Mapping[str, Any], left: Person, right: Person) -> tuple[list[str], list[str]]:
    """What speaks for the pair and what against it; `pair` is a row of compared pairs, with levels and frequencies."""
    good: list[str] = []
    bad: list[str] = []
    for each in COMPARISONS:
        place = pair[f"level_{each.name}"]
        if place is None:
            continue
        told = _TOLD.get((each.name, each.levels[place].name))
        if told is None:
            continue
        speaks_for, words = told
        text = words(pair, left, right) if callable(words) else words
        (good if speaks_for else bad).append(text)
    return good, bad


def _first(person: Person) -> str:
    return str(person["first_name"] or person["name"])


def _last(person: Person) -> str:
    return str(person["last_name"] or person["name"])


def _both(take: Callable[[Person], str]) -> Callable[[Person, Person], str]:
    return lambda left, right: f"{take(left)}, {take(right)}"


_FIRSTS, _LASTS = _both(_first), _both(_last)


def _rarity(frequency: float | None) -> str:
    if not frequency:
        return ""
    word = "rare, " if frequency < RARE else "common, " if frequency > COMMON else ""
    share = 1 / frequency
    step = 10 ** max(len(str(int(share))) - 2, 0)
    return f" ({word}1 in {max(round(share / step) * step, 1):,})"


def _on(column: str) -> Callable[[Person, Person], str]:
    return lambda left, right: f"{left[column]}, {right[column]}"


Words = str | Callable[[Mapping[str, Any], Person, Person], str]

_TOLD: dict[tuple[str, str], tuple[bool, Words]] = {
    ("last", "same"): (True, lambda pair, *_: f"Same surname{_rarity(pair['frequency_last'])}."),
    ("last", "close"): (True, lambda _, a, b: f"Surnames spelled nearly alike: {_LASTS(a, b)}."),
    ("last", "part"): (True, lambda _, a, b: f"The surnames share a part: {_LASTS(a, b)}."),
    ("last", "other, woman"): (False, lambda _, a, b: f"Different surnames, {_LASTS(a, b)}; a woman, who may marry."),
    ("last", "other"): (False, lambda _, a, b: f"Different surnames: {_LASTS(a, b)}."),
    ("first", "same"): (True, lambda pair, *_: f"Same first name{_rarity(pair['frequency_first'])}."),
    ("first", "nickname"): (True, lambda _, a, b: f"One first name may be short for the other: {_FIRSTS(a, b)}."),
    ("first", "initial"): (True, lambda _, a, b: f"Of one first name only the initial: {_FIRSTS(a, b)}."),
    ("first", "close"): (True, lambda _, a, b: f"First names spelled nearly alike: {_FIRSTS(a, b)}."),
    ("first", "other"): (False, lambda _, a, b: f"Different first names: {_FIRSTS(a, b)}."),
    ("birth_year", "same"): (True, lambda _, a, __: f"Born in the same year, {a['birth_year']}."),
    ("birth_year", "one off"): (True, lambda _, a, b: f"Birth years one apart: {_on('birth_year')(a, b)}."),
    ("birth_year", "near"): (False, lambda _, a, b: f"Different birth years: {_on('birth_year')(a, b)}."),
    ("birth_year", "other"): (False, lambda _, a, b: f"Birth years far apart: {_on('birth_year')(a, b)}."),
    ("appointed", "same"): (True, lambda _, a, __: f"Appointed the same day, {a['appointed']}."),
    ("appointed", "near"): (True, lambda _, a, b: f"Dates of appointment nearly alike: {_on('appointed')(a, b)}."),
    ("appointed", "same year"): (True, lambda _, a, b: f"Appointed in the same year: {_on('appointed')(a, b)}."),
    ("appointed", "other"): (False, lambda _, a, b: f"Appointed on different dates: {_on('appointed')(a, b)}."),
    ("suffix", "same"): (True, "Same suffix of the name."),
    ("suffix", "one has one"): (False, "Only one of the names has a suffix."),
    ("suffix", "other"): (False, "Different suffixes of the name."),
    ("middle", "same"): (True, "Same middle initial."),
    ("middle", "other"): (False, "Different middle initials."),
    ("gender", "other"): (False, lambda _, a, b: f"Stated as of different gender: {_on('gender')(a, b)}."),
    ("number", "same"): (True, lambda _, a, __: f"Same number, {a['number']} ({a['number_kind'] or 'no kind'})."),
    ("unit", "same"): (True, lambda _, a, __: f"Same unit: {a['unit']}."),
    ("forces", "one in common"): (True, "Both in the same force."),
    ("forces", "other"): (False, "No force in common."),
}  # fmt: skip
"""What is said of each level, and whether it speaks for the pair. Of the others nothing is said: they weigh little."""
