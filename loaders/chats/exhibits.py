"""The exhibit an export is: its reference, who took it from the device and when, and the clock its times are on."""

import re
import zoneinfo
from dataclasses import dataclass

from graph.dates import checked_date
from graph.errors import InvalidValueError

_OFFSET = re.compile(r"[+-](?:0\d|1[0-4]):[0-5]\d")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Exhibit:
    """What is declared of an export. Nothing of it is guessed: what nobody declares stays unknown.

    `reference` is the exhibit's reference as it is written (ABC/12); `extracted` is an ISO date; `time_zone` a name of
    the tz database (Europe/London) or an offset (+01:00). `checked` refuses what cannot be.
    """

    reference: str
    extracted_by: str | None = None
    extracted: str | None = None
    time_zone: str | None = None

    @property
    def source_id(self) -> str:
        """The slug of the source: `ABC/12` is `abc-12`."""
        return _NOT_SLUG.sub("-", self.reference.casefold()).strip("-")

    def checked(self) -> "Exhibit":
        """The exhibit itself. Raises InvalidValueError for a reference without letters or digits, a date that does
        not exist, a time zone that nobody knows."""
        if not self.source_id:
            raise InvalidValueError(
                f"{self.reference!r} is no exhibit reference.",
                do="Give one with letters or digits, as --exhibit ABC-12.",
            )
        if self.extracted is not None:
            checked_date(self.extracted)
        if self.time_zone is not None and not _OFFSET.fullmatch(self.time_zone):
            try:
                zoneinfo.ZoneInfo(self.time_zone)
            except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
                raise InvalidValueError(
                    f"{self.time_zone!r} is no time zone.", do="Write Europe/London, or an offset as +01:00."
                ) from None
        return self
