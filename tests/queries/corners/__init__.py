"""Small graphs in which every condition of every saved query makes a difference to its answer."""

from collections.abc import Callable

from tests.queries.corners import (
    again,
    beginnings,
    chats,
    gaps,
    groups,
    leaving,
    movement,
    outcomes,
    recurrence,
    sources,
    ties,
    waiting,
)
from tests.queries.corners.corner import Corner

CORNERS: dict[str, Callable[[], Corner]] = {
    make().query: make
    for make in (
        recurrence.recurring_officers,
        recurrence.people_per_investigation,
        recurrence.witness_and_subject,
        again.recurring_same_category,
        again.recurring_within_years,
        again.recurring_across_forces,
        again.pairs_recurring_together,
        ties.groups_tying_investigations,
        leaving.left_under_gross_misconduct,
        leaving.sanction_live_at_new_allegation,
        sources.resting_on_one_source,
        sources.contradicted_statements,
        sources.suggestions_changing_answers,
        waiting.no_outcome_after_months,
        waiting.restricted_for_long,
        groups.groups_sharing_members,
        chats.chat_group_members,
        chats.groups_falling_silent,
        chats.joined_close_together,
        chats.members_of_several_groups,
        chats.subjects_in_chat_groups,
        beginnings.how_investigations_began,
        movement.moved_while_under_investigation,
        outcomes.outcomes_by_force,
        outcomes.accused_not_suspended_no_outcome,
        outcomes.how_far_each_case,
        gaps.denied_links,
        gaps.unidentified,
        gaps.allegations_by_category_and_year,
        gaps.totals_alike_but_different,
    )
}
"""By the id of the query."""
