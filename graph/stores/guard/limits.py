"""How large and how tangled a typed text may be.

Planning a text can take longer than running it, and a planner looks at no timeout. Measured on Neo4j 5.26: 400 times
NOT in a row, 200 properties of properties, 20 XOR or 20 subqueries inside each other keep it busy for minutes, also
after the connection is closed; 40 relationships take ten seconds. 200 CASE inside each other take the embedded engine
45 s. Each limit lies well below that, and above what a question needs.
"""

from collections.abc import Iterator

from graph.errors import RefusedQueryError
from graph.stores.guard.refusing import position
from graph.stores.guard.tokens import Token

CHARACTERS = 100_000
TOKENS = 20_000
OPERATORS = 1_000
RELATIONSHIPS = 20
XORS = 10
BRACKETS_DEEP = 50
SUBQUERIES_DEEP = 8
CASES_DEEP = 10
NEGATIONS_IN_A_ROW = 20
PROPERTIES_IN_A_ROW = 20

SMALLER = "Ask in smaller steps; long lists of values go in as parameters."


def check_size(typed: str) -> None:
    """Raises RefusedQueryError for a text too long to look at."""
    if len(typed) > CHARACTERS:
        raise RefusedQueryError(f"The text has {len(typed)} characters; {CHARACTERS} are allowed.", do=SMALLER)


def check_limits(tokens: list[Token], typed: str) -> None:
    """Raises RefusedQueryError where one of the counts above is exceeded. `tokens` hold no spaces."""
    for count, limit, what, token in (*_totals(tokens), *_depths(tokens), *_rows(tokens)):
        if count > limit:
            raise RefusedQueryError(
                f"The text has more than {limit} {what} ({position(typed, token.place)}): too tangled to plan.",
                do=SMALLER,
            )


Count = tuple[int, int, str, Token]


def _totals(tokens: list[Token]) -> Iterator[Count]:
    operators = relationships = xors = 0
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else token
        operators += token.is_mark("+-*/%^=<>.") or token.keyword in ("AND", "OR", "XOR", "NOT", "IN")
        relationships += token.is_mark("-") and following.is_mark("[-")
        xors += token.keyword == "XOR"
        yield index + 1, TOKENS, "words and signs", token
        yield operators, OPERATORS, "operators", token
        yield relationships, RELATIONSHIPS, "relationships", token
        yield xors, XORS, "XOR", token


def _depths(tokens: list[Token]) -> Iterator[Count]:
    brackets = braces = cases = 0
    for token in tokens:
        if token.kind == "mark":
            brackets += (token.text in "([{") - (token.text in ")]}")
            braces += (token.text == "{") - (token.text == "}")
        cases += (token.keyword == "CASE") - (token.keyword == "END" and cases > 0)
        yield brackets, BRACKETS_DEEP, "brackets inside each other", token
        yield braces, SUBQUERIES_DEEP, "subqueries or maps inside each other", token
        yield cases, CASES_DEEP, "CASE inside each other", token


def _rows(tokens: list[Token]) -> Iterator[Count]:
    negations = properties = 0
    for index, token in enumerate(tokens):
        negations = negations + 1 if token.is_mark("+-") or token.keyword == "NOT" else 0
        if token.is_mark("."):
            properties += 1
        elif index > 0 and not tokens[index - 1].is_mark("."):
            properties = 0
        yield negations, NEGATIONS_IN_A_ROW, "negations in a row", token
        yield properties, PROPERTIES_IN_A_ROW, "properties in a row", token
