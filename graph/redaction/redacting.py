"""Redaction itself: Subgraph -> Subgraph, property by property as the model declares it, every id re-keyed."""

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from graph.model.properties import NAME, PUBLIC_NAME, Form, Property, PropertyType
from graph.redaction.coarser import coarser
from graph.redaction.keys import Key
from graph.redaction.levels import Level, declared, form
from graph.redaction.names_in_text import NamesInText, names_of
from graph.redaction.pseudonyms import Pseudonyms
from graph.redaction.regions import regions_of
from graph.redaction.restrictions import without_restricted
from graph.redaction.values import fits, is_open
from graph.subgraph import Header, Row, Subgraph, SubgraphRecord, SubgraphStatement


@dataclass(frozen=True, slots=True)
class Redacted:
    """A redacted subgraph, and what a check of a finished file needs: the names and numbers that must not be in it,
    and the texts of vocabularies, which may be."""

    subgraph: Subgraph
    level: Level
    names: NamesInText = field(repr=False)
    public: frozenset[str] = field(repr=False)


def redact(subgraph: Subgraph, level: Level, key: Key, *, title: str = "") -> Redacted:
    """The subgraph at the level. `title` is the only text of the user's that stays; it is checked like any other.

    The ends of statements, sources, decisions and the clusters of records stay; what restrictions stand on goes.
    """
    names = names_of(subgraph, forces=level is not Level.NAMES)
    kept, notes = without_restricted(subgraph)
    regions = {} if level is Level.NAMES else regions_of(kept.records)
    work = _Work(level, Pseudonyms(key), names, {old: new.id for old, new in regions.items()})
    records = {each.id: each for each in (regions.get(one.id, one) for one in kept.records)}
    named = {part: _pairs_apart(work.all(getattr(kept, part))) for part in ("denials", "decisions", "suggestions")}
    made = Subgraph(
        records=work.all(tuple(records.values())),
        statements=tuple(sorted((work.statement(each) for each in kept.statements), key=lambda each: each.id)),
        sources=work.all(kept.sources),
        loads=work.all(kept.loads),
        header=kept.header,
        **named,
    )
    return Redacted(
        replace(made, header=work.header(kept.header, key, title, notes)), level, names, frozenset(work.public)
    )


def default_title(level: Level) -> str:
    """What a redacted subgraph is called where the user gives no title."""
    return f"Redacted: {level.value}"


class _Work:
    """One redaction: what it drops for a name in it is counted."""

    def __init__(self, level: Level, pseudonyms: Pseudonyms, names: NamesInText, regions: dict[str, str]) -> None:
        self._level = level
        self._pseudonyms = pseudonyms
        self._regions = regions
        self._found = lru_cache(maxsize=100_000)(lambda text, prose: names.found(text, prose=prose) is not None)
        self.public: set[str] = set()
        self.dropped: Counter[str] = Counter()

    def all(self, records: tuple[SubgraphRecord, ...]) -> tuple[SubgraphRecord, ...]:
        made = (SubgraphRecord(each.label, self._row(each.label, each.properties)) for each in records)
        return tuple(sorted(made, key=lambda each: each.id))

    def statement(self, each: SubgraphStatement) -> SubgraphStatement:
        ends = (self._identifier(each.from_id), self._identifier(each.to_id))
        return SubgraphStatement(each.type, *ends, self._row(each.type, each.properties))

    def header(self, header: Header, key: Key, title: str, notes: tuple[str, ...]) -> Header:
        """A header without anything that the user typed to select, but the name of a saved query."""
        words = header.selection.split(" ")
        kept_words = 2 if words[0] == "--query" else 1
        dropped = [
            f"Left out because a name or number stands in it: {name} ({count})." for name, count in self._counted()
        ]
        pseudonyms = (
            f"Redacted at the level {self._level.value}, with the key {key.fingerprint}. One person has one pseudonym "
            "in all files made with this key, until a decision joins or parts records."
        )
        return Header(
            title=title or default_title(self._level),
            selection=" ".join(words[:kept_words]),
            taken_at=header.taken_at,
            at=header.at,
            known=header.known,
            marking=header.marking,
            about=tuple(sorted(self._identifier(each) for each in header.about)),
            redaction=self._level.value,
            notes=(pseudonyms, *notes, *dropped),
            unfinished=tuple(sorted(self._pseudonyms.source(each) for each in header.unfinished)),
            access_log=header.access_log,
        )

    def _counted(self) -> list[tuple[str, int]]:
        return sorted(self.dropped.items())

    def _row(self, owner: str, row: Row) -> dict[str, Any]:
        shared = str(row.get("source_id") or "").startswith("vocabulary:")
        known = declared(owner)
        made = {}
        for name, value in row.items():
            each = known.get(name)
            if each is not None and value is not None:
                new = self._value(owner, each, value, row)
                told = is_open(each) and form(owner, name, self._level) is not Form.PSEUDONYM
                if told and new is not None and not self._may_stay(owner, each, str(new), shared):
                    new = None
                if new is not None:
                    made[name] = new
        return made

    def _value(self, owner: str, each: Property, value: Any, row: Row) -> Any:  # noqa: ANN401 - any stored value
        match form(owner, each.name, self._level):
            case Form.KEPT:
                return value if fits(each, value) else None
            case Form.PSEUDONYM:
                return self._pseudonym(each, str(value), row)
            case Form.COARSER:
                return coarser(owner, each, value, row)
        return None

    def _pseudonym(self, each: Property, value: str, row: Row) -> str:
        if each.type is PropertyType.ID:
            return self._identifier(value)
        if each.name in ("source_id", "of_source"):
            return self._pseudonyms.source(value)
        if each.redaction == NAME:
            canonical = str(row.get("canonical_id") or row["id"])
            return self._pseudonyms.name(self._regions.get(canonical, canonical))
        return self._pseudonyms.number(each.name, value)

    def _identifier(self, identifier: str) -> str:
        return self._pseudonyms.identifier(self._regions.get(identifier, identifier))

    def _may_stay(self, owner: str, each: Property, text: str, shared: bool) -> bool:
        if shared:
            self.public.add(text)
        elif self._found(text, each.redaction == PUBLIC_NAME):
            self.dropped[f"{owner}.{each.name}"] += 1
            return False
        return True


def _pairs_apart(records: tuple[SubgraphRecord, ...]) -> tuple[SubgraphRecord, ...]:
    """Without those whose two ends became one region."""
    ends = (("from_id", "to_id"), ("left_id", "right_id"))
    return tuple(
        each
        for each in records
        if not any(start in each.properties and each.properties[start] == each.properties[end] for start, end in ends)
    )
