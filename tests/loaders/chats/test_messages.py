"""Messages by the column: what each would be alone, whether batches write them, a folder is filled, or a kill comes."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import ids
from graph.loads import batched_loading, batches
from graph.loads.removing import remove_source
from graph.loads.states import loads, unfinished
from graph.model.constraints import constraints
from graph.records import Facts, Record, Recorded, Value
from graph.rows import record_row
from graph.stores import open_store
from graph.stores.store import Store
from loaders.chats.accounts import Key
from loaders.chats.archives import MediaFile
from loaders.chats.entries import Message
from loaders.chats.exhibits import Exhibit
from loaders.chats.keeping import KeptMessage, Terms
from loaders.chats.loading import Asked, load_chat
from loaders.chats.mapping import MappedChat
from loaders.chats.messages import message_rows
from tests.graph.loads.clock import Clock
from tests.graph.loads.test_batched_loading import cut_off_after
from tests.loaders.chats.writing import written
from tests.reading import graph

RECORDED = Recorded("2024-02-01", "2026-01-01", "bounded")
SOURCE = Record("Source", "source:abc-12", "abc-12", "", RECORDED)
ACCOUNTS: dict[Key, str] = {("name", "Ann"): "account:ann", ("number", "+447700900123"): "account:number"}
PICTURE = MediaFile("1.jpg", 7, "d1")
TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
MESSAGES = st.builds(
    Message,
    number=st.integers(1, 9),
    line=st.integers(1, 9),
    lines=st.just(1),
    suspect=st.just(0),
    at=st.sampled_from(["2024-01-31T09:00", "2024-01-31"]),
    sender=st.sampled_from(["Ann", "+44 7700 900123"]),
    text=st.sampled_from(["", "x", '"y",\n\\']) | TEXTS,
    kind=st.sampled_from(["text", "image"]),
    edited=st.booleans(),
    file=st.sampled_from([None, "1.jpg", "2.jpg"]),
)
KEPT = st.builds(KeptMessage, MESSAGES, st.sampled_from([(), ("plate",), ("plate", "run *")]))


def one_by_one(kept: list[KeptMessage]) -> list[dict[str, object]]:
    """The rows as they are decided to be: docs/decisions/010 and the key of a message."""
    seen: Counter[tuple[str, ...]] = Counter()
    rows = []
    for each in kept:
        said = each.message
        account = "account:ann" if said.sender == "Ann" else "account:number"
        key = (said.at, account, ids.content_hash((said.text,)))
        seen[key] += 1
        properties: dict[str, Value | None] = {
            "group_id": "chatgroup:g",
            "account_id": account,
            "number": said.number,
            "at": said.at,
            "text": said.text or None,
            "message_kind": said.kind,
            "edited": said.edited or None,
            "file": said.file,
            "file_digest": "d1" if said.file == "1.jpg" else None,
            "terms": each.terms or None,
        }
        identifier = ids.record_id("message", "abc-12", (*key, str(seen[key])))
        stated = {name: value for name, value in properties.items() if value is not None}
        where = f"message {said.number}, line {said.line}"
        rows.append(record_row(Record("Message", identifier, "abc-12", where, RECORDED, stated)))
    return [without_nulls(each) for each in rows]


def without_nulls(row: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if value is not None}


@given(st.lists(KEPT, max_size=6))
def test_a_row_says_of_a_message_what_a_record_of_it_would(kept: list[KeptMessage]) -> None:
    mapped = MappedChat(Facts(SOURCE, (), ()), "chatgroup:g", ACCOUNTS)
    found = message_rows(kept, mapped, [PICTURE]).to_dicts()
    assert [without_nulls(each) for each in found] == one_by_one(kept)


TEXT = "".join(
    f"{day:02}/01/2024, 09:{minute:02} - Ann: run a plate, and {minute}\n" for day in (30, 31) for minute in range(9)
)


def load(store: Store, path: Path, clock: Clock) -> int:
    asked = Asked("terms", Terms(("plate",)), replace=True)
    return load_chat(store, path, Exhibit("ABC/12"), asked, clock=clock).result.account.read


@pytest.mark.parametrize("written_before", [0, 1, 4])
def test_cut_off_and_run_again_it_is_as_if_it_had_not_been(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written_before: int
) -> None:
    monkeypatch.setattr(batches, "ROWS", 3)
    path, clock = written(tmp_path, TEXT), Clock()
    load(store, path, clock)
    whole = graph(store)
    remove_source(store, "abc-12", now=clock())
    with cut_off_after(monkeypatch, written_before):
        load(store, path, clock)
    assert [each["source_id"] for each in unfinished(store)] == ["abc-12"]
    clock.second = 600
    assert load(store, path, clock) == 22
    assert unfinished(store) == []
    assert [(each["state"], each["read"]) for each in loads(store)] == [("finished", 22)]
    assert graph(store) == whole


def test_an_empty_database_that_is_filled_at_once_holds_what_batches_write(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, TEXT)
    load(store, path, Clock())
    monkeypatch.setattr(batched_loading, "FILLS", 1)
    filled = open_store(str(tmp_path / "filled"), purpose="tests", create=True)
    try:
        filled.prepare(constraints())
        load(filled, path, Clock())
        assert graph(filled) == graph(store)
    finally:
        filled.close()
