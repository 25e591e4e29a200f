"""Parameters of a saved query as they are typed: `-p NAME=VALUE`, each once."""

from collections.abc import Iterable

from graph.errors import UsageError


def given_parameters(parameters: Iterable[str]) -> dict[str, str]:
    """The values by name. Raises UsageError for one that is no NAME=VALUE or is given twice."""
    given: dict[str, str] = {}
    for each in parameters:
        name, equals, value = each.partition("=")
        if not equals or not name or name in given:
            what = f"{name} is given twice." if name in given else f"{each!r} is no parameter."
            raise UsageError(what, do="Write each once, as -p NAME=VALUE.")
        given[name] = value
    return given
