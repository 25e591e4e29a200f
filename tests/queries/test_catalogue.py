"""Finding saved queries by id, by title and by words."""

from pathlib import Path

import pytest

from graph.errors import InvalidInputError, NotFoundError, UsageError
from queries.catalogue import BUILT_IN, every_query, find, listed
from tests.queries.expected import EXPECTED
from tests.queries.test_format import GOOD


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of somebody's own with one query."""
    (tmp_path / "in-two.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def test_a_query_is_found_by_its_id_and_no_other_file_is_read(own: Path) -> None:
    (own / "broken.yaml").write_text("id: [", encoding="utf-8")
    assert find("in-two", [own]).title == "People in two places"
    with pytest.raises(InvalidInputError):
        find("people in", [own])


def test_a_query_is_found_by_a_part_of_its_title(own: Path) -> None:
    assert find("TWO  places", [BUILT_IN, own]).id == "in-two"
    assert find("recurring across").id == "recurring-officers"
    with pytest.raises(UsageError, match="several titles") as refused:
        find("officers")
    assert "recurring-officers" in refused.value.what


def test_an_unknown_query_is_answered_with_the_nearest() -> None:
    with pytest.raises(NotFoundError) as refused:
        find("recuring-officers")
    assert "Did you mean recurring-officers" in refused.value.do
    with pytest.raises(NotFoundError):
        find("   ")
    with pytest.raises(NotFoundError, match="no folder"):
        find("in-two", [BUILT_IN / "nowhere"])


def test_two_queries_of_one_id_are_refused(own: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    second = tmp_path_factory.mktemp("second")
    (second / "in-two.yaml").write_text(GOOD, encoding="utf-8")
    for ask in (lambda: find("in-two", [own, second]), lambda: every_query([own, second])):
        with pytest.raises(UsageError, match="Two saved queries are called in-two"):
            ask()


def test_the_list_holds_every_word_that_is_asked_for() -> None:
    assert {each.id for each in listed("")} == {each.id for each in every_query()}
    assert [each.id for each in listed("denied links")] == ["denied-links"]
    assert [each.id for each in listed("OUTCOMES force")] == ["outcomes-by-force"]
    assert listed("no such words anywhere") == []


def test_every_query_has_an_expectation_and_every_expectation_a_query() -> None:
    assert {each.example.expected for each in every_query()} == set(EXPECTED)
    assert {path.stem for path in BUILT_IN.iterdir()} == {each.id for each in every_query()}
