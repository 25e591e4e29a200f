"""`python -m tests.engines`: a Neo4j at hand, until Ctrl-C. Its data goes with it."""

import contextlib
import sys
import threading

from tests.engines.server import NoServerError
from tests.engines.start import running


def wait() -> int:
    """Starts a server, prints how to reach it and stays until interrupted. Gives the exit code."""
    try:
        with running() as server, contextlib.suppress(KeyboardInterrupt):
            sys.stdout.write(f"NEO4J_URI={server.address}\nNEO4J_USER={server.user}\n")
            sys.stdout.write(f"NEO4J_PASSWORD={server.password}\n")
            sys.stdout.flush()
            sys.stderr.write(f"started by {server.started_by}; Ctrl-C ends it\n")
            threading.Event().wait()
    except NoServerError as why:
        sys.stderr.write(f"No Neo4j can be started here: {why}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(wait())
