"""The options --at and --known, spelt the same wherever they are taken."""

from typing import Annotated

import typer


def _checked(date: str | None) -> str | None:
    from graph.dates import checked_date
    from graph.errors import InvalidValueError, UsageError

    try:
        return None if date is None else checked_date(date)
    except InvalidValueError as error:
        raise UsageError(error.what, do=error.do) from None


At = Annotated[
    str | None,
    typer.Option("--at", metavar="DATE", callback=_checked, help="Only what was possibly true then: 2021, 2021-03."),
]
Known = Annotated[
    str | None,
    typer.Option("--known", metavar="DATE", callback=_checked, help="Only what had been recorded by then."),
]
