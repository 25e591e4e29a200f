"""What must not leave at any level: records and statements that a restriction stands on, and what hangs on them."""

from collections import Counter
from dataclasses import replace

from graph.subgraph import Subgraph, SubgraphRecord

_NAMING = ("from_id", "to_id", "left_id", "right_id", "account_id", "group_id")


def without_restricted(subgraph: Subgraph) -> tuple[Subgraph, tuple[str, ...]]:
    """The subgraph without what is restricted, and what was kept back, in sentences; none where nothing was."""
    restricted = {each.id: str(each.properties["restriction"]) for each in _records(subgraph) if _is(each)}
    statements = [each for each in subgraph.statements if each.properties.get("restriction")]
    if not restricted and not statements:
        return subgraph, ()
    left = tuple(
        each
        for each in subgraph.statements
        if not each.properties.get("restriction") and not {each.from_id, each.to_id} & restricted.keys()
    )
    kept = replace(
        subgraph,
        statements=left,
        records=_kept(subgraph.records, restricted),
        denials=_kept(subgraph.denials, restricted),
        decisions=_kept(subgraph.decisions, restricted),
        suggestions=_kept(subgraph.suggestions, restricted),
    )
    why = Counter([*restricted.values(), *(str(each.properties["restriction"]) for each in statements)])
    reasons = ", ".join(f"{name.replace('_', ' ')}: {count}" for name, count in sorted(why.items()))
    gone = len(subgraph.records) - len(kept.records)
    links = len(subgraph.statements) - len(left)
    return kept, (f"Kept back for restrictions ({reasons}): {gone} records and {links} statements.",)


def restrictions_in(subgraph: Subgraph) -> tuple[str, ...]:
    """What a reader of an unredacted subgraph must know of the restrictions in it, in sentences."""
    rows = (*(each.properties for each in _records(subgraph)), *(each.properties for each in subgraph.statements))
    why = Counter(str(row["restriction"]) for row in rows if row.get("restriction"))
    if not why:
        return ()
    reasons = ", ".join(f"{name.replace('_', ' ')}: {count}" for name, count in sorted(why.items()))
    return (f"It holds facts that a restriction stands on ({reasons}): it is not to be passed on as it is.",)


def _records(subgraph: Subgraph) -> tuple[SubgraphRecord, ...]:
    return (*subgraph.records, *subgraph.denials, *subgraph.suggestions)


def _is(each: SubgraphRecord) -> bool:
    return bool(each.properties.get("restriction"))


def _kept(records: tuple[SubgraphRecord, ...], restricted: dict[str, str]) -> tuple[SubgraphRecord, ...]:
    return tuple(
        each
        for each in records
        if each.id not in restricted and not {str(each.properties.get(name)) for name in _NAMING} & restricted.keys()
    )
