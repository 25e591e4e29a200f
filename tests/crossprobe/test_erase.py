"""`erase`: who goes is shown first, what cannot be reached is said, and the lists of rejects forget too."""

import json
from pathlib import Path

import pytest

from crossprobe.rejects import without_traces
from graph.subgraph import SubgraphRecord
from tests.crossprobe.calling import Caller, log_of

ARTICLES = Path(__file__).resolve().parents[2] / "examples" / "articles"


@pytest.fixture
def named(call: Caller) -> dict[str, str]:
    call("load", "casebook", str(ARTICLES), "-d", "database")
    text = "MATCH (o:Officer) WHERE o.name IS NOT NULL RETURN o.id AS id, o.name AS name ORDER BY id LIMIT 1"
    (row,) = json.loads(call("cypher", text, "--format", "json", "-d", "database").out)
    return {"id": row["id"], "name": row["name"]}


def test_a_person_goes_and_a_new_load_counts_them_as_excluded(
    call: Caller, named: dict[str, str], tmp_path: Path
) -> None:
    said = call("erase", named["id"], "--why", "request 12", "--yes", "-d", "database")
    assert said.code == 0, said.err
    assert "Out of reach" in said.err
    assert call("show", named["id"], "-d", "database").code == 3
    again = call("load", "casebook", str(ARTICLES), "--format", "json", "-d", "database")
    assert again.code == 0, again.err
    assert sum(each["excluded"] for each in json.loads(again.out) if each["source"] != "all") > 0
    assert call("show", named["id"], "-d", "database").code == 3
    asked = [each for each in log_of(tmp_path / "state") if each.get("operation") == "erasure"]
    assert len(asked) == 1
    assert named["name"] not in json.dumps(asked)


def test_without_agreement_nobody_goes(call: Caller, named: dict[str, str]) -> None:
    said = call("erase", named["id"], "--why", "request 12", "-d", "database")
    assert (said.code, named["name"] in said.err) == (2, True)
    assert call("show", named["id"], "-d", "database").code == 0


def test_rejected_rows_that_name_the_person_go_and_others_stay(tmp_path: Path) -> None:
    file = tmp_path / "rejects.jsonl"
    rows = [{"value": "Zorvelka Quodlibet"}, {"value": "collar ZULU-1"}, {"value": "Quodlibeta Zorvelka"}]
    file.write_text("".join(json.dumps(each) + "\n" for each in rows))
    her = SubgraphRecord("Officer", {"id": "officer:1", "name": "Zorvelka Quodlibet", "number": "ZULU 1"})
    assert without_traces(tmp_path, [her]) == 2
    assert [json.loads(line) for line in file.read_text().splitlines()] == rows[2:]
