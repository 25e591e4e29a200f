"""Lines that the service writes about a group: recognised by templates in many languages, held as data.

A template is the sentence with holes. Quotation marks of any kind stand for each other, so do apostrophes, spaces and
a final stop. A template applies only to a whole line.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from loaders.chats.marks import plain, without_marks
from loaders.chats.survey import LONGEST_NAME
from loaders.chats.tables import event_rows, rows

EventType = Literal[
    "group_created",
    "member_added",
    "member_joined",
    "member_joined_link",
    "member_removed",
    "member_left",
    "admin_granted",
    "admin_revoked",
    "subject_changed",
    "description_changed",
    "icon_changed",
    "settings_changed",
    "disappearing_on",
    "disappearing_off",
    "encryption_notice",
    "security_code_changed",
    "number_changed",
    "call",
    "pinned",
    "notice",
]

EXPORTER = "\0"
"""Stands for the person whose phone was exported, whom the lines call "you"; no name can be this."""

_QUOTES = '"“”„‟«»「」『』＂'
_HOLES = re.compile(r"\{(\w+)\}")
_WORD = re.compile(rf"[^\s{_QUOTES}'’ʼ.,:()。।]+")
_HOW_MANY_MORE = re.compile(r"\d{1,4}\s[^\d\s].*")
"""`12 others`, in any language, at the end of a list: nobody says who they are."""

_LONGEST_EVENT = 4_000


@dataclass(frozen=True, slots=True)
class Told:
    """What a line tells: the type, who did it, whom it was done to, and names and numbers before and after.

    A person is a name as the line writes it, or EXPORTER. `members` is empty where the line names nobody.
    """

    type: EventType
    language: str
    actor: str | None = None
    members: tuple[str, ...] = ()
    old: str | None = None
    new: str | None = None


@dataclass(frozen=True, slots=True)
class _Template:
    """`word` stands in every line it fits, `alone` as a word of its own; `leading` is the hole it begins with, if it
    begins with one."""

    type: EventType
    language: str
    exporter: str
    word: str
    alone: bool
    leading: str
    sentence: str


_Ranked = tuple[int, _Template]


def told(text: str, is_name: Callable[[str], bool], *, with_colon: bool = False) -> Told | None:
    """What a whole line tells, or None where no template fits.

    `is_name` says whether a text is a sender of this chat: a list of names is taken apart only where the whole is
    none. `with_colon` asks of a line that could also be a message: then no name before the template's own words may
    hold the colon that would part sender from text.
    """
    if len(text) > _LONGEST_EVENT:
        return None
    clean = without_marks(text).strip()
    for template in _fitting(clean):
        found = _pattern(template.sentence).fullmatch(clean)
        if found is None:
            continue
        holes = {name: plain(part) for name, part in found.groupdict().items()}
        if with_colon and (template.leading == "any" or ": " in holes.get(template.leading, "")):
            continue
        if all(len(holes.get(name, "")) <= LONGEST_NAME for name in ("actor", "member")):
            return _told(template, holes, is_name)
    return None


def _told(template: _Template, holes: Mapping[str, str], is_name: Callable[[str], bool]) -> Told:
    members: tuple[str, ...] = ()
    if template.exporter == "member":
        members = (EXPORTER,)
    elif "members" in holes:
        members = tuple(_listed(holes["members"], template.language, is_name))
    elif "member" in holes or template.type == "number_changed":
        members = tuple(holes[name] for name in ("member", "old") if name in holes)
    actor = EXPORTER if template.exporter == "actor" else holes.get("actor")
    new = holes.get("new") or holes.get("group")
    return Told(template.type, template.language, actor, members, holes.get("old"), new)


def _listed(text: str, language: str, is_name: Callable[[str], bool]) -> Iterator[str]:
    if is_name(text):
        yield text
        return
    separator, exporters = _list_words().get(language, (re.compile(r"[,،、]\s*"), frozenset[str]()))
    names = [each.strip() for each in separator.split(text)]
    if len(names) > 1 and _HOW_MANY_MORE.fullmatch(names[-1]):
        names.pop()
    yield from (EXPORTER if name in exporters else name for name in names if name)


@cache
def _list_words() -> dict[str, tuple[re.Pattern[str], frozenset[str]]]:
    words = {}
    for row in rows("lists"):
        conjunction = "(?:" + "|".join(re.escape(each) for each in row["and"].split("|")) + r")"
        parted = re.compile(rf"[,،、]\s*(?:{conjunction}\s+)?|\s+{conjunction}\s+" if row["and"] else r"[,،、]\s*")
        words[row["language"]] = (parted, frozenset(row["exporter"].split("|")) - {""})
    return words


def _fitting(text: str) -> Iterator[_Template]:
    # A line of the service has ten words, and there are a thousand templates: few of them hold one of these.
    by_word, others = _templates()
    ranked = [each for word in set(_WORD.findall(text)) for each in by_word.get(word, ())]
    ranked.extend(each for each in others if each[1].word in text)
    yield from (template for _, template in sorted(ranked, key=lambda each: each[0]))


@cache
def _templates() -> tuple[Mapping[str, Sequence[_Ranked]], Sequence[_Ranked]]:
    # Those that begin with their own words first, then the longest: the more words fit, the surer what a line tells.
    every = (_template(language, row["type"], row["exporter"], row["template"]) for language, row in event_rows())
    ordered = sorted(every, key=lambda each: (each.leading != "", -len(_HOLES.sub("", each.sentence))))
    by_word: dict[str, list[_Ranked]] = {}
    for rank, template in enumerate(ordered):
        if template.alone:
            by_word.setdefault(template.word, []).append((rank, template))
    return by_word, [(rank, each) for rank, each in enumerate(ordered) if not each.alone]


def _template(language: str, kind: str, exporter: str, sentence: str) -> _Template:
    parts = _HOLES.split(sentence)
    words = _WORD.findall(" ".join(parts[0::2]))
    alone = set(_WORD.findall(_HOLES.sub("x", sentence))).intersection(words)
    leading = "" if parts[0] else parts[1]
    word = max(alone or words, key=len)
    return _Template(cast(EventType, kind), language, exporter, word, bool(alone), leading, sentence)


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    # Made when first needed: a thousand of them take half a second, and a chat needs few.
    pattern = ""
    for place, part in enumerate(_HOLES.split(sentence)):
        if place % 2 == 0:
            pattern += _flexible(part)
        elif part == "any":
            pattern += ".*"
        else:
            pattern += f"(?P<{part}>.+{'?' if place == 1 else ''})"
    return re.compile(pattern + r"[.。।]?", re.DOTALL)


def _flexible(text: str) -> str:
    shown = re.escape(text).replace(r"\ ", r"\s+").replace("'", "['’ʼ]")
    return re.sub(r'\\?"', f"[{_QUOTES}]", shown.replace("「", '"').replace("」", '"'))
