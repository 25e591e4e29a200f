"""Numbers as sources state them: a value, its bound, its unit, and what interval that leaves."""

from dataclasses import dataclass
from typing import Literal, get_args

from graph.errors import InvalidValueError

Bound = Literal["exact", "about", "at_least", "more_than", "at_most"]
BOUNDS: tuple[Bound, ...] = get_args(Bound)

MEASURED = frozenset({"%", "years", "months", "weeks", "days", "hours"})
"""Units of what is measured, not counted: between two whole numbers there are others."""

_WORDS: dict[Bound, str] = {
    "exact": "",
    "about": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
}


@dataclass(frozen=True, slots=True)
class StatedNumber:
    """A number with its bound and unit; a percentage also says to what it was rounded (1: to whole per cents)."""

    value: float
    bound: Bound
    unit: str
    rounding: float | None = None

    def interval(self) -> tuple[float | None, float | None]:
        """The lowest and highest true value the statement allows; None where it sets no limit.

        Both ends are included, so `more_than 5` is 6 or more where people or things are counted; where something is
        measured (years, per cents) it is the open end 5. `about` sets no limit: how wide it is, nobody said.
        """
        half = (self.rounding or 0) / 2
        match self.bound:
            case "exact":
                return self.value - half, self.value + half
            case "about":
                return None, None
            case "at_least":
                return self.value - half, None
            case "more_than":
                return (self.value if self.unit in MEASURED else self.value + 1), None
            case "at_most":
                return None, self.value + half

    def __str__(self) -> str:
        value = int(self.value) if float(self.value).is_integer() else self.value
        return (
            f"{_WORDS[self.bound]}{value:,} {self.unit}".rstrip()
            if self.unit != "%"
            else (f"{_WORDS[self.bound]}{value} %")
        )


def stated_number(text: str, unit: str) -> StatedNumber:
    """Reads `921`, `at least 921`, `about 12`, `more than 100`, `at most 5`; InvalidValueError says what is allowed."""
    rest, bound = text.strip(), BOUNDS[0]
    for candidate in BOUNDS[1:]:
        words = _WORDS[candidate].strip()
        if rest.lower().startswith(words + " "):
            rest, bound = rest[len(words) :].strip(), candidate
            break
    try:
        value = float(rest.replace(",", ""))
    except ValueError:
        value = float("nan")
    if not 0 <= value <= 1e15:
        allowed = "a number, alone or after: about, at least, more than, at most"
        raise InvalidValueError(f"{text!r} is not a stated number", do=f"Write {allowed}.")
    return StatedNumber(int(value) if value.is_integer() else value, bound, unit)
