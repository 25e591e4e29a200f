"""`erase`: who is to go is shown first, and the lists of rejects forget too."""

import json
from pathlib import Path

import pytest

from crossprobe.rejects import without_traces
from graph.subgraph import SubgraphRecord
from tests.crossprobe.calling import Caller

ARTICLES = Path(__file__).resolve().parents[2] / "examples" / "articles"


@pytest.fixture
def named(call: Caller) -> dict[str, str]:
    call("load", "casebook", str(ARTICLES), "-d", "database")
    text = "MATCH (o:Officer) WHERE o.name IS NOT NULL RETURN o.id AS id, o.name AS name ORDER BY id LIMIT 1"
    (row,) = json.loads(call("cypher", text, "--format", "json", "-d", "database").out)
    return {"id": row["id"], "name": row["name"]}


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
