"""What truly happened in the invented world: allegations, the investigations that examine them, and chat groups."""

import datetime
import random
from dataclasses import dataclass, field

from examples.world.people import Person

CATEGORIES: dict[str, tuple[str, str, str]] = {
    "D1": ("Use of police systems", "confidentiality", "Looked up people on a police system without a duty reason."),
    "B4": ("Use of force", "use-of-force", "Used more force than was needed during an arrest."),
    "F6": ("Race", "equality-and-diversity", "Made remarks about somebody's race."),
    "F8": ("Sex", "equality-and-diversity", "Made remarks about women colleagues."),
    "G2": ("Abuse of position for sexual purpose", "honesty-and-integrity", "Sought a relationship with a witness."),
    "H3": ("Unprofessional attitude and disrespect", "authority-respect-and-courtesy", "Spoke to a caller with scorn."),
    "J2": ("Sexual harassment", "authority-respect-and-courtesy", "Sent unwanted messages to a colleague."),
    "K": ("Discreditable conduct", "discreditable-conduct", "Behaved off duty in a way that discredits the service."),
}
"""Codes of the allegation categories used since 2020, with their label, the standard at stake, and what was done."""

OUTCOMES = (
    "no-further-action",
    "reflective-practice",
    "written-warning",
    "final-written-warning",
    "dismissal-without-notice",
)
_OUTCOME_WEIGHTS = (38, 22, 18, 12, 10)
_PLATFORMS = ("WhatsApp", "Telegram", "Signal")


@dataclass(slots=True, eq=False)
class ChatGroup:
    """A chat group and its true members."""

    id: str
    title: str
    platform: str
    members: list[Person] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Investigation:
    """One true investigation. `closed` is None while it is open; `led_by` is a force's code, or None: oversight."""

    id: str
    reference: str
    force: str
    opened: str
    closed: str | None
    led_by: str | None
    subjects: list["Matter"] = field(default_factory=list)
    witnesses: list[Person] = field(default_factory=list)
    arose_from: list["Investigation"] = field(default_factory=list)
    linked_to: list["Investigation"] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Matter:
    """What one person is accused of in one investigation, and what came of it; no outcome while it is open."""

    id: str
    person: Person
    investigation: Investigation
    category: str
    incident: str
    outcome: str | None
    outcome_date: str | None

    @property
    def about(self) -> str:
        """What was done, in a sentence."""
        return CATEGORIES[self.category][2]


class Events:
    """Makes matters, investigations and groups from one random stream: the same stream gives the same ones."""

    def __init__(self, stream: random.Random, prefix: str) -> None:
        self._stream = stream
        self._prefix = prefix
        self._made = 0

    def investigation(self, force: str, opened: str, *, open_still: bool = False) -> Investigation:
        """A new investigation by the force, mostly closed within two years."""
        closed = None if open_still else self.later(opened, 60, 600)
        number = self._next()
        reference = f"{force[:3].upper()}/{opened[:4]}/{self._prefix}-{number}"
        led_by = force if self._stream.random() < 0.8 else None
        return Investigation(f"investigation-{self._prefix}-{number}", reference, force, opened, closed, led_by)

    def matter(self, person: Person, investigation: Investigation, *, category: str | None = None) -> Matter:
        """What the person is accused of in the investigation; it has an outcome if the investigation is closed."""
        outcome = None
        if investigation.closed:
            outcome = self._stream.choices(OUTCOMES, _OUTCOME_WEIGHTS)[0]
        added = Matter(
            f"allegation-{self._prefix}-{self._next()}",
            person,
            investigation,
            category or self._stream.choice(tuple(CATEGORIES)),
            self.earlier(investigation.opened, 5, 300),
            outcome,
            investigation.closed,
        )
        investigation.subjects.append(added)
        return added

    def group(self, *members: Person) -> ChatGroup:
        """A chat group with these members."""
        stream = self._stream
        title = f"{stream.choice(_TITLES[0])} {stream.choice(_TITLES[1])}"
        return ChatGroup(f"group-{self._prefix}-{self._next()}", title, stream.choice(_PLATFORMS), list(members))

    def later(self, day: str, least: int, most: int) -> str:
        """A day that many days later, at random between the two."""
        return _shifted(day, self._stream.randint(least, most))

    def earlier(self, day: str, least: int, most: int) -> str:
        """A day that many days earlier, at random between the two."""
        return _shifted(day, -self._stream.randint(least, most))

    def _next(self) -> str:
        self._made += 1
        return f"{self._made:04d}"


_TITLES = (
    ("Late Turn", "Early Turn", "Night", "Canteen", "B Relief", "Back Office", "Five-a-side", "Quill Street"),
    ("Legends", "Lot", "Crew", "Banter", "Survivors", "Irregulars", "Breakfast Club", "Rota"),
)


def _shifted(day: str, days: int) -> str:
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=days)).isoformat()
