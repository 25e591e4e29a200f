"""A plan is let through only where every step of it is known to read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import RefusedQueryError
from graph.stores.guard.operators import READING, check_plan

Plan = dict[str, object]

reading_step = st.sampled_from(sorted(READING)).flatmap(
    lambda name: st.sampled_from([name, f"{name}@neo4j", f"{name}(All)@neo4j", f"Partitioned{name}@neo4j"])
)
reading_plan = st.recursive(
    reading_step.map(lambda step: {"operatorType": step, "children": []}),
    lambda plans: st.builds(
        lambda step, children: {"operatorType": step, "children": children}, reading_step, st.lists(plans, max_size=3)
    ),
    max_leaves=10,
)
UNKNOWN = [
    *(
        "LoadCSV",
        "ProcedureCall",
        "Create",
        "Merge",
        "LockingMerge",
        "SetProperty",
        "SetLabels",
        "Delete",
        "DetachDelete",
    ),
    *("RemoveLabels", "Foreach", "TransactionForeach", "TransactionApply", "ShowTransactions", "ShowSettings"),
    *("TerminateTransactions", "RunQueryAt", "CreateIndex", "AdministrationCommand", "SomethingFromNextYear"),
]


@given(reading_plan)
def test_plans_of_reading_steps_pass(plan: Plan) -> None:
    check_plan(plan)


@given(reading_plan, st.sampled_from(UNKNOWN), st.integers(min_value=0, max_value=20))
def test_one_other_step_anywhere_in_a_plan_is_refused_by_name(plan: Plan, step: str, depth: int) -> None:
    inner: Plan = {"operatorType": f"{step}@neo4j", "children": [plan]}
    for _ in range(depth):
        inner = {"operatorType": "Apply@neo4j", "children": [plan, inner]}
    with pytest.raises(RefusedQueryError, match=step):
        check_plan(inner)
