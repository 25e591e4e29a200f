"""Opens a connection to Neo4j, or says within seconds why not."""

from neo4j import GraphDatabase

from graph.stores.bolt.login import DRIVER_SETTINGS, checked_login
from graph.stores.bolt.store import BoltStore
from graph.stores.bolt.translating import translated


def open_bolt(address: str, *, user: str, password: str | None, purpose: str, insecure: bool = False) -> BoltStore:
    """Connects, logs in and gives the store. `purpose` stands in the server's own list of transactions.

    Without a password no login is tried (a server without authentication). A password over an unencrypted
    connection goes to this machine only, unless `insecure`.

    Raises UsageError for an address that cannot be used so, UnreachableError where nothing answers, the encryption
    does not work or the login is refused.
    """
    login = checked_login(address, user=user, password=password, insecure=insecure)
    with translated(login.address):
        driver = GraphDatabase.driver(login.address, auth=login.auth, **DRIVER_SETTINGS)
        try:
            server = driver.get_server_info()
        except BaseException:
            driver.close()
            raise
    return BoltStore(driver, login, version=server.agent.removeprefix("Neo4j/"), purpose=purpose)
