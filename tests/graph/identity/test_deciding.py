"""Deciding on a store: canonical ids follow, contradictions are shown, withdrawing restores what was there."""

import itertools
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InvalidInputError, NotFoundError, UsageError
from graph.identity.clusters import cluster
from graph.identity.deciding import decide, withdraw
from graph.identity.decisions import Decision, decision
from graph.identity.dumping import dump, read_dump, restore
from graph.loads.loading import load_facts
from graph.stores.store import Store
from tests.invented import Invented
from tests.reading import canonical_ids, graph, links

NOW = "2026-01-01T00:00:00Z"
NAMES = "abcdef"


@pytest.fixture
def records(store: Store) -> list[str]:
    """Six officers, each of a source of its own."""
    found = []
    for name in NAMES:
        told = Invented(f"source-{name}")
        found.append(told.officer(name))
        load_facts(store, told.facts, digest=name, loader="casebook", now=NOW)
    return found


def same(left: str, right: str, at: str = NOW, by: str = "reviewer") -> Decision:
    return decision(left, right, "same", by=by, at=at, reason="one number")


def different(left: str, right: str, at: str = NOW) -> Decision:
    return decision(left, right, "different", by="reviewer", at=at, reason="two birth years")


def drawn(store: Store) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in store.read("MATCH (a)-[:SAME_AS]->(b) RETURN a.id, b.id").rows}


def forget_decisions(store: Store) -> None:
    with store.transaction() as tx:
        tx.run("MATCH (n:Decision) DETACH DELETE n")
        tx.run("MATCH ()-[r:SAME_AS]->() DELETE r")
        tx.run("MATCH (n:Officer) SET n.canonical_id = n.id")


def test_two_records_decided_the_same_are_counted_as_one(store: Store, records: list[str]) -> None:
    a, b, *_ = records
    assert decide(store, same(b, a)).contradicts == ()
    canonical = canonical_ids(store)
    assert canonical[a] == canonical[b] == min(a, b)
    assert drawn(store) == {frozenset((a, b))}


def test_withdrawing_restores_exactly_what_was_there_before(store: Store, records: list[str]) -> None:
    a, b, c, *_ = records
    decide(store, same(a, b))
    before = links(store), canonical_ids(store)
    made = decide(store, same(b, c, at="2026-01-02T00:00:00Z")).decision
    withdraw(store, made.id, by="reviewer", at="2026-01-03T00:00:00Z", reason="a namesake")
    assert (links(store), canonical_ids(store)) == before
    with pytest.raises(UsageError, match="withdrawn"):
        withdraw(store, made.id, by="reviewer", at=NOW, reason="again")
    with pytest.raises(UsageError, match="Decide again"):
        decide(store, made)


def test_a_contradiction_is_stored_and_shown_with_its_chain(store: Store, records: list[str]) -> None:
    a, b, c, *_ = records
    first, second = same(a, b), same(b, c, at="2026-01-02T00:00:00Z")
    decide(store, first)
    decide(store, second)
    refuting = decide(store, different(a, c))
    assert {each.id for each in refuting.contradicts} == {first.id, second.id}
    canonical = canonical_ids(store)
    assert canonical[a] == canonical[b] != canonical[c]
    states = dict(store.read("MATCH (d:Decision) RETURN d.id, d.state").rows)
    assert states == {first.id: "applied", second.id: "unsatisfied", refuting.decision.id: "none"}
    assert drawn(store) == {frozenset((a, b))}
    again = decide(store, same(a, c, at="2026-01-04T00:00:00Z"))
    assert [each.id for each in again.contradicts] == [refuting.decision.id]


def test_what_cannot_be_one_thing_cannot_be_decided(store: Store, records: list[str]) -> None:
    told = Invented("others")
    several = told.investigation("several", how_many="several")
    single = told.investigation("single")
    told.states(told.officer("x"), "SERVED_IN", told.force("northvale"))
    unnamed = told.record("Force", "unnamed", identified=False)
    load_facts(store, told.facts, digest="x", loader="casebook", now=NOW)
    with pytest.raises(UsageError, match="cannot be decided on as one thing"):
        same(records[0], single)
    with pytest.raises(UsageError, match="same record"):
        same(single, single)
    with pytest.raises(UsageError, match="a set is never the same as one"):
        decide(store, same(several, single))
    with pytest.raises(UsageError, match="shared by all sources"):
        decide(store, same("force:example/northvale", unnamed))
    with pytest.raises(NotFoundError):
        decide(store, same(records[0], "officer:" + "0" * 26))


def test_decisions_go_out_as_lines_and_come_back_into_a_rebuilt_database(store: Store, records: list[str]) -> None:
    a, b, c, d, *_ = records
    decide(store, same(a, b))
    decide(store, different(b, c))
    gone = decide(store, same(c, d)).decision
    withdraw(store, gone.id, by="reviewer", at="2026-01-02T00:00:00Z", reason="mistaken")
    lines, before = list(dump(store)), graph(store)
    forget_decisions(store)
    assert restore(store, read_dump(lines, file="dump")) == (3, 0)
    assert graph(store) == before
    assert restore(store, read_dump(lines, file="dump")) == (0, 0)
    assert list(dump(store)) == lines


def test_a_withdrawal_elsewhere_is_news_and_one_here_stays(store: Store, records: list[str]) -> None:
    a, b, c, *_ = records
    decide(store, same(a, b))
    live = list(dump(store))
    withdraw(store, same(a, b).id, by="reviewer", at="2026-01-02T00:00:00Z", reason="mistaken")
    withdrawn = list(dump(store))
    assert restore(store, read_dump(live, file="dump")) == (0, 0)
    decide(store, same(b, c, at="2026-01-03T00:00:00Z"))
    assert next(dump(store)) == withdrawn[0]


def test_a_changed_line_is_refused_with_its_number(store: Store, records: list[str]) -> None:
    decide(store, same(records[0], records[1]))
    (line,) = dump(store)
    forged = json.dumps({**json.loads(line), "judgement": "different"})
    with pytest.raises(InvalidInputError) as caught:
        read_dump([line, forged, "{", '{"id": 1}'], file="dump.jsonl")
    assert {each.line for each in caught.value.problems} == {2, 3, 4}


steps = st.lists(
    st.tuples(
        st.sampled_from(list(itertools.combinations(range(len(NAMES)), 2))),
        st.sampled_from(["same", "same", "different", "unsure", "withdraw"]),
        st.sampled_from(["2026-01-01", "2026-01-02"]),
    ),
    max_size=9,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_any_sequence_gives_the_clusters_of_the_pure_function(
    store: Store, records: list[str], steps: list[tuple[tuple[int, int], str, str]]
) -> None:
    forget_decisions(store)
    made: dict[str, Decision] = {}
    for number, ((left, right), act, at) in enumerate(steps):
        if act == "withdraw":
            live = sorted(each.id for each in made.values() if each.live)
            if live:
                chosen = live[(left + right) % len(live)]
                made[chosen] = withdraw(store, chosen, by="reviewer", at="2026-02-01", reason="mistaken")
            continue
        word = decision(records[left], records[right], act, by="reviewer", at=at, reason=str(number))  # type: ignore[arg-type]
        made[word.id] = decide(store, word).decision
    expected = cluster(dict.fromkeys(records, True), made.values())
    canonical = canonical_ids(store)
    assert {each: canonical[each] for each in records} == expected.canonical_ids
    applied = {each for each, state in expected.states.items() if state == "applied"}
    assert drawn(store) == {frozenset((made[each].left_id, made[each].right_id)) for each in applied}
    stored = dict(store.read("MATCH (d:Decision) RETURN d.id, d.state").rows)
    assert {each: stored[each] for each in expected.states} == expected.states
