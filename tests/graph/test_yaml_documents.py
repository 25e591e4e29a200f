"""Files that people write: what stands there stays text and knows its line, and every mistake is told at once."""

import contextlib
from pathlib import Path
from typing import Literal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from graph.errors import InvalidInputError, InvalidValueError, NotFoundError
from graph.hidden_characters import hidden_characters
from graph.yaml_documents import Document, Place, building, inspect_document, path_text, problems_from, read_document
from graph.yaml_documents.building import MAX_DEPTH, build


@pytest.fixture(autouse=True, params=["CLoader", "Loader"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every story is told with the parser in C and with the one in Python."""
    monkeypatch.setattr(building, "PARSER", getattr(yaml, request.param))


def written(folder: Path, content: str | bytes) -> Path:
    """A file of that content."""
    path = folder / "book.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return path


def mistakes(folder: Path, content: str | bytes, **limits: int) -> list[str]:
    """What a person is told of a file of that content, one line a mistake."""
    with pytest.raises(InvalidInputError) as caught:
        read_document(written(folder, content), display="book.yaml", **limits)
    return [str(problem) for problem in caught.value.problems]


# What stands in a file stays what it is.


@pytest.mark.parametrize(
    "text", ["no", "31/02", "2021-03-03", "007", "true", "null", "~", "1_000", "0x1F", "12:30:45", "1e3", "=", "Null"]
)
def test_plain_text_stays_text(tmp_path: Path, text: str) -> None:
    assert read_document(written(tmp_path, f"of: {text}\n")).value == {"of": text}


def test_what_is_left_empty_is_none_and_quotes_hold_an_empty_text(tmp_path: Path) -> None:
    assert read_document(written(tmp_path, 'a:\nb: ""\nc: [x, ]\n')).value == {"a": None, "b": "", "c": ["x"]}


letters = st.characters(
    exclude_categories=("Cc", "Cf", "Cn", "Cs", "Lo", "Zl", "Zp"), include_characters="\t\n\u200d葛"
)
keys = st.text(letters, min_size=1, max_size=20).filter(lambda key: key != "<<" and not list(hidden_characters(key)))
texts = st.text(letters, max_size=40).filter(lambda text: not list(hidden_characters(text)))
trees = st.recursive(
    texts, lambda inside: st.lists(inside, max_size=4) | st.dictionaries(keys, inside, max_size=4), max_leaves=10
)


@given(st.dictionaries(keys, trees, min_size=1, max_size=4))
def test_what_was_written_is_read_back(tree: dict[str, object]) -> None:
    text = yaml.dump(tree, default_style='"', allow_unicode=True, sort_keys=False, Dumper=WithoutAliases)
    document, problems = build(text, "book.yaml")
    assert (document.value, problems) == (tree, [])


class WithoutAliases(yaml.CSafeDumper):
    """Writes a value out each time it occurs."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the library's signature
        return True


@given(st.binary(max_size=60) | st.text(alphabet="ab:-[]{},&*!|>'\"#%@\\U1 \n\t?<", max_size=40).map(str.encode))
def test_whatever_bytes_a_file_holds_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(content)
    with contextlib.suppress(InvalidInputError):
        assert read_document(path).value is not None


# Lines and places.

BOOK = """# a comment
source:
  id: a-paper
officers:
  - id: sergeant
    served_in:
      - force: uk-police/merseyside
        rank: >
          sergeant
          of police
  - id: second
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 2),
        (("source", "id"), 3),
        (("officers",), 4),
        (("officers", 0), 5),
        (("officers", 0, "served_in"), 6),
        (("officers", 0, "served_in", 0, "rank"), 8),
        (("officers", 1, "id"), 11),
    ],
)
def test_a_value_knows_the_line_of_its_key(tmp_path: Path, path: Place, line: int) -> None:
    assert read_document(written(tmp_path, BOOK)).line(path) == line


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("officers", 0, "served_in", 0, "role"), 7),
        (("officers", 9, "id"), 4),
        (("source", "id", "more"), 3),
        (("none", "such"), 2),
        (("officers", "id"), 4),
    ],
)
def test_what_is_absent_has_the_line_of_its_nearest_parent(tmp_path: Path, path: Place, line: int) -> None:
    assert read_document(written(tmp_path, BOOK)).line(path) == line


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    plain = read_document(written(tmp_path, BOOK))
    other = read_document(written(tmp_path, b"\xef\xbb\xbf" + BOOK.replace("\n", "\r\n").encode()))
    assert (other.value, other.marks) == (plain.value, plain.marks)


def test_places_read_as_people_write_them() -> None:
    assert path_text(("officers", 2, "served_in", 0, "rank")) == "officers[2].served_in[0].rank"
    assert path_text((0, "id")) == "[0].id"
    assert path_text(()) == ""


# What YAML allows and we do not.


def test_all_that_is_refused_is_told_at_once_with_line_and_place(tmp_path: Path) -> None:
    content = """officers:
  - id: &first one
    id: two
  - *first
  - !!python/object:os.system x
  - <<: {a: b}
  - ? [a, b]
    : c
  - "\\u202E": x
  - note: a\u200bb
"""
    told = mistakes(tmp_path, content)
    places = [line.split(":")[1:3] for line in told]
    assert [(int(line), path.strip().split(" ")[0]) for line, path in places] == [
        (2, "officers[0].id"),
        (3, "officers[0].id"),
        (4, "officers[1]"),
        (5, "officers[2]"),
        (6, "officers[3].<<"),
        (7, "officers[4].?"),
        (9, "officers[5]"),
        (10, "column"),
    ]
    assert "'&first' is an anchor" in told[0]
    assert "stands here a second time; the first is in line 2" in told[1]
    assert "'*first' is an alias" in told[2]
    assert "is a tag" in told[3]
    assert "merge key" in told[4]
    assert "a key must be a text" in told[5]
    assert "U+202E (RIGHT-TO-LEFT OVERRIDE)" in told[6]
    assert "column 12: hidden character U+200B (ZERO WIDTH SPACE)" in told[7]


def test_the_first_of_two_equal_keys_serves_to_find_further_mistakes(tmp_path: Path) -> None:
    document, problems = inspect_document(written(tmp_path, "a: one\nb: x\na: [two]\n"))
    assert document.value == {"a": "one", "b": "x"}
    assert [problem.line for problem in problems] == [3]


def test_a_bomb_of_aliases_is_refused_before_it_goes_off(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    told = mistakes(tmp_path, bomb)
    assert len(told) == 81
    assert all("an alias" in line or "an anchor" in line for line in told)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "it is empty"),
        ("# nothing but a remark\n", "it is empty"),
        ("---\n", "it is empty"),
        ("a: b\n---\nc: d\n", ":2: a second document begins here"),
        ("a: b: c\n", ":1: column 5: a second `: ` in one line"),
        ("a:\n\tb: c\n", ":2: column 1: a text cannot begin like this"),
        ("a: @home\n", ":1: column 4: a text cannot begin like this"),
        ("a: b\n- c\n", ":2: column 1: a key with a colon, or an item of the list, is expected here"),
        ("a: 'b\n", "a quotation mark is opened and never closed"),
        ("[" * (MAX_DEPTH + 1), f":1: it is nested more than {MAX_DEPTH} deep"),
        (b"a: b\nc: caf\xe9\n", ":2: byte 11 is not UTF-8: 0xe9"),
        ("a: b".encode("utf-16"), ":1: it is written in UTF-16"),
        (b"PK\x03\x04\n\x00\x00", ":2: byte 5 is zero: it is no text file"),
        ("a: \ud800\n", ":1: byte 3 is not UTF-8"),
        ("x" * 300 + ": y\n", ":1: ?: the key 'xxx"),
    ],
)
def test_what_nothing_can_be_made_of_is_refused_with_its_place(tmp_path: Path, content: str | bytes, said: str) -> None:
    assert any(said in line for line in mistakes(tmp_path, content))


def test_nesting_is_allowed_up_to_the_limit(tmp_path: Path) -> None:
    assert read_document(written(tmp_path, "[" * MAX_DEPTH + "]" * MAX_DEPTH)).value


def test_values_are_counted_up_to_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "MAX_VALUES", 1001)
    assert len(read_document(written(tmp_path, "- a\n" * 1000)).value) == 1000
    assert "book.yaml:1002: it holds more than 1,001 values" in mistakes(tmp_path, "- a\n" * 2000)[0]


def test_of_a_file_that_is_too_large_no_more_than_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as opened:
        opened.truncate(100_000_000_000)  # a hole: it takes no room, and reading it would not end
    with pytest.raises(InvalidInputError, match="it is 100,000,000,000 bytes, and was not read"):
        read_document(path)
    assert "is 5 bytes" in mistakes(tmp_path, "a: b\n", max_bytes=4)[0]
    assert read_document(written(tmp_path, "a: b\n"), max_bytes=5).value == {"a": "b"}


def test_mistakes_by_the_million_are_not_all_listed(tmp_path: Path) -> None:
    assert len(mistakes(tmp_path, "- &a b\n" * 10_000)) == 101
    assert len(mistakes(tmp_path, "a: " + "\u202e" * 10_000)) == 101


def test_a_file_that_is_not_there_and_one_that_is_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="There is no file"):
        read_document(tmp_path / "none.yaml")
    with pytest.raises(InvalidInputError, match="it cannot be read"):
        read_document(tmp_path)


# Hidden characters.


@pytest.mark.parametrize(
    "hidden",
    "\x00\x07\x1b\x7f\x85\x9b\xad\u061c\u200b\u200e\u200f\u2028\u202a\u202e\u2060\u2066\u2069\u3164\ufeff\U000e0041\r",
)
def test_hidden_characters_are_refused_wherever_they_stand(tmp_path: Path, hidden: str) -> None:
    for content in (f"a: b{hidden}c\n", f"a: b # c{hidden}d\n", f"a{hidden}b: c\n"):
        assert f"U+{ord(hidden):04X}" in mistakes(tmp_path, content)[0] or hidden == "\x00"


@pytest.mark.parametrize("escape", ["\\0", "\\e", "\\x9b", "\\u202e", "\\N", "\\L", "\\r", "\\u200f"])
def test_an_escape_brings_no_hidden_character_in(tmp_path: Path, escape: str) -> None:
    assert "an escape stands for the hidden character" in mistakes(tmp_path, f'a: "b{escape}c"\n')[0]


@pytest.mark.parametrize(
    "name",
    [
        "نرگس\u200cخانم",  # Persian, with a zero-width non-joiner
        "ක්\u200dෂ",  # Sinhala, with a zero-width joiner
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f lads",  # the flag of England
        "\u2764\ufe0f",  # a heart, with a variation selector
        "葛\U000e0100",  # a name's own form of a character
        "Zoë O’Neill-Müller",
    ],
)
def test_what_names_are_spelt_with_is_kept(tmp_path: Path, name: str) -> None:
    assert read_document(written(tmp_path, f"- {name}\n")).value == [name]


def test_text_smuggled_in_behind_a_flag_is_hidden(tmp_path: Path) -> None:
    smuggled = "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in "send") + "\U000e007f"
    assert "hidden character U+E0073" in mistakes(tmp_path, f"a: {smuggled}\n")[0]


# What a model says of a document.


class Served(BaseModel):
    model_config = ConfigDict(extra="forbid")

    force: str = Field(description="The force, as scheme/code.")
    role: bool | None = None


class Person(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: str = Field(min_length=1)
    kind: Literal["officer", "special", "staff"] = "officer"
    age: int | None = Field(None, ge=16)
    number: str | None = Field(None, pattern=r"^\d+$", description="Digits only.")
    served_in: list[Served] = []

    @field_validator("id")
    @classmethod
    def known(cls, text: str) -> str:
        if text == "nobody":
            raise InvalidValueError("nobody is no person", do="Name somebody.")
        if text == "none":
            raise ValueError("none is no person either")
        return text


class Book(BaseModel):
    model_config = ConfigDict(extra="forbid")

    officers: list[Person] = Field(description="Those the source speaks of.")


def refused(folder: Path, content: str) -> list[str]:
    """What a person is told of a book that the model refuses."""
    document: Document = read_document(written(folder, content), display="book.yaml")
    with pytest.raises(ValidationError) as caught:
        Book.model_validate(document.value)
    return [str(problem) for problem in problems_from(caught.value, document, Book)]


def test_numbers_and_truths_are_what_the_model_makes_of_the_text(tmp_path: Path) -> None:
    content = "officers:\n- {id: '7', age: 42, number: 007, served_in: [{force: x, role: true}]}\n"
    [person] = Book.model_validate(read_document(written(tmp_path, content)).value).officers
    assert (person.id, person.age, person.number, person.served_in[0].role) == ("7", 42, "007", True)


def test_what_a_model_refuses_is_told_with_line_place_and_what_is_allowed(tmp_path: Path) -> None:
    content = """officers:
  - id: one
    kind: offcer
    served_in:
      - frce: uk-police/kent
        role: perhaps
  - id:
    age: twelve
  - id: nobody
    number: A12
    served_in: kent
  - id: none
    age: 12
  - id: ""
  - [x]
"""
    assert refused(tmp_path, content) == [
        "book.yaml:3: officers[0].kind: 'offcer' is no choice (did you mean officer? one of: officer, special, staff)",
        "book.yaml:5: officers[0].served_in[0].force: force is missing (The force, as scheme/code.)",
        "book.yaml:5: officers[0].served_in[0].frce: unknown key 'frce' (did you mean force? known here: force, role)",
        "book.yaml:6: officers[0].served_in[0].role: 'perhaps' stands here (true or false)",
        "book.yaml:7: officers[1].id: it has no value (a text)",
        "book.yaml:8: officers[1].age: 'twelve' stands here (a whole number)",
        "book.yaml:9: officers[2].id: nobody is no person (Name somebody.)",
        "book.yaml:10: officers[2].number: 'A12' has not the form it must have (Digits only.)",
        "book.yaml:11: officers[2].served_in: 'kent' stands here (a list: one item a line, each begun with -)",
        "book.yaml:12: officers[3].id: none is no person either",
        "book.yaml:13: officers[3].age: '12': input should be greater than or equal to 16",
        "book.yaml:14: officers[4].id: the text is empty (a text; or leave the key out)",
        "book.yaml:15: officers[5]: a list stands here (keys with values, indented below)",
    ]


def test_a_key_missing_at_the_top_and_a_file_that_is_a_list(tmp_path: Path) -> None:
    assert refused(tmp_path, "{}\n") == ["book.yaml:1: officers: officers is missing (Those the source speaks of.)"]
    assert refused(tmp_path, "- a\n") == ["book.yaml:1: a list stands here (keys with values, indented below)"]


def test_a_model_s_mistakes_by_the_thousand_are_counted_not_listed(tmp_path: Path) -> None:
    told = refused(tmp_path, "officers:\n" + "- x\n" * 5000)
    assert len(told) == 101
    assert told[-1] == "book.yaml: 4,900 more mistakes are not listed (mend these first)"
