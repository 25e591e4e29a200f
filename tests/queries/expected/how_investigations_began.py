"""What each investigation arose from, who raised or referred the matter, who leads it."""

from collections import defaultdict
from collections.abc import Callable

from examples.world.truth import TrueStatement, Truth
from tests.queries.expected.told import Row, called, force_called, is_a, listed, title

_COLUMNS = ("AROSE_FROM", "RAISED_BY", "REFERRED_BY", "CONDUCTED_BY")


def rows(truth: Truth) -> set[Row]:
    """One row an investigation of which any of it is said."""
    said: dict[str, dict[tuple[str, str], list[TrueStatement]]] = defaultdict(lambda: defaultdict(list))
    records: dict[str, set[str]] = defaultdict(set)
    for how in _COLUMNS:
        for each in truth.of_type(how):
            for record in _investigations(truth, each):
                case = truth.canonical(record)
                records[case].add(record)
                said[case][how, _called(truth, each.to_id)].append(each)
    return {(case, title(truth, records[case]), *map(_texts(some), _COLUMNS)) for case, some in said.items()}


def _texts(said: dict[tuple[str, str], list[TrueStatement]]) -> Callable[[str], Row]:
    return lambda column: listed(
        _text(what, str(each.properties.get("status", "stated")))
        for (how, what), some in said.items()
        if how == column
        for each in some
    )


def _investigations(truth: Truth, each: TrueStatement) -> set[str]:
    if is_a(each.from_id, "investigation"):
        return {each.from_id}
    return {one.to_id for one in truth.of_type("EXAMINED_IN") if one.from_id == each.from_id}


def _called(truth: Truth, identifier: str) -> str:
    if is_a(identifier, "source"):
        source = next(each for each in truth.sources if f"source:{each.id}" == identifier)
        return f"{source.publisher}: {source.title}"
    if is_a(identifier, "force", "body"):
        return force_called(truth, identifier)
    return called(truth, identifier) or identifier


def _text(what: str, status: str) -> str:
    return what if status == "stated" else f"{what} ({status})"
