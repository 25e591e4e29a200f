"""The form of a vocabulary file, as pydantic checks it; checks.py holds what spans several entries."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from graph.dates import checked_date
from graph.vocabulary.codes import Basis
from graph.vocabulary.families import FAMILIES

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Date = Annotated[str, AfterValidator(checked_date)]
Name = Annotated[
    str,
    Field(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)?$",
        max_length=100,
        description="Lower-case letters, digits and hyphens; your own with a namespace: acme.outcomes.",
    ),
]
Key = Annotated[
    str,
    Field(
        pattern=r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$",
        max_length=100,
        description="Letters, digits, hyphens and full stops: what stands after the scheme and a slash.",
    ),
]
_BASIS = "read (in the published text) or memory (to be checked)."


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CodeForm(_Form):
    """One code."""

    code: Key
    label: Text = Field(description="How people read it.")
    description: Text = Field("", description="What it says, where the label does not.")
    aliases: list[Text] = Field([], description="Other names that sources use.")
    parent: Key = Field("", description="The wider code of the same scheme.")
    same_as: Text = Field("", description="The shipped code it means, as scheme/code.")
    valid_from: Date = Field("", description="The first day it was in force.")
    valid_to: Date = Field("", description="The last day it was in force.")
    basis: Basis = Field("read", description=_BASIS)
    country: Text = Field("", description="Of a force or body: the country.")
    region: Text = Field("", description="Of a force: the region, to speak of it without its name.")
    kind: Text = Field("", description="Of a force or body: what kind of organisation it is.")
    act: Text = Field("", description="Of an offence: the Act, or common law.")
    section: Text = Field("", description="Of an offence: the section.")
    order: int = Field(0, ge=1, description="Of a rank or outcome: its place in the order; equal numbers are equal.")


class VocabularyForm(_Form):
    """A vocabulary file: one scheme."""

    scheme: Name
    version: Date = Field(description="The day of this edition.")
    family: Literal[tuple(FAMILIES)] = Field(description="Which property its codes are for.")  # type: ignore[valid-type] # the families are data
    title: Text = Field(description="Its title.")
    description: Text = Field(description="What it holds, and what its reader should know.")
    source: Text = Field(description="Where the codes come from: the law, the publication, the organisation.")
    basis: Basis = Field("read", description=_BASIS)
    valid_from: Date = Field("", description="The first day its codes were in force.")
    valid_to: Date = Field("", description="The last day its codes were in force.")
    codes: list[CodeForm] = Field(min_length=1, description="Its codes.")
