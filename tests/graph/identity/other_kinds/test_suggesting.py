"""Accounts, investigations, groups and the unnamed: suggested with reasons, never sure, and a set is never one."""

import pytest

from graph.identity.deciding import withdraw
from graph.identity.other_kinds import investigations
from graph.identity.suggesting import OFFICERS, accept, suggest
from graph.identity.suggestions import Suggestion, open_suggestions
from graph.loads.loading import load_facts
from graph.stores.store import Store
from tests.invented import Invented

NOW = "2026-01-01T00:00:00Z"
LATER = "2026-01-02T00:00:00Z"


def suggested(store: Store, *sources: Invented) -> dict[frozenset[str], Suggestion]:
    for each in sources:
        load_facts(store, each.facts, digest=each.slug, loader="casebook", now=NOW)
    suggest(store, at=NOW)
    return {frozenset(each.pair): each for each in open_suggestions(store)}


def test_an_account_is_suggested_to_be_the_officer_of_its_name_in_its_group(embedded_store: Store) -> None:
    chat, article = Invented("chat"), Invented("article")
    account = chat.record("Account", "a", name="Ada Pike", handle="+447700900123")
    chat.states(account, "MEMBER_OF", chat.record("ChatGroup", "g", name="Night shift lads", platform="WhatsApp"))
    officer = article.officer("Ada Pike")
    group = article.record("ChatGroup", "g", name="Night Shift Lads")
    article.states(officer, "MEMBER_OF", group)
    found = suggested(embedded_store, chat, article)
    told = found[frozenset((account, officer))]
    assert "The display name is the same: Ada Pike." in (*told.reasons,)
    groups = [each for each in found.values() if each.model.startswith("groups@")]
    assert [each.reasons for each in groups] == [("The same title: Night shift lads.", "In common: 1 member.")]


def test_one_number_in_two_exports_is_told_with_its_caution(embedded_store: Store) -> None:
    one, two = Invented("one"), Invented("two")
    pair = {
        one.record("Account", "a", name="Ada", handle="+447700900123"),
        two.record("Account", "b", name="A. P.", handle="07700 900123"),
    }
    (told,) = suggested(embedded_store, one, two).values()
    assert set(told.pair) == pair
    assert told.reasons == ("The same telephone number; numbers pass to other people.",)


def test_one_reference_in_two_sources_is_one_investigation_perhaps(embedded_store: Store) -> None:
    one, two, three = Invented("one"), Invented("two"), Invented("three")
    first = one.investigation("Operation Sedge", reference="IX/101/21", opened="2021-04-02")
    second = two.investigation("Sedge", reference="ix 101 21", opened="2021-04-20")
    three.investigation("Operation Sedge", how_many="several", reference="IX/101/21")
    (told,) = suggested(embedded_store, one, two, three).values()
    assert set(told.pair) == {first, second}
    assert told.reasons[0] == "The same reference: IX/101/21."
    assert told.score == 0.75


def test_what_speaks_against_is_said(embedded_store: Store) -> None:
    one, two = Invented("one"), Invented("two")
    one.investigation("Operation Sedge", reference="IX/101/21", opened="2021-04-02")
    two.investigation("Operation Sedge", reference="IX/101/21", opened="2020-01-01")
    (told,) = suggested(embedded_store, one, two).values()
    assert told.against == ("Opened in different years: 2021-04-02, 2020-01-01.",)


def test_cases_of_officers_who_may_be_one_person_may_be_one_case(store: Store) -> None:
    one, two = Invented("one"), Invented("two")
    for told, name in ((one, "PIKESTAFF, A"), (two, "Adalynn Pikestaff")):
        officer = told.officer(name, appointed="2001-02-03", birth_year=1975)
        told.states(officer, "SUBJECT_OF", told.investigation(told.slug), outcome_date="2020-12-07")
    (case,) = (each for each in suggested(store, one, two).values() if each.model.startswith("investigations@"))
    assert case.reasons == (
        "A step or an outcome on the same day: 2020-12-07.",
        "A subject of the one is suggested to be a subject of the other.",
    )


def test_what_was_told_of_before_it_was_opened_is_another_case(embedded_store: Store) -> None:
    one, two = Invented("one"), Invented("two")
    for told in (one, two):
        officer = told.officer("Ada Pike", appointed="2001-02-03", birth_year=1975)
        told.states(officer, "SUBJECT_OF", told.investigation("Sedge", **(LATE if told is two else {})))
    told_of = suggested(embedded_store, one, two).values()
    assert {each.model.partition("@")[0] for each in told_of} == {"officers"}


LATE: dict[str, str] = {"opened": "2022-11-01"}
"""After the day on which the sources of these tests were published."""


def test_unnamed_officers_are_suggested_weakly_and_named_ones_not_at_all(embedded_store: Store) -> None:
    one, two = Invented("one"), Invented("two")
    ids = []
    for told in (one, two):
        officer = told.record("Officer", "x", identified=False, description="A sergeant in the firearms unit")
        told.states(officer, "SERVED_IN", told.force("northvale"), rank_as_stated="Sergeant")
        told.states(told.officer("named"), "SERVED_IN", told.force("northvale"))
        ids.append(officer)
    found = suggested(embedded_store, one, two)
    weak = found[frozenset(ids)]
    assert weak.reasons[0].startswith("A weak reason")
    assert weak.score is not None
    assert weak.score <= 0.4


def one_case_told_twice(store: Store, **second: str) -> None:
    """An officer and his case in two sources, with all that two records of one case can share."""
    one, two = Invented("one"), Invented("two")
    for told, differently in ((one, {}), (two, second)):
        officer = told.officer("Adalynn Pikestaff", appointed="2001-02-03", birth_year=1975)
        told.states(officer, "SERVED_IN", told.force("northvale"))
        case = told.investigation(
            "Operation Sedge", **{"reference": "IX/101/21", "opened": "2021-04-02", **differently}
        )
        told.states(officer, "SUBJECT_OF", case, outcome_date="2021-12-07")
    suggested(store, one, two)


def cases_counted(store: Store) -> int:
    return int(store.read("MATCH (i:Investigation) RETURN count(DISTINCT i.canonical_id) AS n").rows[0][0])


def test_a_case_of_an_officer_who_is_accepted_is_accepted_too_and_taken_back_alone(store: Store) -> None:
    one_case_told_twice(store)
    made = {each.left_id.partition(":")[0]: each for each in accept(store, 0.99, by="reviewer", at=NOW)}
    assert made.keys() == {"officer", "investigation"}
    assert made["investigation"].rule == investigations.MODEL
    assert cases_counted(store) == 1
    withdraw(store, made["investigation"].id, by="reviewer", at=LATER, reason="two inquiries, one day")
    assert cases_counted(store) == 2


def test_a_case_opened_after_the_other_was_told_of_is_never_accepted(embedded_store: Store) -> None:
    one_case_told_twice(embedded_store, opened="2022-11-01")
    assert {each.rule for each in accept(embedded_store, 0.8, by="reviewer", at=NOW)} <= {OFFICERS}
    assert cases_counted(embedded_store) == 2


def test_two_exports_that_count_alike_by_the_day_may_be_one_group(embedded_store: Store) -> None:
    one, two = Invented("one"), Invented("two")
    for told, name in ((one, "Night shift"), (two, "Nights")):
        group = told.record("ChatGroup", "g", name=name, platform="WhatsApp")
        for number, days in enumerate((["2020-01-01 3", "2020-01-02 40", "2020-01-05 2"], ["2020-01-02 2"])):
            account = told.record("Account", f"a{number}", name=f"{told.slug} {number}")
            told.states(account, "MEMBER_OF", group, days=tuple(days))
    (told_of,) = suggested(embedded_store, one, two).values()
    assert "As many messages on the same days: 3 of 3 days on which both count some." in told_of.reasons


def test_a_display_name_with_an_initial_is_matched_only_where_a_source_ties_the_officer_to_a_group(
    embedded_store: Store,
) -> None:
    chat, article = Invented("chat"), Invented("article")
    account = chat.record("Account", "a", name="Ada P", handle="+447700900123")
    chat.states(account, "MEMBER_OF", chat.record("ChatGroup", "g", name="Night shift lads"))
    tied, other = article.officer("Ada Pike"), article.officer("Ada Pollard")
    article.states(tied, "MEMBER_OF", article.record("ChatGroup", "h", name="Another group"))
    found = suggested(embedded_store, chat, article)
    assert frozenset((account, tied)) in found
    assert frozenset((account, other)) not in found
    assert found[frozenset((account, tied))].reasons[0].startswith("A weak reason")


@pytest.mark.parametrize("least", [0.8, 0.99])
def test_a_case_of_nobody_in_common_is_never_accepted_by_its_score(embedded_store: Store, least: float) -> None:
    one, two = Invented("one"), Invented("two")
    for told in (one, two):
        told.investigation("Operation Sedge", reference="IX/101/21", opened="2021-04-02")
    assert suggested(embedded_store, one, two)
    assert accept(embedded_store, least, by="reviewer", at=NOW) == []


@pytest.mark.parametrize(("others", "shown"), [(0, True), (1, True), (12, False)])
def test_whoever_fits_many_fits_nobody(embedded_store: Store, others: int, *, shown: bool) -> None:
    sources = [Invented(f"source-{number:02}") for number in range(2 + others)]
    for told in sources:
        told.record("Force", "f", identified=False, description="A force in the north", region="North")
    found = suggested(embedded_store, *sources)
    assert bool(found) == shown
    assert all(each.against or not others for each in found.values())
