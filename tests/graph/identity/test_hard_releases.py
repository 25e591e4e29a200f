"""Releases that hold placeholders, or write people otherwise: found as well as others, and no block grows quadratic."""

import pytest

from graph.identity.compare import blocks
from graph.identity.compare.preparing import prepared
from graph.identity.compare.scoring import compared
from graph.identity.found import Found
from graph.identity.officers import officers_alike
from tests.graph.identity.hard_releases import Pair, placeholders, written_otherwise
from tests.graph.identity.people import again, crowd, frame

OFFICERS = 800


@pytest.fixture(scope="module", params=[placeholders, written_otherwise], ids=["placeholders", "written-otherwise"])
def hard(request: pytest.FixtureRequest) -> tuple[Pair, list[Found]]:
    pair: Pair = request.param(OFFICERS)
    return pair, officers_alike(frame(*pair.here, *pair.there))


@pytest.mark.parametrize(("least", "precision", "recall"), [(0.8, 0.99, 0.98), (0.99, 0.995, 0.93)])
def test_whoever_is_in_both_is_found_and_hardly_anybody_else(
    hard: tuple[Pair, list[Found]], least: float, precision: float, recall: float
) -> None:
    pair, found = hard
    linked = {(each.left_id, each.right_id) for each in found if each.score >= least and not each.conflict}
    across = {each for each in linked if each[0].startswith("here-") and each[1].startswith("there-")}
    right = len(across & pair.truth)
    assert right >= precision * len(across)
    assert right >= recall * len(pair.truth)


def test_a_value_that_hundreds_share_brings_no_pairs_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "CROWDED", 10)
    same_day = {"appointed": "1985-06-15", "birth_year": 1960, "number": "7777", "gender": "female"}
    here, there = ([{**each, **same_day} for each in crowd(name, 200, seed)] for name, seed in (("a", 1), ("b", 2)))
    known = again(here[0], "b")
    pairs = compared(prepared(frame(*here, *there, known))).pairs
    assert (here[0]["id"], known["id"]) in pairs.select("left", "right").rows()  # found by the name
    assert pairs.height < 200  # of 40,000
