"""Routes told as lines: the denials first, then each route step by step, with what it depends on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crossprobe.output.terminal import harmless, one_line
from graph.model.routes import CAVEAT
from graph.sentences import Label
from queries.connecting import Connection, Leg, Told


@dataclass(frozen=True, slots=True)
class Line:
    """One denial (`route` 0), or one step of a route."""

    route: int
    step: int
    text: str
    status: str
    recorded: str | None
    said_by: str | None
    source: str | None
    locator: str | None
    id: str
    from_id: str
    to_id: str


COLUMNS = ("route", "step", "text", "status", "recorded", "said_by", "source", "locator", "id", "from", "to")


def lines_of(connection: Connection, label_of: Label) -> list[Line]:
    """Everything told, in the order it is read."""
    denials = (_denial(number, each) for number, each in enumerate(connection.denials, start=1))
    return [*denials, *(line for number, told in _numbered(connection) for line in _steps(number, told, label_of))]


def routes_text(connection: Connection, lines: list[Line], label_of: Label) -> str:
    """The lines as a page of text for people, harmless to a terminal."""
    text = [f"Denied: {one_line(each.text)}  [{_where(each)}]" for each in lines if not each.route]
    for number, told in _numbered(connection):
        links = sum(step.length for step in told.route.steps)
        text += ["", f"Route {number} of {len(connection.routes)}: {links} link{'s' if links != 1 else ''}"]
        text += [f"  {each.step}. {one_line(each.text)}  [{_where(each)}]" for each in _steps(number, told, label_of)]
        text += [f"  {each}" for each in told.route.depends]
    if connection.routes:
        text += ["", CAVEAT]
    return harmless("\n".join(text).lstrip("\n")) + "\n"


def _numbered(connection: Connection) -> Iterator[tuple[int, Told]]:
    return enumerate(connection.routes, start=1)


def _denial(number: int, denial: Any) -> Line:  # noqa: ANN401 - stored properties
    told = str(denial.get("as_stated") or "A source says that they are not linked.")
    return _line(0, number, told, "denied", denial, (denial["from_id"], denial["to_id"]))


def _steps(number: int, told: Told, label_of: Label) -> Iterator[Line]:
    for place, leg in enumerate(told.legs, start=1):
        ends = (leg.step.from_id, leg.step.to_id)
        yield _line(number, place, leg.sentence(label_of) + _beside(leg), leg.step.quality, leg.stated, ends)


def _beside(leg: Leg) -> str:
    return f" ({leg.beside} more of the kind between the two.)" if leg.beside else ""


def _line(route: int, step: int, text: str, status: str, stated: Any, ends: tuple[str, str]) -> Line:  # noqa: ANN401
    recorded = stated.get("recorded_from") or stated.get("at")
    return Line(
        route,
        step,
        text,
        status,
        recorded and str(recorded)[:10],
        stated.get("said_by"),
        stated.get("source_id"),
        stated.get("locator"),
        str(stated["id"]),
        *ends,
    )


def _where(line: Line) -> str:
    status = "" if line.status == "stated" else line.status
    said_by = f"says {line.said_by}" if line.said_by else ""
    return ", ".join(each for each in (line.source, line.locator, line.recorded, said_by, status) if each)
