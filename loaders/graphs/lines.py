"""The lines of a file, as far as they can be judged one by one."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

Value = str | int | float | bool | list[str]


def _with_id(properties: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(properties.get("id"), str):
        raise ValueError("properties.id is missing")
    return properties


class HeaderLine(BaseModel):
    """The first line: what the file is. Only what loading needs is named; the rest is for people."""

    model_config = ConfigDict(strict=True, extra="allow")

    format: Literal["crossprobe subgraph"]
    version: int
    digest: str = Field(pattern=r"^[0-9a-f]{64}$")
    redaction: str | None = None
    selection: str = ""
    at: str | None = None
    known: str | None = None

    @property
    def whole(self) -> bool:
        """Whether it holds everything that was stored."""
        return self.selection == "--all" and self.at is None and self.known is None


class RecordLine(BaseModel):
    """One record, and the part of the subgraph it stands in."""

    model_config = ConfigDict(strict=True, extra="forbid", populate_by_name=True)

    part: Literal["records", "denials", "decisions", "suggestions", "sources", "loads"] = Field(alias="in")
    label: str
    properties: Annotated[dict[str, Value], AfterValidator(_with_id)]


class StatementLine(BaseModel):
    """One statement."""

    model_config = ConfigDict(strict=True, extra="forbid", populate_by_name=True)

    part: Literal["statements"] = Field(alias="in")
    type: str
    from_id: str = Field(alias="from")
    to_id: str = Field(alias="to")
    properties: Annotated[dict[str, Value], AfterValidator(_with_id)]


class AnyLine(BaseModel):
    """Which of the two a line is."""

    line: RecordLine | StatementLine = Field(discriminator="part")
