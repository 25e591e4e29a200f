"""Files of saved queries: what is refused, with line and place, and all at once."""

from pathlib import Path

import pytest

from graph.errors import InvalidInputError, NotFoundError, Problem
from queries.checking import parameters_in, read_query

GOOD = """\
id: in-two
revision: 1
title: People in two places
question: Who is in two places?
category: movement
parameters:
  - name: least
    type: integer
    default: 2
    example: 3
    description: How many places.
dates:
  known: What was stated by then.
columns:
  - name: officer
    type: id
    description: The officer.
key: [officer]
cypher: |
  MATCH (o:Officer)
  WHERE o.recorded_from <= $known AND $least > 1
  RETURN o.id AS officer ORDER BY officer
graph: |
  UNWIND $rows AS row
  MATCH (o:Officer {id: row.officer})
  RETURN row.number AS number, [o.id] AS records, properties(o) AS stated, o.name AS about
denominator:
  cypher: MATCH (o:Officer) RETURN count(o) AS n
  counts: officers
empty: None of the {n} officers is in {least} places.
example:
  expected: in_two
  near_miss: Somebody in one place.
"""


def problems(folder: Path, *changes: tuple[str, str], name: str = "in-two") -> list[Problem]:
    """The mistakes of the good file after the changes."""
    text = GOOD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        read_query(path)
    except InvalidInputError as error:
        return error.problems
    return []


def test_a_good_file_is_read(tmp_path: Path) -> None:
    assert problems(tmp_path) == []
    query = read_query(tmp_path / "in-two.yaml")
    assert query.no_rows(1200, {"least": 2}) == "None of the 1,200 officers is in 2 places."
    assert query.evidence == "shown"


@pytest.mark.parametrize(
    ("old", "new", "path", "line", "what"),
    [
        ("category: movement", "category: moves", "category", 5, "'moves' is no choice"),
        ("revision: 1", "revision: 0", "revision", 2, "'0'"),
        ("revision: 1", "revision: first", "revision", 2, "'first' stands here"),
        ("title: People in two places\n", "", "title", 1, "title is missing"),
        ("title: ", "tittle: ", "tittle", 3, "unknown key 'tittle'"),
        ("places?", "places.", "question", 4, "has not the form"),
        ("    type: integer", "    type: whole", "parameters[0].type", 8, "'whole' is no choice"),
        ("    example: 3", "    example: many", "parameters[0].example", 10, "'many' is not a whole number"),
        ("    default: 2", "    default: x", "parameters[0].default", 9, "'x' is not a whole number"),
        ("  - name: least", "  - name: at", "parameters[0].name", 7, "the name at is taken"),
        ("    example: 3", "    example: 3\n    kinds: [Force]", "parameters[0].kinds", 11, "an id, and only an id"),
        ("    example: 3", "    example: 3\n    choices: [a]", "parameters[0].choices", 11, "only a text has choices"),
        ("key: [officer]", "key: [person]", "key[0]", 18, "there is no column person"),
        ("key: [officer]", "key: []", "key", 18, "a list"),
        ("$least > 1", "$most > 1", "cypher", 19, "it uses $most, which is not declared"),
        ("AND $least > 1", "", "cypher", 19, "least is declared and not used"),
        ("o.recorded_from <= $known AND ", "", "cypher", 19, "known is declared and not used"),
        ("count(o) AS n", "$rows AS n", "denominator.cypher", 28, "it uses $rows"),
        ("{least} places", "{most} places", "empty", 30, "it names what it cannot know"),
        ("{least} places", "{least.__class__} places", "empty", 30, "it names what it cannot know"),
        ("{least} places", "{least!r} places", "empty", 30, "it names what it cannot know"),
        ("{least} places", "{least places", "empty", 30, "it names what it cannot know"),
        ("id: in-two", "id: in-three", "id", 1, "the file is called in-two.yaml"),
    ],
)
def test_each_mistake_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, path: str, line: int, what: str
) -> None:
    found = problems(tmp_path, (old, new))
    assert [(each.path, each.line, what in each.what) for each in found if each.path == path][:1] == [
        (path, line, True)
    ], found
    assert all(each.file == "in-two.yaml" for each in found)


def test_a_second_column_or_parameter_of_one_name_is_refused(tmp_path: Path) -> None:
    column = "  - name: officer\n    type: id\n    description: The officer.\n"
    assert [each.path for each in problems(tmp_path, (column, column * 2))] == ["columns[1].name"]


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    found = problems(
        tmp_path, ("revision: 1", "revision: x"), ("category: movement", "category: x"), ("counts:", "count:")
    )
    assert {each.path for each in found} == {
        "revision", "category", "denominator.counts", "denominator.count",
    }  # fmt: skip
    fitting = problems(tmp_path, ("key: [officer]", "key: [x]"), ("{least}", "{x}"), ("$least", "$x"))
    assert {each.path for each in fitting} == {"key[0]", "empty", "cypher"}


def test_files_that_are_no_yaml_or_too_large_are_refused(tmp_path: Path) -> None:
    for name, text in (("binary", "a\0b"), ("empty", ""), ("large", "# " + "x" * 300_000), ("anchor", "id: &a b")):
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(InvalidInputError):
            read_query(path)
    with pytest.raises(NotFoundError):
        read_query(tmp_path / "nowhere.yaml")


def test_parameters_in_comments_and_texts_are_not_used() -> None:
    text = "MATCH (n) // $comment\nWHERE n.a = '$text' AND n.b = \"it's $also\" /* $block */ AND n.c = $used RETURN n"
    assert parameters_in(text) == {"used"}
