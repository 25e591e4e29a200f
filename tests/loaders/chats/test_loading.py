"""A chat export in the graph: who was a member when and how, how much each wrote, and of messages what was asked."""

import hashlib
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import InvalidValueError, LoadError, UsageError
from graph.stores.store import Store
from loaders.chats.exhibits import Exhibit
from loaders.chats.keeping import Terms
from loaders.chats.loading import Asked, ChatLoad, load_chat
from tests.loaders.chats.writing import written
from tests.reading import graph

NOW = "2026-11-21T10:00:00Z"
EXHIBIT = Exhibit("ABC/12", extracted_by="J. Doe", extracted="2024-03-01", time_zone="Europe/London")
TEXT = """\
30/01/2024, 09:00 - Ann created group "One"
30/01/2024, 09:01 - Ann added you
30/01/2024, 09:02 - Ann added +44 7700 900123
30/01/2024, 09:03 - +44 7700 900123: run a plate for me
31/01/2024, 09:04 - +44 7700 900123: please
31/01/2024, 09:05 - Ann: no
01/02/2024, 09:06 - Ann changed the subject from "One" to "Two"
01/02/2024, 09:07 - Ann removed +44 7700 900123
"""


def load(store: Store, path: Path, exhibit: Exhibit = EXHIBIT, **asked: object) -> ChatLoad:
    return load_chat(store, path, exhibit, replace(Asked(), **asked), clock=lambda: NOW)  # type: ignore[arg-type]


def test_a_group_has_its_accounts_their_intervals_and_what_they_wrote(store: Store, tmp_path: Path) -> None:
    load(store, written(tmp_path, TEXT))
    rows = store.read(
        "MATCH (a:Account)-[m:MEMBER_OF]->(g:ChatGroup)\n"
        "OPTIONAL MATCH (b:Account {id: m.began_by})\n"
        "RETURN coalesce(a.name, a.handle, a.description) AS who, m.how, b.name, m.valid_from, m.how_ended,\n"
        "  m.valid_to, m.messages, m.days, m.locator, g.name, g.former_names ORDER BY m.valid_from"
    ).rows
    two = ("Two", ["One"])
    removed = ("removed", "2024-02-01T09:07")
    assert rows == [
        ("Ann", "created", None, "2024-01-30T09:00", None, None, 1, ["2024-01-31 1"], "message 1 to message 8", *two),
        (
            "The account of the phone that was exported",
            *("added", "Ann", "2024-01-30T09:01", None, None, 0, None, "message 2", *two),
        ),
        (
            "+447700900123",
            *("added", "Ann", "2024-01-30T09:02", *removed, 2),
            *(["2024-01-30 1", "2024-01-31 1"], "message 3 to message 8", *two),
        ),
    ]


def test_the_source_is_the_exhibit_as_it_was_declared(store: Store, tmp_path: Path) -> None:
    path = written(tmp_path, TEXT)
    load(store, path)
    rows = store.read(
        "MATCH (s:Source) RETURN s.id, s.reference, s.digest, s.extracted_by, s.extracted, s.time_zone,\n"
        "  s.source_kind, s.recorded_from, s.recorded_basis"
    ).rows
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    told = ("source:abc-12", "ABC/12", digest, "J. Doe", "2024-03-01", "Europe/London", "chat_export")
    assert rows == [(*told, "2024-03-01", None)]


def test_what_nobody_declares_stays_unknown_and_the_export_is_of_some_day_after_its_last_line(
    store: Store, tmp_path: Path
) -> None:
    load(store, written(tmp_path, TEXT), Exhibit("ABC/12"))
    rows = store.read("MATCH (s:Source) RETURN s.time_zone, s.recorded_from, s.recorded_to, s.recorded_basis").rows
    assert rows == [(None, "2024-02-01", "2026-11-21", "bounded")]


@pytest.mark.parametrize("asked", ["none", "terms", "full"])
def test_of_messages_only_what_was_asked_for_is_anywhere_in_the_graph(asked: str, store: Store, tmp_path: Path) -> None:
    terms = Terms(("plate",)) if asked == "terms" else None
    load(store, written(tmp_path, TEXT + "02/02/2024, 09:08 - Ann: x\n" * 10), messages=asked, terms=terms)
    found = {row[0] for row in store.read("MATCH (m:Message) RETURN m.number").rows}
    assert found == {"none": set(), "terms": {4, 5, 6, 9}, "full": {4, 5, 6, *range(9, 19)}}[asked]
    everything = str(graph(store))
    assert ("run a plate" in everything) is (asked != "none")
    if asked == "terms":
        rows = store.read(
            "MATCH (m:Message)\nMATCH (a:Account {id: m.account_id})\nMATCH (g:ChatGroup {id: m.group_id})\n"
            "RETURN m.number, m.text, m.terms, m.locator, a.handle, g.name ORDER BY m.number LIMIT 1"
        ).rows
        assert rows == [(4, "run a plate for me", ["plate"], "message 4, line 4", "+447700900123", "Two")]


def test_messages_have_no_relationships(store: Store, tmp_path: Path) -> None:
    load(store, written(tmp_path, TEXT), messages="full")
    assert store.read("MATCH (m:Message)--() RETURN count(*)").rows == [(0,)]


def test_the_same_export_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    path = written(tmp_path, TEXT)
    first = load(store, path, messages="full")
    before = graph(store)
    again = load(store, path, messages="full")
    assert (first.result.account.new, again.result.account.unchanged) == (11, 11)
    assert graph(store) == before


def test_asking_for_other_messages_is_a_correction(store: Store, tmp_path: Path) -> None:
    path = written(tmp_path, TEXT)
    load(store, path, messages="full")
    with pytest.raises(LoadError, match="3 gone"):
        load(store, path)
    assert load(store, path, replace=True).result.account.gone == 3
    assert store.read("MATCH (m:Message) RETURN count(*)").rows == [(0,)]


def test_an_ambiguous_date_order_is_refused_and_may_be_told(embedded_store: Store, tmp_path: Path) -> None:
    path = written(tmp_path, "03/02/2024, 09:00 - Ann: a\n")
    with pytest.raises(LoadError, match="second of March or the third of February") as caught:
        load(embedded_store, path)
    assert "--date-order" in caught.value.do
    assert graph(embedded_store) == (set(), set())
    load(embedded_store, path, date_order="mdy")
    assert embedded_store.read("MATCH ()-[m:MEMBER_OF]->() RETURN m.first_message").rows == [("2024-03-02T09:00",)]


def test_rejected_lines_are_told_and_above_the_limit_nothing_is_stored(embedded_store: Store, tmp_path: Path) -> None:
    path = written(tmp_path, "a title\n" + TEXT)
    with pytest.raises(LoadError, match="1 lines cannot be read, the first in line 1"):
        load(embedded_store, path, reject_limit=0)
    assert graph(embedded_store) == (set(), set())
    found = load(embedded_store, path, reject_limit=1)
    assert [(each.file, each.row, each.value) for each in found.rejected] == [("chat.txt", 1, "a title")]
    assert found.result.account.rejected == 1
    assert found.result.account.read == found.result.account.new + 1


def test_a_file_without_years_is_refused(embedded_store: Store, tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="line 1: the date has no year"):
        load(embedded_store, written(tmp_path, "12 Oct 20:45 - Ann: hi\n"))


def test_media_are_counted_and_their_digest_is_with_the_message(embedded_store: Store, tmp_path: Path) -> None:
    path = tmp_path / "chat.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_chat.txt", "[31/01/2024, 09:00:00] Ann: \u200e<attached: 1-PHOTO.jpg>\n")
        archive.writestr("1-PHOTO.jpg", b"picture")
    load(embedded_store, path, messages="full")
    digest = hashlib.sha256(b"picture").hexdigest()
    rows = embedded_store.read("MATCH (m:Message) RETURN m.file, m.file_digest, m.message_kind").rows
    assert rows == [("1-PHOTO.jpg", digest, "image")]
    assert embedded_store.read("MATCH (s:Source) RETURN s.media").rows == [(1,)]


def test_two_messages_alike_in_everything_are_two(embedded_store: Store, tmp_path: Path) -> None:
    load(embedded_store, written(tmp_path, "31/01/2024, 09:00 - Ann: x\n" * 3), messages="full")
    assert embedded_store.read("MATCH (m:Message) RETURN count(DISTINCT m.id)").rows == [(3,)]


@pytest.mark.parametrize(
    "exhibit",
    [
        Exhibit("///"),
        Exhibit("A", extracted="2024-02-30"),
        Exhibit("A", time_zone="Atlantis"),
        Exhibit("A", time_zone=""),
    ],
)
def test_a_declaration_that_cannot_be_is_refused(exhibit: Exhibit) -> None:
    with pytest.raises(InvalidValueError):
        exhibit.checked()


@pytest.mark.parametrize("asked", [Asked("terms"), Asked("none", Terms(("x",)))])
def test_terms_go_with_asking_for_them(asked: Asked) -> None:
    with pytest.raises(UsageError, match="do not go together"):
        asked.checked()
