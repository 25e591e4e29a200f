"""`visualise`: a page is made whole, logged as a disclosure, and holds nothing that was to be kept back."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from crossprobe.sealing import LocalKey
from tests.crossprobe.calling import Caller, log_of
from visualise.reading_back import read_back


def _data(page: str) -> dict[str, Any]:
    begin = page.index('id="data">') + len('id="data">')
    return dict(json.loads(page[begin : page.index("</script>", begin)]))


def test_a_page_holds_its_selection_and_the_log_knows_its_digest_and_who_gets_it(
    call: Caller, tmp_path: Path, articles: Path
) -> None:
    line = ("visualise", "--query", "recurring-officers", "-o", "page.html", "--marking", "OFFICIAL")
    said = call(*line, "--recipient", "the panel", "-d", str(articles))
    assert said.code == 0, said.err
    text = (tmp_path / "page.html").read_text("utf-8")
    data = _data(text)
    assert (data["title"], data["marking"]) == ("Officers recurring across separate investigations", "OFFICIAL")
    asked, answered = log_of(tmp_path / "state")
    assert (asked["operation"], asked["query"], answered["digest"]) == (
        "disclosure",
        "recurring-officers",
        data["digest"],
    )
    assert asked.get("line") is None or f"access log {asked['line']}" in text
    key = LocalKey(tmp_path / "state" / "crossprobe" / "access-log.key")
    assert key.unsealed(asked["sealed"])["recipient"] == ["the panel"]
    assert stat.S_IMODE((tmp_path / "page.html").stat().st_mode) == 0o600
    assert call(*line, "-d", str(articles)).code == 2
    assert call(*line, "--force", "-d", str(articles)).code == 0


def test_a_redacted_page_names_nobody(call: Caller, tmp_path: Path, articles: Path) -> None:
    line = ("visualise", "--all", "-o", "page.html", "-d", str(articles))
    assert call(*line).code == 0
    whole = (tmp_path / "page.html").read_text("utf-8")
    assert "Couzens" in whole
    said = call(*line, "--force", "--redact", "names", "--key", "case.key")
    assert said.code == 0, said.err
    text = (tmp_path / "page.html").read_text("utf-8")
    assert "Couzens" not in text
    before = {each["id"] for each in _data(whole)["items"] if each["id"].startswith("officer:")}
    assert before
    assert not [each for each in before if each in text]
    assert "redacted at the level names" in text


def test_every_text_of_a_page_is_read_back(call: Caller, tmp_path: Path, articles: Path) -> None:
    assert call("visualise", "--all", "-o", "page.html", "-d", str(articles)).code == 0
    text = (tmp_path / "page.html").read_text("utf-8")
    read = {each.value for each in read_back(text)}
    for item in _data(text)["items"]:
        assert {item["id"], item["name"], item["full"]} <= read


@pytest.mark.parametrize(
    ("line", "code", "why"),
    [
        (("--all", "-o", "page.txt"), 2, ".html"),
        (("--all", "-o", "page.html", "--max-nodes", "5"), 2, "--collapse"),
        (("-o", "page.html"), 2, "Nothing says what to show"),
        (("--all", "--redact", "names", "-o", "page.html"), 2, "--key"),
        (("--around", "nobody", "-o", "page.html"), 3, "nobody"),
        (("--all", "--positions", "none.json", "-o", "page.html"), 3, "none.json"),
        (("--query", "recurring-officers", "-p", "minimum=99", "-o", "page.html"), 0, "Nothing fits"),
    ],
)
def test_what_cannot_be_drawn_is_said_and_leaves_no_file(
    call: Caller, tmp_path: Path, articles: Path, line: tuple[str, ...], code: int, why: str
) -> None:
    said = call("visualise", *line, "-d", str(articles))
    assert (said.code, why in said.err) == (code, True), said.err
    assert not list(tmp_path.glob("page.*"))


def test_a_large_selection_opens_collapsed_where_that_is_asked_for(
    call: Caller, tmp_path: Path, articles: Path
) -> None:
    line = ("visualise", "--all", "--collapse", "--max-nodes", "5", "-o", "page.html", "-d", str(articles))
    assert call(*line).code == 0
    assert _data((tmp_path / "page.html").read_text("utf-8"))["overview"]["groups"]
