"""Which words may begin what in a text that only reads.

A word is a clause where a clause can stand, and a name elsewhere: `n.set`, `{create: 1}`, `:Load`, `$delete`, `(set)`
are names, and so is anything in backticks. Where one cannot tell, it is taken for a clause: `RETURN set` wants
backticks. Keywords may be variables in Cypher, so that the word before says nothing.
"""

from graph.stores.guard.refusing import refusal, shown
from graph.stores.guard.tokens import Token

BACKTICKS = "Ask with MATCH, WHERE, WITH, UNWIND, CALL { } and RETURN; a name that is spelt so goes in backticks."
ONE_QUESTION = "Ask one question at a time."
SUBQUERY = "CALL { } with a question inside is allowed."

STARTERS = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL"})
"""The words that a question, and each part of a UNION, begins with. All else is refused, known or not."""

CLAUSES = {
    **dict.fromkeys(
        ["CREATE", "MERGE", "INSERT", "SET", "REMOVE", "DELETE", "DETACH", "NODETACH"], "would change data"
    ),
    "FOREACH": "is there to change data",
    "LOAD": "would read a file or an address",
}
"""What may stand wherever a clause may, and what it does. CALL is looked at on its own."""

MEDDLING = """
    ALTER CYPHER DEALLOCATE DENY DROP DRYRUN ENABLE EXPLAIN GRANT PROFILE REALLOCATE RENAME REVOKE SHOW START STOP
    TERMINATE USE USING
"""
COMMANDS = frozenset(MEDDLING.split())
"""What may stand only where a statement begins. Elsewhere these are names, unless a word follows that follows no name
(`RETURN start ORDER BY` against `START DATABASE`)."""

GOING_ON = """
    AND AS ASC ASCENDING CALL CONTAINS DESC DESCENDING ELSE END ENDS IN IS LIMIT MATCH OFFSET OPTIONAL OR ORDER RETURN
    SKIP STARTS THEN UNION UNWIND WHEN WHERE WITH XOR
"""
AFTER_AN_EXPRESSION = frozenset(GOING_ON.split())
"""Words that may follow a name."""

SECOND_WORD = {"LOAD": "CSV", "DETACH": "DELETE", "NODETACH": "DELETE"}
"""Clauses that are no clause without their second word."""

HOW_TO_UNITE = frozenset({"ALL", "DISTINCT"})
"""Words that stand between UNION and the question after it."""

BEFORE_A_NAME = ".:|&!$([,=<~/^-"
"""Characters that no clause follows: after them a word is a name or a value. Not here are those that can end an
expression or a pattern: `* + % ? >` and the closing brackets."""

AFTER_A_NAME = ".:,)]}=<>*/%^|&;?!"
"""Characters that follow no clause's first word."""


def check_clauses(tokens: list[Token], typed: str) -> None:
    """Raises RefusedQueryError at the first word that begins something other than reading.

    `tokens` hold no spaces; `typed` is the text as typed, for the position.
    """
    for index, token in enumerate(tokens):
        if token.is_mark(";") and index + 1 < len(tokens):
            raise refusal(typed, token.place, "A second statement follows", do=ONE_QUESTION)
        if not token.keyword:
            continue
        if _begins_question(tokens, index) and token.keyword not in STARTERS:
            does = CLAUSES.get(token.keyword, "does not begin a question")
            raise refusal(typed, token.place, f"{shown(token.text)} {does}", do=BACKTICKS)
        if _commits(tokens, index):
            raise refusal(typed, token.place, "IN TRANSACTIONS would commit on its own", do=BACKTICKS)
        if _may_be_clause(tokens, index):
            _check_clause(tokens, index, typed)


def _check_clause(tokens: list[Token], index: int, typed: str) -> None:
    token = tokens[index]
    if token.keyword in CLAUSES:
        raise refusal(typed, token.place, f"{token.text} {CLAUSES[token.keyword]}", do=BACKTICKS)
    following = tokens[index + 1]
    if (
        token.keyword in COMMANDS
        and following.kind in ("word", "name")
        and following.keyword not in AFTER_AN_EXPRESSION
    ):
        raise refusal(typed, token.place, f"{token.text} does not begin a question", do=BACKTICKS)
    if token.keyword == "CALL" and not _opens_subquery(tokens, index + 1):
        raise refusal(typed, token.place, f"{token.text} of a procedure", do=SUBQUERY)


def _begins_question(tokens: list[Token], index: int) -> bool:
    if index == 0:
        return True
    if _is_union(tokens, index - 1):
        return tokens[index].keyword not in HOW_TO_UNITE
    return tokens[index - 1].keyword in HOW_TO_UNITE and _is_union(tokens, index - 2)


def _is_union(tokens: list[Token], index: int) -> bool:
    return index >= 0 and tokens[index].keyword == "UNION" and _may_be_clause(tokens, index)


def _may_be_clause(tokens: list[Token], index: int) -> bool:
    if index > 0 and tokens[index - 1].is_mark(BEFORE_A_NAME):
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following.is_mark(AFTER_A_NAME):
        return False
    second = SECOND_WORD.get(tokens[index].keyword)
    return second is None or following.keyword == second


def _opens_subquery(tokens: list[Token], index: int) -> bool:
    if tokens[index].is_mark("("):
        closing = (place for place in range(index, len(tokens)) if tokens[place].is_mark(")"))
        index = next(closing, index) + 1
    return index < len(tokens) and tokens[index].is_mark("{")


def _commits(tokens: list[Token], index: int) -> bool:
    if tokens[index].keyword not in ("TRANSACTION", "TRANSACTIONS"):
        return False
    before = [token.keyword or token.text for token in tokens[max(0, index - 2) : index]]
    return before == ["}", "IN"] or before[-1:] == ["CONCURRENT"]
