"""The form of a casebook as pydantic models: one for each kind of record and type of statement, made from the model.

Unknown keys are refused. What spans several fields is checked in rules.py, what spans several entries in
references.py, so that a person sees the mistakes of all kinds at once.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, create_model
from pydantic.config import JsonDict

from graph.model import KINDS, TYPES
from graph.model.common import STATED_LINK_PROPERTIES, STATED_PROPERTIES
from graph.model.properties import Property, PropertyType
from graph.vocabulary.vocabularies import Vocabularies
from loaders.casebooks.fields import Date, Slug, Text, field_of
from loaders.casebooks.layout import SECTIONS, Nested, nested_under

NOT_WRITTEN = frozenset({"name_folded", "identified", "bound"})
"""Properties nobody writes: each follows from what is written (a name, its absence, the words before a number)."""


Several = BeforeValidator(lambda value: [] if value is None else value)
"""Marks a list under a key that may also stand empty, as in a casebook that is only begun."""


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


FormT = TypeVar("FormT", bound=_Form)


class StatementEntry(_Form):
    """A statement, nested under the entry it begins at. One key, named after a kind, says where it ends."""

    id: Slug | None = Field(None, description="Needed where two statements of one kind join the same two.")
    locator: Text | None = Field(None, description="Where it stands; absent: where its entry stands.")


class RecordEntry(_Form):
    """One thing as the source states it, with the statements that begin at it nested under it."""

    id: Slug = Field(description="Its name in this casebook, and nobody else's: lower-case letters, digits, hyphens.")
    locator: Text = Field(description="Where in the source: para 4, page 12, row 17.")


class _Document(_Form):
    publisher: Text | None = Field(None, description="Who published or disclosed it.")
    published: Date | None = Field(None, description="When it was published, where that is known.")
    published_from: Date | None = Field(None, description="The earliest it can be, where it is not.")
    published_to: Date | None = Field(None, description="The latest it can be: at most the day you had it.")
    url: Text | None = Field(None, description="Where it was published.")
    note: Text | None = Field(None, description="What its reader should know.")


Kind = Literal["article", "report", "foi_answer", "statement", "data_set", "other"]


class SourceEntry(_Document):
    """The document that the casebook is written from."""

    id: Slug = Field(
        description="Its name in every answer: lower-case letters, digits, hyphens. A new edition is a new source."
    )
    title: Text = Field(description="Its title, or in your words what it is about.")
    kind: Kind = Field(description="What it is.")


class CitedEntry(_Document):
    """A source that this one rests on, and where it says so."""

    id: Slug = Field(description="Its name, as in its own casebook if it has one: lower-case letters, digits, hyphens.")
    title: Text | None = Field(None, description="Its title, or in your words what it is.")
    kind: Kind | None = Field(None, description="What it is.")
    locator: Text = Field(description="Where it is cited.")
    said_by: Text | None = Field(None, description="Whose word it is; absent: the source's own.")


class Reference(_Form):
    """One record, named by its kind: `officer: sergeant`."""

    officer: Text | None = None
    account: Text | None = None
    cohort: Text | None = None
    force: Text | None = None
    body: Text | None = None
    chat_group: Text | None = None
    allegation: Text | None = None
    investigation: Text | None = None
    statistic: Text | None = None
    offence: Text | None = None
    source: Text | None = None

    def named(self) -> tuple[str, str]:
        """The key and the name written under it; a casebook that was read has exactly one."""
        ((key, name),) = ((key, name) for key, name in self if name is not None)
        return key, name


_TWO: JsonDict = {"minItems": 2, "maxItems": 2}


class DenialEntry(RecordEntry):
    """The source says that two things are not linked. It is stored as a fact and never becomes a link."""

    between: list[Reference] = Field(description="The two things.", json_schema_extra=_TWO)
    of: Literal["link", "identity", "membership", "subject"] = Field(description="What is denied; mostly any link.")
    as_stated: Text = Field(description="The denial, in your words.")
    said_by: Text | None = Field(None, description="Whose word it is; absent: the source's own.")


class SuggestionEntry(RecordEntry):
    """Two records might be one thing: for a person to decide, and no link until then."""

    between: list[Reference] = Field(
        description="The two records; one of another casebook is written other-source#id.", json_schema_extra=_TWO
    )
    reasons: list[Text] = Field(min_length=1, description="Why, in sentences.")


class Casebook(_Form):
    """What a person wrote down of one source."""

    source: SourceEntry = Field(description="The document it is written from: id, title, kind, publication.")
    cites: Annotated[list[CitedEntry], Several] = Field([], description="Sources it rests on.")
    vocabularies: Annotated[list[Text], Several] = Field(
        [], description="Vocabulary files of one's own, by their paths beside this file."
    )
    denials: Annotated[list[DenialEntry], Several] = Field([], description="What it says is not linked.")
    suggestions: Annotated[list[SuggestionEntry], Several] = Field(
        [], description="What might be one and the same; nobody has decided."
    )

    _known: Vocabularies = PrivateAttr(default_factory=Vocabularies)

    @property
    def known(self) -> Vocabularies:
        """The vocabularies it was read with: the forces, bodies and offences it names stand there."""
        return self._known

    def with_known(self, vocabularies: Vocabularies) -> "Casebook":
        """The same, read with these."""
        read = self.model_copy()
        read._known = vocabularies
        return read

    def entries(self) -> Iterator[tuple[str, RecordEntry]]:
        """Every entry that states a record, with its kind, in the order of the sections."""
        for section, label in SECTIONS.items():
            for entry in getattr(self, section):
                yield label, entry


def _form(name: str, base: type[FormT], doc: str | None, fields: dict[str, Any]) -> type[FormT]:
    return create_model(name, __base__=base, __doc__=doc, **fields)


def _fields(properties: tuple[Property, ...]) -> dict[str, Any]:
    written = (each for each in properties if each.name not in NOT_WRITTEN and each.type is not PropertyType.ID)
    return {each.name: field_of(each) for each in written}


def _statement_entry(nested: Nested) -> type[StatementEntry]:
    each = TYPES[nested.type]
    ends: dict[str, Any] = dict.fromkeys(nested.ends, (Text | None, None))
    fields = ends | _fields((*each.properties, *STATED_LINK_PROPERTIES))
    return _form(f"{each.name}_to_{'_or_'.join(nested.ends)}", StatementEntry, each.description, fields)


def _record_entry(label: str) -> type[RecordEntry]:
    fields = _fields((*STATED_PROPERTIES, *KINDS[label].properties))
    for nested in nested_under(label):
        fields[nested.key] = _section(_statement_entry(nested), TYPES[nested.type].description)
    return _form(label, RecordEntry, KINDS[label].description, fields)


def _section(entry: type[_Form], description: str) -> tuple[Any, Any]:
    return Annotated[list[entry], Several], Field([], description=description)  # type: ignore[valid-type] # made above


CASEBOOK = _form(
    "CasebookFile",
    Casebook,
    Casebook.__doc__,
    {section: _section(_record_entry(label), KINDS[label].description) for section, label in SECTIONS.items()},
)
"""The form of a casebook file, with a section for each kind."""
