"""Two exports of one group from two phones: recognised by what they share, and what one lacks is told by number."""

from pathlib import Path

from graph.stores.store import Store
from loaders.chats.comparing import Comparison, Export, compare
from loaders.chats.exhibits import Exhibit
from loaders.chats.group import fold
from loaders.chats.loading import Asked, load_chat, load_comparisons
from loaders.chats.parsing import parse_chat
from tests.loaders.chats.writing import written
from tests.reading import graph

ANNS = """\
30/01/2024, 09:00 - Ann created group "One"
30/01/2024, 09:01 - Ann added +44 7700 900123
30/01/2024, 09:02 - Ann: hello
30/01/2024, 09:03 - Bob Example: run a plate
30/01/2024, 09:03 - Ann: delete that
30/01/2024, 09:04 - Bob Example: IMG-1.jpg (file attached)
30/01/2024, 09:05 - +44 7700 900123: done
30/01/2024, 09:05 - +44 7700 900123: done
"""
BOBS = """\
[30/01/2024, 09:02:30] Annie: hello
[30/01/2024, 09:03:10] Bob: \u200eYou deleted this message.
[30/01/2024, 09:04:01] Annie: delete that
[30/01/2024, 09:04:50] Bob: \u200eimage omitted
[30/01/2024, 09:05:30] +44 7700 900123: done
[30/01/2024, 09:06:30] +44 7700 900123: later
"""


def export(folder: Path, name: str, text: str, zone: str | None = None) -> Export:
    chat = parse_chat(written(folder, text, name))
    return Export(chat, fold(chat, chat.entries()), zone)


def compared(folder: Path, one: str, other: str, zones: tuple[str | None, str | None] = (None, None)) -> Comparison:
    return compare(export(folder, "one.txt", one, zones[0]), export(folder, "other.txt", other, zones[1]))


def test_what_one_export_lacks_is_told_by_number_and_a_deletion_there_is_noticed(tmp_path: Path) -> None:
    found = compared(tmp_path, ANNS, BOBS)
    assert found.one_group
    assert (found.begins, found.ends) == ("2024-01-30T09:02", "2024-01-30T09:05")
    assert (found.messages, found.identical) == ((6, 4), 4)
    assert [(each.number, each.line, each.deleted_there) for each in found.missing[0]] == [(4, 4, True), (8, 8, False)]
    assert found.missing[1] == ()
    assert found.people == (("number", "+447700900123"),)


def test_an_export_lacks_nothing_of_itself(tmp_path: Path) -> None:
    found = compared(tmp_path, ANNS, ANNS)
    assert (found.identical, found.missing, found.titles) == (6, ((), ()), ("One",))


def test_two_groups_are_not_one_for_sharing_a_greeting(tmp_path: Path) -> None:
    other = "".join(f"30/01/2024, 09:0{minute} - Eve: {minute} o'clock\n" for minute in range(8))
    found = compared(tmp_path, ANNS, other + "30/01/2024, 09:08 - Eve: hello\n")
    assert not found.one_group


def test_one_title_and_half_of_the_messages_are_enough_for_a_short_export(tmp_path: Path) -> None:
    one = '30/01/2024, 09:00 - Ann created group "One"\n30/01/2024, 09:01 - Ann: hello\n30/01/2024, 09:02 - Ann: x\n'
    other = one.replace("Ann: x", "Ann: y").replace("Ann", "Annie")
    assert compared(tmp_path, one, other).one_group
    assert not compared(tmp_path, one, other.replace("hello", "good morning")).one_group
    assert not compared(tmp_path, one, other.replace('"One"', '"Two"')).one_group


def test_two_exports_of_different_times_share_no_message(tmp_path: Path) -> None:
    found = compared(tmp_path, ANNS, ANNS.replace("30/01/2024", "31/01/2024"))
    assert (found.messages, found.identical, found.missing) == ((0, 0), 0, ((), ()))


def test_declared_time_zones_put_two_clocks_together(tmp_path: Path) -> None:
    later = ANNS.replace(", 09:", ", 10:")
    assert compared(tmp_path, ANNS, later).identical == 0
    assert compared(tmp_path, ANNS, later, ("Europe/London", "+01:00")).identical == 6


def test_the_comparison_is_a_source_of_its_own_whose_suggestion_merges_nothing(store: Store, tmp_path: Path) -> None:
    exhibits = (Exhibit("A/1"), Exhibit("B/2"))
    paths = (written(tmp_path, ANNS, "one.txt"), written(tmp_path, BOBS, "other.txt"))
    now = "2026-11-21T10:00:00Z"
    loads = [
        load_chat(store, path, each, Asked(), clock=lambda: now) for path, each in zip(paths, exhibits, strict=True)
    ]
    (found,) = load_comparisons(store, list(zip(exhibits, loads, strict=True)), now=now)
    assert "B/2 lacks 2 of the messages that A/1 holds: 4, 8. Of 1 it says" in " ".join(found.reasons)
    assert [(each["missing_in"], each["number"], each["line"]) for each in found.differences] == [
        ("B/2", 4, 4),
        ("B/2", 8, 8),
    ]
    rows = store.read(
        "MATCH (s:Suggestion)\nMATCH (a:ChatGroup {id: s.left_id})\nMATCH (b:ChatGroup {id: s.right_id})\n"
        "RETURN s.source_id, a.canonical_id <> b.canonical_id AS apart, s.reasons"
    ).rows
    assert rows == [("comparison-a-1-b-2", True, list(found.reasons))]
    cites = "MATCH (:Source {id: 'source:comparison-a-1-b-2'})-[:CITES]->(s:Source) RETURN s.id, s.held ORDER BY s.id"
    assert store.read(cites).rows == [("source:a-1", True), ("source:b-2", True)]
    before = graph(store)
    load_comparisons(store, list(zip(exhibits, loads, strict=True)), now=now)
    assert graph(store) == before
