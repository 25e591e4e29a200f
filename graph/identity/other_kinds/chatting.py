"""Officers who come into question as somebody behind a chat account."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.identity.other_kinds.things import Thing
from graph.stores.store import Store

_OFFICERS = (
    "MATCH (o:Officer)\nWHERE coalesce(o.identified, true)\n"
    "RETURN o.id AS id, o.source_id AS source, "
    "coalesce(o.name, coalesce(o.first_name, '') + ' ' + coalesce(o.last_name, '')) AS name"
)
_MEMBERS = "MATCH (o:Officer)-[:MEMBER_OF]->(g:ChatGroup) RETURN o.id AS id, g.canonical_id AS group"
_TIED = {
    "A source says that the officer was a member of a chat group.": (
        "MATCH (o:Officer)-[:MEMBER_OF]->(:ChatGroup) RETURN DISTINCT o.id AS id"
    ),
    "The officer is subject of an investigation that concerns a chat group.": (
        "MATCH (o:Officer)-[:SUBJECT_OF]->(:Investigation)-[:CONCERNS]->(:ChatGroup) RETURN DISTINCT o.id AS id"
    ),
    "An allegation against the officer concerns a chat group.": (
        "MATCH (o:Officer)<-[:AGAINST]-(:Allegation)-[:CONCERNS]->(:ChatGroup) RETURN DISTINCT o.id AS id"
    ),
}


@dataclass(frozen=True, slots=True)
class Chatting:
    """The officers, and of those whom a source ties to a chat group, by id, the sentence that says how."""

    officers: tuple[Thing, ...]
    tied: Mapping[str, str]


def chatting_officers(store: Store, shown: Callable[[str], bool]) -> Chatting:
    """The identified officers whose name is `shown` by an account, or whom a source ties to a chat group."""
    tied: dict[str, str] = {}
    for sentence, text in reversed(_TIED.items()):
        tied |= {each: sentence for (each,) in store.read(text).rows}
    groups: dict[str, set[str]] = defaultdict(set)
    for row in store.read(_MEMBERS).dicts():
        groups[row["id"]].add(row["group"])
    frame = store.read_columns(_OFFICERS)
    return Chatting(
        tuple(
            Thing(
                {"id": identifier, "source_id": source, "name": name},
                {"MEMBER_OF": frozenset(groups.get(identifier, ()))},
                frozenset(),
                frozenset(),
                frozenset(),
            )
            for identifier, source, name in frame.select("id", "source", "name").rows()
            if identifier in tied or shown(name)
        )
        if frame.height
        else (),
        tied,
    )
