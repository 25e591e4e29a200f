"""Redaction: what each level keeps, pseudonyms that are the same everywhere, and what is kept back said."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from graph.ids import DIGITS, prefix_of
from graph.redaction.cells import Cell
from graph.redaction.checking import wrong_cells
from graph.redaction.keys import Key
from graph.redaction.levels import Level, form
from graph.redaction.names_in_text import NamesInText, names_of
from graph.redaction.redacting import Redacted, redact
from graph.redaction.restrictions import restrictions_in
from graph.subgraph import Header, Subgraph, SubgraphRecord, SubgraphStatement
from tests.exports.drawn import subgraphs
from tests.graph.redaction.crowd import crowd, whole_name

KEY, OTHER = Key(b"k" * 32), Key(b"o" * 32)


@pytest.fixture(scope="module")
def people() -> Subgraph:
    return crowd()


def of(subgraph: Subgraph, label: str) -> list[dict[str, Any]]:
    return [dict(each.properties) for each in subgraph.records if each.label == label]


def small(*records: SubgraphRecord, statements: tuple[SubgraphStatement, ...] = ()) -> Subgraph:
    empty: tuple[SubgraphRecord, ...] = ()
    return Subgraph(
        records, statements, empty, empty, empty, empty, empty, Header("t", "--all", "2026-01-01T00:00:00Z")
    )


def officer(key: str, **stated: Any) -> SubgraphRecord:  # noqa: ANN401 - any stored value
    identifier = f"officer:{key * DIGITS}"
    return SubgraphRecord("Officer", {"id": identifier, "canonical_id": identifier, "source_id": "one", **stated})


def test_at_names_nobody_is_named_and_the_rest_is_told(people: Subgraph) -> None:
    made = redact(people, Level.NAMES, KEY).subgraph
    first = of(made, "Officer")[0]
    assert set(first) == {
        *("id", "canonical_id", "source_id", "recorded_from", "name", "number"),
        *("gender", "ethnicity", "appointed"),
    }
    assert (first["ethnicity"], first["appointed"]) == ("White", "2009-05-14")
    assert {each["name"] for each in of(made, "Force")} == {f"Northvale {code} Police" for code in "abc"}
    assert {each.get("size") for each in of(made, "Cohort")} == {3, 40}


def test_at_persons_dates_are_years_forces_regions_and_small_numbers_nothing(people: Subgraph) -> None:
    made = redact(people, Level.PERSONS, KEY).subgraph
    first = of(made, "Officer")[0]
    assert (first["appointed"], first["recorded_from"]) == ("2009", "2021")
    assert not {"ethnicity", "gender", "age"} & set(first)
    assert sorted(each["name"] for each in of(made, "Force")) == ["North West", "Wales"]
    assert [(each.get("size"), each.get("bound")) for each in of(made, "Cohort")] in (
        [(None, None), (40, "exact")],
        [(40, "exact"), (None, None)],
    )
    assert {each.get("value") for each in of(made, "Statistic")} == {None, 700}
    counted = {each.properties.get("messages") for each in made.statements if each.type == "MEMBER_OF"}
    assert counted == {None, 5, 6, 7, 8}


def test_at_structure_only_who_is_linked_with_whom_is_left(people: Subgraph) -> None:
    made = redact(people, Level.STRUCTURE, KEY).subgraph
    assert {len(made.records), len(made.statements)} == {len(people.records) - 1, len(people.statements)}
    kept = {name for each in made.records if each.label == "ChatGroup" for name in each.properties}
    assert kept == {"id", "canonical_id", "source_id", "name"}


def test_every_id_is_another_and_every_end_still_meets_its_record(people: Subgraph) -> None:
    made = redact(people, Level.NAMES, KEY).subgraph
    before, after = (
        {str(row["id"]) for part in (one.records, one.statements, one.sources) for row in (e.properties for e in part)}
        for one in (people, made)
    )
    assert len(after) == len(before)
    assert not after & before
    ids = {each.id for each in made.records}
    assert all({each.from_id, each.to_id} <= ids for each in made.statements)
    assert {each.properties["source_id"] for each in made.statements} == {
        each.id.partition(":")[2] for each in made.sources
    }
    assert all(prefix_of(each.id) == "officer" for each in made.records if each.label == "Officer")


def test_one_person_has_one_pseudonym_in_every_file_of_a_key_and_another_under_another(people: Subgraph) -> None:
    part = replace(people, records=people.records[:50], statements=())
    whole = {each.id: each.properties.get("name") for each in redact(people, Level.NAMES, KEY).subgraph.records}
    for each in redact(part, Level.PERSONS, KEY).subgraph.records:
        if each.label == "Officer":
            assert whole[each.id] == each.properties["name"]
    others = {each.properties.get("name") for each in redact(part, Level.NAMES, OTHER).subgraph.records}
    assert not others & set(whole.values()) - {None, *(f"Northvale {code} Police" for code in "abc")}


def test_records_held_to_be_one_person_share_a_pseudonym() -> None:
    one, two = officer("1", name="Ann Other"), officer("2", name="A. Other")
    two = SubgraphRecord("Officer", {**two.properties, "canonical_id": one.id})
    made = redact(small(one, two), Level.STRUCTURE, KEY).subgraph.records
    assert len({each.properties["name"] for each in made}) == 1
    assert {each.canonical_id for each in made} <= {each.id for each in made}


def test_who_is_not_named_gets_no_name() -> None:
    (made,) = redact(small(officer("1", description="a sergeant")), Level.NAMES, KEY).subgraph.records
    assert "name" not in made.properties


@pytest.mark.parametrize("level", list(Level))
def test_what_a_restriction_stands_on_is_kept_back_at_every_level_and_said(level: Level) -> None:
    free, kept = officer("1", name="Ann Other"), officer("2", name="Bo Example", restriction="anonymity")
    link = SubgraphStatement("SERVED_IN", kept.id, free.id, {"id": "served_in:" + "0" * 26})
    told = SubgraphStatement(
        "WITNESS_IN", free.id, free.id, {"id": "witness_in:" + "0" * 26, "restriction": "reporting"}
    )
    graph = small(free, kept, statements=(link, told))
    made = redact(graph, level, KEY).subgraph
    assert (len(made.records), len(made.statements)) == (1, 0)
    assert "Kept back for restrictions (anonymity: 1, reporting: 1): 1 records and 2 statements." in made.header.notes
    assert "anonymity: 1, reporting: 1" in restrictions_in(graph)[0]


def test_the_header_tells_nothing_that_was_typed_but_the_title_given_for_it(people: Subgraph) -> None:
    header = redact(people, Level.NAMES, KEY, title="For the panel").subgraph.header
    assert (header.title, header.selection, header.redaction) == ("For the panel", "--around", "names")
    assert KEY.fingerprint in header.notes[0]
    assert not [each for each in header.notes if whole_name(1).split()[0].lower() in each.lower()]


def test_what_holds_a_name_in_open_text_is_dropped_and_counted(people: Subgraph) -> None:
    made = redact(people, Level.NAMES, KEY).subgraph
    notes = " ".join(made.header.notes)
    for each in ("Source.name (1)", "Source.publisher (1)", "ChatGroup.platform (100)", "SERVED_IN.role (1000)"):
        assert each in notes
    assert "name" not in made.sources[0].properties


@pytest.mark.parametrize(
    ("text", "prose", "found"),
    [
        ("White", False, None),
        ("Officer White dismissed", True, "white"),
        ("May White is a friend", False, "may white"),
        ("zorvelka", False, "zorvelka"),
        ("the Zörvelka’s", False, "zorvelka"),
        ("call 07700 900123", False, "07700900123"),
        ("collar AB-1234", False, "ab 1234"),
        ("May", False, None),
        ("in May 2020", True, "may"),
    ],
)
def test_a_name_that_is_a_word_is_found_in_prose_and_with_its_other_half_only(
    text: str, prose: bool, found: str | None
) -> None:
    people = small(
        officer("1", name="May White"),
        officer("2", name="Zörvelka", number="AB/1234"),
        SubgraphRecord("Account", {"id": "account:" + "3" * 26, "handle": "+44 7700 900123"}),
    )
    assert names_of(people, forces=False).found(text, prose=prose) == found


@pytest.mark.parametrize(
    "text",
    [
        *("417", "0417", "PC 417", "PC417", "Sgt. 0417's locker", "collar number 417", "badge #417", "warrant no. 417"),
        *("officers 12 and 417", "PCs 9001, 9002 or 417", "PC 2019", "p77", "ref P77", "complaint 55"),
    ],
)
def test_a_short_number_is_found_where_a_word_says_whose_it_is(text: str) -> None:
    assert short_numbers().found(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "417 messages",
            "in 2019",
            "paragraph 417",
            "para 55",
            "417 officers",
            "between 2019 and 417",
            "row 55 of 417",
        ),
        *("PC 4170", "PC 41", "officer 9001, with 417 messages", "14 officers in 2019", "sergeant, 2018 to 2019", "77"),
    ],
)
def test_years_counts_and_paragraphs_are_nobodys_numbers(text: str) -> None:
    assert short_numbers().found(text) is None


def short_numbers() -> NamesInText:
    """Of two officers whose numbers are a count and a year elsewhere, one with a letter, and a complaint."""
    people = (officer(str(place), number=each) for place, each in enumerate(("417", "2019", "P77")))
    case = SubgraphRecord("Investigation", {"id": "investigation:" + "9" * 26, "reference": "55"})
    return names_of(small(*people, case), forces=False)


@pytest.mark.parametrize("level", list(Level))
def test_a_title_fails_the_check_by_a_collar_number_and_not_by_a_year(level: Level) -> None:
    cohort = SubgraphRecord("Cohort", {"id": "cohort:" + "8" * 26, "unit": "friends of PC 417", "size": 417})
    redacted = redact(small(officer("1", number="417"), officer("2", number="2019"), cohort), level, KEY)
    assert not [each for each in redacted.subgraph.records if "unit" in each.properties]
    for name, value in (("title", "Northvale, 2019"), ("at", "2019"), ("marking", "Copy 417 of 500")):
        assert list(wrong_cells([Cell("", name, value)], redacted)) == []
    for name, value in (("title", "About PC 417"), ("marking", "for officer 0417")):
        assert list(wrong_cells([Cell("", name, value)], redacted)) == [
            f"the file itself, {name}: holds a name or number"
        ]


@settings(max_examples=60)
@given(subgraph=subgraphs())
def test_whatever_is_redacted_holds_only_what_the_model_declares(subgraph: Subgraph) -> None:
    for level in Level:
        made = redact(subgraph, level, KEY).subgraph
        for each in made.records:
            assert not {name for name in each.properties if form(each.label, name, level).value == "dropped"}
        for link in made.statements:
            assert not {name for name in link.properties if form(link.type, name, level).value == "dropped"}
        assert made == redact(subgraph, level, KEY).subgraph


def test_a_redacted_graph_and_its_key_show_no_secret(people: Subgraph) -> None:
    made: Redacted = redact(people, Level.NAMES, KEY)
    assert "Zorvel" not in repr(made)
    assert repr(KEY) == "Key()"
