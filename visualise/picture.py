"""A Subgraph as what is drawn: items and links, where they stand, and where all of it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.ids import quoted
from graph.sentences import Label
from graph.subgraph import Header, Subgraph, SubgraphRecord
from visualise.folding import Item, items
from visualise.layout import laid_out
from visualise.linking import Link, links
from visualise.overview import Overview, by_community, overview
from visualise.packing import Positions
from visualise.texts import plain

COLLAPSED_ABOVE = 2_000
"""Items above which a page opens on the overview."""

_JUDGED = {
    "same": "Held to be the same",
    "different": "Decided not to be the same",
    "unsure": "Nobody is sure whether they are the same",
}


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision between two records: what it says in words, and whether an identity rests on it (`applied`)."""

    id: str
    left: str
    right: str
    basis: str
    applied: bool
    text: str
    masked: str


@dataclass(frozen=True, slots=True)
class Origin:
    """A source as the page names it."""

    title: str
    publisher: str
    kind: str
    published: str
    held: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """All that a page shows. `about` are item ids; `newest_load` is a date or empty; `overview` only where it opens
    collapsed. The same subgraph and positions give the same picture: nothing here depends on when it was made."""

    header: Header
    digest: str
    items: tuple[Item, ...]
    links: tuple[Link, ...]
    decisions: tuple[Decided, ...]
    sources: Mapping[str, Origin]
    about: tuple[str, ...]
    unfinished: tuple[str, ...]
    newest_load: str
    by_force: Positions
    by_community: Positions
    overview: Overview | None


def picture(
    subgraph: Subgraph,
    label_of: Label,
    *,
    collapse: bool = False,
    positions: Mapping[str, tuple[float, float]] | None = None,
) -> Picture:
    """The picture of a subgraph. `positions` (by canonical id) stand in for those worked out; `collapse` opens on the
    overview however small it is."""
    found, between = items(subgraph, label_of), links(subgraph, label_of)
    canonical = {each.id: each.canonical_id for each in subgraph.records}
    known = {each.id for each in found}
    about = {canonical.get(each, each) for each in subgraph.header.about} & known
    placed = laid_out(found, between, about)
    saved = {each: point for each, point in (positions or {}).items() if each in placed}
    return Picture(
        header=subgraph.header,
        digest=subgraph.digest,
        items=found,
        links=between,
        decisions=tuple(_decided(each) for each in subgraph.decisions if not each.properties.get("withdrawn_at")),
        sources={str(each.properties.get("source_id")): _origin(each) for each in subgraph.sources},
        about=tuple(sorted(about)),
        unfinished=tuple(sorted({*subgraph.header.unfinished, *_unfinished(subgraph)})),
        newest_load=max((str(each.properties.get("finished") or "")[:10] for each in subgraph.loads), default=""),
        by_force={**placed, **saved},
        by_community=by_community(found, between, placed),
        overview=overview(found, between) if collapse or len(found) > COLLAPSED_ABOVE else None,
    )


def _unfinished(subgraph: Subgraph) -> set[str]:
    return {str(each.properties["of_source"]) for each in subgraph.loads if each.properties.get("state") == "running"}


def _decided(record: SubgraphRecord) -> Decided:
    row = record.properties
    words = _JUDGED[str(row["judgement"])]
    who = str(row.get("by") or "") or "nobody named"
    basis = str(row.get("basis") or "person")
    name = {"person": f"by {who}", "rule": f"by the rule {row.get('rule')}", "score": "by a score alone"}[basis]
    state = str(row.get("state") or "none")
    beside = f"; {state}" if state in {"dormant", "unsatisfied"} else ""
    start = f"{words}, {name} ({str(row.get('at') or '')[:10]})"
    return Decided(
        id=record.id,
        left=str(row["left_id"]),
        right=str(row["right_id"]),
        basis=basis,
        applied=state == "applied",
        text=plain(f"{start}: {row.get('reason') or 'no reason given'}{beside}  [{quoted(record.id)}]"),
        masked=plain(f"{words}, by a {basis}{beside}"),
    )


def _origin(record: SubgraphRecord) -> Origin:
    row = record.properties
    dates = [str(row[name]) for name in ("published_from", "published_to") if row.get(name)]
    return Origin(
        title=plain(row.get("name") or row.get("source_id") or record.id),
        publisher=plain(row.get("publisher") or ""),
        kind=plain(row.get("source_kind") or "").replace("_", " "),
        published=" to ".join(dict.fromkeys(dates)),
        held=row.get("held") is not False,
    )
