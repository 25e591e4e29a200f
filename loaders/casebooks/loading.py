"""Loading casebooks: each in one transaction of its own, and none before all of them were found without mistakes."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from graph.loads.account import LoadResult
from graph.loads.loading import load_facts
from graph.stores.store import Store
from graph.vocabulary.vocabularies import Vocabularies
from loaders.casebooks.checking import read_casebooks
from loaders.casebooks.mapping import map_casebook


def load_casebooks(
    store: Store,
    paths: Iterable[Path],
    *,
    now: str,
    vocabularies: Vocabularies | None = None,
    replace: bool = False,
    dry_run: bool = False,
) -> list[LoadResult]:
    """Loads the casebooks in the files, in that order; what became of each.

    Raises InvalidInputError, with nothing stored, where any file has mistakes; LoadError where one differs from what
    is stored of its source and `replace` is not asked for (those before it are loaded then). `now` is UTC, ISO 8601.
    """
    results = []
    for path, casebook in read_casebooks(paths, vocabularies).items():
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        facts = map_casebook(casebook)
        results.append(
            load_facts(store, facts, digest=digest, loader="casebook", now=now, replace=replace, dry_run=dry_run)
        )
    return results
