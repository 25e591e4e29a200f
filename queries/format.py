"""The form of a saved query's file: one file, one question, everything a reader of the answer needs beside it."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

Category = Literal[
    "recurrence",
    "groups",
    "movement",
    "status and outcomes",
    "how investigations arose",
    "allegations",
    "sources and gaps",
    "denials",
    "identity",
    "time",
    "data quality",
]
ParameterType = Literal["text", "integer", "number", "boolean", "date", "id"]
ColumnType = Literal["id", "ids", "text", "texts", "code", "codes", "integer", "number", "date", "boolean"]

RESERVED = frozenset({"at", "known", "rows"})
"""Names of parameters that the runner binds: the two dates, and the rows whose evidence is asked for."""

_NAME = r"^[a-z][a-z0-9_]*$"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, str_min_length=1)


class Parameter(_Part):
    """What the asker may or must give. Without `default` and not `optional` it must be given; an optional one that
    is not given is null. An `id` is a whole id of a record of one of `kinds` (labels); a text may be limited to
    `choices`."""

    name: str = Field(pattern=_NAME, description="small letters, digits and _")
    type: ParameterType = Field(description="what values it takes")
    default: str | None = Field(default=None, description="its value where none is given")
    optional: bool = Field(default=False, description="true: null where none is given")
    example: str = Field(description="a value that somebody could give")
    description: str = Field(description="what it does to the answer")
    kinds: tuple[str, ...] = Field(default=(), description="of an id: the kinds of record it may name")
    choices: tuple[str, ...] = Field(default=(), description="of a text: what it may be")


class Dates(_Part):
    """Which of the two dates the question knows, and what each does to the answer, in words."""

    at: str | None = Field(default=None, description="what `--at` does to the answer")
    known: str | None = Field(default=None, description="what `--known` does to the answer")


class Column(_Part):
    """A column of the answer. What ends in s is a list, and a list is a set: it is shown sorted. Codes are shown by
    their labels, ids as they are quoted."""

    name: str = Field(pattern=_NAME, description="small letters, digits and _")
    type: ColumnType = Field(description="what stands in it")
    description: str = Field(description="what stands in it, for people")


class Denominator(_Part):
    """Out of how many the rows came: a text that returns one number, and in words what it counts."""

    cypher: str = Field(description="Cypher that returns one number")
    counts: str = Field(description="what the number counts: 'people who are subjects of an investigation'")


class Example(_Part):
    """The question asked of the invented world. `expected` names the function that gives the rows from the world's
    truth, `near_miss` says what looks like a row and is none; a query of somebody's own needs neither."""

    parameters: dict[str, str] = Field(default_factory=dict, description="a value for each parameter that needs one")
    expected: str | None = Field(default=None, pattern=_NAME, description="name of the expectation in tests/queries")
    near_miss: str | None = Field(default=None, description="what looks like a row and must not come out")


class Query(_Part):
    """A saved query.

    `cypher` returns exactly `columns`, in order; the values of the `key` columns together are different in each row.
    `graph` takes the same parameters and `$rows`, a list of maps: the `number` and the key columns of each row. It
    returns a line for each statement (or record) that a row rests on: `number`, `records` (ids to draw: the ends of
    the statement, or the record itself), `stated` (properties of the statement or record) and `about` (in a few
    words, what is stated). `evidence` says whether an answer shows that by itself or only when somebody asks for it:
    a row that counts thousands rests on thousands. Without `graph` a row rests on the records whose ids stand in it.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$", description="the file's name without .yaml")
    revision: int = Field(ge=1, description="raised whenever answers may change")
    title: str = Field(description="a few words")
    question: str = Field(pattern=r"\?$", description="the question in plain words, ending in ?")
    category: Category
    parameters: tuple[Parameter, ...] = ()
    dates: Dates = Dates()
    columns: tuple[Column, ...] = Field(min_length=1)
    key: tuple[str, ...] = Field(min_length=1, description="the columns that tell one row from another")
    cypher: str
    graph: str = ""
    evidence: Literal["shown", "on_request"] = "shown"
    denominator: Denominator
    caveats: tuple[str, ...] = ()
    empty: str = Field(description="the answer where there is no row; may hold {n} and parameters in braces")
    example: Example = Example()
    _shipped: bool = PrivateAttr(default=False)

    @property
    def shipped(self) -> bool:
        """Whether it comes with crossprobe. The texts of any other go through the guard, as if somebody typed them."""
        return self._shipped

    def as_shipped(self) -> "Query":
        """The same query, as one that comes with crossprobe; no file can say so of itself."""
        self._shipped = True
        return self

    def no_rows(self, count: int, parameters: dict[str, object]) -> str:
        """The sentence for an answer without rows; `count` is the denominator's."""
        return self.empty.format(**{**parameters, "n": f"{count:,}"})
