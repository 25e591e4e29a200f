"""Forces to regions: one record for all forces of a region, where a force would tell who somebody is."""

from collections.abc import Iterable

from graph.subgraph import SubgraphRecord


def regions_of(records: Iterable[SubgraphRecord]) -> dict[str, SubgraphRecord]:
    """By the id of each force that a vocabulary gives: the record of its region, or of its country where it has none.

    A force with neither, and a force that only one source speaks of, stands for itself.
    """
    found: dict[str, SubgraphRecord] = {}
    for each in records:
        row = each.properties
        place = row.get("region") or row.get("country")
        if each.label == "Force" and place and str(row.get("source_id") or "").startswith("vocabulary:"):
            wider = {name: row[name] for name in ("region", "country") if row.get(name)}
            identifier = f"force:region/{row.get('country', '')}/{row.get('region', '')}"
            stated = {"id": identifier, "canonical_id": identifier, "source_id": "vocabulary:regions", "name": place}
            found[each.id] = SubgraphRecord("Force", {**stated, **wider})
    return found
