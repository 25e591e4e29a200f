"""Two people deciding at once on one Neo4j: together they get what the pure function gives."""

import multiprocessing
from multiprocessing.synchronize import Barrier

from graph.identity.clusters import cluster
from graph.identity.deciding import decide
from graph.identity.decisions import Decision, decision
from graph.loads.loading import load_facts
from graph.stores import open_store
from graph.stores.store import Store
from tests.engines.server import Neo4jServer
from tests.invented import Invented
from tests.reading import canonical_ids

ROUNDS = 200
NOW = "2026-01-01T00:00:00Z"


def deciding(server: Neo4jServer, made: list[Decision], together: Barrier) -> None:
    """One person's session: a decision a round, made when the other makes theirs."""
    store = open_store(server.address, user=server.user, password=server.password, purpose="a reviewer", insecure=True)
    for each in made:
        together.wait(timeout=60)
        decide(store, each)
    store.close()


def test_a_chain_decided_from_both_ends_at_once_is_one_cluster(bolt_store: Store, neo4j_server: Neo4jServer) -> None:
    told = Invented("triples")
    triples = [[told.officer(f"{name}{number}") for name in "abc"] for number in range(ROUNDS)]
    load_facts(bolt_store, told.facts, digest="1", loader="casebook", now=NOW)
    firsts = [decision(a, b, "same", by="one", at=NOW, reason="a number") for a, b, _ in triples]
    seconds = [decision(b, c, "same", by="two", at=NOW, reason="a number") for _, b, c in triples]
    spawning = multiprocessing.get_context("spawn")
    together = spawning.Barrier(2)
    people = [spawning.Process(target=deciding, args=(neo4j_server, made, together)) for made in (firsts, seconds)]
    for each in people:
        each.start()
    for each in people:
        each.join(timeout=240)
    assert [each.exitcode for each in people] == [0, 0]
    expected = cluster({each: True for triple in triples for each in triple}, [*firsts, *seconds])
    assert canonical_ids(bolt_store).items() >= expected.canonical_ids.items()
    drawn = {row[0] for row in bolt_store.read("MATCH ()-[r:SAME_AS]->() RETURN r.id").rows}
    assert drawn == {each.id for each in (*firsts, *seconds)}
