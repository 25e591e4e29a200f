"""The picture as the JSON that stands in the page: text that no parser of HTML can read as anything else."""

import json
from dataclasses import asdict
from typing import Any

from graph.model import TYPES, routes
from graph.names import folded
from visualise.appearance import LOOKS, STATUSES, drawn_kinds, title_of_kind, title_of_type
from visualise.linking import DENIAL, DIFFERENT, SUGGESTION
from visualise.network import PageNetwork
from visualise.picture import Picture

VERSION = 1

_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "&<>\u2028\u2029"}
_NOT_STATED = {
    DENIAL: "denied by a source",
    DIFFERENT: "decided not to be the same",
    SUGGESTION: "perhaps the same",
}


def island(picture: Picture, network: PageNetwork, tool: str) -> str:
    """The JSON of the page; `tool` is name and version. Raises ValueError for a number that JSON cannot hold."""
    return escaped(_data(picture, network, tool))


def escaped(value: Any) -> str:  # noqa: ANN401 - any plain value
    """The value as JSON in which no sign can end the script element or begin a comment."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).translate(_ESCAPED)


def _data(picture: Picture, network: PageNetwork, tool: str) -> dict[str, Any]:
    header = picture.header
    kinds = [{"label": label, "title": title_of_kind(label), **asdict(LOOKS[label])} for label in drawn_kinds()]
    types = {**{name: title_of_type(name) for name in TYPES}, **_NOT_STATED}
    return {
        "version": VERSION,
        "title": header.title,
        "marking": header.marking or "",
        "selection": header.selection,
        "at": header.at or "",
        "known": header.known or "",
        "redaction": header.redaction or "",
        "digest": picture.digest,
        "newest_load": picture.newest_load,
        "tool": tool,
        "about": list(picture.about),
        "kinds": kinds,
        "types": [{"name": name, "title": title} for name, title in types.items()],
        "statuses": [{"name": name, "title": title} for name, title in STATUSES.items()],
        "sources": {slug: _filled(asdict(origin)) for slug, origin in sorted(picture.sources.items())},
        "items": [_item(each) for each in picture.items],
        "links": [_filled(asdict(each)) for each in picture.links],
        "decisions": [_filled(asdict(each)) for each in picture.decisions],
        "by_community": [picture.by_community[each.id] for each in picture.items],
        "overview": asdict(picture.overview) if picture.overview else None,
        "rules": routes.rules(),
        "network": network.as_data(),
    }


def _item(item: Any) -> dict[str, Any]:  # noqa: ANN401 - asdict takes any dataclass
    row = _filled(asdict(item))
    row["searched"] = folded(f"{item.full} {' '.join(_names(item))}")
    row["records"] = [
        {**_filled(each), "facts": [[fact["title"], fact["value"], fact["personal"]] for fact in each["facts"]]}
        for each in row["records"]
    ]
    row["forces"] = list(item.forces)
    row["marks"] = list(item.marks)
    return row


def _names(item: Any) -> list[str]:  # noqa: ANN401 - as above
    wanted = {"Name", "Number", "Handle", "Reference", "Former names", "Former handles"}
    return [fact.value for each in item.records for fact in each.facts if fact.title in wanted]


def _filled(row: dict[str, Any]) -> dict[str, Any]:
    """The row without what is empty: on ten thousand links that is a third."""
    return {name: value for name, value in row.items() if value not in ("", None, (), [])}
