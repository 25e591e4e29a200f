"""Small graphs in which every condition of every saved query makes a difference to its answer."""

from collections.abc import Callable

from tests.queries.corners import beginnings, chats, gaps, groups, movement, outcomes, recurrence, waiting
from tests.queries.corners.corner import Corner

CORNERS: dict[str, Callable[[], Corner]] = {
    make().query: make
    for make in (
        recurrence.recurring_officers,
        recurrence.people_per_investigation,
        recurrence.witness_and_subject,
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
