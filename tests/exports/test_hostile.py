"""Hostile texts in every format: read back as they were, or as what the format can hold, and run by nobody."""

import json
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.about import about
from exports.formats import FORMATS
from graph.errors import CrossprobeError
from graph.ids import DIGITS
from graph.redaction.cells import Cell
from graph.subgraph import Header, Subgraph, SubgraphRecord, SubgraphStatement

CORPUS = {
    "escape codes": "\x1b[31mred\x1b[0m\x1b]0;title\x07\x9b2J",
    "formula": '=HYPERLINK("http://example.org";"x")',
    "formula after spaces": "  \t=1+1",
    "formula signs": "+1|-1|@SUM(A1)|＝1",
    "apostrophes": "'=1'",
    "markup": "</data><script>alert(1)</script><!-- ]]> <![CDATA[ &amp; &#0; &lol;",
    "attributes": '" onload="x" \'',
    "Cypher": "'}) DETACH DELETE n // `x` $rows {id: row.id}",
    "JSON": '"},{"in":"records"}\\u0000\\',
    "line breaks": "one\r\ntwo\rthree\nfour\u2028five\u2029six\x85seven\x0b\x0c",
    "control characters": "".join(map(chr, range(32))) + "\x7f\x80\x9f",
    "turned": "\u202eevil\u202c \u2066x\u2069 \ufeff\u200b",
    "not characters": "\ufffe\uffff\U0001ffff",
    "half a character": "a\ud800b\udfffc",
    "list items parted": "a\x1fb",
    "separators": 'a,b;c"d""e\tf',
    "true": "true",
    "number": "0012",
    "empty": "",
    "blank": "   ",
    "other scripts": "Ünïcode ñ 李 \U0001f46e\u200d\U0001f3fb",
    "long": "long ä " * 4_000,
}
ANY = st.text(st.characters(), max_size=40) | st.sampled_from(list(CORPUS.values()))

_XML = {"graphml", "gexf"}
"""XML 1.0 cannot say most control characters."""


def subgraph_of(text: str, items: list[str]) -> Subgraph:
    """The text wherever a source may write: a name, a list, a note on a link, a title and a marking."""
    one, two = (f"officer:{sign * DIGITS}" for sign in "12")
    records = [
        SubgraphRecord("Officer", {"id": one, "canonical_id": one, "name": text, "description": text}),
        SubgraphRecord("Officer", {"id": two, "canonical_id": two, "name": "other"}),
        SubgraphRecord("ChatGroup", {"id": "chat-group:" + "3" * DIGITS, "former_names": items}),
    ]
    row = {"id": "linked_to:" + "4" * DIGITS, "as_stated": text, "locator": text}
    again = {"id": "linked_to:" + "5" * DIGITS, "as_stated": text}
    links = (SubgraphStatement("LINKED_TO", one, two, row), SubgraphStatement("LINKED_TO", one, two, again))
    header = Header(text, "--all", "2026-01-01T00:00:00Z", marking=text)
    return Subgraph(tuple(records), links, (), (), (), (), (), header)


def _said_in_xml(sign: str) -> bool:
    return sign in "\t\n\r" or (sign >= " " and sign not in "\ufffe\uffff" and not "\ud800" <= sign <= "\udfff")


def held(name: str, text: str) -> str:
    """The text as the format can hold it."""
    if name != "jsonl":
        text = text.encode("utf-8", "replace").decode() if name not in _XML else text
    if name == "xlsx":
        text = text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    if name in _XML:
        text = "".join(sign if _said_in_xml(sign) else "\ufffd" for sign in text)
    return text


def read_back(name: str, text: str, items: list[str]) -> list[Cell]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"file{FORMATS[name].suffix}"
        if FORMATS[name].is_folder:
            path.mkdir()
        subgraph = subgraph_of(text, items)
        FORMATS[name].write(subgraph, about(subgraph, digest="0"), path)
        return list(FORMATS[name].read_back(path))


def check(name: str, text: str) -> None:
    items = [text, "b"]
    cells = [each for each in read_back(name, text, items) if each.owner]
    found = Counter(cells)
    expected = held(name, text)
    for owner, what, times in (
        ("Officer", "name", 1),
        ("Officer", "description", 1),
        ("LINKED_TO", "as_stated", 2),
        ("LINKED_TO", "locator", 1),
    ):
        values = [each.value for each in cells if (each.owner, each.name) == (owner, what) and each.value != "other"]
        assert [each for each in values if each] == ([expected] * times if expected else []), (name, what)
    (listed,) = (each.value for each in cells if each.name == "former_names")
    if name == "neo4j-admin":  # its list items are parted by the unit separator
        expected = expected.replace("\x1f", " ")
    if name in _XML:  # a list is JSON there, which can say what XML cannot
        expected = "".join(sign if sign < " " else held(name, sign) for sign in text)
    assert json.loads(listed) == [expected, "b"], name
    assert sum(each.name == "id" for each in found.elements()) == 5


@pytest.mark.parametrize("text", CORPUS.values(), ids=CORPUS)
@pytest.mark.parametrize("name", [each for each in FORMATS if each != "xlsx"])
def test_a_hostile_text_is_read_back_and_changes_nothing_else(name: str, text: str) -> None:
    check(name, text)


@pytest.mark.parametrize("name", [each for each in FORMATS if each != "xlsx"])
@settings(max_examples=60)
@given(text=ANY)
def test_any_text_at_all_is_read_back(name: str, text: str) -> None:
    check(name, text)


@pytest.mark.parametrize("text", [each for each in CORPUS.values() if len(each) < 1_000 and "\x00" not in each])
def test_a_workbook_holds_hostile_texts(text: str) -> None:
    check("xlsx", text)


def test_a_text_that_no_cell_of_a_workbook_holds_is_said() -> None:
    with pytest.raises(CrossprobeError, match="does not fit"):
        read_back("xlsx", "x" * 40_000, [])
