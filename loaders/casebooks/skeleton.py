"""A casebook to begin with: commented, and without mistakes as it stands."""

import re
from datetime import UTC, datetime
from pathlib import Path

from graph.names import folded

_TEXT = Path(__file__).with_name("skeleton.yaml")


def skeleton(path: Path) -> str:
    """The text of a new casebook for the file at `path`, whose name becomes the slug of its source."""
    slug, today = slug_and_day(path)
    return _TEXT.read_text(encoding="utf-8").replace("SLUG", slug).replace("TODAY", today)


def slug_and_day(path: Path) -> tuple[str, str]:
    """The slug that the name of a new file suggests for its source, and today."""
    slug = re.sub(r"[^a-z0-9]+", "-", folded(path.stem))[:100].strip("-") or "casebook"
    return slug, datetime.now(UTC).date().isoformat()
