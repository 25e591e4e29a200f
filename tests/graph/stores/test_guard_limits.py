"""Each limit lets through as much as it says and refuses one more, naming what there is too much of."""

from collections.abc import Callable

import pytest

from graph.errors import RefusedQueryError
from graph.stores.guard import check_text, limits


def nested(opening: str, closing: str, times: int) -> str:
    return f"RETURN {opening * times}1{closing * times} AS x"


LIMITS: dict[str, tuple[int, Callable[[int], str]]] = {
    "characters": (limits.CHARACTERS, lambda n: "RETURN '" + "x" * (n - 9) + "'"),
    "words and signs": (
        limits.TOKENS,
        lambda n: f"RETURN [{','.join(['1'] * ((n - 4) // 2))}] AS {'x;' if n % 2 else 'x'}",
    ),
    "operators": (limits.OPERATORS, lambda n: f"RETURN {'1 + ' * n}1 AS x"),
    "relationships": (limits.RELATIONSHIPS, lambda n: f"MATCH {'-[:KNOWS]->'.join(['()'] * (n + 1))} RETURN 1 AS x"),
    "XOR": (limits.XORS, lambda n: f"RETURN {'true XOR ' * n}true AS x"),
    "brackets inside each other": (limits.BRACKETS_DEEP, lambda n: nested("(", ")", n)),
    "subqueries or maps inside each other": (limits.SUBQUERIES_DEEP, lambda n: nested("{a: ", "}", n)),
    "CASE inside each other": (limits.CASES_DEEP, lambda n: nested("CASE WHEN true THEN ", " END", n)),
    "negations in a row": (limits.NEGATIONS_IN_A_ROW, lambda n: f"RETURN {'NOT ' * n}true AS x"),
    "properties in a row": (limits.PROPERTIES_IN_A_ROW, lambda n: f"WITH {{a: 1}} AS m RETURN m{'.a' * n} AS x"),
}


@pytest.mark.parametrize("what", LIMITS)
def test_a_text_may_go_to_the_limit_and_not_beyond(what: str) -> None:
    limit, text_of = LIMITS[what]
    check_text(text_of(limit))
    with pytest.raises(RefusedQueryError, match=what):
        check_text(text_of(limit + 1))


@pytest.mark.parametrize("arrow", ["--", "-->", "<--", "-[r]-", "-[r:A|B]->", "<-[*1..2]-", "- -", "- /* */ [r] - >"])
def test_a_relationship_of_any_form_is_counted_once(arrow: str) -> None:
    check_text(f"MATCH {arrow.join(['()'] * (limits.RELATIONSHIPS + 1))} RETURN 1 AS x")
    with pytest.raises(RefusedQueryError, match="relationships"):
        check_text(f"MATCH {arrow.join(['()'] * (limits.RELATIONSHIPS + 2))} RETURN 1 AS x")


def test_what_stands_side_by_side_is_not_inside_each_other() -> None:
    check_text(f"RETURN {' + '.join(['(1)'] * 100)} AS x, {', '.join(['{a: 1}'] * 100)}, [x IN [1] | {{b: x}}] AS y")
    check_text(f"RETURN {' + '.join(['CASE WHEN true THEN 1 END'] * 50)} AS x")
    check_text(f"MATCH (n) WHERE {' AND '.join(['NOT n.a.b = 1'] * 100)} RETURN n")


def test_what_stands_in_strings_and_comments_does_not_count() -> None:
    check_text(f"RETURN '{'(' * 500}{'-[]-' * 500}' AS x /* {'XOR ' * 500} */")
