"""Opening a Neo4j: who may send a password where, and what one is told when it does not work."""

import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UnreachableError, UsageError
from graph.stores import open_store
from graph.stores.bolt.login import checked_login
from graph.stores.store import Store
from tests.engines.server import Neo4jServer

PASSWORD = "a-password-nobody-may-see"  # noqa: S105 - it opens nothing

names = st.from_regex(r"[a-z][a-z0-9]{0,9}(\.[a-z]{2,5})?", fullmatch=True)
hosts = st.one_of(names, st.ip_addresses(v=4).map(str), st.ip_addresses(v=6).map(lambda ip: f"[{ip}]"))
LOOPBACK = ["localhost", "127.0.0.1", "127.8.8.8", "[::1]"]


def opened(address: str, password: str | None = PASSWORD, *, user: str = "neo4j", insecure: bool = False) -> Store:
    return open_store(address, purpose="tests", user=user, password=password, insecure=insecure)


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port that takes connections and never says a word."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_an_open_store_says_what_it_is(neo4j_server: Neo4jServer) -> None:
    store = opened(neo4j_server.address, neo4j_server.password)
    assert (store.engine.name, store.engine.address) == ("neo4j", neo4j_server.address)
    assert store.engine.version[0].isdigit()
    store.close()


@pytest.mark.parametrize(
    ("user", "password", "what"),
    [
        ("neo4j", None, "wants a password, and none is set"),
        ("neo4j", "wrong-password", "refused the login: wrong user name or password"),
        ("nobody", PASSWORD, "refused the login: wrong user name or password"),
    ],
)
def test_a_login_that_fails_says_so_and_names_the_variable(
    neo4j_server: Neo4jServer, user: str, password: str | None, what: str
) -> None:
    with pytest.raises(UnreachableError, match=what) as refused:
        opened(neo4j_server.address, password, user=user)
    assert "CROSSPROBE_PASSWORD" in refused.value.do
    assert str(password) not in str(refused.value)


def test_a_server_that_is_down_is_said_to_be() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        with pytest.raises(UnreachableError, match="No Neo4j answers at bolt"):
            opened(f"bolt://127.0.0.1:{unused.getsockname()[1]}")


@pytest.mark.parametrize("scheme", ["bolt", "bolt+s", "neo4j+ssc"])
@pytest.mark.timeout(60)
def test_a_server_that_never_says_a_word_is_given_up(silent_port: int, scheme: str) -> None:
    with pytest.raises(UnreachableError, match="No Neo4j answers"):
        opened(f"{scheme}://127.0.0.1:{silent_port}")


def test_an_unknown_host_is_named() -> None:
    with pytest.raises(UnreachableError, match=r"no such host: neo4j\+s://nowhere\.invalid"):
        opened("neo4j+s://nowhere.invalid")


@pytest.mark.parametrize("scheme", ["bolt+s", "bolt+ssc", "neo4j+s"])
def test_a_server_without_encryption_is_said_to_have_none(neo4j_server: Neo4jServer, scheme: str) -> None:
    with pytest.raises(UnreachableError, match=r"encrypted connection to .* fails"):
        opened(f"{scheme}://{neo4j_server.address.partition('://')[2]}", neo4j_server.password)


@pytest.mark.parametrize(
    "address",
    ["bolt://", "bolt://127.0.0.1:port", "bolt://neo4j:secret@127.0.0.1", "neo4j+s://:7687", "bolt+s://h?a=b"],
)
def test_an_address_that_cannot_be_one_is_a_mistake_of_the_call(address: str) -> None:
    with pytest.raises(UsageError) as mistake:
        opened(address)
    assert "secret" not in str(mistake.value)


@pytest.mark.parametrize("address", ["http://127.0.0.1:7474", "https://example.org", "file:///tmp", "postgres://x"])
def test_another_scheme_is_a_mistake_of_the_call(address: str) -> None:
    with pytest.raises(UsageError, match="is not the address of a database"):
        opened(address)


@given(st.sampled_from(["bolt", "neo4j"]), hosts.filter(lambda host: host not in LOOPBACK and host[:4] != "127."))
def test_a_password_goes_in_the_clear_to_no_other_machine(scheme: str, host: str) -> None:
    address = f"{scheme}://{host}:7687"
    with pytest.raises(UsageError, match="not encrypted"):
        checked_login(address, user="neo4j", password=PASSWORD, insecure=False)
    assert checked_login(address, user="neo4j", password=PASSWORD, insecure=True).address == address
    assert checked_login(address, user="neo4j", password=None, insecure=False).address == address


@given(st.sampled_from(["bolt+s", "bolt+ssc", "neo4j+s", "neo4j+ssc"]), hosts)
def test_a_password_goes_encrypted_anywhere(scheme: str, host: str) -> None:
    address = f"{scheme}://{host}:7687"
    assert checked_login(address, user="neo4j", password=PASSWORD, insecure=False).address == address


@pytest.mark.parametrize("host", LOOPBACK)
@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "NEO4J"])
def test_on_this_machine_no_routing_table_sends_the_password_elsewhere(scheme: str, host: str) -> None:
    login = checked_login(f"{scheme}://{host}:7687", user="neo4j", password=PASSWORD, insecure=False)
    assert login.address == f"bolt://{host}:7687"
    assert PASSWORD not in repr(login)


def test_neither_warnings_nor_retries_of_the_driver_reach_the_terminal(neo4j_server: Neo4jServer) -> None:
    script = (
        "import sys; from graph.stores import open_store; from graph.errors import UnreachableError\n"
        "store = open_store(sys.argv[1], purpose='tests', password=sys.stdin.read())\n"
        "store.read('MATCH (n), (m) WHERE id(n) = n.unknown RETURN n.unknown, m:Unknown')\n"
        "store.close()\n"
        "try: open_store('bolt://127.0.0.1:1', purpose='tests')\n"
        "except UnreachableError: pass\n"
    )
    command = [sys.executable, "-c", script, neo4j_server.address]
    done = subprocess.run(command, input=neo4j_server.password, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
