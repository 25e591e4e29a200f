"""Names and numbers of a selection, looked for in open text as whole normalised words.

A name that is also a word (White, May, York) is no trace of anybody where it stands alone in a short classification;
as part of the whole name, or in a title, it is. Nor is one that stands so in a vocabulary or in our own sentences.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from graph.model import KINDS, TYPES
from graph.model.kinds import RecordKind, StatementType
from graph.names import folded
from graph.redaction.short_numbers import short_form, short_number, with_words_for_signs
from graph.subgraph import Subgraph, SubgraphRecord

_PEOPLE = frozenset({"Officer", "Account", "Cohort"})
_NAMES = ("name", "first_name", "last_name", "suffix", "former_names")
_NUMBERS = ("number", "handle", "former_handles", "reference", "digest", "media_digest")
_DIGITS = re.compile(r"(?<![^\W_])\d(?:[ ().+/-]{0,3}\d)+(?![^\W_])")
_POSSESSIVE = re.compile(r"['’ʼ`´]s\b", re.IGNORECASE)
_TELEPHONE = 9
"""The last digits by which a telephone number is known, however its beginning is written."""


@dataclass(frozen=True, slots=True)
class NamesInText:
    """`words` name somebody on their own, `common` only in prose; `phrases` (of two words or more, by their first)
    and `digits` always do, `short` numbers where a word beside them says so. `ids` are all the ids there were before
    redaction."""

    words: frozenset[str] = field(repr=False)
    common: frozenset[str] = field(repr=False)
    phrases: dict[str, tuple[tuple[str, ...], ...]] = field(repr=False)
    digits: frozenset[str] = field(repr=False)
    short: frozenset[str] = field(repr=False)
    ids: frozenset[str] = field(repr=False)

    def found(self, text: str, *, prose: bool = False, but: frozenset[str] = frozenset()) -> str | None:
        """The first name or number that stands in the text, folded; None where there is none.

        The words of `but` are known to stand there for something else.
        """
        tokens = folded(_POSSESSIVE.sub(" ", with_words_for_signs(text))).split()
        for place, token in enumerate(tokens):
            if (token in self.words or (prose and token in self.common)) and token not in but:
                return token
            for phrase in self.phrases.get(token, ()):
                if tuple(tokens[place : place + len(phrase)]) == phrase:
                    return " ".join(phrase)
        for match in _DIGITS.finditer(text):
            digits = re.sub(r"\D", "", match[0])
            if {digits, digits[-_TELEPHONE:]} & self.digits and not but.issuperset(folded(match[0]).split()):
                return digits
        short = short_number(tokens, self.short)
        return None if short is None or short in but else short


def names_of(subgraph: Subgraph, *, forces: bool) -> NamesInText:
    """The names and numbers of everybody in the subgraph, of its groups and investigations, and their ids.

    `forces`: the forces' own names count too, where these must not be told.
    """
    words: set[str] = set()
    common: set[str] = set()
    phrases: dict[str, set[tuple[str, ...]]] = {}
    digits: set[str] = set()
    short: set[str | None] = set()
    for record in (*subgraph.records, *subgraph.sources, *subgraph.decisions):
        for text in _texts(record, _naming(record.label, forces=forces)):
            tokens = tuple(folded(text).split())
            if len(tokens) > 1 and f" {' '.join(tokens)} " not in _our_words():
                phrases.setdefault(tokens[0], set()).add(tokens)
            if record.label in _PEOPLE or len(tokens) == 1:
                for token in tokens:
                    if len(token) > 1:
                        (common if token in ordinary_words() else words).add(token)
        for text in _texts(record, _NUMBERS):
            _add_number(text, words, phrases, digits)
            short.add(short_form(text))
        if record.label == "Source":
            _add_number(str(record.properties.get("source_id") or ""), words, phrases, digits)
    return NamesInText(
        frozenset(words),
        frozenset(common),
        {first: tuple(sorted(some)) for first, some in phrases.items()},
        frozenset(digits),
        frozenset(each for each in short if each),
        _ids(subgraph),
    )


def _ids(subgraph: Subgraph) -> frozenset[str]:
    parts = (subgraph.records, subgraph.denials, subgraph.decisions, subgraph.suggestions, subgraph.sources)
    found = {each.id for part in (*parts, subgraph.loads) for each in part}
    found |= {each.id for each in subgraph.statements}
    return frozenset(found | {each.canonical_id for each in subgraph.records})


def _naming(label: str, *, forces: bool) -> tuple[str, ...]:
    """The properties that name a record that must not be told."""
    if label == "Force":
        return ("name",) if forces else ()
    return () if label in ("Body", "Offence", "Source") else _NAMES


def _texts(record: SubgraphRecord, names: Iterable[str]) -> Iterable[str]:
    for name in names:
        value = record.properties.get(name)
        for each in value if isinstance(value, list | tuple) else (value,):
            if isinstance(each, str) and each:
                yield each


def _add_number(text: str, words: set[str], phrases: dict[str, set[tuple[str, ...]]], digits: set[str]) -> None:
    only = re.sub(r"\D", "", text)
    if len(only) >= 5:
        digits |= {only, only[-_TELEPHONE:]} if len(only) >= _TELEPHONE else {only}
    tokens = tuple(folded(text).split())
    if len(tokens) > 1:
        phrases.setdefault(tokens[0], set()).add(tokens)
    elif tokens and len(text) >= 4 and tokens[0] not in ordinary_words() and not tokens[0].isdigit():
        words.add(tokens[0])


@cache
def ordinary_words() -> frozenset[str]:
    """Words that say nothing of anybody: of the model, of the shipped vocabularies, months, colours, places."""
    listed = (files("graph.redaction") / "ordinary_words.txt").read_text("utf-8").split()
    return frozenset({*listed, *_our_words().split()})


@cache
def _our_words() -> str:
    """What the model, its sentences and the shipped vocabularies say, folded, with a bar between any two texts."""
    from graph.vocabulary import load_vocabularies

    labels = (code.label for scheme in load_vocabularies().schemes() for code in scheme.codes.values())
    owners: tuple[RecordKind | StatementType, ...] = (*KINDS.values(), *TYPES.values())
    told = (text for owner in owners for each in owner.properties for text in (each.name, *each.choices))
    sentences = (re.sub(r"\{.*?\}", "|", each.sentence) for each in TYPES.values())
    kinds = (re.sub(r"(?<!^)([A-Z])", r" \1", label) for label in KINDS)
    texts = (part for each in (*labels, *told, *sentences, *kinds, *KINDS, *TYPES) for part in each.split("|"))
    return " | ".join(["", *(folded(each) for each in texts), ""])
