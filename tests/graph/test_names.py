"""Names folded for searching."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.names import folded


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert folded(folded(name)) == folded(name)


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_case_never_matters(name: str) -> None:
    assert folded(name.upper()) == folded(name.lower())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O'Neill-Müller", "ONEILL MULLER"),
        ("O’Neill", "oneill"),
        ("Łukasz", "lukasz"),
        ("Mc  Devitt", "mc devitt"),
        ("José", "Jose\u0301"),
        ("Smith, John", "smith john"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("Ann Smith", "Anns Mith"), ("Муров", "Muroff"), ("Lee", "Leigh")])
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)
