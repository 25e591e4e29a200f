"""A pair of records that may be one thing, as a finder finds it."""

from dataclasses import dataclass

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """A pair with the probability that it is one thing, and why, in sentences.

    Invariant: left_id < right_id. `against` is what speaks against it; with a `conflict` no score links it by itself.
    """

    left_id: str
    right_id: str
    score: float
    reasons: tuple[str, ...]
    against: tuple[str, ...]
    conflict: bool
