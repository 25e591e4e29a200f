"""The vocabularies that come with crossprobe: each file holds to the rules, and they fit the model and each other."""

import subprocess
import sys
from collections import Counter

import pytest

from graph.model import KINDS, TYPES, record_properties, statement_properties
from graph.vocabulary import FAMILIES, Code, load_vocabularies
from graph.vocabulary.declared import form_problems
from graph.vocabulary.reference import vocabulary_reference
from graph.vocabulary.shared import shared_record
from graph.vocabulary.shipped import FOLDER, shipped_names
from graph.yaml_documents import read_document

SHIPPED = load_vocabularies()
CODES = {code.text: code for scheme in SHIPPED.schemes() for code in scheme.codes.values()}


def of(scheme: str) -> dict[str, Code]:
    """The codes of a scheme."""
    found = SHIPPED.scheme(scheme)
    assert found is not None
    return dict(found.codes)


@pytest.mark.parametrize("name", shipped_names())
def test_each_file_holds_to_the_form_and_the_rules(name: str) -> None:
    document = read_document(FOLDER / f"{name}.yaml")
    assert form_problems(document) == []
    assert document.value["scheme"] == name
    assert "." not in name, "a name with a namespace is for those who declare their own"


def test_every_family_of_the_model_has_a_scheme_and_every_family_is_the_model_s() -> None:
    every = [each for label in KINDS for each in record_properties(label)]
    every += [each for name in TYPES for each in statement_properties(name)]
    of_values = {each.family for each in every if each.family}
    of_nodes = {family.name for family in FAMILIES.values() if family.label}
    assert of_values | of_nodes == set(FAMILIES) == {scheme.family for scheme in SHIPPED.schemes()}
    assert {family.label for family in FAMILIES.values() if family.label} <= set(KINDS)


def test_nothing_shipped_is_a_second_name_of_something_shipped() -> None:
    assert not [code for code in CODES.values() if code.same_as]


def test_parents_are_codes_of_the_same_scheme() -> None:
    parents = {code.parent for code in CODES.values() if code.parent}
    assert parents <= set(CODES)
    assert all(code.parent.startswith(f"{code.scheme}/") for code in CODES.values() if code.parent)


def test_the_letters_of_the_old_and_the_new_categories_stay_apart() -> None:
    old, new = of("ipcc-legacy"), of("iopc-2020")
    collide = {letter for letter in old if letter in new}
    assert {"A", "B", "G", "L"} <= collide
    assert all(old[letter].label != new[letter].label for letter in collide - {"F"})
    for letter in collide:
        assert old[letter].text != new[letter].text
        assert old[letter].valid_at("2019-06-01")
        assert not new[letter].valid_at("2019-06-01")
        assert new[letter].valid_at("2020-02-01")
        assert not old[letter].valid_at("2020-02-01")


def test_there_is_no_letter_i_and_every_number_stands_under_its_letter() -> None:
    new = of("iopc-2020")
    assert {code for code in new if len(code) == 1} == set("ABCDEFGHJKL")
    numbered = [code for code in new.values() if len(code.code) > 1]
    assert all(code.parent == f"iopc-2020/{code.code[0]}" for code in numbered)
    assert Counter(code.code[0] for code in numbered) == {"A": 4, "B": 9, "D": 4, "F": 10, "G": 6, "H": 5, "J": 3}


def test_one_ladder_of_outcomes_ends_the_day_before_the_next_begins() -> None:
    def begins_and_ends(scheme: str) -> set[tuple[str | None, str | None]]:
        return {
            (code.valid_from, code.valid_to) for name, code in of(scheme).items() if name != "would-have-been-dismissed"
        }

    assert begins_and_ends("outcomes-pre-2008") == {(None, "2008-11-30")}
    assert begins_and_ends("outcomes-2008") == {("2008-12-01", "2020-01-31")}
    assert begins_and_ends("outcomes-2020") == {("2020-02-01", "2024-05-06")}
    assert begins_and_ends("outcomes-2024") == {("2024-05-07", None)}


def test_reduction_in_rank_was_no_outcome_from_2008_to_2020() -> None:
    holding = {scheme.name for scheme in SHIPPED.schemes("outcome") if "reduction-in-rank" in scheme.codes}
    assert holding == {"outcomes-pre-2008", "outcomes-2020", "outcomes-2024"}


def test_duty_status_service_status_and_lists_share_no_code() -> None:
    three = [set(of(name)) for name in ("duty-status", "service-status", "police-lists")]
    assert sum(len(codes) for codes in three) == len(set.union(*three))
    assert "would-have-been-dismissed" not in set.union(*three)
    assert CODES["duty-status/non-public-facing"].parent == "duty-status/restricted"


def test_equal_ranks_of_different_forces_have_equal_places() -> None:
    ranks = of("uk-ranks")
    assert ranks["commander"].order == ranks["assistant-chief-constable"].order
    in_order = ["constable", "sergeant", "inspector", "chief-inspector", "superintendent", "chief-superintendent"]
    assert [ranks[name].order for name in in_order] == [1, 2, 3, 4, 5, 6]


def test_the_territorial_forces_of_england_and_wales_have_a_region() -> None:
    forces = of("uk-police").values()
    territorial = [each for each in forces if each.kind == "territorial" and each.country in ("England", "Wales")]
    assert len(territorial) == 43
    assert Counter(each.region for each in territorial) == {
        "East Midlands": 5, "East of England": 6, "London": 2, "North East": 3, "North West": 5, "South East": 5,
        "South West": 5, "Wales": 4, "West Midlands": 4, "Yorkshire and the Humber": 4,
    }  # fmt: skip


def test_a_repealed_offence_is_not_one_any_more_and_its_section_stays() -> None:
    repealed = CODES["ew-offences/communications-act-2003-s127-2-a"]
    assert repealed.valid_at("2024-01-30")
    assert not repealed.valid_at("2024-01-31")
    assert CODES[repealed.parent].valid_at("2024-01-31")
    assert CODES["ew-offences/online-safety-act-2023-s179"].valid_at("2024-01-31")


def test_what_was_written_from_memory_says_so() -> None:
    assert CODES["iopc-2020/B1"].basis == "read"
    assert {CODES[text].basis for text in CODES if text.startswith("iopc-2020/") and text != "iopc-2020/B1"} == {
        "memory"
    }
    assert {code.basis for code in of("standards-of-professional-behaviour").values()} == {"read"}


def test_shared_nodes_are_named_after_their_code_and_sourced_to_their_vocabulary() -> None:
    force = shared_record(SHIPPED, "Force", "uk-police/merseyside")
    assert (force.kind, force.id) == ("Force", "force:uk-police/merseyside")
    assert force.source_id == "vocabulary:uk-police@2026-11-21"
    assert force.properties == {"name": "Merseyside Police", "region": "North West", "country": "England"}
    body = shared_record(SHIPPED, "Body", "uk-oversight/iopc")
    assert (body.id, body.properties["body_kind"]) == ("body:uk-oversight/iopc", "complaints body")
    offence = shared_record(SHIPPED, "Offence", "ew-offences/communications-act-2003-s127")
    assert offence.id == "offence:ew-offences/communications-act-2003-s127"
    assert (offence.properties["act"], offence.properties["section"]) == ("Communications Act 2003", "s127")


def test_every_shared_node_is_one_of_the_model() -> None:
    for scheme in SHIPPED.schemes():
        if label := FAMILIES[scheme.family].label:
            known = {each.name for each in record_properties(label)}
            for code in scheme.codes.values():
                record = shared_record(SHIPPED, label, code.text)
                assert record.properties["name"] == code.label
                assert set(record.properties) <= known


def test_the_reference_names_every_scheme_its_source_and_every_code() -> None:
    text = vocabulary_reference()
    for scheme in SHIPPED.schemes():
        assert f"### {scheme.name}\n" in text
        assert f"Source: {scheme.source}\n" in text
    assert all(f"| `{code}` |" in text for code in CODES)
    rows = [line.count("|") - line.count("\\|") for line in text.splitlines() if line.startswith("|")]
    assert min(rows) >= 4


def test_nothing_is_read_and_no_yaml_or_pydantic_is_imported_before_a_code_is_asked_for() -> None:
    story = """
import sys
from graph.vocabulary import label_of, load_vocabularies
from graph.vocabulary.shipped import shipped_scheme
held = load_vocabularies()
print("yaml" in sys.modules, "pydantic" in sys.modules, shipped_scheme.cache_info().currsize)
print(held.label("uk-ranks/sergeant"), shipped_scheme.cache_info().currsize, "pydantic" in sys.modules)
"""
    told = subprocess.run([sys.executable, "-c", story], capture_output=True, text=True, check=True).stdout
    assert told.splitlines() == ["False False 0", "Sergeant 1 False"]
