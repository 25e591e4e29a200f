"""From a subgraph that was read to what each of its sources states, exactly as it was stated."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from graph.errors import CrossprobeError, LoadError
from graph.records import Facts, Record, Recorded, Statement
from graph.rows import record_row, statement_row
from graph.subgraph import Subgraph, SubgraphRecord, SubgraphStatement

_OURS = frozenset(
    {"id", "canonical_id", "source_id", "locator", "recorded_from", "recorded_to", "recorded_basis"}
    | {"content_hash", "name_folded", "held"}
)


def facts_of(subgraph: Subgraph) -> list[Facts]:
    """The facts of each source, in the order of their ids.

    Raises LoadError where a row is not what its content hash says, or where a record's source is not in the file.
    """
    stated = {each.id: each for part in (subgraph.records, subgraph.sources) for each in part}
    stated |= {each.id: each for part in (subgraph.denials, subgraph.suggestions) for each in part if not is_ours(each)}
    own: dict[str, list[Record]] = defaultdict(list)
    shared: dict[str, Record] = {}
    sources: dict[str, Record] = {}
    for each in stated.values():
        record = _record(each)
        if each.label == "Source" and each.properties.get("held"):
            sources[record.source_id] = record
        elif each.label == "Source" or record.source_id.startswith("vocabulary:"):
            shared[record.id] = record
        else:
            own[record.source_id].append(record)
    statements: dict[str, list[Statement]] = defaultdict(list)
    for link in subgraph.statements:
        statements[str(link.properties.get("source_id"))].append(_statement(link))
    for source_id in sorted({*own, *statements} - set(sources)):
        raise LoadError(f"The source {source_id} states something in the file and is not in it.")
    cited = shared | {each.id: each for each in sources.values()}
    return [
        Facts(
            sources[slug],
            tuple(own[slug]),
            tuple(statements[slug]),
            tuple(
                cited[end] for end in sorted({each.to_id for each in statements[slug]} & set(cited)) if end != _id(slug)
            ),
        )
        for slug in sorted(sources)
    ]


def is_ours(each: SubgraphRecord) -> bool:
    """Whether it is a suggestion of a model of ours, which no source states: it carries no hash of what one says."""
    return each.label == "Suggestion" and not each.properties.get("content_hash")


def _id(slug: str) -> str:
    return f"source:{slug}"


def _record(each: SubgraphRecord) -> Record:
    row = each.properties
    record = Record(each.label, each.id, _text(row, "source_id"), _text(row, "locator"), _recorded(row), _stated(row))
    _same(each.id, row, record_row, record)
    return record


def _statement(each: SubgraphStatement) -> Statement:
    row = each.properties
    statement = Statement(
        each.type,
        each.id,
        each.from_id,
        each.to_id,
        _text(row, "source_id"),
        _text(row, "locator"),
        _recorded(row),
        _stated(row),
    )
    _same(each.id, row, statement_row, statement)
    return statement


def _same(identifier: str, row: Mapping[str, Any], made: Any, stated: object) -> None:  # noqa: ANN401 - either of two
    try:
        again = made(stated)["content_hash"]
    except CrossprobeError as error:
        raise LoadError(f"{identifier}: {error.what}") from None
    if again != row.get("content_hash"):
        raise LoadError(f"{identifier} is not what its content hash says: it was changed.")


def _recorded(row: Mapping[str, Any]) -> Recorded:
    start = _text(row, "recorded_from")
    return Recorded(start, str(row.get("recorded_to") or start), row.get("recorded_basis") or "stated")


def _stated(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in row.items() if name not in _OURS
    }


def _text(row: Mapping[str, Any], name: str) -> str:
    return str(row.get(name) or "")
