"""The guard: looks at a typed text before any engine sees it, and refuses what does more than read.

It is the first of two fences, equal on both engines; the second is the engine's own read-only transaction.
"""

from graph.errors import RefusedQueryError
from graph.stores.guard.characters import check_characters
from graph.stores.guard.clauses import check_clauses
from graph.stores.guard.functions import check_functions
from graph.stores.guard.limits import check_limits, check_size
from graph.stores.guard.readings import readings
from graph.stores.guard.tokens import tokens_of, without_spaces

__all__ = ["check_text"]


def check_text(cypher: str) -> None:
    """Returns for a text that only reads, calls harmless functions and can be planned in reasonable time.

    Raises RefusedQueryError otherwise: its first line names the word and its place, its second what to do.
    """
    check_size(cypher)
    for reading in readings(cypher):
        every = tokens_of(reading)
        check_characters(every, cypher)
        tokens = without_spaces(every)
        if not tokens:
            raise RefusedQueryError("The text asks nothing.", do="Begin with MATCH, UNWIND or RETURN.")
        check_clauses(tokens, cypher)
        check_functions(tokens, cypher)
        check_limits(tokens, cypher)
