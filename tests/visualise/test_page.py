"""The page as a file: safe to open, the same each time, and nothing but itself."""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graph.errors import CrossprobeError, InvalidValueError, NotFoundError
from tests.visualise.graphs import Told, label_of, ordinary
from visualise import joining, network
from visualise.island import escaped
from visualise.network import PageNetwork, network_of, vis_script
from visualise.page import page
from visualise.picture import picture
from visualise.positions import read_positions

_BUILD = """
import hashlib
from tests.visualise.graphs import label_of, ordinary
from visualise.page import page
from visualise.picture import picture
print(hashlib.sha256(page(picture(ordinary().subgraph(), label_of), "crossprobe 1").encode()).hexdigest())
"""


def made(told: Told, **header: Any) -> str:  # noqa: ANN401 - fields of a header
    return page(picture(told.subgraph(**header), label_of), "crossprobe 1")


def island_of(text: str) -> dict[str, Any]:
    (found,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    return dict(json.loads(found))


def test_the_policy_comes_first_lets_only_the_two_scripts_run_and_knows_no_unsafe() -> None:
    text = made(ordinary())
    assert re.match(
        r'<!doctype html>\n<html lang="en-GB"[^>]*>\n<head>\n<meta http-equiv="Content-Security-Policy"', text
    )
    (policy,) = re.findall(r'content="(default-src[^"]*)"', text)
    policy = policy.replace("&#39;", "'")
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in (*scripts, *styles)]
    assert re.findall(r"'sha256-([^']*)'", policy) == digests
    assert "\r" not in text


def test_the_same_input_gives_the_same_bytes_in_any_process_and_locale() -> None:
    def digest(seed: str, locale: str) -> str:
        root = Path(__file__).resolve().parents[2]
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "LC_ALL": locale,
            "PYTHONUTF8": "0",
            "PYTHONPATH": str(root),
        }
        run = subprocess.run(
            [sys.executable, "-c", _BUILD], env=environment, capture_output=True, text=True, check=True
        )
        return run.stdout

    assert digest("1", "C") == digest("2", "C.UTF-8") != ""


def test_when_a_selection_was_taken_changes_no_byte() -> None:
    assert made(ordinary(), taken_at="2026-01-02T00:00:00Z") == made(ordinary(), taken_at="2027-01-02T00:00:00Z")


@pytest.mark.parametrize("text", ["</script><script>x()</script>", "<!--", "&lt;", "\u2028\u2029", "]]>"])
def test_no_text_can_end_the_island(text: str) -> None:
    told = escaped([text])
    assert not re.search(r"[<>&\u2028\u2029]", told)
    assert json.loads(told) == [text]


def test_a_number_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        escaped([float("nan")])


def test_ids_that_look_like_numbers_or_are_not_latin_stay_what_they_are() -> None:
    drawn = PageNetwork()
    for identifier in ("007", "7", "офицер:я"):
        drawn.add_node(identifier)
    for number in range(3):
        drawn.add_edge("007", "7", id=f"e{number}")
    assert [each["id"] for each in drawn.nodes] == ["007", "7", "офицер:я"]
    assert [(each["from"], each["to"]) for each in drawn.edges] == [("007", "7")] * 3


def test_what_pyvis_would_pass_over_in_silence_is_refused() -> None:
    drawn = PageNetwork()
    drawn.add_node("a")
    with pytest.raises(ValueError, match="two nodes"):
        drawn.add_node("a")
    with pytest.raises(ValueError, match="missing"):
        drawn.add_edge("a", "b", id="e")
    with pytest.raises(TypeError, match="neither offline nor safe"):
        drawn.write_html("page.html")


def test_parallel_links_bend_apart_and_one_alone_is_straight() -> None:
    drawn = picture(ordinary().subgraph(), label_of)
    ends: dict[frozenset[str], set[float]] = {}
    for each in network_of(drawn).edges:
        pair = frozenset((each["from"], each["to"]))
        smooth = each.get("smooth", {"roundness": 0.0, "type": "curvedCW"})
        turned = (
            smooth["roundness"] * (1 if smooth["type"] == "curvedCW" else -1) * (1 if each["from"] < each["to"] else -1)
        )
        assert turned not in ends.setdefault(pair, set())
        ends[pair].add(turned)
    assert sorted(len(each) for each in ends.values())[-1] == 2


def test_another_vis_network_than_the_one_that_was_tried_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(vis_script()) > 400_000
    monkeypatch.setattr(network, "VIS_SHA256", "0" * 64)
    with pytest.raises(CrossprobeError, match="not the file that was tried"):
        vis_script()


@pytest.mark.parametrize("text", ["x = '</SCRIPT>'", "// <!-- old"])
def test_a_script_that_would_end_itself_fails_the_build(text: str) -> None:
    with pytest.raises(CrossprobeError, match="would end it"):
        joining.inline(text)


def test_the_joined_script_has_no_module_words_left_and_every_module_once() -> None:
    script = joining.joined_script()
    modules = sorted(path.stem for path in (Path(joining.__file__).parent / "browser").glob("*.js"))
    assert sorted(re.findall(r"^// (\w+)\.js$", script, re.MULTILINE)) == modules
    assert not re.search(r"^(?:import|export) ", script, re.MULTILINE)


def test_title_and_marking_are_text_and_stand_in_the_page() -> None:
    text = made(ordinary(), title="<script>x()</script>", marking='"><img src=x>')
    assert "<title>&lt;script&gt;" in text
    assert "<img src=x>" not in text
    assert island_of(text)["marking"] == '"><img src=x>'


def test_a_page_says_what_must_be_read_first() -> None:
    told = ordinary()
    told.unfinished("paper")
    text = made(told, at="2020", known="2022", notes=("3 records were kept back.",), redaction="names")
    for words in (
        "the load of paper is unfinished",
        "3 records were kept back",
        "level names",
        "a reporting restriction",
    ):
        assert words in text
    assert "possibly true at 2020 and stated by 2022" in text


def test_saved_positions_stand_in_for_those_worked_out(tmp_path: Path) -> None:
    subgraph = ordinary().subgraph()
    some = subgraph.records[0].canonical_id
    file = tmp_path / "positions.json"
    file.write_text(
        json.dumps({"format": "crossprobe positions 1", "positions": {some: [5, -7.5], "officer:gone": [1, 2]}})
    )
    drawn = picture(subgraph, label_of, positions=read_positions(file))
    assert drawn.by_force[some] == (5.0, -7.5)
    assert "officer:gone" not in drawn.by_force


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "[" * 100_000,
        '{"positions": {}}',
        '{"format": "crossprobe positions 1", "positions": []}',
        '{"format": "crossprobe positions 1", "positions": {"a": [1]}}',
        '{"format": "crossprobe positions 1", "positions": {"a": [1, "2"]}}',
        '{"format": "crossprobe positions 1", "positions": {"a": [1, NaN]}}',
        '{"format": "crossprobe positions 1", "positions": {"a": [1, 1e300]}}',
        '{"format": "crossprobe positions 1", "positions": {"a": [true, 1]}}',
    ],
)
def test_positions_are_input_and_checked(tmp_path: Path, text: str) -> None:
    (tmp_path / "positions.json").write_text(text)
    with pytest.raises(InvalidValueError, match="holds no positions"):
        read_positions(tmp_path / "positions.json")


def test_positions_that_are_not_there_are_missed(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        read_positions(tmp_path / "none.json")
