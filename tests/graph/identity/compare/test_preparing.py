"""What stands where nothing is known is absent when officers are compared."""

from typing import Any

import polars as pl
import pytest

from graph.identity.compare.preparing import prepared
from tests.graph.identity.people import frame

ADA = {"id": "a", "source_id": "one", "first_name": "Ada", "last_name": "Pike"}


def known(**stated: Any) -> dict[str, Any]:  # noqa: ANN401 - any property
    """The comparable form of one officer, without what is absent."""
    (row,) = prepared(frame({**ADA, **stated})).rows(named=True)
    return {name: value for name, value in row.items() if value not in (None, [])}


@pytest.mark.parametrize(
    ("field", "value", "column"),
    [
        ("number", "0", "number"),
        ("number", "0000", "number"),
        ("number", "N/A", "number"),
        ("number", "UNKNOWN", "number"),
        ("appointed", "1900-01-01", "appointed"),
        ("appointed", "9999-12-31", "appointed"),
        ("birth_year", 1900, "birth_year"),
        ("birth_year", 0, "birth_year"),
        ("ethnicity", "Unknown", "race"),
        ("rank", "n/a", "rank"),
        ("unit", " - ", "unit"),
        ("gender", "U", "gender"),
        ("suffix", "N/A", "suffix"),
        ("middle_initial", "NMN", "middle"),
        ("middle_initial", "unknown", "middle"),
    ],
)
def test_a_placeholder_is_as_good_as_nothing(field: str, value: object, column: str) -> None:
    assert column not in known(**{field: value})


def test_noughts_before_a_number_are_no_part_of_it() -> None:
    assert known(number="04411", number_kind="collar")["number"] == known(number="4411", number_kind="Collar")["number"]


@pytest.mark.parametrize("name", ["UNKNOWN", "000", "?", "N/A"])
def test_whoever_has_no_name_is_left_out(name: str) -> None:
    assert prepared(frame({"id": "a", "source_id": "one", "name": name})).height == 0


def test_a_source_that_writes_the_surname_first_is_read_so_and_another_is_not() -> None:
    given = ["ADAM", "ALICE", "ANDREW", "EDWARD", "JOHN", "MARY", "PETER", "SUSAN", "THOMAS", "WILLIAM", "ROBERT"]
    reversed_ = [{"id": f"r{name}", "source_id": "one", "name": f"WICKFORD {name}"} for name in given]
    straight = [{"id": f"s{name}", "source_id": "two", "name": f"{name} Wickford"} for name in given]
    names = prepared(frame(*reversed_, *straight)).select("first", pl.col("last"))
    assert set(names["last"]) == {"wickford"}
    assert len(set(names["first"])) == len(given)


def test_a_lone_letter_at_the_end_is_no_surname() -> None:
    (row,) = prepared(frame({"id": "a", "source_id": "one", "name": "PIKE ADA M"})).rows(named=True)
    assert (row["first"], row["middle"], row["last"]) == ("ada", "m", "pike")
