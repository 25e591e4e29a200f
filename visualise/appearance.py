"""How each kind of record is drawn: shape first, colour second, so that nothing is told by colour alone.

The colours are those of Okabe and Ito, which people with any colour sight tell apart; none is red, since a colour of
alarm on a person would be a judgement.
"""

from dataclasses import dataclass

from graph.model import KINDS


@dataclass(frozen=True, slots=True)
class Look:
    """`shape` is one of vis-network's, or one that the page draws itself (ring, rounded, house, plate); `size` is half
    its width in units of the layout; `plural` is its title in the legend."""

    shape: str
    colour: str
    size: int
    plural: str


LOOKS = {
    "Officer": Look("dot", "#56B4E9", 14, "Officers and staff"),
    "Cohort": Look("ring", "#56B4E9", 20, "People counted, not named"),
    "Account": Look("dot", "#0072B2", 8, "Chat accounts"),
    "ChatGroup": Look("hexagon", "#009E73", 15, "Chat groups"),
    "Message": Look("dot", "#009E73", 5, "Messages"),
    "Investigation": Look("diamond", "#F0E442", 16, "Investigations"),
    "Allegation": Look("triangle", "#E69F00", 13, "Allegations"),
    "Offence": Look("house", "#BBBBBB", 12, "Offences"),
    "Force": Look("square", "#CC79A7", 14, "Police forces"),
    "Body": Look("rounded", "#CC79A7", 13, "Other bodies"),
    "Statistic": Look("plate", "#FFFFFF", 16, "Published figures"),
    "Source": Look("triangleDown", "#999999", 12, "Sources"),
}
"""Of every kind that is drawn, in the order of the legend."""

HUBS = frozenset({"Force", "Body", "Offence", "Source"})
"""Kinds that many things share: in a picture they stand above what is theirs instead of pulling it together."""

STATUSES = {
    "stated": "Stated",
    "alleged": "Alleged or inferred",
    "suggested": "Perhaps the same",
    "denied": "Denied",
}
"""The lines of the legend: a link's status, and what it means. An inferred link is drawn as an alleged one."""


def title_of_kind(label: str) -> str:
    """A kind in words: ChatGroup is a chat group."""
    words = "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in label).strip()
    return words.capitalize()


def title_of_type(name: str) -> str:
    """A type of statement in words: SERVED_IN is served in."""
    return name.replace("_", " ").lower()


def drawn_kinds() -> list[str]:
    """The kinds in the order of the legend; every kind of the model that can be drawn must be among them."""
    return [label for label in LOOKS if label in KINDS]
