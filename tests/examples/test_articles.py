"""The five casebooks hold what the articles state: facts.csv was written from the articles before any casebook."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from graph.ids import statement_id
from graph.model import KINDS
from graph.records import Facts, Record, Statement
from loaders.casebooks.checking import check_casebooks
from loaders.casebooks.mapping import map_casebook
from loaders.casebooks.naming import record_id as named_id
from loaders.casebooks.reading import read_casebook

ARTICLES = Path(__file__).parents[2] / "examples" / "articles"
PARAGRAPHS = {"000": 14, "001": 36, "002": 26, "003": 17, "004": 27}
CNC, METROPOLITAN = "force:uk-police/civil-nuclear", "force:uk-police/metropolitan"


@cache
def articles() -> dict[str, Facts]:
    """What each casebook states, by the number of its article."""
    return {path.name[:3]: map_casebook(read_casebook(path)) for path in sorted(ARTICLES.glob("*.yaml"))}


@cache
def lines() -> list[dict[str, str]]:
    """The lines of facts.csv."""
    with (ARTICLES / "facts.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def article(number: str) -> Facts:
    """What the casebook of the article with that number states."""
    return articles()[number]


def record(facts: Facts, name: str) -> Record:
    """The record that the casebook calls by that name; `source` is the source itself."""
    if name == "source":
        return facts.source
    ids = {named_id(kind, name, facts.source.source_id) for kind in KINDS}
    (found,) = (each for each in facts.records if each.id in ids)
    return found


def statement(facts: Facts, name: str) -> Statement:
    """The statement called `entry.type.end` or `entry.type.end.key`: from the entry, of the type, to the end."""
    start, type_name, end, *key = name.split(".")
    source, from_id = facts.source.source_id, record(facts, start).id
    ends = {named_id(kind, end, source) for kind in KINDS}
    ids = {statement_id(type_name.upper(), source, from_id, to_id, key) for to_id in ends}
    (found,) = (each for each in facts.statements if each.id in ids)
    return found


def holders(line: dict[str, str]) -> Iterator[Record | Statement]:
    """The records and statements that a line of facts.csv names."""
    by_slug = {each.source.source_id: each for each in articles().values()}
    for reference in line["held_by"].split(" | "):
        slug, _, name = reference.partition("#")
        yield (statement if "." in name else record)(by_slug[slug], name)


def test_the_casebooks_are_without_mistakes() -> None:
    assert check_casebooks(sorted(ARTICLES.glob("*.yaml"))) == []


def test_every_paragraph_of_every_article_is_accounted_for() -> None:
    told = {(line["article"], int(line["paragraph"])) for line in lines()}
    assert told == {(name, number) for name, count in PARAGRAPHS.items() for number in range(1, count + 1)}


@pytest.mark.parametrize("line", lines(), ids=lambda line: f"{line['article']}-{line['paragraph']}-{line['fact'][:30]}")
def test_each_fact_is_held_at_its_paragraph_or_left_out_for_a_reason(line: dict[str, str]) -> None:
    assert bool(line["held_by"]) != bool(line["left_out"])
    if line["left_out"]:
        return
    for holder in holders(line):
        assert article(line["article"]).source.source_id == holder.source_id
        whole_source = isinstance(holder, Record) and holder.kind == "Source"
        assert whole_source or line["paragraph"] in re.findall(r"\d+", holder.locator)


def test_every_record_of_the_casebooks_stands_in_the_list_of_facts() -> None:
    """Nothing came into a casebook that no fact of its article asks for; suggestions are the writer's own."""
    named = {holder.id for line in lines() if line["held_by"] for holder in holders(line)}
    statements = (each for facts in articles().values() for each in facts.statements if each.id in named)
    touched = {end for each in statements for end in (each.from_id, each.to_id)}
    records = (each for facts in articles().values() for each in facts.records if each.kind != "Suggestion")
    assert {each.id for each in records} <= named | touched


def subjects(facts: Facts) -> set[tuple[str, str]]:
    """Who is subject of which investigation."""
    return {(each.from_id, each.to_id) for each in facts.statements if each.type == "SUBJECT_OF"}


def test_the_sergeant_is_subject_of_two_investigations_of_which_one_led_to_the_other() -> None:
    facts = article("000")
    sergeant = record(facts, "sergeant").id
    group, covid = record(facts, "group-investigation").id, record(facts, "covid-investigation").id
    assert {investigation for who, investigation in subjects(facts) if who == sergeant} == {group, covid}
    assert [(each.from_id, each.to_id) for each in facts.statements if each.type == "AROSE_FROM"] == [(group, covid)]


def test_nobody_but_the_sergeant_is_subject_of_two_investigations() -> None:
    times = Counter(who for facts in articles().values() for who, _ in subjects(facts))
    assert {who for who, count in times.items() if count > 1} == {record(article("000"), "sergeant").id}


def test_heads_in_the_investigation_of_the_civil_nuclear_constabulary_are_seven() -> None:
    facts = article("002")
    investigation = record(facts, "iopc-investigation").id
    heads = {who for who, what in subjects(facts) if what == investigation}
    within = {each.from_id for each in facts.statements if each.type in ("PART_OF", "COUNTED_IN")}
    sizes = {each.id: each.properties.get("size", 1) for each in facts.records}
    assert len(heads) == 5
    assert sum(int(str(sizes[each])) for each in heads - within) == 7


def figure(number: str, name: str) -> tuple[object, ...]:
    """Value, bound, unit, period and place of a figure."""
    held = record(article(number), name)
    names = ("value", "size", "bound", "unit", "period_from", "period_to")
    return (*(held.properties[each] for each in names if each in held.properties), held.locator)


def test_figures_are_held_with_bound_unit_period_and_place() -> None:
    since_2006 = ("officers", "2006")
    assert {
        figure("000", "women-pictured"),
        figure("000", "social-media-allegations"),
        figure("000", "final-written-warnings"),
        figure("001", "officers-investigated"),
        figure("003", "ten-officers-and-staff"),
        figure("003", "recommendations"),
        figure("004", "officers-investigated"),
        figure("004", "cases"),
        figure("004", "allegations"),
        figure("004", "substantiated"),
        figure("004", "dismissals"),
        figure("004", "resigned-or-retired"),
        figure("004", "allegations-2013"),
        figure("004", "officers-2013"),
    } == {
        (12, "about", "women", "para 3"),
        (8, "exact", "officers", "2018-04", "2020-12", "para 11"),
        (1, "exact", "officers", "2018-04", "2020-12", "para 11"),
        (921, "at_least", "officers", "2017-01-01", "para 8, 9"),
        (10, "exact", "officers and staff", "para 3, 6"),
        (43, "exact", "recommendations", "para 17"),
        (55, "exact", *since_2006, "para 4, 6, 16"),
        (43, "exact", "cases", "2006", "para 7"),
        (63, "exact", "allegations", "2006", "para 7"),
        (23, "exact", "allegations", "2006", "para 8"),
        (7, "exact", "dismissals", "2006", "para 8"),
        (12, "exact", *since_2006, "para 8"),
        (18, "exact", "allegations", "2013", "2013", "para 5"),
        (19, "exact", "officers", "2013", "2013", "para 5"),
    }


def test_what_one_article_says_in_two_ways_stands_side_by_side() -> None:
    dozens, over_100 = record(article("000"), "pictures-dozens"), record(article("000"), "pictures-over-100")
    assert (dozens.properties.get("value"), dozens.properties["as_stated"]) == (None, "dozens")
    assert (over_100.properties["value"], over_100.properties["bound"]) == (100, "more_than")
    of_officers, of_investigations = (
        record(article("001"), "officers-dismissed"),
        record(article("001"), "investigations-with-dismissal"),
    )
    assert of_officers.properties["population"] != of_investigations.properties["population"]
    assert of_officers.properties["value"] == of_investigations.properties["value"] == 6


def test_both_denials_are_held_and_nothing_joins_what_they_part() -> None:
    facts = article("002")
    case = record(facts, "iopc-investigation").id
    others = {record(facts, name).id for name in ("couzens-group-investigations", "immigration-official-investigation")}
    denied = [each for each in facts.records if each.kind == "Denial"]
    assert {(each.properties["from_id"], each.properties["to_id"]) for each in denied} == {
        (case, other) for other in others
    }
    ends = {(each.from_id, each.to_id) for each in facts.statements}
    assert not {each.id for each in denied} & {end for pair in ends for end in pair}
    assert not {(case, other) for other in others} & ends
    assert not {(other, case) for other in others} & ends


def test_nobody_who_is_told_to_be_former_serves_today() -> None:
    former = [
        ("002", "former-officer", CNC),
        ("002", "moved-officer", CNC),
        ("002", "immigration-official", METROPOLITAN),
    ]
    for number, name, force in former:
        facts = article(number)
        (served,) = (
            each
            for each in facts.statements
            if (each.type, each.from_id, each.to_id) == ("SERVED_IN", record(facts, name).id, force)
        )
        assert served.properties["current"] is False


def test_whose_word_it_is_stands_beside_what_the_article_says_itself() -> None:
    facts = article("000")
    voices = {
        each.properties.get("said_by") for each in facts.statements if each.type in ("MEMBER_OF", "HAD_STATUS", "STEP")
    }
    assert {None, "Merseyside Police", "unnamed source with knowledge of the matter"} <= voices


def test_a_force_that_is_not_named_is_a_record_of_its_own_without_a_name() -> None:
    forces = [each for each in article("002").records if each.kind == "Force"]
    assert [
        (each.properties["identified"], each.properties["region"], "name" in each.properties) for each in forces
    ] == [
        (False, "South West", False),
        (False, "South West", False),
    ]


def test_ids_stay_what_they_are() -> None:
    """Golden: an id that changes orphans every decision and every report that quotes it."""
    facts = article("000")
    assert record(facts, "sergeant").id == "officer:1e6r7689134kqpccxmf5be3mb6"
    golden = {
        "sergeant.subject_of.covid-investigation": "subject_of:vdqjnngff3c2w7a13rrw1d6rr1",
        "sergeant.subject_of.group-investigation.conduct": "subject_of:dtszf7529gxwaah13fs0rhx250",
        "sergeant.member_of.would-you-group.set-up": "member_of:6jfy8rcxn0s4z5349p3x3c2b0h",
    }
    assert {name: statement(facts, name).id for name in golden} == golden
