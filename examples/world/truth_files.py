"""Writes the truth of a world beside it, part by part, as the JSON lines that truth.py reads."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from examples.world.answers import Total
from examples.world.documents import Document
from examples.world.investigations import Matter
from examples.world.part import Part
from examples.world.stating import record_rows, statement_rows
from graph.identity.clusters import cluster

_FILES = ("facts", "people", "matters", "near_misses")


class TruthFiles:
    """The open files of a truth. `counts` says how much of everything they hold so far."""

    def __init__(self, files: Mapping[str, IO[str]]) -> None:
        self._files = files
        self.counts: Counter[str] = Counter()

    def part(self, part: Part, totals: Iterable[Total], paths: Mapping[str, str]) -> None:
        """Writes one part. `paths` gives where each document's casebook was written."""
        entries = [each for document in part.sources.documents.values() for each in document.entries]
        identified = {each.id: "why_unidentified" not in each.fields for each in entries}
        canonical_ids = cluster(identified, part.decisions).canonical_ids
        for slug, document in part.sources.documents.items():
            records, statements = list(record_rows(document, canonical_ids)), list(statement_rows(document))
            source = _source(document, paths[slug])
            self._write("facts", [{**source, "records": records, "statements": statements}])
            self.counts.update(sources=1, records=len(records), statements=len(statements))
        self.counts.update(people=len(part.people))
        self._write("people", ({**asdict(each), "appointed": each.appointed} for each in part.people.values()))
        self._write("matters", _matters(part))
        self._write("matters", ({**asdict(each), "kind": "Total"} for each in totals))
        self._write("near_misses", _near_misses(part))

    def _write(self, name: str, rows: Iterable[Mapping[str, Any]]) -> None:
        for row in rows:
            self._files[name].write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")


@contextmanager
def truth_files(folder: Path) -> Iterator[TruthFiles]:
    """Opens the files of the truth in `folder/truth`."""
    (folder / "truth").mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        paths = {name: folder / "truth" / f"{name}.jsonl" for name in _FILES}
        opened = {name: path.open("w", encoding="utf-8", newline="\n") for name, path in paths.items()}
        for file in opened.values():
            stack.enter_context(file)
        yield TruthFiles(opened)


def _source(document: Document, path: str) -> dict[str, Any]:
    names = ("title", "publisher", "form", "published_from", "published_to", "cites")
    return {"id": document.slug, "path": path, **{name: getattr(document, name) for name in names}}


def _matters(part: Part) -> Iterator[dict[str, Any]]:
    for each in part.investigations:
        yield {
            "id": each.id,
            "kind": "Investigation",
            "reference": each.reference,
            "force": each.force,
            "opened": each.opened,
            "closed": each.closed,
            "led_by": each.led_by,
            "subjects": [_subject(matter) for matter in each.subjects],
            "witnesses": [person.id for person in each.witnesses],
            "arose_from": [other.id for other in each.arose_from],
            "linked_to": [other.id for other in each.linked_to],
        }
    for group in part.groups:
        yield {"id": group.id, "kind": "ChatGroup", "members": [person.id for person in group.members]}


def _subject(matter: Matter) -> dict[str, Any]:
    names = ("category", "incident", "outcome", "outcome_date")
    stated = {name: getattr(matter, name) for name in names}
    return {"person": matter.person.id, "allegation": matter.id, **stated}


def _near_misses(part: Part) -> Iterator[dict[str, Any]]:
    for each in part.expectations:
        yield {
            "query": each.query,
            "scene": each.scene,
            "expect": each.expect,
            "why": each.why,
            "ids": [entry.id for entry in each.entries],
        }
