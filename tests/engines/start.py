"""Chooses the way: the server that is given, else Docker, else Maven."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from tests.engines import docker, maven, uri
from tests.engines.server import Neo4jServer, NoServerError


@contextmanager
def running() -> Iterator[Neo4jServer]:
    """A Neo4j that answers until the block ends. Raises NoServerError, which says why of every way tried.

    A server that is given but cannot be used is an error: another one in its place would hide that.
    """
    with ExitStack() as stack:
        if uri.is_given():
            yield stack.enter_context(uri.running())
            return
        reasons = []
        for way in (docker, maven):
            try:
                server = stack.enter_context(way.running())
            except NoServerError as reason:
                reasons.append(str(reason))
            else:
                yield server
                return
        raise NoServerError("; ".join(reasons))
