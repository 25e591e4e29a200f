"""What must hold of the two records that a denial or a suggestion names."""

import re
from collections.abc import Iterator

from graph.model.identity import SAME_AS
from graph.yaml_documents import Place
from loaders.casebooks.fields import SLUG_PATTERN
from loaders.casebooks.known_names import Names, one, unknown, word
from loaders.casebooks.layout import LABEL_OF_KEY
from loaders.casebooks.naming import FOREIGN, form_of
from loaders.casebooks.walking import Fields, Mistake, items, text

End = tuple[str, str]
"""A kind and the name written under its key."""


def pair_mistakes(content: Fields, names: Names) -> Iterator[Mistake]:
    """Every denial and suggestion that does not name two records that can be denied or suggested."""
    for section in ("denials", "suggestions"):
        for place, fields in items(content, section):
            ends: list[End] = []
            for where, reference in items(fields, "between", place):
                yield from _end(where, reference, section, names, ends)
            yield from _two(place, fields, ends)
            if section == "suggestions" and len(ends) == 2:
                yield from _could_be_one(place, *ends)


def _end(place: Place, reference: Fields, section: str, names: Names, ends: list[End]) -> Iterator[Mistake]:
    given = [key for key in LABEL_OF_KEY if text(reference, key)]
    if len(given) != 1:
        yield Mistake(place, f"it names {len(given)} records", f"exactly one of: {', '.join(LABEL_OF_KEY)}")
        return
    place, label, name = (*place, given[0]), LABEL_OF_KEY[given[0]], text(reference, given[0])
    ends.append((label, name))
    if form_of(name) != FOREIGN or label == "Source":
        yield from unknown(place, label, name, names)
    elif section != "suggestions":
        yield Mistake(place, f"{name!r} belongs to another source", "an entry of this casebook")
    elif not all(re.fullmatch(SLUG_PATTERN, part) for part in name.split("#", 1)):
        yield Mistake(place, f"{name!r} names no entry", "other-source#id: the slug of the source and its entry's id")
    elif name.partition("#")[0] == names.own:
        yield Mistake(place, f"{name!r} is an entry of this casebook", "its id alone")


def _two(place: Place, fields: Fields, ends: list[End]) -> Iterator[Mistake]:
    between = fields.get("between")
    if isinstance(between, list) and len(between) != 2:
        yield Mistake((*place, "between"), f"it names {len(between)}, not two", "two records")
    elif len(ends) == 2 and ends[0] == ends[1]:
        yield Mistake((*place, "between"), "both ends are the same", "two different records")


def _could_be_one(place: Place, first: End, second: End) -> Iterator[Mistake]:
    if not SAME_AS.allows(first[0], second[0]):
        what = f"{one(first[0])} and {one(second[0])} are never one and the same"
        kinds = sorted({f"{word(start)} and {word(end)}" for start, end in SAME_AS.ends})
        yield Mistake((*place, "between"), what, "; ".join(kinds))
