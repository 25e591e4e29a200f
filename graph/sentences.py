"""Statements as plain sentences, for terminals, pages and paths alike: what a source states, as a person would say it.

Names, labels and dates are put in as they are given; who prints a sentence makes it harmless for its medium.
"""

from collections.abc import Callable, Mapping
from typing import Any

from graph import ids
from graph.model import TYPES
from graph.numbers import StatedNumber

Label = Callable[[str], str]
"""Gives the label of a code: `uk-rank/sergeant` becomes Sergeant."""


def called(label: str, properties: Mapping[str, Any]) -> str:
    """What a record is called within a sentence: its name, else its description, else its kind and quoted id.

    A figure is called by what is counted and how many: as it stands in its source, it often says neither.
    """
    if properties.get("name"):
        return str(properties["name"])
    if label == "Statistic" and properties.get("measure"):
        return f"the figure “{': '.join(filter(None, (str(properties['measure']), _how_many(properties))))}”"
    words = properties.get("description") or properties.get("as_stated")
    if words and label == "Allegation":
        return f"the allegation “{_phrase(str(words), within=False)}”"
    if words:
        return _phrase(str(words))
    kind = "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in label).strip()
    return f"{kind} {ids.quoted(str(properties['id'])).partition(' ')[2]}".strip()


def _how_many(figure: Mapping[str, Any]) -> str:
    if figure.get("value") is None:
        return str(figure.get("as_stated") or "")
    return str(StatedNumber(figure["value"], figure.get("bound") or "exact", figure.get("unit") or ""))


def _phrase(words: str, *, within: bool = True) -> str:
    """A text as a part of a sentence: without its full stop, and `within` one without the capital of its article."""
    words = words.strip().removesuffix(".")
    first = words.partition(" ")[0]
    return first.lower() + words[len(first) :] if within and first in _ARTICLES else words


def sentence(name: str, start: str, end: str, properties: Mapping[str, Any], label: Label) -> str:
    """The statement of type `name` between what is called `start` and `end`, with its properties, and a full stop.

    An alleged link says so first, an inferred one last, with its reason.
    """
    words = _OWN_WORDS.get(name, _plain)(name, start, end, properties, label) + _when(properties)
    extra = [f"{_words_of(each)}: {_phrase(str(properties[each]))}" for each in _BESIDE if properties.get(each)]
    if extra:
        words += f" ({'; '.join(extra)})"
    match properties.get("status"):
        case "alleged":
            words = f"It is alleged that {words}"
        case "inferred":
            words += f"; this is a reading, because {_phrase(str(properties.get('reason') or 'no reason is given'))}"
    return first(words) + "."


def first(words: str) -> str:
    """The words as a sentence begins with them: only our own get a capital, a handle stays as it is written."""
    return words[:1].upper() + words[1:] if words.startswith(_OURS) else words


_ARTICLES = frozenset(
    (
        *("A", "An", "The", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"),
        *("Some", "Several", "About", "He", "She", "They", "It"),
    )
)
"""Words that a description may begin with and that have no capital within a sentence."""

_OURS = ("in ", "it ", *(f"{word.lower()} " for word in sorted(_ARTICLES)))

_BESIDE = (
    "rank_as_stated",
    "left_as_stated",
    "status_as_stated",
    "outcome_as_stated",
    "finding_as_stated",
    "as_stated",
)
"""Texts of the source that stand beside a code or a link, shown in brackets."""


def _words_of(name: str) -> str:
    return "as stated" if name == "as_stated" else f"{name.removesuffix('_as_stated')} as stated"


def _plain(name: str, start: str, end: str, properties: Mapping[str, Any], label: Label) -> str:
    words = TYPES[name].sentence.replace("{from}", start).replace("{to}", end)
    codes = [("finding", "finding"), ("outcome", "outcome"), ("severity", "would amount to, if proved"), ("kind", "")]
    parts = [f"{title}: {label(properties[each])}".removeprefix(": ") for each, title in codes if properties.get(each)]
    if properties.get("strand"):
        parts.insert(0, f"{properties['strand']} strand")
    return f"{words}, {', '.join(parts)}" if parts else words


def _served(_name: str, start: str, end: str, properties: Mapping[str, Any], label: Label) -> str:
    verb = "serves with" if properties.get("current") else "served with"
    rank = f" as {label(properties['rank']).lower()}" if properties.get("rank") else ""
    role = f" ({properties['role']})" if properties.get("role") else ""
    return f"{start} {verb} {end}{rank}{role}"


def _status(_name: str, start: str, end: str, properties: Mapping[str, Any], label: Label) -> str:
    held = [label(properties[each]) for each in ("duty_status", "service_status", "list") if properties.get(each)]
    status = ", ".join(held) or "a status"
    verbs = ("did not have", "does not have") if properties.get("not_held") else ("had", "has")
    return f"{start} {verbs[bool(properties.get('current'))]} the status “{status}” at {end}"


def _member(_name: str, start: str, end: str, properties: Mapping[str, Any], _label: Label) -> str:
    verb = "is" if properties.get("current") else "was"
    role = properties.get("role") or "member"
    how = f", {properties['how']}" if properties.get("how") else ""
    sent = f", {properties['messages']} messages" if properties.get("messages") is not None else ""
    return f"{start} {verb} {_article(str(role))} of {end}{how}{sent}"


def _step(_name: str, start: str, end: str, properties: Mapping[str, Any], label: Label) -> str:
    what = label(properties["kind"]) if properties.get("kind") else "a step"
    verb = {"pending": "is still to come", "ruled_out": "is ruled out"}.get(str(properties.get("state")), "happened")
    stated = f" ({properties['at_as_stated']})" if properties.get("at_as_stated") else ""
    return f"in {end}, about {start}: {what} {verb}{stated}"


def _article(word: str) -> str:
    return f"{'an' if word[:1].lower() in 'aeiou' else 'a'} {word}"


_OWN_WORDS = {"SERVED_IN": _served, "HAD_STATUS": _status, "MEMBER_OF": _member, "STEP": _step}


def _when(properties: Mapping[str, Any]) -> str:
    start, end = properties.get("valid_from"), properties.get("valid_to")
    if start and end:
        return f", from {start} to {end}" if start != end else f", in {start}"
    if start:
        return f", from {start}"
    if end:
        return f", until {end}"
    at = properties.get("at") or properties.get("outcome_date")
    if at:
        return f", {'on' if len(str(at)) >= 10 else 'in'} {at}"
    return ", formerly" if properties.get("current") is False else ""
