"""The rows that each saved query must give for the invented world, found in its truth by plain Python.

Nothing here asks a database or reads Cypher. An example's `expected` names one of the functions in EXPECTED.
"""

from collections.abc import Callable

from examples.world.truth import Truth
from tests.queries.expected import (
    accused_not_suspended_no_outcome,
    allegations_by_category_and_year,
    chat_group_members,
    contradicted_statements,
    denied_links,
    groups_falling_silent,
    groups_sharing_members,
    groups_tying_investigations,
    how_far_each_case,
    how_investigations_began,
    joined_close_together,
    left_under_gross_misconduct,
    members_of_several_groups,
    moved_while_under_investigation,
    no_outcome_after_months,
    outcomes_by_force,
    pairs_recurring_together,
    people_per_investigation,
    recurring_across_forces,
    recurring_officers,
    recurring_same_category,
    recurring_within_years,
    resting_on_one_source,
    restricted_for_long,
    sanction_live_at_new_allegation,
    subjects_in_chat_groups,
    suggestions_changing_answers,
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
        contradicted_statements,
        denied_links,
        groups_falling_silent,
        groups_sharing_members,
        groups_tying_investigations,
        how_far_each_case,
        how_investigations_began,
        joined_close_together,
        left_under_gross_misconduct,
        members_of_several_groups,
        moved_while_under_investigation,
        no_outcome_after_months,
        outcomes_by_force,
        pairs_recurring_together,
        people_per_investigation,
        recurring_across_forces,
        recurring_officers,
        recurring_same_category,
        recurring_within_years,
        resting_on_one_source,
        restricted_for_long,
        sanction_live_at_new_allegation,
        subjects_in_chat_groups,
        suggestions_changing_answers,
        totals_alike_but_different,
        unidentified,
        witness_and_subject,
    )
}
"""By the name that the query's example gives."""
