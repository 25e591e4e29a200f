"""Memberships of chat groups, one by one."""

from examples.world.truth import TrueStatement, Truth
from graph.ids import statement_id
from tests.queries.expected.told import Row, called

_SHOWN = ("name", "handle", "description")


def rows(truth: Truth) -> set[Row]:
    """One row a membership that a source states."""
    found = set()
    for each in truth.of_type("MEMBER_OF"):
        stated = each.properties
        group, member = truth.canonical(each.to_id), truth.canonical(each.from_id)
        title = called(truth, each.to_id, by=("name", "description")) or each.to_id
        name = called(truth, each.from_id, by=_SHOWN) or each.from_id
        began = (stated.get("role"), stated.get("valid_from"), stated.get("how"), None)
        ended = (stated.get("valid_to"), stated.get("how_ended"), None)
        found.add((group, title, member, name, *began, *ended, stated.get("status", "stated"), _id(each)))
    return found


def _id(each: TrueStatement) -> str:
    return statement_id(each.type, each.source, each.from_id, each.to_id, (each.key,) if each.key else ())
