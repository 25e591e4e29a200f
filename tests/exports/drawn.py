"""Subgraphs of any shape the model allows, drawn by Hypothesis: every kind of property, parallel edges, odd texts."""

from typing import Any

from hypothesis import strategies as st

from graph import ids
from graph.model import KINDS, TYPES, record_properties, statement_properties
from graph.model.kinds import Origin
from graph.model.properties import Property, PropertyType
from graph.subgraph import Header, Subgraph, SubgraphRecord, SubgraphStatement

# Control characters cannot be said in XML and are replaced there: what is compared has none but tab and line breaks.
_SIGNS = st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"], include_characters="\t\n")
_ODD = ['=HYPERLINK("x")', "-1+1", "'quoted", 'a "b", c;d', "<b>&amp;</b>", "]]>", "\\", "true", "7", "a\nb", "None"]
TEXTS = st.text(_SIGNS, min_size=1, max_size=12) | st.sampled_from(_ODD)
DATES = st.sampled_from(["2021", "2021-03", "2021-03-03", "2021-03-03T09:12"])
KINDS_DRAWN = [label for label, kind in KINDS.items() if kind.origin is not Origin.BOOK]
TYPES_DRAWN = [name for name in TYPES if name != "SAME_AS"]


def value_of(each: Property) -> st.SearchStrategy[Any]:
    """A value the property may hold."""
    match each.type:
        case PropertyType.INTEGER:
            return st.integers(-(2**53), 2**53)
        case PropertyType.NUMBER:
            # A spreadsheet keeps fifteen digits of a number; no stated figure has as many.
            return st.integers(-(10**8), 10**8).map(lambda hundredths: hundredths / 100)
        case PropertyType.BOOLEAN:
            return st.booleans()
        case PropertyType.TEXTS:
            return st.lists(TEXTS, min_size=1, max_size=3)
        case PropertyType.CHOICE:
            return st.sampled_from(each.choices)
        case PropertyType.CODE:
            return st.sampled_from(["example/one", "example/two"])
        case PropertyType.DATE:
            return DATES
        case PropertyType.ID:
            return st.sampled_from([f"account:{'0' * 26}", f"officer:{'1' * 26}"])
    return TEXTS


@st.composite
def subgraphs(draw: st.DrawFn) -> Subgraph:
    """A subgraph of up to eight records and twelve statements."""
    records = []
    for number in range(draw(st.integers(1, 8))):
        label = draw(st.sampled_from(KINDS_DRAWN))
        identifier = ids.record_id(KINDS[label].prefix, "drawn", [str(number)])
        stated = _stated(draw, record_properties(label))
        records.append(SubgraphRecord(label, {**stated, "id": identifier, "canonical_id": identifier}))
    statements = []
    for number in range(draw(st.integers(0, 12))):
        start, end = draw(st.sampled_from(records)), draw(st.sampled_from(records))
        name = draw(st.sampled_from(TYPES_DRAWN))
        identifier = ids.statement_id(name, "drawn", start.id, end.id, [str(number)])
        stated = {**_stated(draw, statement_properties(name)), "id": identifier}
        statements.append(SubgraphStatement(name, start.id, end.id, stated))
    return Subgraph(
        tuple(sorted(records, key=lambda each: each.id)),
        tuple(sorted(statements, key=lambda each: each.id)),
        denials=(),
        decisions=(),
        suggestions=(),
        sources=(),
        loads=(),
        header=Header(draw(TEXTS), "--all", "2026-01-01T00:00:00Z", marking=draw(st.none() | TEXTS)),
    )


def _stated(draw: st.DrawFn, properties: tuple[Property, ...]) -> dict[str, Any]:
    some = draw(st.lists(st.sampled_from(properties), max_size=6, unique=True))
    return {each.name: draw(value_of(each)) for each in some}
