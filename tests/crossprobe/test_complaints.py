"""The mark stands under the place that a complaint names, whatever the text is."""

from hypothesis import given
from hypothesis import strategies as st

from crossprobe.complaints import WIDEST, marked_line


def test_the_mark_stands_under_the_sign() -> None:
    text = "MATCH (o:Officer)\n\tSET o.name = 1"
    assert marked_line(text, "SET would change data (line 2, column 2): this command only reads.") == (
        " SET o.name = 1\n ^"
    )


def test_a_complaint_without_a_place_or_about_another_text_has_no_mark() -> None:
    for complaint in ("too large", "line 9, column 1", "line 1, column 99", "line 0, column 0"):
        assert marked_line("RETURN 1", complaint) == ""


@given(st.text(st.characters(exclude_characters="\r\t\n"), min_size=1, max_size=400), st.data())
def test_of_a_long_line_the_part_around_the_place_is_shown(line: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(line)))
    shown, mark = marked_line(line, f"line 1, column {column}").split("\n")
    assert len(shown) <= WIDEST
    assert shown[len(mark) - 1] == line[column - 1]
