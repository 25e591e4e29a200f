"""A table becomes records and statements, every row is accounted for, and the same again changes nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InvalidInputError, LoadError
from graph.loads.states import loads
from graph.stores.store import Store
from loaders.tables.loading import load_table
from tests.loaders.tables.writing import CASES, MAPPING, NOW, load, mapping_in
from tests.reading import graph


def rejects(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "rejects.jsonl").read_text("utf-8").splitlines()]


def test_rows_become_records_and_statements_with_source_and_row(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path)
    people = "MATCH (o:Officer) RETURN o.name, o.birth_year, o.source_id, o.locator ORDER BY o.name"
    assert store.read(people).rows == [
        ("Ada Pike", 1970, "invented-cases", "cases row 2"),
        ("Bo O'Neill", None, "invented-cases", "cases row 4"),
    ]
    findings = (
        "MATCH (o:Officer)<-[g:AGAINST]-(a:Allegation)-[:EXAMINED_IN]->(i:Investigation)\n"
        "RETURN i.reference, i.opened, o.last_name, g.finding, g.finding_as_stated, g.locator ORDER BY g.locator"
    )
    assert store.read(findings).rows == [
        ("C7", "2021-03-03", "Pike", "invented.findings/S", "SUSTAINED", "cases row 2"),
        ("7", "2021-03-03", "Pike", "invented.findings/S", "sustained", "cases row 3"),
        ("8", "2021-04", "O'Neill", "invented.findings/NS", "Not sustained", "cases row 4"),
    ]


def test_a_rule_makes_one_case_of_two_numbers(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path)
    assert store.read("MATCH (i:Investigation) RETURN count(i), count(DISTINCT i.canonical_id)").rows == [(3, 2)]
    assert store.read("MATCH (d:Decision) RETURN d.basis, d.rule, d.state").rows == [
        ("rule", "invented-cases/case-number", "applied")
    ]


def test_the_account_adds_up_by_kind_and_by_file(store: Store, tmp_path: Path) -> None:
    loaded = load(store, tmp_path, CASES + "9,2021,116.0,No,Finding,1970,perhaps\n,,,,,,\n")
    account = loaded.result.account
    assert (account.new, account.excluded, account.rejected, account.read) == (20, 1, 1, 22)
    assert sum(each.new for each in loaded.kinds.values()) == account.new
    (count,) = loaded.files.values()
    assert (count.read, count.used, dict(count.excluded), count.rejected) == (5, 3, {"empty-row": 1}, 1)
    assert rejects(tmp_path) == [
        {
            "file": "cases.csv",
            "row": 5,
            "field": "finding",
            "value": "perhaps",
            "reason": "no code, label or alias of invented.findings",
        }
    ]


def test_the_same_again_changes_nothing_with_and_without_its_digest(store: Store, tmp_path: Path) -> None:
    first = load(store, tmp_path)
    before, loaded = graph(store), loads(store)
    again = load(store, tmp_path)
    mapping = mapping_in(tmp_path)
    file = tmp_path / "rejects.jsonl"
    whole = load_table(store, mapping, tmp_path, clock=lambda: NOW, rejects_file=file, by_digest=False)
    assert again.result.account == whole.result.account
    assert whole.result.account.unchanged == first.result.account.new
    assert (graph(store), loads(store)) == (before, loaded)


def test_an_inserted_row_orphans_nothing(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path)
    header, *rows = CASES.splitlines(keepends=True)
    account = load(
        store, tmp_path, header + "6,2020,117.0,Cy,Dent,1980,S\n" + "".join(rows), replace=True
    ).result.account
    assert (account.changed, account.gone, account.moved, account.unchanged) == (0, 0, 19, 1)


def test_what_is_no_longer_stated_goes_with_replace_only(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path)
    shorter = "".join(CASES.splitlines(keepends=True)[:3])
    with pytest.raises(LoadError, match="7 gone"):
        load(store, tmp_path, shorter)
    assert load(store, tmp_path, shorter, replace=True).result.account.gone == 7


def test_rows_that_contradict_each_other_are_not_mixed(embedded_store: Store, tmp_path: Path) -> None:
    loaded = load(embedded_store, tmp_path, CASES + "9,2021,115.0,Bo,Other,1971,S\n")
    assert loaded.result.account.rejected == 1
    (reject,) = rejects(tmp_path)
    assert (reject["row"], reject["reason"]) == (5, "a row before it has the same key and states something else")
    assert embedded_store.read("MATCH (i:Investigation {reference: '9'}) RETURN count(i)").rows == [(0,)]


def test_rows_that_lead_nowhere_are_rejected(embedded_store: Store, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("id,name\n112,Ada Pike\n", encoding="utf-8")
    mapping = (
        MAPPING.replace("tables:\n", "tables:\n  people:\n    file: people.csv\n")
        .replace(
            '    table: cases\n    key: [{text: "{officer}", whole: true}]\n    properties:\n'
            '      first_name: "{forename}"\n'
            '      last_name: "{surname}"\n      birth_year: {text: "{born}", between: [1900, 2010]}\n',
            '    table: people\n    key: ["{id}"]\n    properties: {name: "{name}"}\n',
        )
        .replace("to: {record: officer}", 'to: {record: officer, key: [{text: "{officer}", whole: true}]}')
    )
    mapping = mapping.replace(
        "table: cases\n    from: {record: officer}", "table: people\n    from: {record: officer}"
    ).replace("file: cases.csv\n", "file: cases.csv\n    ignore: [forename, surname, born]\n")
    loaded = load(embedded_store, tmp_path, mapping=mapping)
    assert loaded.result.account.rejected == 1
    assert rejects(tmp_path)[0]["reason"] == "it leads to a record of kind Officer that no row states"
    assert embedded_store.read("MATCH (a:Allegation) RETURN count(a)").rows == [(2,)]


def test_a_row_may_name_a_record_that_only_another_row_states(embedded_store: Store, tmp_path: Path) -> None:
    stated = "    kind: Investigation\n    table: cases\n"
    mapping = MAPPING.replace(stated, f"{stated}    where: [{{column: born, present: true}}]\n")
    assert mapping != MAPPING
    cases = CASES.replace("8,2021-04,", "7,03/03/2021,")
    assert load(embedded_store, tmp_path, cases, mapping).result.account.rejected == 0
    named = "MATCH (a:Allegation)-[e:EXAMINED_IN]->(i:Investigation) RETURN i.reference, i.locator, e.locator"
    assert set(embedded_store.read(named).rows) == {
        ("C7", "cases row 2", "cases row 2"),
        ("7", "cases row 3", "cases row 3"),
        ("7", "cases row 3", "cases row 4"),
    }


def test_a_column_neither_used_nor_ignored_is_a_mistake_with_a_line(embedded_store: Store, tmp_path: Path) -> None:
    spoiled = CASES.replace("finding\n", "finding,ward\n", 1)
    with pytest.raises(InvalidInputError) as caught:
        load(embedded_store, tmp_path, spoiled.replace("1970,SUSTAINED", "1970,SUSTAINED,x"))
    assert "column 'ward' is neither used nor ignored" in str(caught.value)
    with pytest.raises(InvalidInputError, match=r"mapping.yaml:\d+: .*the file of cases has no column 'born'"):
        load(embedded_store, tmp_path, CASES.replace("born", "birth"))


def test_placeholders_are_excluded_by_name_and_counted(embedded_store: Store, tmp_path: Path) -> None:
    excluding = MAPPING.replace(
        "    file: cases.csv\n",
        "    file: cases.csv\n    exclude:\n      placeholder: [{column: officer, is: ['115.0']}]\n",
    )
    loaded = load(embedded_store, tmp_path, mapping=excluding)
    assert dict(loaded.files["cases"].excluded) == {"placeholder": 1}
    assert embedded_store.read("MATCH (o:Officer) RETURN o.last_name").rows == [("Pike",)]


def test_too_many_rejects_or_too_few_rows_store_nothing(embedded_store: Store, tmp_path: Path) -> None:
    with pytest.raises(LoadError, match=r"1 of 4 rows are rejected; the mapping allows 1\.00%"):
        load(embedded_store, tmp_path, CASES + "9,2021,1,A,B,1,S\n", MAPPING + "rejected_at_most: 0.01\n")
    assert [each["row"] for each in rejects(tmp_path)] == [5]
    asserting = MAPPING.replace("file: cases.csv\n", "file: cases.csv\n    rows: {at_least: 4}\n")
    with pytest.raises(LoadError, match="has 3 rows; the mapping asserts at least 4"):
        load(embedded_store, tmp_path, mapping=asserting)
    assert graph(embedded_store) == (set(), set())
