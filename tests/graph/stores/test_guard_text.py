"""What the guard refuses stays refused in any disguise, and what is only spelt so is let through."""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import RefusedQueryError
from graph.stores.guard import check_text
from graph.stores.guard.clauses import CLAUSES, COMMANDS
from graph.stores.guard.functions import FUNCTIONS
from tests.graph.stores.harmless_texts import HARMLESS
from tests.graph.stores.hostile_texts import DISGUISES, texts

WORDS = sorted({*CLAUSES, *COMMANDS, "CALL", "LOAD CSV", "DETACH DELETE"})
EVERY_HOSTILE = texts("file:///etc/hostname", "http://127.0.0.1/x.csv")
HOSTILE = sorted(EVERY_HOSTILE.values())

SCRAPS = [
    *WORDS,
    *"(){}[].,;:|$&!=<>+-*/%^~?'\"`\\",
    "\n",
    " ",
    "//",
    "/*",
    "*/",
    "UNION ALL",
    "TRANSACTIONS",
    "1",
    "x",
    "\\u0027",
]

fillers = st.sampled_from(
    [" ", "  ", "\n", "\t", "\r\n", "\u00a0", "\u2003", "/* ' */", "/**/", ' // " `\n', "/* CREATE */"]
)


def refuses(text: str) -> bool:
    try:
        check_text(text)
    except RefusedQueryError:
        return True
    return False


@pytest.mark.parametrize("disguise", DISGUISES)
def test_hostile_texts_are_refused(disguise: str) -> None:
    assert {name for name, text in EVERY_HOSTILE.items() if not refuses(DISGUISES[disguise](text))} == set()


@given(st.sampled_from(HOSTILE), st.randoms(use_true_random=False), st.lists(fillers, min_size=1, max_size=8))
def test_comments_spaces_and_case_change_no_refusal(text: str, random: Random, between: list[str]) -> None:
    words = text.split(" ")
    disguised = "".join(word + between[place % len(between)] for place, word in enumerate(words))
    assert refuses("".join(random.choice([c.upper(), c.lower()]) for c in disguised))


@given(
    st.sampled_from(WORDS), st.sampled_from(["'{}'", '"{}"', "`{}`", "/* {} */ 1", "// {}\n 1"]), st.text(max_size=5)
)
def test_a_word_inside_quotes_or_comments_is_never_refused(word: str, quotes: str, around: str) -> None:
    harmless = "".join(c for c in around if c.isalnum())
    check_text(f"RETURN {quotes.format(f'{harmless} {word} {harmless}')} AS x")


@given(st.sampled_from(sorted({word.split()[0] for word in WORDS})), st.sampled_from([str.upper, str.lower, str.title]))
def test_a_name_that_is_written_as_one_is_never_refused(word: str, spelt: Callable[[str], str]) -> None:
    name = spelt(word)
    check_text(
        f"MATCH (n:{name})-[:{name}|{name}*1..2]->({name} {{{name}: ${name}}}) WHERE n.{name} = 1 RETURN n.{name}"
    )
    check_text(f"MATCH ({name}:A) RETURN {name}.x, {{{name}: {name}}}, [{name}, {name}] AS x, `{name}` AS `{name}`")


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(SCRAPS), max_size=30).map("".join)))
def test_any_text_at_all_is_answered_with_a_refusal_or_nothing(text: str) -> None:
    refuses(text)


@pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS)
def test_harmless_texts_pass(text: str) -> None:
    check_text(text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("CREATE (n)", "CREATE would change data (line 1, column 1): this command only reads."),
        ("MATCH (n)\n set n.x = 1", "set would change data (line 2, column 2): this command only reads."),
        ("MATCH (n) \\u0053ET n.x = 1", "SET would change data (line 1, column 11): this command only reads."),
        ("LOAD CSV FROM 'x' AS l RETURN l", "LOAD would read a file or an address (line 1, column 1): "),
        ("SHOW TRANSACTIONS", "SHOW does not begin a question (line 1, column 1): this command only reads."),
        ("CALL db.labels()", "CALL of a procedure (line 1, column 1): this command only reads."),
        ("RETURN 1; RETURN 2", "A second statement follows (line 1, column 9): this command only reads."),
        ("RETURN util.sleep(1)", "util.sleep() is not among the allowed functions (line 1, column 8): "),
        ("RETURN 'abc", "' is not closed (line 1, column 8)."),
        ("RETURN \u201cabc\u201d", "U+201C (LEFT DOUBLE QUOTATION MARK) is no part of Cypher (line 1, column 8)."),
        ("RETURN 1 AS x\u202e", "U+202E (RIGHT-TO-LEFT OVERRIDE) is no part of Cypher (line 1, column 14)."),
        ("RETURN '\ud800'", "U+D800 (a character without a name) is no part of Cypher (line 1, column 9)."),
        (" // nothing", "The text asks nothing."),
    ],
)
def test_a_refusal_names_the_word_its_place_and_the_reason(text: str, what: str) -> None:
    with pytest.raises(RefusedQueryError) as refused:
        check_text(text)
    assert refused.value.what.startswith(what)
    assert refused.value.do
    assert "\n" not in refused.value.what + refused.value.do


def test_a_refusal_shows_no_hidden_character_and_no_endless_word() -> None:
    with pytest.raises(RefusedQueryError) as refused:
        check_text(f"RETURN `\x1b[2J{'x' * 5_000}`(1)")
    assert "\x1b" not in refused.value.what
    assert len(refused.value.what) < 200


@pytest.mark.parametrize(
    "name", ["file", "eval", "promql", "util.sleep", "util.decompress", "apoc.load.json", "graph.names"]
)
def test_functions_that_reach_beyond_the_graph_are_not_allowed(name: str) -> None:
    assert name not in FUNCTIONS
    assert refuses(f"RETURN {name}('x')")


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_allowed_functions_pass_in_any_case_and_in_backticks(name: str) -> None:
    check_text(f"RETURN {name.upper()}(1) AS a, `{name.replace('.', '`.`')}`(1) AS b")
