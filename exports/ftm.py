"""FollowTheMoney entities, one JSON object a line, for Aleph and OpenAleph.

People, organisations, cases and documents become what they are there; what it has no word for becomes a Note, and a
link of no known kind an UnknownLink. Every stored property stands in `notes` or `description` as `name: value`, so
that nothing is lost. Things name the document of their source as proof; links, which have none there, its publisher.
A denial, decision or suggestion stays a Note that names two ids: no link.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from exports.about import About, about_text
from exports.tables import nodes
from exports.values import text_of
from graph.ids import prefix_of
from graph.model import LABEL_OF_PREFIX, TYPES
from graph.redaction.cells import Cell
from graph.sentences import called
from graph.subgraph import Row, Subgraph, SubgraphRecord, SubgraphStatement

_SCHEMAS = {
    "Officer": "Person",
    "Cohort": "LegalEntity",
    "Account": "UserAccount",
    "Force": "PublicBody",
    "Body": "Organization",
    "ChatGroup": "Organization",
    "Investigation": "CourtCase",
    "Allegation": "CourtCase",
    "Source": "Document",
}
"""By label; every other label is a Note."""

_THERE = {
    "Person": {
        "firstName": "first_name",
        "middleName": "middle_initial",
        "lastName": "last_name",
        "nameSuffix": "suffix",
        "ethnicity": "ethnicity",
        "idNumber": "number",
    },
    "UserAccount": {"username": "handle", "service": "platform"},
    "CourtCase": {
        "caseNumber": "reference",
        "type": "matter_type",
        "category": "category",
        "status": "state",
        "fileDate": "opened",
        "closeDate": "closed",
    },
    "Document": {
        "title": "name",
        "fileName": "source_id",
        "publisher": "publisher",
        "publishedAt": "published_from",
        "sourceUrl": "url",
    },
}
"""By schema: which property of ours gives which of theirs."""

ABOUT = "about"
"""Id of the document that says what the file is."""

_PREFIXES = frozenset({*LABEL_OF_PREFIX, *(name.replace("_", "--").lower() for name in TYPES)})
_REQUIRED = {"UserAccount": "username", "Document": "fileName"}
_INSTEAD = {":": ".", "/": "..", "_": "--"}
_NOT_IN_IDS = re.compile("[^0-9A-Za-z.-]")
_URL = re.compile(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)+(/[\w./?=&%~+-]*)?", re.ASCII)
_DATES = frozenset({"fileDate", "closeDate", "publishedAt", "startDate", "endDate", "date"})


def write(subgraph: Subgraph, about: About, path: Path) -> None:
    """Writes the entities to the file `path`; the first is a document that says what the file is."""
    sources = {str(each.properties.get("source_id")): each for each in subgraph.sources}
    told = {"fileName": ["about"], "title": [str(about.get("title", ""))], "notes": about_text(about).splitlines()}
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as out:
        out.write(_line(ABOUT, "Document", told))
        for each in nodes(subgraph):
            out.write(_thing(each, sources))
        for link in subgraph.statements:
            out.write(_link(link, sources))


def read_back(path: Path) -> Iterator[Cell]:
    """Every value of a finished file: what stands in notes and descriptions under its own name, all else as text."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            entity = json.loads(line)
            values: dict[str, list[str]] = entity["properties"]
            stated = [each.partition(": ") for each in values.pop("notes", None) or values.pop("description")]
            owner = ""
            if entity["id"] != ABOUT:
                owner = stated.pop(0)[2]
                yield Cell("", "text", _as_ours(entity["id"]))
            yield from (Cell(owner, name, value) for name, _, value in stated)
            yield from (Cell("", "text", _as_ours(each)) for some in values.values() for each in some)


def _thing(each: SubgraphRecord, sources: dict[str, SubgraphRecord]) -> str:
    row = each.properties
    schema = _SCHEMAS.get(each.label, "Note")
    name = called(each.label, row)
    name = name if name.strip() else each.id
    values: dict[str, list[str]] = {"name": [name]}
    if schema in _REQUIRED:
        values[_REQUIRED[schema]] = [name]
    for theirs, ours in _THERE.get(schema, {}).items():
        _put(values, theirs, row.get(ours))
    source = sources.get(str(row.get("source_id")))
    if source is not None and source.id != each.id:
        values["proof"] = [_as_theirs(source.id)]
    return _line(_as_theirs(each.id), schema, {**values, "notes": _stated("kind", each.label, row)})


def _link(each: SubgraphStatement, sources: dict[str, SubgraphRecord]) -> str:
    row = each.properties
    schema, start, end = _edge(each)
    values = {start: [_as_theirs(each.from_id)], end: [_as_theirs(each.to_id)]}
    words = [each.type.replace("_", " ").lower()]
    words += [str(row[name]) for name in ("role", "rank", "kind", "outcome", "finding") if row.get(name)]
    values["role"] = [", ".join(words)]
    _put(values, "status", row.get("status") or "stated")
    _put(values, "recordId", row.get("locator"))
    _put(values, "startDate", row.get("valid_from"))
    _put(values, "endDate", row.get("valid_to"))
    _put(values, "date", row.get("at") or row.get("outcome_date"))
    source = sources.get(str(row.get("source_id")))
    if source is not None:
        values["publisher"] = [called("Source", source.properties)]
        _put(values, "sourceUrl", source.properties.get("url"))
    ends = [f"from_id: {each.from_id}", f"to_id: {each.to_id}"]
    return _line(_as_theirs(each.id), schema, {**values, "description": [*_stated("type", each.type, row), *ends]})


def _edge(each: SubgraphStatement) -> tuple[str, str, str]:
    """The schema of a statement and its properties for the two ends."""
    start, end = (_SCHEMAS.get(LABEL_OF_PREFIX[prefix_of(one)], "Note") for one in (each.from_id, each.to_id))
    match each.type, start, end:
        case "SERVED_IN", "Person", "PublicBody" | "Organization":
            return "Employment", "employee", "employer"
        case "SERVED_IN" | "MEMBER_OF", "Person" | "LegalEntity", "PublicBody" | "Organization":
            return "Membership", "member", "organization"
        case _, "CourtCase", other if other != "CourtCase":
            return "CourtCaseParty", "case", "party"
        case _, other, "CourtCase" if other != "CourtCase":
            return "CourtCaseParty", "party", "case"
    return "UnknownLink", "subject", "object"


def _put(values: dict[str, list[str]], name: str, value: Any) -> None:  # noqa: ANN401 - any stored value
    if value is None or (name == "sourceUrl" and not _URL.fullmatch(str(value))):
        return
    values[name] = [str(value)[:10] if name in _DATES else text_of(value)]


def _stated(what: str, owner: str, row: Row) -> list[str]:
    return [f"{what}: {owner}", *(f"{name}: {text_of(value)}" for name, value in row.items() if value is not None)]


def _as_theirs(identifier: str) -> str:
    """An id as theirs may be: `officer:k7..` as officer.k7.., `force:uk-police/kent` as force.uk-police..kent."""
    return _NOT_IN_IDS.sub(lambda sign: _INSTEAD.get(sign[0], f"-{ord(sign[0]):x}-"), identifier)


def _as_ours(text: str) -> str:
    prefix, _, rest = text.partition(".")
    return f"{prefix.replace('--', '_')}:{rest.replace('..', '/')}" if rest and prefix in _PREFIXES else text


def _line(identifier: str, schema: str, values: dict[str, list[str]]) -> str:
    filled = {name: some for name, some in values.items() if any(each.strip() for each in some)}
    told = {"id": identifier, "schema": schema, "properties": filled}
    return json.dumps(told, ensure_ascii=False, allow_nan=False) + "\n"
