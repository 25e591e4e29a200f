"""Why a Neo4j cannot be reached, from what the driver found at the bottom."""

import socket
import ssl
from collections.abc import Iterator

from neo4j.exceptions import DriverError, IncompleteCommit, Neo4jError

from graph.errors import UnreachableError

LOG_IN = "Set the password in CROSSPROBE_PASSWORD or CROSSPROBE_PASSWORD_FILE, and look at the user name."


def unreachable(trouble: DriverError, address: str) -> UnreachableError:
    """For a connection that cannot be made or was lost."""
    causes = list(_causes(trouble))
    if isinstance(trouble, IncompleteCommit):
        return UnreachableError(
            f"The connection to {address} was lost while storing: it is unknown whether it was stored.",
            do="Run the same again: what is stored already is not stored twice.",
        )
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return UnreachableError(
            f"The encrypted connection to {address} fails: no encryption there, or a certificate not to be trusted.",
            do="Look at the certificate; +ssc in place of +s takes one that the server signed itself.",
        )
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return UnreachableError(f"There is no such host: {address}.", do="Look at the spelling of the address.")
    return UnreachableError(
        f"No Neo4j answers at {address}.",
        do="Look whether it runs there, and whether it wants encryption (neo4j+s:// or bolt+s://).",
    )


def login_refused(trouble: Neo4jError, address: str) -> UnreachableError:
    """For a server that answers and does not let this user in."""
    if "AuthenticationRateLimit" in (trouble.code or ""):
        return UnreachableError(f"Neo4j at {address} takes no logins: too many were wrong.", do="Wait some seconds.")
    if "`scheme`" in (trouble.message or ""):  # what the driver leaves out where there is no password
        return UnreachableError(f"Neo4j at {address} wants a password, and none is set.", do=LOG_IN)
    return UnreachableError(f"Neo4j at {address} refused the login: wrong user name or password.", do=LOG_IN)


def _causes(trouble: BaseException) -> Iterator[BaseException]:
    yield trouble
    inner = list(trouble.exceptions) if isinstance(trouble, BaseExceptionGroup) else []
    for cause in [*inner, trouble.__cause__ or trouble.__context__]:
        if cause is not None:
            yield from _causes(cause)
