"""Where items stand: all of them, apart, the same each time, and what is shared above what is its own."""

import math

from hypothesis import given
from hypothesis import strategies as st

from tests.visualise.graphs import Told, label_of, ordinary
from visualise.layout import laid_out
from visualise.linking import Link
from visualise.packing import Positions
from visualise.picture import picture


def _many(officers: int, cases: int) -> Told:
    told = Told()
    source = told.source()
    held = [source.investigation(f"case {number}") for number in range(cases)]
    for number in range(officers):
        officer = source.officer(f"officer {number}")
        source.states(officer, "SERVED_IN", source.force(f"force-{number % 3}"))
        for place in {number % cases, (number * 7 + 1) % cases}:
            source.states(officer, "SUBJECT_OF", held[place])
    return told


def _nearest(placed: Positions) -> float:
    points = list(placed.values())
    return min(math.dist(one, other) for place, one in enumerate(points) for other in points[place + 1 :])


def test_every_item_has_a_place_of_its_own() -> None:
    drawn = picture(_many(60, 40).subgraph(), label_of)
    for placed in (drawn.by_force, drawn.by_community):
        assert placed.keys() == {each.id for each in drawn.items}
        assert _nearest(placed) > 20


def test_a_force_stands_above_the_officers_of_one_part_alone() -> None:
    told = Told()
    source = told.source()
    force = source.force("north")
    officers = [source.officer(name) for name in ("a", "b", "c")]
    for each in officers:
        source.states(each, "SERVED_IN", force)
    placed = picture(told.subgraph(), label_of).by_force
    assert all(placed[force][1] < placed[each][1] for each in officers)


def test_what_was_asked_for_stands_amid_what_is_its() -> None:
    told = Told()
    source = told.source()
    officer = source.officer("in the middle")
    cases = [source.investigation(f"case {number}") for number in range(5)]
    for each in cases:
        source.states(officer, "SUBJECT_OF", each)
    placed = picture(told.subgraph(about=(officer,)), label_of).by_force
    distances = [math.dist(placed[officer], placed[each]) for each in cases]
    assert max(distances) - min(distances) < 1


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=25))
def test_any_graph_is_laid_out_the_same_twice(pairs: list[tuple[int, int]]) -> None:
    told = Told()
    source = told.source()
    cases = [source.investigation(str(number)) for number in range(10)]
    for number, (one, other) in enumerate(pairs):
        source.states(cases[one], "LINKED_TO", cases[other], key=str(number))
    drawn = picture(told.subgraph(), label_of)
    links: list[Link] = list(drawn.links)
    again = laid_out(drawn.items[::-1], links[::-1])
    assert drawn.by_force == again
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in again.values())


def test_parallel_links_and_links_to_oneself_do_no_harm() -> None:
    told = ordinary()
    case = next(each.id for each in told.sources[0].records if each.kind == "Investigation")
    told.sources[0].states(case, "LINKED_TO", case)
    assert picture(told.subgraph(), label_of).by_force
