"""The form of a mapping file as pydantic models. Unknown keys are refused; what spans several is checked in
checking.py."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from loaders.casebooks.fields import Date, Slug, Text
from loaders.tables.templates import parts


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


def _template(text: str) -> str:
    parts(text)
    return text


def _low_after_high(low: str, high: str) -> bool:
    """Ends that are both numbers are compared as such, others as texts: dates are written to be."""
    try:
        return float(low) > float(high)
    except ValueError:
        return low > high


def _spelled_out(value: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
    return {"text": value} if isinstance(value, str) else value


Template = Annotated[str, AfterValidator(_template)]
Name = Annotated[str, Field(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$", max_length=100)]
"""What a mapping calls its tables, records and rules."""

Whole = Annotated[int, Field(ge=0)]


class Value(_Form):
    """A value: text with `{column}` in it, and what is done to it, in this order."""

    text: Template = Field(description='Text with {column} in it: "{first_name} {last_name}"; or a constant.')
    blank: list[str] = Field([], description="Texts that mean: not stated.")
    without_prefix: str = Field("", description="Left out where the text begins with it.")
    whole: bool = Field(False, description="A whole number that a spreadsheet wrote as 112944.0: the end is cut off.")
    case: Literal["upper", "lower", "as_is"] = Field("as_is", description="Put into one case.")
    values: dict[str, str | None] = Field({}, description="What each text is replaced by; empty: not stated.")
    look_up: str = Field("", description="The scheme in which the text is a code, a label or an alias.")
    formats: list[str] = Field([], description="How dates are written, %d/%m/%Y, beside 2021, 2021-03 and 2021-03-03.")
    between: list[str] = Field([], description="The lowest and the highest that is believed; others are rejected.")
    true_when: list[str] = Field([], description="For yes or no: the texts that mean yes; others mean no.")
    unknown: Literal["reject", "leave_out"] = Field(
        "reject", description="What happens to a text that is no such date, number or code: the row is rejected, or "
        "the property left out."
    )  # fmt: skip

    @model_validator(mode="after")
    def _two_ends(self) -> "Value":
        if self.between and len(self.between) != 2:
            raise ValueError("between has two ends: [1900, 2010]")
        if self.between and _low_after_high(*self.between):
            raise ValueError("between begins with the lower end: [1900, 2010]")
        return self


Valued = Annotated[Value, BeforeValidator(_spelled_out)]


class Condition(_Form):
    """Something a row must be like. All that is said must hold."""

    column: Text = Field(description="A column, or table.column of a joined one.")
    is_: list[str] | None = Field(None, alias="is", description="It holds one of these texts.")
    is_not: list[str] | None = Field(None, description="It holds none of these texts.")
    present: bool | None = Field(None, description="true: it holds something; false: it is empty.")

    @model_validator(mode="after")
    def _says_something(self) -> "Condition":
        if self.is_ is None and self.is_not is None and self.present is None:
            raise ValueError("it does not say what the column must be like: is, is_not or present")
        return self


class Rows(_Form):
    """How many rows a file must have, so that a cut-off or doubled one is noticed."""

    at_least: Whole = Field(0, description="The fewest.")
    at_most: Whole | None = Field(None, description="The most.")

    @model_validator(mode="after")
    def _can_be(self) -> "Rows":
        if self.at_most is not None and self.at_least > self.at_most:
            raise ValueError("no file has so many rows: at_least is more than at_most")
        return self


class Join(_Form):
    """Columns of another table, found by a key that is unique there; they are named table.column."""

    left: Valued = Field(description="The key here.")
    right: Valued = Field(description="The key there.")


class Table(_Form):
    """One file, or one sheet of a workbook."""

    file: Text = Field(description="Its path inside the data folder.")
    sheet: Text | None = Field(None, description="The sheet of a workbook; absent: the first.")
    header: Annotated[int, Field(ge=1, le=1000)] = Field(
        1, description="The row of column names, from 1; what stands above it is left out."
    )
    encoding: Literal["utf-8", "utf-16", "windows-1252", "iso-8859-1"] | None = Field(
        None, description="How its bytes are texts; absent: it is detected."
    )
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] | None = Field(
        None, description="What stands between cells; absent: it is detected."
    )
    columns: dict[str, Text] = Field({}, description="Other names for columns: how they are headed, and the name here.")
    ignore: list[Text] = Field([], description="Columns that are deliberately not used.")
    blank: list[str] = Field([], description="Texts that mean: not stated, in every column.")
    rows: Rows | None = Field(None, description="How many rows it must have.")
    join: dict[Name, Join] = Field({}, description="Other tables, by name.")
    split: dict[str, Annotated[str, Field(min_length=1)]] = Field(
        {}, description="Columns with several values in a cell, and what stands between them: a row for each."
    )
    exclude: dict[Name, list[Condition]] = Field({}, description="Rules by name: rows that are left out and counted.")


class _Entry(_Form):
    table: Text = Field(description="The table whose rows state it.")
    where: list[Condition] = Field([], description="Only rows like this.")
    properties: dict[str, Valued] = Field({}, description="Properties of the model, each with its value.")


class RecordEntry(_Entry):
    """How rows of a table state records of one kind."""

    kind: Text = Field(description="The kind: Officer, Investigation, Allegation.")
    key: list[Valued] = Field([], description="What the source calls it; absent: all its cells are its key.")


class Reference(_Form):
    """One end of a statement: a record of the mapping, or a shared node by its code."""

    record: Text | None = Field(None, description="The name of a record entry.")
    key: list[Valued] = Field([], description="Its key in this table; absent: as the record entry has it.")
    kind: Literal["Force", "Body", "Offence"] | None = Field(None, description="The kind of a shared node.")
    code: Valued | None = Field(None, description="Its code, as scheme/code or with look_up.")

    @model_validator(mode="after")
    def _one_of_two(self) -> "Reference":
        if (self.record is None) == (self.kind is None) or (self.kind is None) != (self.code is None):
            raise ValueError("either record, or kind and code")
        return self


class StatementEntry(_Entry):
    """How rows of a table state one fact each about two records."""

    type: Text = Field(description="The type: AGAINST, SERVED_IN, SUBJECT_OF.")
    from_: Reference = Field(alias="from", description="Where it starts: a record of this source.")
    to: Reference = Field(description="Where it ends.")
    key: list[Valued] = Field([], description="What tells it apart from others of its type between the same two.")


class SameRule(_Form):
    """Records that are one thing because a key of theirs is equal."""

    reason: Text = Field(description="Why, in a sentence: it stands in every decision.")
    by: dict[Text, list[Valued]] = Field(min_length=1, description="For each record entry, the key that is compared.")
    unless: list[Text] = Field(
        [], description="Properties that veto it: where they are stated and differ, a person is asked instead."
    )


class TableScheme(_Form):
    """A vocabulary that a table of the data holds."""

    family: Text = Field(description="Which property its codes are for.")
    table: Text = Field(description="The table.")
    code: Text = Field(description="The column of codes.")
    label: Text = Field(description="The column of labels.")


class SourceEntry(_Form):
    """The data set that is loaded."""

    id: Slug = Field(description="Its slug: its name in every answer. A new edition is a new source.")
    title: Text = Field(description="Its title.")
    kind: Literal["data_set", "case_export", "foi_answer", "report", "other"] = Field(description="What it is.")
    publisher: Text | None = Field(None, description="Who published or disclosed it.")
    published: Date | None = Field(None, description="When it was published, where that is known.")
    published_from: Date | None = Field(None, description="The earliest it can be, where it is not.")
    published_to: Date | None = Field(None, description="The latest it can be.")
    url: Text | None = Field(None, description="Where it was published.")
    note: Text | None = Field(None, description="What its reader should know.")


class MappingFile(_Form):
    """How the tables of one source become records and statements."""

    source: SourceEntry
    vocabularies: list[Text] = Field([], description="Vocabulary files, by their path beside this file.")
    schemes: dict[str, TableScheme] = Field({}, description="Vocabularies that tables hold, by name: acme.categories.")
    tables: dict[Name, Table] = Field(min_length=1, description="The files.")
    records: dict[Name, RecordEntry] = Field({}, description="What rows state: records, by a name of your own.")
    statements: list[StatementEntry] = Field([], description="What rows state about two records.")
    same: dict[Name, SameRule] = Field({}, description="Rules by name: which records are one thing.")
    rejected_at_most: Annotated[float, Field(ge=0, le=1)] = Field(
        1, description="The share of rows that may be rejected; with more nothing is stored."
    )
