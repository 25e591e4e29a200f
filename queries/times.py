"""The two dates of a question, asked of what was read already: possibly true then, and stated by then."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.dates import not_after, possibly_true_at


@dataclass(frozen=True, slots=True)
class Times:
    """`at`: true at this date; `known`: stated by this date. Each is an ISO prefix, or None for no limit."""

    at: str | None = None
    known: str | None = None

    def stated(self, properties: Mapping[str, Any]) -> bool:
        """Whether the record or statement was possibly stated by `known`; what vocabularies give always was."""
        recorded = properties.get("recorded_from")
        shared = str(properties.get("source_id") or "").startswith("vocabulary:")
        return self.known is None or recorded is None or shared or not_after(recorded, self.known)

    def hold(self, properties: Mapping[str, Any]) -> bool:
        """Whether the statement was stated by `known` and possibly true at `at`."""
        return self.stated(properties) and (
            self.at is None
            or possibly_true_at(
                self.at,
                properties.get("valid_from"),
                properties.get("valid_to"),
                current=properties.get("current"),
                recorded_to=properties.get("recorded_to") or properties.get("recorded_from"),
            )
        )
