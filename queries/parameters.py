"""What an asker gives, as typed values: every mistake is answered with what would be right."""

import re
from collections.abc import Mapping
from difflib import get_close_matches

from graph.dates import checked_date
from graph.errors import InvalidValueError, UsageError
from graph.ids import prefix_of
from graph.model import LABEL_OF_PREFIX
from queries.format import Parameter, Query

Value = str | int | float | bool | None

_BOOLEANS = {"true": True, "yes": True, "false": False, "no": False}
_INTEGER = re.compile(r"[+-]?\d{1,15}", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,15}(\.\d{1,15})?", re.ASCII)
_ASK = {"at": "--at", "known": "--known"}


def typed(parameter: Parameter, given: object) -> Value:
    """The value as the parameter's type; `given` is a text as typed, or a value of the type already.

    Raises UsageError with the parameter's example where it cannot be one.
    """
    text = str(given).strip()
    match parameter.type:
        case "text" if not parameter.choices or text in parameter.choices:
            return text
        case "integer" if _INTEGER.fullmatch(text):
            return int(text)
        case "number" if _NUMBER.fullmatch(text):
            return float(text)
        case "boolean" if text.lower() in _BOOLEANS:
            return _BOOLEANS[text.lower()]
        case "id" if LABEL_OF_PREFIX.get(prefix_of(text)) in parameter.kinds:
            return text
        case "date":
            try:
                return checked_date(text)
            except InvalidValueError as error:
                raise _refused(parameter, error.what) from None
    raise _refused(parameter, f"{text!r} is not {_wanted(parameter)}")


def bound(
    query: Query, given: Mapping[str, object], *, at: str | None = None, known: str | None = None
) -> dict[str, Value]:
    """Every parameter the query's texts take, with the values given, the defaults, or null.

    Raises UsageError for one that is unknown, missing or of the wrong type, and for a date the question knows
    nothing of; InvalidValueError where `at` or `known` is no date.
    """
    declared = {each.name: each for each in query.parameters}
    for name in given:
        if name not in declared:
            raise _unknown(query, name)
    values = {each.name: _value(query, each, given) for each in query.parameters}
    for name, date, meaning in (("at", at, query.dates.at), ("known", known, query.dates.known)):
        if date is not None and meaning is None:
            raise UsageError(f"{query.id} knows no {_ASK[name]}.", do=f"Leave {_ASK[name]} out: {_why(query)}")
        if meaning is not None:
            values[name] = None if date is None else checked_date(date)
    return values


def _value(query: Query, parameter: Parameter, given: Mapping[str, object]) -> Value:
    if given.get(parameter.name) is not None:
        return typed(parameter, given[parameter.name])
    if parameter.default is not None:
        return typed(parameter, parameter.default)
    if parameter.optional:
        return None
    raise UsageError(
        f"{query.id} needs {parameter.name}: {parameter.description}",
        do=f"Give it, as in: -p {parameter.name}={_quoted(parameter.example)}",
    )


def _unknown(query: Query, name: str) -> UsageError:
    if name in _ASK:
        return UsageError(f"{name} is no parameter: it is an option.", do=f"Write {_ASK[name]} DATE.")
    names = [each.name for each in query.parameters]
    near = get_close_matches(name, names, n=1)
    hint = f"Did you mean {near[0]}? " if near else ""
    return UsageError(f"{query.id} has no parameter {name!r}.", do=f"{hint}It takes: {', '.join(names) or 'none'}.")


def _refused(parameter: Parameter, what: str) -> UsageError:
    return UsageError(f"{parameter.name}: {what}", do=f"As in: -p {parameter.name}={_quoted(parameter.example)}")


def _wanted(parameter: Parameter) -> str:
    match parameter.type:
        case "text":
            return f"one of: {', '.join(parameter.choices)}"
        case "integer":
            return "a whole number"
        case "boolean":
            return "true or false"
        case "id":
            return f"the whole id of a record of kind {' or '.join(parameter.kinds)}"
    return f"a {parameter.type}"


def _quoted(example: str) -> str:
    return f'"{example}"' if " " in example else example


def _why(query: Query) -> str:
    known = [_ASK[name] for name, meaning in (("at", query.dates.at), ("known", query.dates.known)) if meaning]
    return f"the question takes {' and '.join(known)}." if known else "nothing in the question is dated."
