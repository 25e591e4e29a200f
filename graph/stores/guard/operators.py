"""Which steps of a Neo4j plan are known to do nothing but read the graph and compute.

An allow-list: a step that is not here is refused, also one that a later Neo4j brings. Names are those of
`EXPLAIN`, without the database (`@neo4j`), the manner in brackets (`Expand(All)`) and the prefix `Partitioned`.

Left out on purpose, though Neo4j counts them as reading: LoadCSV (files and network), ProcedureCall (anything),
the Show... and Terminate... commands (settings, other people's queries), TransactionForeach and TransactionApply
(commit on their own), RunQueryAt (another database).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from graph.errors import RefusedQueryError

# Where rows come from: all of these read the graph, its indexes or its counts.
SOURCES = """
    AllNodesScan NodeByLabelScan UnionNodeByLabelsScan IntersectionNodeByLabelsScan SubtractionNodeByLabelsScan
    NodeByIdSeek NodeByElementIdSeek NodeIndexSeek NodeIndexSeekByRange NodeUniqueIndexSeek NodeUniqueIndexSeekByRange
    MultiNodeIndexSeek NodeIndexScan NodeIndexContainsScan NodeIndexEndsWithScan
    DirectedAllRelationshipsScan UndirectedAllRelationshipsScan
    DirectedRelationshipTypeScan UndirectedRelationshipTypeScan
    DirectedUnionRelationshipTypesScan UndirectedUnionRelationshipTypesScan
    DirectedRelationshipByIdSeek UndirectedRelationshipByIdSeek
    DirectedRelationshipByElementIdSeek UndirectedRelationshipByElementIdSeek
    DirectedRelationshipIndexSeek UndirectedRelationshipIndexSeek
    DirectedRelationshipIndexSeekByRange UndirectedRelationshipIndexSeekByRange
    DirectedRelationshipUniqueIndexSeek UndirectedRelationshipUniqueIndexSeek
    DirectedRelationshipUniqueIndexSeekByRange UndirectedRelationshipUniqueIndexSeekByRange
    DirectedRelationshipIndexScan UndirectedRelationshipIndexScan
    DirectedRelationshipIndexContainsScan UndirectedRelationshipIndexContainsScan
    DirectedRelationshipIndexEndsWithScan UndirectedRelationshipIndexEndsWithScan
    NodeCountFromCountStore RelationshipCountFromCountStore Argument Input
"""

# How paths are followed.
STEPS = """
    Expand OptionalExpand VarLengthExpand ShortestPath StatefulShortestPath ProjectEndpoints
    Repeat BidirectionalRepeat RepeatOptions PathPropagatingBFS
    TriadicSelection TriadicBuild TriadicFilter CacheProperties RemoteBatchProperties RemoteBatchPropertiesWithFilter
"""

# How rows are kept, joined and combined, subqueries and patterns in conditions among them.
COMBINING = """
    Filter Distinct OrderedDistinct Limit ExhaustiveLimit Skip Union OrderedUnion Unwind
    Apply SemiApply AntiSemiApply SelectOrSemiApply SelectOrAntiSemiApply RollUpApply Optional
    LetSemiApply LetAntiSemiApply LetSelectOrSemiApply LetSelectOrAntiSemiApply ConditionalApply AntiConditionalApply
    Anti CartesianProduct NodeHashJoin ValueHashJoin NodeLeftOuterHashJoin NodeRightOuterHashJoin
    AssertSameNode AssertSameRelationship PreserveOrder ArgumentTracker NonFuseable NonPipelined
"""

# How values are computed, ordered and handed over. Eager only holds rows back.
COMPUTING = """
    Projection EagerAggregation OrderedAggregation Sort PartialSort Top PartialTop Top1WithTies Eager
    ProduceResults EmptyResult NullifyMetadata
"""

READING = frozenset("".join([SOURCES, STEPS, COMBINING, COMPUTING]).split())


def check_plan(plan: Mapping[str, Any]) -> None:
    """Raises RefusedQueryError at the first step of the plan, or of the plans inside it, that is not known to read.

    `plan` is `summary.plan` of the driver: `operatorType` and `children`, which are plans too.
    """
    for step in _steps(plan):
        if step not in READING:
            raise RefusedQueryError(
                f"The database would answer with the step {step}, which is not known to only read.",
                do="Ask in another way, with MATCH, WHERE, WITH and RETURN.",
            )


def _steps(plan: Mapping[str, Any]) -> Iterator[str]:
    yield str(plan["operatorType"]).partition("@")[0].partition("(")[0].removeprefix("Partitioned")
    for child in plan.get("children", ()):
        yield from _steps(child)
