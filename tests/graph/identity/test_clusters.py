"""Clusters: a pure function of the records present and the live decisions."""

import itertools
import random

from hypothesis import given
from hypothesis import strategies as st

from graph.identity.clusters import chain, cluster
from graph.identity.decisions import Basis, Decision, Judgement

RECORDS = [f"officer:{letter * 26}" for letter in "abcdef"] + ["account:" + "z" * 26]
ALL = dict.fromkeys(RECORDS, True)

pairs = st.sampled_from(list(itertools.combinations(sorted(RECORDS), 2)))


def said(
    left: str,
    right: str,
    judgement: Judgement = "same",
    at: str = "1",
    basis: Basis = "person",
    withdrawn: bool = False,
) -> Decision:
    """A decision with an id of its own content."""
    left, right = sorted((left, right))
    taken_back = "9" if withdrawn else None
    identity = f"decision:{basis}{at}{judgement}{left}{right}{withdrawn}"
    return Decision(identity, left, right, judgement, "someone", at, "because", basis, None, taken_back)


decisions = st.lists(
    st.builds(
        lambda pair, judgement, at, basis, withdrawn: said(pair[0], pair[1], judgement, at, basis, withdrawn),
        pairs,
        st.sampled_from(["same", "same", "different", "unsure"]),
        st.sampled_from("123"),
        st.sampled_from(["person", "rule", "score"]),
        st.booleans(),
    ),
    max_size=14,
    unique_by=lambda each: each.id,
)

A, B, C, D, E, F, ACCOUNT = RECORDS


@given(decisions, st.randoms())
def test_the_order_of_arrival_changes_nothing(made: list[Decision], rng: random.Random) -> None:
    shuffled = list(made)
    rng.shuffle(shuffled)
    assert cluster(ALL, made) == cluster(ALL, shuffled)


@given(decisions)
def test_a_refuted_pair_is_never_in_one_cluster(made: list[Decision]) -> None:
    canonical = cluster(ALL, made).canonical_ids
    for each in made:
        if each.live and each.judgement == "different":
            assert canonical[each.left_id] != canonical[each.right_id]


@given(decisions)
def test_every_applied_decision_joins_its_ends_and_every_other_leaves_them_to_the_rest(made: list[Decision]) -> None:
    result = cluster(ALL, made)
    applied = [each for each in made if result.states.get(each.id) == "applied"]
    for each in made:
        if not each.live:
            continue
        joined = result.canonical_ids[each.left_id] == result.canonical_ids[each.right_id]
        assert joined == (each.left_id == each.right_id or bool(chain(each.left_id, each.right_id, applied)))
        if result.states[each.id] == "unsatisfied":
            assert not joined


@given(decisions, st.data())
def test_withdrawing_a_decision_restores_what_was_without_it(made: list[Decision], data: st.DataObject) -> None:
    extra = said(*data.draw(pairs), at="2")
    others = [each for each in made if each.id != extra.id]
    before = cluster(ALL, others)
    after = cluster(ALL, [*others, extra.withdrawn(at="9", by="someone", reason="wrong")])
    assert after == before


@given(decisions)
def test_withdrawn_and_unsure_decisions_have_no_effect(made: list[Decision]) -> None:
    effective = [each for each in made if each.live and each.judgement != "unsure"]
    assert cluster(ALL, made).canonical_ids == cluster(ALL, effective).canonical_ids


@given(decisions, st.sets(st.sampled_from(RECORDS)))
def test_a_record_that_is_absent_joins_nothing_and_revives_when_it_returns(
    made: list[Decision], absent: set[str]
) -> None:
    present = {each: True for each in RECORDS if each not in absent}
    result = cluster(present, made)
    assert set(result.canonical_ids) == set(present)
    touching = [each for each in made if not {each.left_id, each.right_id} & absent]
    assert result.canonical_ids == cluster(present, touching).canonical_ids


@given(decisions)
def test_a_component_alone_gives_the_same_as_the_whole(made: list[Decision]) -> None:
    whole = cluster(ALL, made)
    positive = [each for each in made if each.live and each.judgement == "same"]
    for start in RECORDS:
        component = {each for each in RECORDS if each == start or chain(start, each, positive)}
        near = [each for each in made if {each.left_id, each.right_id} <= component]
        part = cluster(dict.fromkeys(component, True), near)
        assert part.canonical_ids == {each: whole.canonical_ids[each] for each in component}


def test_a_person_goes_before_a_rule_and_a_rule_before_a_score() -> None:
    made = [said(A, B, at="3"), said(B, C, at="1", basis="score"), said(A, C, "different", at="2", basis="rule")]
    result = cluster(ALL, made)
    assert result.canonical_ids[A] == result.canonical_ids[B] == A
    assert result.canonical_ids[C] == C
    assert result.states[made[1].id] == "unsatisfied"


def test_two_sames_and_a_different_leave_the_later_same_unsatisfied() -> None:
    made = [said(A, B, at="1"), said(B, C, at="2"), said(A, C, "different", at="3")]
    result = cluster(ALL, made)
    assert [result.states[each.id] for each in made] == ["applied", "unsatisfied", "none"]


def test_the_canonical_id_is_an_officer_s_before_an_account_s_and_an_identified_one_s_first() -> None:
    result = cluster({**ALL, A: False}, [said(ACCOUNT, A), said(A, B)])
    assert result.canonical_ids[ACCOUNT] == result.canonical_ids[A] == B


def test_an_absent_end_makes_a_decision_dormant() -> None:
    made = said(A, B)
    assert cluster({A: True}, [made]).states == {made.id: "dormant"}
