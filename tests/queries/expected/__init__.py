"""The rows that each saved query must give for the invented world, found in its truth by plain Python.

Nothing here asks a database or reads Cypher. An example's `expected` names one of the functions in EXPECTED.
"""

from collections.abc import Callable

from examples.world.truth import Truth
from tests.queries.expected import (
    accused_not_suspended_no_outcome,
    allegations_by_category_and_year,
    chat_group_members,
    denied_links,
    groups_falling_silent,
    groups_sharing_members,
    how_far_each_case,
    how_investigations_began,
    joined_close_together,
    members_of_several_groups,
    moved_while_under_investigation,
    no_outcome_after_months,
    outcomes_by_force,
    people_per_investigation,
    recurring_officers,
    restricted_for_long,
    subjects_in_chat_groups,
    totals_alike_but_different,
    unidentified,
    witness_and_subject,
)
from tests.queries.expected.told import Row

EXPECTED: dict[str, Callable[[Truth], set[Row]]] = {
    module.__name__.rpartition(".")[2]: module.rows
    for module in (
        accused_not_suspended_no_outcome,
        allegations_by_category_and_year,
        chat_group_members,
        denied_links,
        groups_falling_silent,
        groups_sharing_members,
        how_far_each_case,
        how_investigations_began,
        joined_close_together,
        members_of_several_groups,
        moved_while_under_investigation,
        no_outcome_after_months,
        outcomes_by_force,
        people_per_investigation,
        recurring_officers,
        restricted_for_long,
        subjects_in_chat_groups,
        totals_alike_but_different,
        unidentified,
        witness_and_subject,
    )
}
"""By the name that the query's example gives."""
