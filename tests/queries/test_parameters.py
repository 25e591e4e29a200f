"""What an asker gives: taken in its type, or answered with what would be right."""

import pytest

from graph.errors import InvalidValueError, UsageError
from queries.catalogue import find
from queries.format import Parameter, ParameterType
from queries.parameters import bound, typed

FORCE = "force:uk-police/merseyside"


def parameter(kind: ParameterType, example: str, **more: tuple[str, ...]) -> Parameter:
    return Parameter.model_validate(
        {"name": "given", "type": kind, "example": example, "description": "something", **more}
    )


@pytest.mark.parametrize(
    ("asked", "given", "value"),
    [
        (parameter("integer", "3"), "12", 12),
        (parameter("integer", "3"), 12, 12),
        (parameter("integer", "3"), " -1 ", -1),
        (parameter("number", "0.5"), "0.25", 0.25),
        (parameter("boolean", "true"), "Yes", True),
        (parameter("boolean", "true"), False, False),
        (parameter("date", "2021"), "2021-03", "2021-03"),
        (parameter("text", "a"), "  whatever ", "whatever"),
        (parameter("text", "a", choices=("a", "b")), "b", "b"),
        (parameter("id", FORCE, kinds=("Force",)), FORCE, FORCE),
    ],
)
def test_values_come_in_their_type(asked: Parameter, given: object, value: object) -> None:
    taken = typed(asked, given)
    assert (taken, type(taken)) == (value, type(value))


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (parameter("integer", "3"), "3.0"),
        (parameter("integer", "3"), "٣"),
        (parameter("integer", "3"), True),
        (parameter("integer", "3"), "9" * 40),
        (parameter("number", "0.5"), "nan"),
        (parameter("number", "0.5"), "inf"),
        (parameter("number", "0.5"), "1_000"),
        (parameter("number", "0.5"), "half"),
        (parameter("boolean", "true"), "1"),
        (parameter("date", "2021"), "31/02/2021"),
        (parameter("date", "2021"), "2021-02-30"),
        (parameter("text", "a", choices=("a", "b")), "c"),
        (parameter("id", FORCE, kinds=("Force",)), "officer:x"),
        (parameter("id", FORCE, kinds=("Force",)), "Merseyside"),
    ],
)
def test_what_is_of_another_type_is_answered_with_the_example(asked: Parameter, given: object) -> None:
    with pytest.raises(UsageError) as refused:
        typed(asked, given)
    assert refused.value.do == f"As in: -p given={asked.example}"


def test_defaults_and_nulls_are_bound_and_dates_only_where_the_question_knows_them() -> None:
    recurring, moved = find("recurring-officers"), find("moved-while-under-investigation")
    assert bound(recurring, {"minimum": "3"}, at="2021") == {
        "minimum": 3, "force": None, "leave_out_linked": False, "at": "2021", "known": None,
    }  # fmt: skip
    assert bound(moved, {}) == {"dated_only": False, "known": None}


@pytest.mark.parametrize(
    ("given", "at", "what", "do"),
    [
        ({"minimun": "3"}, None, "no parameter 'minimun'", "Did you mean minimum? It takes: minimum, force"),
        ({"zzz": "3"}, None, "no parameter 'zzz'", "It takes: minimum, force"),
        ({"at": "2021"}, None, "at is no parameter", "Write --at DATE."),
        ({"rows": "x"}, None, "no parameter 'rows'", "It takes:"),
        ({"minimum": "many"}, None, "minimum: 'many' is not a whole number", "As in: -p minimum=3"),
        ({}, "yesterday", "'yesterday' is not a date", "Write 2021"),
    ],
)
def test_what_is_unknown_or_wrong_is_refused(given: dict[str, str], at: str | None, what: str, do: str) -> None:
    with pytest.raises((UsageError, InvalidValueError)) as refused:
        bound(find("recurring-officers"), given, at=at)
    assert what in refused.value.what
    assert do in refused.value.do


def test_a_date_the_question_does_not_know_is_refused() -> None:
    with pytest.raises(UsageError, match="knows no --at") as refused:
        bound(find("moved-while-under-investigation"), {}, at="2021")
    assert "takes --known" in refused.value.do


def test_a_missing_parameter_is_answered_with_its_example() -> None:
    query = find("recurring-officers")
    needed = Parameter.model_validate(
        {"name": "force", "type": "text", "example": "Storymarsh Police", "description": "Which force."}
    )
    with pytest.raises(UsageError) as refused:
        bound(query.model_copy(update={"parameters": (needed,)}), {})
    assert refused.value.what == "recurring-officers needs force: Which force."
    assert refused.value.do == 'Give it, as in: -p force="Storymarsh Police"'
