"""What was taken out comes back: the same digest, the same clusters, and nothing that was changed on the way."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from examples.world.truth import READY
from exports.about import about
from exports.jsonl import write
from graph.errors import CrossprobeError, InvalidInputError, LoadError
from graph.identity.deciding import decide
from graph.identity.decisions import decision
from graph.loads import batched_loading
from graph.loads.leases import Lease
from graph.loads.loading import load_facts
from graph.loads.states import unfinished
from graph.model.constraints import constraints
from graph.stores import open_store
from graph.stores.store import Store, Transaction
from graph.subgraph import RunningDigest, Subgraph
from loaders.graphs.loading import load_graph
from queries.selection import Everything, Listed, take
from tests.graph.loads.clock import Clock
from tests.invented import Invented
from tests.queries.conftest import load_world
from tests.reading import canonical_ids, graph

NOW = "2026-01-01T00:00:00Z"


def told(slug: str) -> Invented:
    source = Invented(slug)
    sergeant = source.officer("sergeant", number="77")
    source.states(sergeant, "SERVED_IN", source.force("northvale"), current=False)
    source.states(sergeant, "SERVED_IN", source.force("northvale"), key="again", valid_from="2019-03")
    source.states(sergeant, "SUBJECT_OF", source.investigation("phones", state="open"), status="alleged")
    return source


def second() -> Invented:
    two = told("two")
    cited = Invented("cited").source
    two.shared.append(cited)
    two.states("source:two", "CITES", cited.id)
    two.record("Denial", "d", from_id=two.records[0].id, to_id=two.records[1].id, of="link")
    return two


def filled(store: Store) -> Store:
    one, two = told("one"), second()
    for source in (one, two):
        load_facts(store, source.facts, digest=source.slug, loader="casebook", now=NOW)
    decide(store, decision(one.records[0].id, two.records[0].id, "same", by="a", at=NOW, reason="same number"))
    return store


def exported(store: Store, path: Path) -> Subgraph:
    subgraph = take(store, Everything())
    write(subgraph, about(subgraph, digest=subgraph.digest), path)
    return subgraph


@pytest.fixture
def file(tmp_path: Path) -> Path:
    store = filled(open_store(str(tmp_path / "first"), purpose="tests", create=True))
    exported(store, tmp_path / "file.jsonl")
    store.close()
    return tmp_path / "file.jsonl"


def test_a_file_brings_back_records_statements_decisions_clusters_and_loads(store: Store, file: Path) -> None:
    results = load_graph(store, file, clock=Clock())
    assert {each.source_id: each.account.new for each in results} == {"one": 6, "two": 8}
    again = take(store, Everything())
    assert again.digest == json.loads(file.read_text("utf-8").splitlines()[0])["digest"]
    officers = [each for each in again.records if each.label == "Officer"]
    assert len({each.canonical_id for each in officers}) == 1
    assert len(officers) == 2


def test_loading_the_file_twice_changes_nothing_and_so_does_the_source_itself(store: Store, file: Path) -> None:
    load_graph(store, file, clock=Clock())
    before = graph(store)
    assert [each.changes for each in load_graph(store, file, clock=Clock())] == [(), ()]
    assert load_facts(store, told("one").facts, digest="one", loader="casebook", now=NOW).changes == ()
    assert graph(store) == before


@pytest.mark.slow
def test_the_invented_world_comes_back_whole(store: Store, tmp_path: Path) -> None:
    world = open_store(str(tmp_path / "world"), purpose="tests", create=True)
    load_world(world, READY)
    subgraph = exported(world, tmp_path / "world.jsonl")
    store.prepare(constraints())
    load_graph(store, tmp_path / "world.jsonl", clock=Clock())
    assert take(store, Everything()).digest == subgraph.digest
    assert canonical_ids(store) == canonical_ids(world)
    assert graph(store) == graph(world)
    world.close()


def test_a_part_does_not_pass_for_the_source_it_is_of(embedded_store: Store, file: Path, tmp_path: Path) -> None:
    load_graph(embedded_store, file, clock=Clock())
    whole = graph(embedded_store)
    officer = next(each.id for each in take(embedded_store, Everything()).records if each.label == "Officer")
    part = take(embedded_store, Listed((officer,)))
    write(part, about(part, digest=part.digest), tmp_path / "part.jsonl")
    other = open_store(str(tmp_path / "other"), purpose="tests", create=True)
    load_graph(other, tmp_path / "part.jsonl", clock=Clock())
    load_graph(other, tmp_path / "part.jsonl", clock=Clock())
    for slug in ("one", "two"):
        load_facts(other, {"one": told("one"), "two": second()}[slug].facts, digest=slug, loader="casebook", now=NOW)
    assert {each for each in graph(other)[1] if "same_as" not in str(each).lower()} == {
        each for each in whole[1] if "same_as" not in str(each).lower()
    }
    other.close()


class KilledError(Exception):
    """Stands for the end of the process."""


def killed() -> None:
    raise KilledError


@pytest.mark.parametrize("fills", [1, 1_000], ids=["filled at once", "in batches"])
@pytest.mark.parametrize("calls", [1, 4])
def test_a_load_that_was_killed_is_told_of_as_unfinished_and_finished_by_the_same_file(
    embedded_store: Store, file: Path, monkeypatch: pytest.MonkeyPatch, calls: int, fills: int
) -> None:
    """Killed in the transaction in which a load takes, renews or ends its lease for the so manieth time."""
    monkeypatch.setattr(batched_loading, "FILLS", fills)
    left = calls
    renew = Lease.renew

    def renew_or_die(lease: Lease, tx: Transaction) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            killed()
        renew(lease, tx)

    with monkeypatch.context() as patch:
        patch.setattr(Lease, "renew", renew_or_die)
        with pytest.raises(KilledError):
            load_graph(embedded_store, file, clock=Clock())
    empty = embedded_store.read("MATCH (n) WHERE NOT n:Database RETURN count(*)").rows == [(0,)]
    assert empty or unfinished(embedded_store)
    load_graph(embedded_store, file, clock=Clock())
    assert not unfinished(embedded_store)
    assert take(embedded_store, Everything()).digest == json.loads(file.read_text("utf-8").splitlines()[0])["digest"]


def test_a_load_that_was_killed_at_its_very_end_is_unfinished_too(
    embedded_store: Store, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Lease, "give_up", lambda *_: killed())
        with pytest.raises(KilledError):
            load_graph(embedded_store, file, clock=Clock())
    assert {each["source_id"] for each in unfinished(embedded_store)} == {"one", "two"}
    load_graph(embedded_store, file, clock=Clock())
    assert take(embedded_store, Everything()).digest == json.loads(file.read_text("utf-8").splitlines()[0])["digest"]


def test_a_source_that_differs_is_refused_and_nothing_is_stored(store: Store, file: Path) -> None:
    other = told("one")
    other.officer("another")
    load_facts(store, other.facts, digest="other", loader="casebook", now=NOW)
    before = graph(store)
    with pytest.raises(LoadError, match=r"one is loaded already, and this differs from it: .*1 gone"):
        load_graph(store, file, clock=Clock())
    assert graph(store) == before


def _cut(lines: list[str]) -> None:
    lines.pop()


def _other_version(lines: list[str]) -> None:
    lines[0] = lines[0].replace('"version":1', '"version":2')


def _redacted(lines: list[str]) -> None:
    lines[0] = lines[0].replace('{"format"', '{"redaction":"names","format"')


def _in_line(lines: list[str], where: str, old: str, new: str) -> None:
    place = next(number for number, line in enumerate(lines) if where in line)
    assert old in lines[place]
    lines[place] = lines[place].replace(old, new)


def _another_name(lines: list[str]) -> None:
    _in_line(lines, '"label":"Officer"', '"name":"sergeant"', '"name":"inspector"')


def _no_json(lines: list[str]) -> None:
    lines[1] = "{"


def _unknown_property(lines: list[str]) -> None:
    _in_line(lines, '"label":"Officer"', '"name":', '"name} DETACH DELETE n //":')


def _other_type(lines: list[str]) -> None:
    _in_line(lines, '"label":"Officer"', '"number":"77"', '"number":77')


def _other_code(lines: list[str]) -> None:
    _in_line(lines, '"type":"SUBJECT_OF"', '"status":"alleged"', '"status":"proven"')


def _unknown_type(lines: list[str]) -> None:
    _in_line(lines, '"type":"SUBJECT_OF"', '"type":"SUBJECT_OF"', '"type":"BETRAYED"')


def _another_source(lines: list[str]) -> None:
    _in_line(lines, '"label":"Source"', '"name":"Title of', '"name":"Another title of')


def _no_source(lines: list[str]) -> None:
    lines[:] = [line.replace('"held":true', '"held":false') for line in lines]


def _out_of_order(lines: list[str]) -> None:
    lines.insert(1, lines.pop())


def _deep(lines: list[str]) -> None:
    lines[1] = "[" * 200_000


def _unknown_part(lines: list[str]) -> None:
    lines[1] = lines[1].replace('"in":"records"', '"in":"elsewhere"')


def _without_id(lines: list[str]) -> None:
    lines[1] = lines[1].replace('"id":', '"no_id":')


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (_cut, "its digest is another one"),
        (_other_version, "has version 2"),
        (_redacted, "is redacted"),
        (_another_name, "its digest is another one"),
        (_no_json, "is no line of an export"),
        (_deep, "is no line of an export"),
        (_out_of_order, "the records are over|is no line of an export"),
        (_unknown_part, "mistake"),
        (_without_id, "is missing"),
        (lambda lines: lines.clear(), "is no subgraph of ours"),
        (lambda lines: lines.insert(0, "name,value"), "is no subgraph of ours"),
    ],
)
def test_what_is_not_exactly_what_was_written_is_refused(
    embedded_store: Store, file: Path, damage: Callable[[list[str]], None], said: str
) -> None:
    lines = file.read_text("utf-8").splitlines()
    damage(lines)
    file.write_text("\n".join(lines), "utf-8")
    with pytest.raises((CrossprobeError, InvalidInputError), match=said):
        load_graph(embedded_store, file, clock=Clock())
    assert graph(embedded_store) == (set(), set())


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (_another_name, "not what its content hash says"),
        (_another_source, "not what its content hash says"),
        (_unknown_property, "has no property"),
        (_unknown_type, "The model has no 'BETRAYED'"),
        (_other_type, "of another type than the model's"),
        (_other_code, "that the model does not allow"),
        (_no_source, "states something in the file and is not in it"),
    ],
)
def test_what_no_source_can_have_stated_is_refused_where_the_digest_was_forged_too(
    embedded_store: Store,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    damage: Callable[[list[str]], None],
    said: str,
) -> None:
    lines = file.read_text("utf-8").splitlines()
    damage(lines)
    file.write_text("\n".join(lines), "utf-8")
    monkeypatch.setattr(RunningDigest, "hexdigest", lambda _: json.loads(lines[0])["digest"])
    with pytest.raises(LoadError, match=said):
        load_graph(embedded_store, file, clock=Clock())
    assert graph(embedded_store) == (set(), set())
