"""Published totals beside the cases held: what is compared, within which bounds, and what is not and why."""

import pytest

from graph.loads.loading import load_facts
from graph.model.constraints import constraints
from graph.records import Recorded, Value
from graph.stores.store import Store
from queries.reconciling import Reconciled, reconcile
from queries.times import Times
from tests.invented import Invented

YEAR: dict[str, Value] = {"period_from": "2020-01-01", "period_to": "2020-12-31"}


class World(Invented):
    """A force with cases of 2020, and whatever figures a test publishes about them."""

    def __init__(self) -> None:
        super().__init__("answer", Recorded("2021", "2021"))
        self.first = self.case("first", opened="2020-01-01")
        self.last = self.case("last", opened="2020-12-31")
        self.case("before", opened="2019-12-31")
        self.case("after", opened="2021-01-01")

    def case(self, key: str, force: str = "northvale", **properties: Value) -> str:
        case = self.investigation(key, **properties)
        self.states(case, "CONDUCTED_BY", self.force(force))
        return case

    def figure(self, key: str, measure: str, value: Value, *, force: str = "northvale", **properties: Value) -> str:
        told = {"measure": measure, "value": value, "unit": "cases", **YEAR, **properties}
        figure = self.record("Statistic", key, **{name: each for name, each in told.items() if each != ""})
        if force:
            self.states(figure, "COUNTS", self.force(force))
        return figure

    def told(self, store: Store) -> dict[str, Reconciled]:
        store.prepare(constraints())
        load_facts(store, self.facts, loader="casebook", digest="1", now="2026-01-01T00:00:00Z")
        return {each.id: each for each in reconcile(store, Times())}


def test_the_first_and_the_last_day_belong_to_the_period(store: Store) -> None:
    world = World()
    right = world.figure("right", "investigations opened", 2)
    high = world.figure("high", "investigations opened", 5)
    low = world.figure("low", "investigations opened", 1)
    vague = world.figure("vague", "investigations opened", 1, bound="at_least")
    told = world.told(store)
    assert (told[right].held, told[right].difference, told[right].verdict) == ((2, 2), (0, 0), "the same")
    assert (told[high].difference, told[high].verdict) == ((3, 3), "fewer held than published")
    assert (told[low].difference, told[low].verdict) == ((-1, -1), "more held than published")
    assert (told[vague].difference, told[vague].verdict) == ((-1, None), "they can be the same")


def test_what_is_not_dated_precisely_may_belong_and_another_force_does_not(store: Store) -> None:
    world = World()
    world.case("undated")
    world.case("of the year", opened="2020")
    world.case("elsewhere", opened="2020-05-05", force="southmere")
    figure = world.figure("figure", "investigations opened", 3)
    half = world.figure("half", "investigations opened", 3, period_to="2020-06-30")
    told = world.told(store)
    assert told[figure].held == (3, 4)
    assert told[half].held == (1, 3)
    assert told[figure].verdict == "they can be the same"


def test_people_are_counted_once_and_cohorts_as_ranges(store: Store) -> None:
    world = World()
    ann = world.officer("Ann", person_kind="officer")
    staff, unknown = world.officer("Bo", person_kind="staff"), world.officer("Cy")
    five = world.record("Cohort", "five", size=5, bound="at_most", person_kind="officer")
    for who, case in ((ann, world.first), (ann, world.last), (staff, world.first), (unknown, world.first)):
        world.states(who, "SUBJECT_OF", case)
    world.states(five, "SUBJECT_OF", world.last)
    all_of_them = world.figure("all", "people investigated", 8)
    officers = world.figure("officers", "officers investigated", 8, population="officers")
    told = world.told(store)
    assert told[all_of_them].held == (3, 8)
    assert told[officers].held == (1, 7)


def test_a_narrower_population_leaves_only_the_most_it_can_be(store: Store) -> None:
    world = World()
    district = world.figure("district", "investigations opened", 1, population="officers and staff, district 1")
    too_many = world.figure("many", "investigations opened", 9, population="officers, on probation")
    told = world.told(store)
    assert (told[district].held, told[district].verdict) == ((0, 2), "they can be the same")
    assert told[too_many].verdict == "fewer held than published"


@pytest.mark.parametrize(
    ("measure", "value", "changes", "why"),
    [
        ("investigations opened", "", {}, "no number"),
        ("investigations opened", 6, {"unit": "%"}, "a share"),
        ("investigations opened", 6, {"force": ""}, "not of one force"),
        ("investigations opened", 6, {"period_to": ""}, "no last day"),
        ("cases about images", 6, {}, "definition"),
        ("investigations opened", 6, {"definition": "Only those about images."}, "definition"),
        ("investigations opened", 6, {"population": "women"}, "population is not coded here: women"),
    ],
)
def test_what_cannot_be_compared_says_why(
    embedded_store: Store, measure: str, value: Value, changes: dict[str, Value], why: str
) -> None:
    world = World()
    figure = world.figure("figure", measure, value, **changes)  # type: ignore[arg-type]
    told = world.told(embedded_store)[figure]
    assert why in told.why_not
    assert (told.held, told.difference, told.verdict) == (None, None, "not comparable")


def test_totals_of_images_of_2014_are_compared_with_no_later_case_of_messages(articles_store: Store) -> None:
    told = [each for each in reconcile(articles_store, Times()) if each.source_id == "huffpost-met-obscene-images"]
    assert len(told) >= 10
    assert {each.verdict for each in told} == {"not comparable"}
