"""`--citations`: any rows say where each of them stands, and are otherwise the same rows."""

import json
from pathlib import Path

import pytest

from tests.crossprobe.calling import Caller

ROWS = [
    ("search", "sergeant"),
    ("gaps",),
    ("reconcile",),
    ("network", "pairs", "--threshold", "1"),
    ("network", "communities", "--threshold", "1"),
    ("query", "run", "unidentified"),
    ("cypher", "MATCH (o:Officer)-[s:SUBJECT_OF]->(i) RETURN o.id AS officer, s.id AS statement ORDER BY statement"),
]


@pytest.mark.parametrize("arguments", ROWS, ids=lambda arguments: " ".join(arguments[:2]))
def test_any_rows_name_the_sources_of_each(call: Caller, articles: Path, arguments: tuple[str, ...]) -> None:
    database = ("--format", "json", "-d", str(articles))
    sources = {each["source"] for each in json.loads(call("load", "list", *database).out)}
    plain = json.loads(call(*arguments, "--no-citations" if "run" in arguments else "-q", *database).out)
    cited = json.loads(call(*arguments, "--citations", *database).out)
    assert cited
    for row in cited:
        named = {each.partition(",")[0].partition(" (")[0] for each in row.pop("evidence")}
        assert named
        assert named <= sources | {row.get("source")}  # a source that is cited and not held is a gap
        assert row.get("source") in {None, *named}
    assert cited == plain


def test_what_is_told_of_one_thing_is_cited_line_by_line(call: Caller, articles: Path) -> None:
    database = ("--format", "json", "-d", str(articles))
    (row,) = json.loads(call("query", "run", "recurring-officers", *database).out)
    case = ("cypher", "MATCH (o:Officer {canonical_id: '%s'})-[:SUBJECT_OF]->(i) RETURN i.id AS id", "--format", "json")
    first = json.loads(call(case[0], case[1] % row["officer"], *database).out)[0]["id"]
    for command in (("timeline", row["officer"]), ("show", row["officer"]), ("path", row["officer"], first)):
        lines = json.loads(call(*command, "--citations", *database).out)
        assert lines
        for each in lines:
            (cited,) = each["evidence"]
            assert cited.startswith(f"{each['source']}, {each['locator']}")
            assert not each.get("said_by") or f"says {each['said_by']}" in cited


@pytest.mark.slow
def test_conflicts_and_suggestions_are_cited_on_both_sides(call: Caller) -> None:
    call("demo")
    world = ("--format", "json", "-d", "crossprobe-demo/world")
    call("link", "suggest", "-d", "crossprobe-demo/world")
    for command in (("conflicts",), ("link", "list")):
        rows = json.loads(call(*command, "--citations", *world).out)
        assert rows
        assert {len(each["evidence"]) for each in rows} == {2}
