"""The five articles, loaded and asked on each engine: what somebody who holds only them is told."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.model.constraints import constraints
from graph.stores.store import Store
from loaders.casebooks.loading import load_casebooks
from queries.catalogue import find
from queries.running import run

ARTICLES = Path(__file__).parents[2] / "examples" / "articles"
SECOND_INVESTIGATION = "covid-investigation"


def load(store: Store, paths: list[Path]) -> Store:
    store.prepare(constraints())
    load_casebooks(store, paths, now="2026-11-21T10:00:00Z")
    return store


@pytest.fixture
def articles(store: Store) -> Store:
    return load(store, sorted(ARTICLES.glob("*.yaml")))


def rows(store: Store, query: str) -> list[dict[str, Any]]:
    answer = run(store, find(query), {})
    names = [each[0] for each in answer.columns]
    return [dict(zip(names, each, strict=True)) for each in answer.table]


def test_the_sergeant_alone_recurs_and_each_investigation_has_its_paragraph(articles: Store) -> None:
    (row,) = rows(articles, "recurring-officers")
    assert row["names"] == ["A sergeant who is said to have run the group."]
    assert (row["investigations"], row["one_led_to_the_other"], row["apart"]) == (2, True, 1)
    said = [each for each in row["evidence"] if "subject of: " in each]
    assert {each.partition(": ")[0] for each in said} == {
        "men-merseyside-sergeant, para 6, 8",
        "men-merseyside-sergeant, para 8",
    }


def without(content: Any, name: str) -> Any:  # noqa: ANN401 - content of a file
    """The content of a casebook without that entry and without every statement about it."""
    if isinstance(content, dict):
        return {key: without(each, name) for key, each in content.items()}
    if isinstance(content, list):
        return [without(each, name) for each in content if not _is_about(each, name)]
    return content


def _is_about(item: Any, name: str) -> bool:  # noqa: ANN401 - content of a file
    return isinstance(item, dict) and name in (item.get("id"), item.get("investigation"))


def test_without_his_second_investigation_nobody_recurs(store: Store, tmp_path: Path) -> None:
    paths = []
    for path in sorted(ARTICLES.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        assert (SECOND_INVESTIGATION in text) == path.name.startswith("000")
        paths.append(tmp_path / path.name)
        content = without(yaml.load(text, Loader=yaml.BaseLoader), SECOND_INVESTIGATION)  # noqa: S506 - texts only
        paths[-1].write_text(yaml.safe_dump(content), encoding="utf-8")
    assert rows(load(store, paths), "recurring-officers") == []


def test_seven_people_are_investigated_in_one_case_nobody_twice(articles: Store) -> None:
    (people,) = (
        (row["people"], row["bound"])
        for row in rows(articles, "people-per-investigation")
        if row["title"] == "Criminal and misconduct investigation of seven people over one WhatsApp group."
    )
    assert people == (7, "exact")


def test_both_denials_come_out_and_no_source_asserts_the_link(articles: Store) -> None:
    found = rows(articles, "denied-links")
    assert {row["evidence"][0].partition(": ")[0] for row in found} == {
        "broadcaster-cnc-whatsapp-group, para 17",
        "broadcaster-cnc-whatsapp-group, para 18",
    }
    assert all(row["asserted_by"] == [] for row in found)


def test_no_path_typed_by_hand_crosses_a_denial(articles: Store) -> None:
    for row in rows(articles, "denied-links"):
        path = articles.read_untrusted(
            "MATCH (a {id: $one}), (b {id: $other}) "
            "MATCH p = shortestPath((a)-[*..15]-(b)) RETURN [n IN nodes(p) | n.id] AS ids",
            {"one": row["one"], "other": row["other"]},
        )
        assert not [each for (ids,) in path.rows for each in ids if each.startswith("denial:")]
        through = articles.read_untrusted(
            "MATCH (a {id: $one})-[*1..4]-(d:Denial) RETURN count(d) AS n", {"one": row["one"]}
        )
        assert through.rows == [(0,)]


def test_asked_who_serves_today_nobody_told_to_be_former_is_named(articles: Store) -> None:
    serving = articles.read(
        "MATCH (o:Officer|Cohort)-[s:SERVED_IN]->(f:Force) "
        "WHERE $at IS NULL OR ("
        "(s.valid_from IS NULL OR left(s.valid_from, size($at)) <= left($at, size(s.valid_from))) "
        "AND (s.valid_to IS NULL OR left($at, size(s.valid_to)) <= left(s.valid_to, size($at))) "
        "AND (coalesce(s.current, true) OR $at < coalesce(s.recorded_to, s.recorded_from))) "
        "RETURN DISTINCT coalesce(o.name, o.description) AS name, f.id AS force",
        {"at": "2026-11-21"},
    )
    told = {name for name, _ in serving.rows}
    assert not {each for each in told if "former" in each.lower() or "has left" in each}
    assert "A sergeant who is said to have run the group." in told
