"""A thousand invented people, every format, every level: none of them in any byte, and the check agrees."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from exports.about import about
from exports.formats import FORMATS
from graph.errors import CrossprobeError
from graph.redaction.cells import Cell
from graph.redaction.checking import check, wrong_cells
from graph.redaction.keys import Key
from graph.redaction.levels import Level
from graph.redaction.redacting import Redacted, redact
from graph.subgraph import Subgraph
from tests.exports.test_round_trips import written
from tests.graph.redaction.crowd import crowd, secrets, whole_name
from tests.graph.redaction.test_redacting import officer, small

KEY = Key(b"k" * 32)


@pytest.fixture(scope="module")
def people() -> Subgraph:
    return crowd()


@pytest.fixture(scope="module", params=list(Level), ids=lambda level: level.value)
def redacted(request: pytest.FixtureRequest, people: Subgraph) -> Redacted:
    return redact(people, request.param, KEY)


def everything_in(path: Path) -> Iterator[str]:
    """Each file as text in lower case, with the names of files; what is zipped is unzipped."""
    for file in [path] if path.is_file() else sorted(each for each in path.rglob("*") if each.is_file()):
        yield file.name.lower()
        if is_zipfile(file):
            with ZipFile(file) as archive:
                for name in archive.namelist():
                    yield name.lower()
                    yield archive.read(name).decode("utf-8", "replace").lower()
        else:
            yield file.read_bytes().decode("utf-8", "replace").lower()


def leaked(path: Path) -> list[str]:
    texts = list(everything_in(path))
    return [secret for secret in secrets() if any(secret in text for text in texts)]


@pytest.mark.parametrize("name", ["jsonl", "xlsx"])
def test_the_search_finds_every_name_in_a_file_that_is_not_redacted(
    name: str, people: Subgraph, tmp_path: Path
) -> None:
    assert set(secrets()) - set(leaked(written(FORMATS[name], people, str(tmp_path)))) <= {"77009"}


@pytest.mark.parametrize("name", FORMATS)
def test_no_byte_of_any_file_holds_a_name_or_number(name: str, redacted: Redacted, tmp_path: Path) -> None:
    path = written(FORMATS[name], redacted.subgraph, str(tmp_path))
    assert leaked(path) == []
    check(FORMATS[name].read_back(path), redacted)


def test_a_file_that_is_not_redacted_fails_the_check_everywhere(
    people: Subgraph, redacted: Redacted, tmp_path: Path
) -> None:
    path = written(FORMATS["jsonl"], people, str(tmp_path))
    wrong = {each.partition(":")[0] for each in wrong_cells(FORMATS["jsonl"].read_back(path), redacted)}
    for each in ("Officer, id", "Officer, name", "Officer, said_by", "SERVED_IN, from_id", "the file itself, title"):
        assert each in wrong


@pytest.mark.parametrize(
    "cell",
    [
        Cell("Officer", "name", whole_name(3)),
        Cell("Officer", "description", "anything"),
        Cell("Officer", "appointed", "2009-05-14"),
        Cell("Officer", "shoe_size", "nine"),
        Cell("Cohort", "size", "4.0"),
        Cell("Cohort", "unit", f"friends of {whole_name(4)}"),
        Cell("Source", "source_id", "the-zorvelka-files"),
        Cell("Decision", "by", "J. Doe"),
        Cell("Officer", "person_kind", whole_name(1)),
        Cell("", "title", f"About {whole_name(1)}"),
        Cell("", "marking", "call 07700 900003"),
        Cell("Elsewhere", "id", "something"),
    ],
    ids=lambda cell: f"{cell.owner}.{cell.name}",
)
def test_one_wrong_value_fails_the_check_and_is_not_repeated(cell: Cell, people: Subgraph) -> None:
    redacted = redact(people, Level.PERSONS, KEY)
    with pytest.raises(CrossprobeError, match="failed its check") as raised:
        check([cell], redacted)
    assert cell.value not in str(raised.value)


def test_a_number_that_a_pseudonym_happens_to_end_in_is_no_trace(people: Subgraph) -> None:
    redacted = redact(people, Level.NAMES, KEY)
    first = next(each.id for each in redacted.subgraph.records if each.label == "Officer")
    start, rest = first.partition(":")[2][:5], first.partition(":")[2][5:10]
    numbered = replace(redacted, names=replace(redacted.names, digits=frozenset({"12345"}), words=frozenset({start})))
    assert (
        list(wrong_cells([Cell("", "label", f"Officer {start}-{rest}"), Cell("", "text", "ab12345c")], numbered)) == []
    )
    assert list(wrong_cells([Cell("", "text", "collar 12345")], numbered))


def test_an_id_that_was_not_re_keyed_fails_the_check(people: Subgraph) -> None:
    redacted = redact(people, Level.NAMES, KEY)
    for each in (people.records[0].id, people.statements[0].id, "force:example/a"):
        assert list(wrong_cells([Cell("Officer", "id", each)], redacted))


@pytest.mark.parametrize("level", list(Level))
def test_names_that_are_words_do_not_make_a_clean_export_fail(level: Level, tmp_path: Path) -> None:
    people = [officer(str(place), name=name, ethnicity="White") for place, name in enumerate(("A White", "May York"))]
    force = officer("3").properties
    york = {**force, "id": "force:uk-police/north-yorkshire", "source_id": "vocabulary:uk-police@2025"}
    told = {"name": "North Yorkshire Police", "region": "Yorkshire and the Humber", "country": "England"}
    graph = small(*people, replace(people[0], label="Force", properties={**york, **told}))
    redacted = redact(graph, level, KEY)
    if level is Level.NAMES:
        assert {each.properties.get("ethnicity") for each in redacted.subgraph.records} == {"White", None}
    for name in FORMATS:
        folder = tmp_path / name
        folder.mkdir()
        check(FORMATS[name].read_back(written(FORMATS[name], redacted.subgraph, str(folder))), redacted)
    assert about(redacted.subgraph, digest="0")["redaction"] == level.value
