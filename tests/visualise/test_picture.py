"""The picture of a subgraph: what is one mark, what is a line, and what is said of each."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from graph.model import KINDS
from graph.model.kinds import Origin
from graph.model.routes import rules
from graph.names import folded
from graph.subgraph import Subgraph
from queries.times import Times
from tests.visualise.graphs import Told, label_of, ordinary
from visualise.appearance import LOOKS
from visualise.linking import FROM, TO
from visualise.picture import Picture, picture


def _drawn(told: Told) -> Picture:
    return picture(told.subgraph(), label_of)


def test_every_kind_that_can_be_drawn_has_a_look_of_its_own() -> None:
    kept_apart = {"Denial", "Suggestion", "Decision"}
    assert {each.label for each in KINDS.values() if each.origin is not Origin.BOOK} - kept_apart == set(LOOKS)
    looks = [(each.shape, each.colour, each.size) for each in LOOKS.values()]
    assert len(set(looks)) == len(looks)


def test_records_of_one_canonical_id_are_one_mark_that_keeps_each_record() -> None:
    (both,) = [each for each in _drawn(ordinary()).items if len(each.records) > 1]
    assert {each.source for each in both.records} == {"article", "paper"}
    assert both.kind == "Officer"
    assert both.forces == ("northvale",)


def test_without_the_decision_there_are_two_marks() -> None:
    told = ordinary()
    decided = len(_drawn(told).items)
    told.decisions.clear()
    assert len(_drawn(told).items) == decided + 1


def test_people_counted_and_not_named_carry_number_and_bound() -> None:
    told = Told()
    source = told.source()
    for key, size, bound in (
        ("a", 6, "exact"),
        ("b", 12, "about"),
        ("c", 3, "at_least"),
        ("d", 5, "more_than"),
        ("e", 9, "at_most"),
    ):
        source.record("Cohort", key, size=size, bound=bound)
    source.record("Cohort", "f")
    assert {each.badge for each in _drawn(told).items} == {"6", "~12", "3+", ">5", "≤9", "?"}


def test_who_is_not_named_is_called_by_description_and_marked() -> None:
    (unnamed,) = [each for each in _drawn(ordinary()).items if not each.identified]
    assert unnamed.name == "A sergeant"
    assert unnamed.called == "a sergeant"
    assert unnamed.first == "A sergeant"


def test_a_figure_is_labelled_by_what_is_counted() -> None:
    told = Told()
    told.source().record("Statistic", "a", measure="photographs in the group", unit="photographs", as_stated="dozens")
    (figure,) = _drawn(told).items
    assert figure.name == "photographs in the group"
    assert figure.first == "The figure “photographs in the group: dozens”"


def test_equal_names_are_told_apart_by_force_then_number_then_id() -> None:
    told = Told()
    source = told.source()
    for key, force in (("a", "north"), ("b", "south")):
        source.states(source.officer(key, name="J Smith"), "SERVED_IN", source.force(force))
    for key, number in (("c", "11"), ("d", "12")):
        source.officer(key, name="K Jones", number=number)
    for key in ("e", "f"):
        source.officer(key, name="L Brown")
    apart = {each.apart for each in _drawn(told).items if each.kind == "Officer"}
    assert {"north", "south", "11", "12"} < apart
    assert len(apart) == 6


def test_statements_keep_their_status_and_a_denial_is_a_line_with_its_words() -> None:
    links = {each.type: each for each in _drawn(ordinary()).links}
    assert sorted({each.status for each in _drawn(ordinary()).links}) == [
        "alleged",
        "denied",
        "inferred",
        "stated",
        "suggested",
    ]
    assert "nothing to do with each other" in links["DENIAL"].text
    assert "nothing to do" not in links["DENIAL"].masked
    assert (links["DENIAL"].of, links["DENIAL"].source) == ("link", "paper")
    assert "0.83" in links["SUGGESTION"].text


def test_a_decision_that_two_are_different_is_drawn_as_denied_until_it_is_withdrawn() -> None:
    told = Told()
    source = told.source()
    one, other = sorted((source.officer("one"), source.officer("other")))
    told.decided(one, other, "different")
    assert [(each.type, each.status) for each in _drawn(told).links] == [("DIFFERENT", "denied")]
    told.decisions.clear()
    told.decided(one, other, "different", withdrawn_at="2026-02-01T00:00:00Z")
    assert _drawn(told).links == ()


def test_sentences_leave_room_for_names_or_masks() -> None:
    for link in _drawn(ordinary()).links:
        assert FROM in link.text
        assert TO in link.text
        assert "Ash" not in link.text


def test_facts_know_which_of_them_masked_names_hide() -> None:
    facts = {fact.title: fact for item in _drawn(ordinary()).items for each in item.records for fact in each.facts}
    assert facts["Name"].personal
    assert facts["Number"].personal
    assert not facts["Opened"].personal
    assert "Canonical id" not in facts


def test_a_restriction_is_on_its_mark_and_unfinished_loads_are_named() -> None:
    told = ordinary()
    told.unfinished("paper")
    drawn = _drawn(told)
    assert [each.marks for each in drawn.items if each.kind == "ChatGroup"] == [("reporting",)]
    assert drawn.unfinished == ("paper",)


def test_hidden_characters_are_shown_and_text_has_one_form() -> None:
    told = Told()
    told.source().officer("x", name="Re\u0301my\u202e evil\x07")
    (item,) = _drawn(told).items
    assert item.full == "Rémy\ufffd evil\ufffd"


def test_a_long_name_is_cut_on_the_picture_and_whole_in_the_details() -> None:
    told = Told()
    told.source().officer("x", name="A" * 5000)
    (item,) = _drawn(told).items
    assert (len(item.name), len(item.full)) == (60, 5000)


def test_the_order_of_what_is_told_changes_nothing() -> None:
    subgraph = ordinary().subgraph()
    turned = replace(subgraph, records=subgraph.records[::-1], statements=subgraph.statements[::-1])
    one, other = picture(subgraph, label_of), picture(turned, label_of)
    assert (one.items, one.links, one.by_force, one.by_community) == (
        other.items,
        other.links,
        other.by_force,
        other.by_community,
    )


def test_what_is_asked_for_is_found_by_the_mark_that_holds_it() -> None:
    told = ordinary()
    asche = next(each.id for each in told.sources[1].records if each.properties.get("name") == "Asche")
    drawn = picture(told.subgraph(about=(asche,)), label_of)
    (mark,) = [each for each in drawn.items if each.id in drawn.about]
    assert asche in {each.id for each in mark.records}


def test_more_than_a_page_can_show_at_once_opens_collapsed_and_nothing_is_lost() -> None:
    drawn = picture(ordinary().subgraph(), label_of, collapse=True)
    assert drawn.overview is not None
    held = [each for group in drawn.overview.groups for each in group.members]
    assert sorted(held) == sorted(each.id for each in drawn.items)
    assert _drawn(ordinary()).overview is None


def test_the_cases_of_the_browser_hold_for_python_too() -> None:
    told: dict[str, list[dict[str, Any]]] = json.loads((Path(__file__).parent / "dates_cases.json").read_text("utf-8"))
    for case in told["true_at"]:
        link = case["link"]
        stated = {
            "valid_from": link.get("since"),
            "valid_to": link.get("until"),
            "current": link.get("current"),
            "recorded_to": link.get("recorded_to"),
        }
        assert Times(at=case["at"]).hold(stated) is case["expected"], case
    for case in told["known_by"]:
        assert Times(known=case["known"]).stated({"recorded_from": case["recorded_from"] or None}) is case["expected"]


def test_the_browser_folds_names_by_these_cases_too() -> None:
    for name, expected in json.loads((Path(__file__).parent / "folding_cases.json").read_text("utf-8")):
        assert folded(name) == expected


def test_the_browser_is_tested_with_the_rules_of_routes_as_they_are() -> None:
    assert json.loads((Path(__file__).parent / "rules.json").read_text("utf-8")) == rules()


def test_an_empty_subgraph_is_an_empty_picture() -> None:
    empty: Subgraph = Told().subgraph()
    drawn = picture(empty, label_of)
    assert (drawn.items, drawn.links, drawn.by_force) == ((), (), {})
