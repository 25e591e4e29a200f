"""What a mapping asserts of its files: how many rows they have, and how many of them may be rejected."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.errors import LoadError
from loaders.tables.models import MappingFile


@dataclass(frozen=True, slots=True)
class FileCount:
    """What became of the rows of one file. Invariant: read = used + excluded + rejected."""

    read: int
    excluded: Mapping[str, int]
    rejected: int

    @property
    def used(self) -> int:
        """Rows that state something, or that other tables are joined to."""
        return self.read - sum(self.excluded.values()) - self.rejected


def check_rows(form: MappingFile, read: Mapping[str, int]) -> None:
    """Raises LoadError where a file has fewer or more rows than its table asserts."""
    for name, table in form.tables.items():
        height = read[name]
        wanted = table.rows
        if wanted and not wanted.at_least <= height <= (height if wanted.at_most is None else wanted.at_most):
            limits = f"at least {wanted.at_least:,}" + (f" and at most {wanted.at_most:,}" if wanted.at_most else "")
            raise LoadError(
                f"{table.file} has {height:,} rows; the mapping asserts {limits}. Nothing was stored.",
                do="Get the whole file, or correct tables.rows in the mapping.",
            )


def check_rejected(form: MappingFile, counts: Mapping[str, FileCount], listed: Path) -> None:
    """Raises LoadError where a larger share of the rows is rejected than the mapping allows; `listed` has them."""
    read, rejected = (sum(getattr(each, name) for each in counts.values()) for name in ("read", "rejected"))
    if read and rejected / read > form.rejected_at_most:
        raise LoadError(
            f"{rejected:,} of {read:,} rows are rejected; the mapping allows {form.rejected_at_most:.2%}. "
            "Nothing was stored.",
            do=f"See why in {listed}, and correct the mapping or allow more: rejected_at_most.",
        )
