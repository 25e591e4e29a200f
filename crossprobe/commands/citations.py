"""The option --citations, and the last column it adds to any rows: what states the things that a row is about.

Pages of text for people say so of every line without it.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from crossprobe.output.result import Column, Result

if TYPE_CHECKING:
    from queries.citations import Citation

EVIDENCE = "evidence"

Citations = Annotated[
    bool, typer.Option("--citations", help="Add a column: what states each row, where, and whose word it is.")
]


def with_evidence(result: Result, cited: "Sequence[Iterable[Citation]] | None") -> Result:
    """The rows with what states each of them in a last column, every text once; as they are where `cited` is None."""
    if cited is None:
        return result
    rows = [
        (*row, list(dict.fromkeys(str(each) for each in some))) for row, some in zip(result.rows, cited, strict=True)
    ]
    return Result((*result.columns, Column(EVIDENCE, "texts")), rows)
