"""A code and the scheme it belongs to. Everywhere in the product a code is one text, `scheme/code`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from graph.dates import possibly_true_at

CODE_PATTERN = r"^[a-z0-9][a-z0-9.-]*/[A-Za-z0-9][A-Za-z0-9.-]*$"
"""A code with its scheme: `uk-ranks/sergeant`, `iopc-2020/B4`, `acme.outcomes/spoken-to`."""

Basis = Literal["read", "memory"]


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a scheme.

    `basis` says whether it was read in the published text or written from memory, which is to be checked before
    anybody relies on it. `parent` and `same_as` are codes with their schemes: the wider code of the same scheme, and
    the shipped code that a declared one means. `valid_from` and `valid_to` are the days it was in force, as precisely
    as known. `order` puts ranks and outcomes in order; equal numbers are equal.
    """

    scheme: str
    code: str
    label: str
    basis: Basis
    description: str = ""
    aliases: tuple[str, ...] = ()
    parent: str = ""
    same_as: str = ""
    valid_from: str | None = None
    valid_to: str | None = None
    country: str = ""
    region: str = ""
    kind: str = ""
    act: str = ""
    section: str = ""
    order: int | None = None

    @property
    def text(self) -> str:
        """The code with its scheme: `uk-ranks/sergeant`."""
        return f"{self.scheme}/{self.code}"

    def valid_at(self, date: str) -> bool:
        """Whether it was possibly in force at the date; of conduct codes, for allegations that came to notice then."""
        return possibly_true_at(date, self.valid_from, self.valid_to)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A list of codes with one source. `version` is the day of this edition; `codes` go by the code alone."""

    name: str
    version: str
    family: str
    title: str
    description: str
    source: str
    codes: Mapping[str, Code] = field(default_factory=dict)

    @property
    def source_id(self) -> str:
        """What the nodes it gives name as their source: `vocabulary:uk-police@2026-11-21`."""
        return f"vocabulary:{self.name}@{self.version}"
