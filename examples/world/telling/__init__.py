"""How each kind of source tells of people and cases: what it says, how it writes names, what it leaves out."""

from examples.world.telling.cases import case
from examples.world.telling.entries import Told, account_in, group_in, investigation_in, led, officer_in, serves
from examples.world.telling.hearings import hearing
from examples.world.telling.press import story
from examples.world.telling.rolls import both_rolls, roll_row

__all__ = [
    "Told",
    "account_in",
    "both_rolls",
    "case",
    "group_in",
    "hearing",
    "investigation_in",
    "led",
    "officer_in",
    "roll_row",
    "serves",
    "story",
]
