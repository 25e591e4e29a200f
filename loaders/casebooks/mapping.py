"""From a casebook to the records and statements of the model: a pure function, the same file gives the same facts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph import ids
from graph.errors import InvalidValueError
from graph.model import LABEL_OF_PREFIX, record_properties, statement_properties
from graph.records import Facts, Record, Recorded, Statement
from graph.vocabulary.shared import shared_record
from graph.vocabulary.vocabularies import Vocabularies
from loaders.casebooks.layout import LABEL_OF_KEY, nested_under
from loaders.casebooks.models import Casebook, CitedEntry, DenialEntry, RecordEntry, SourceEntry, SuggestionEntry
from loaders.casebooks.naming import SHARED, form_of, record_id, statement_key
from loaders.casebooks.stated import Properties, inherited, properties_of, source_properties, with_name
from loaders.subjects import derived_subjects

NAMED_KINDS = frozenset({"Officer", "Account", "Force", "Body"})
"""Kinds that a name identifies: one without a name is not identified."""


def map_casebook(casebook: Casebook) -> Facts:
    """Everything the casebook states. It was read by read_casebook, so every reference leads somewhere."""
    recorded = _recorded(casebook.source)
    if recorded is None:
        raise InvalidValueError(f"{casebook.source.id} does not say when it was published.")
    source = _source(casebook.source, recorded)
    writer = _Writer(source)
    records: list[Record] = []
    statements: list[Statement] = [writer.cites(each) for each in casebook.cites]
    for label, entry in casebook.entries():
        records.append(writer.record(label, entry))
        statements.extend(writer.statements(label, entry))
    records += [writer.denial(each) for each in casebook.denials]
    records += [writer.suggestion(each) for each in casebook.suggestions]
    statements += derived_subjects(statements)
    cited = (_source(each, _recorded(each) or recorded) for each in casebook.cites)
    known = _known_nodes((each.to_id for each in statements), casebook.known)
    return Facts(source, tuple(records), tuple(statements), (*cited, *known))


def _recorded(entry: SourceEntry | CitedEntry) -> Recorded | None:
    first, last = entry.published or entry.published_from, entry.published or entry.published_to
    return Recorded(first, last, "stated" if entry.published else "bounded") if first and last else None


def _source(entry: SourceEntry | CitedEntry, recorded: Recorded) -> Record:
    return Record("Source", record_id("Source", entry.id, entry.id), entry.id, "", recorded, source_properties(entry))


def _known_nodes(record_ids: Iterable[str], vocabularies: Vocabularies) -> Iterator[Record]:
    for each in sorted(set(record_ids)):
        prefix, _, name = each.partition(":")
        if form_of(name) == SHARED:
            yield shared_record(vocabularies, LABEL_OF_PREFIX[prefix], name)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes entries as records and statements of one source, stated when that source stated them."""

    source: Record

    def _id(self, label: str, reference: str) -> str:
        return record_id(label, reference, self.source.source_id)

    def _record(self, label: str, entry: RecordEntry, stated: Properties) -> Record:
        source = self.source
        return Record(label, self._id(label, entry.id), source.source_id, entry.locator, source.recorded, stated)

    def _statement(
        self, type_name: str, ends: tuple[str, str], key: str, locator: str, stated: Properties
    ) -> Statement:
        source = self.source.source_id
        identifier = ids.statement_id(type_name, source, *ends, (key,) if key else ())
        return Statement(type_name, identifier, *ends, source, locator, self.source.recorded, stated)

    def record(self, label: str, entry: RecordEntry) -> Record:
        """The record an entry states."""
        stated = properties_of(entry, record_properties(label))
        return self._record(label, entry, with_name(stated, named=label in NAMED_KINDS))

    def statements(self, label: str, entry: RecordEntry) -> Iterator[Statement]:
        """The statements nested under an entry: where and on whose word it stands, unless they say otherwise."""
        for nested in nested_under(label):
            for each in getattr(entry, nested.key):
                (end,) = (end for end in nested.ends if getattr(each, end) is not None)
                ends = (self._id(label, entry.id), self._id(LABEL_OF_KEY[end], getattr(each, end)))
                stated = inherited(entry, properties_of(each, statement_properties(nested.type)))
                key = statement_key(nested.type, dict(each))
                yield self._statement(nested.type, ends, key, each.locator or entry.locator, stated)

    def cites(self, cited: CitedEntry) -> Statement:
        """That the source rests on another."""
        ends = (self.source.id, self._id("Source", cited.id))
        return self._statement("CITES", ends, "", cited.locator, inherited(cited, {}))

    def denial(self, entry: DenialEntry) -> Record:
        """A denied link: a record that names two others and is joined to neither."""
        first, second = self._pair(entry)
        stated = properties_of(entry, record_properties("Denial"))
        return self._record("Denial", entry, {**stated, "from_id": first, "to_id": second})

    def suggestion(self, entry: SuggestionEntry) -> Record:
        """That two records might be one thing, as the casebook's writer sees it."""
        left, right = sorted(self._pair(entry))
        stated = properties_of(entry, record_properties("Suggestion"))
        return self._record("Suggestion", entry, {**stated, "left_id": left, "right_id": right, "model": "casebook"})

    def _pair(self, entry: DenialEntry | SuggestionEntry) -> tuple[str, str]:
        first, second = (self._id(LABEL_OF_KEY[key], name) for key, name in (each.named() for each in entry.between))
        return first, second
