"""The text of a first mapping: what each file seems to state, with the reasons and what is left to a person."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.errors import NotFoundError, UsageError
from graph.names import folded
from loaders.tables.files import read_file
from loaders.tables.models import Table
from loaders.tables.suggesting.columns import lower_header, quoted
from loaders.tables.suggesting.draft import Draft


def suggested(files: Sequence[Path]) -> str:
    """A mapping of the files, which lie in one folder: the one that --data will name.

    Raises NotFoundError for a file that is not there, UsageError for files of several folders, and LoadError as
    read_file does.
    """
    missing = [each for each in files if not each.is_file()]
    if missing:
        raise NotFoundError(f"There is no file {missing[0]}.", do="Check the name and the folder.")
    if len({each.parent.resolve() for each in files}) > 1:
        raise UsageError("The files lie in several folders.", do="Put them into one; --data will name it.")
    drafts: list[Draft] = []
    with TemporaryDirectory(prefix="crossprobe-") as scratch:
        for file in files:
            frame = read_file(Table.model_validate({"file": file.name}), file, Path(scratch))
            header = lower_header(frame)
            if header > 1:
                frame = read_file(Table.model_validate({"file": file.name, "header": header}), file, Path(scratch))
            drafts.append(Draft(_free(slug(file.name), {each.name for each in drafts}), file.name, frame, header))
    owned: dict[tuple[str, str], str] = {}
    for draft in sorted(drafts, key=lambda each: -each.distinctness()):
        draft.state(owned)
    lines = [*_head(slug(files[0].name)), "", "tables:"]
    lines += [line for each in drafts for line in each.table()]
    for section in ("records", "statements"):
        inside = [line for each in drafts for line in getattr(each, section)]
        stated = any(not line.lstrip().startswith("#") for line in inside)
        lines += ["", f"{section}:" if stated else f"# {section}: nothing was recognised; see the guide", *inside]
    return "\n".join(lines) + "\n"


def slug(name: str) -> str:
    """What a table of a file of that name may be called."""
    return re.sub(r"[^a-z0-9]+", "_", folded(name.partition(".")[0])).strip("_")[:60].strip("_") or "table"


def _free(name: str, taken: set[str]) -> str:
    return next(each for place in count(1) if (each := name if place == 1 else f"{name}_{place}") not in taken)


def _head(name: str) -> Iterator[str]:
    yield "# A first mapping, guessed from the names and values of columns. Read every line: what is wrong here is"
    yield "# stated wrongly of people. Then: crossprobe load check FILE; crossprobe load table FILE --data DIR"
    yield "source:"
    yield f"  id: {name.replace('_', '-')}  # its name in every answer; a new edition needs another"
    yield f"  title: {quoted(name.replace('_', ' '))}  # in your words"
    yield "  kind: data_set  # or case_export, foi_answer, report, other"
    yield "  published_from: 2000-01-01  # the earliest and the latest it can have been published;"
    yield f"  published_to: {datetime.now(UTC).date().isoformat()}  # where you know when: published: 2021-03-03"
