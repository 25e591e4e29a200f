"""A database to try something on: the one that was named, else the invented world in a folder that goes again."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from crossprobe import asking
from crossprobe.everywhere import Choices


@contextmanager
def trial(chosen: Choices) -> Iterator["asking.Session"]:
    """A session on the database of --database, or on a new one that holds the invented world of 50 officers."""
    if chosen.database:
        with asking.session(chosen) as session:
            yield session
        return
    with (
        tempfile.TemporaryDirectory(prefix="crossprobe-") as folder,
        asking.session(replace(chosen, database=str(Path(folder) / "world")), create=True) as session,
    ):
        _fill(session)
        yield session


def _fill(session: "asking.Session") -> None:
    from importlib.resources import as_file, files

    from crossprobe.clock import now
    from crossprobe.commands.casebook import files_in
    from crossprobe.starting import prepare
    from graph.identity.dumping import read_dump, restore
    from graph.vocabulary import load_vocabularies
    from loaders.casebooks.loading import load_casebooks

    with as_file(files("examples")) as examples:
        world = examples / "world" / "ready"
        vocabularies = load_vocabularies([world / "vocabularies"])
        session.load(
            lambda store: (
                prepare(store),
                load_casebooks(store, files_in([world / "casebooks"]), now=now(), vocabularies=vocabularies),
            )[1],
            count=len,
        )
        dump = world / "decisions.jsonl"
        decided = read_dump(dump.read_text("utf-8").splitlines(), file=dump.name)
        session.decide(lambda store: restore(store, decided), count=lambda counts: sum(counts))
