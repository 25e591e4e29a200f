"""What time it is, as crossprobe writes it down."""

import datetime


def now() -> str:
    """Now in UTC, as ISO 8601 with milliseconds: texts of one length, which sort as times do."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
