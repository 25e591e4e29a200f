"""A casebook written out and read back states the same; the order of what it says changes nothing."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.loads.checks import check_facts
from graph.records import Facts
from loaders.casebooks.mapping import map_casebook
from loaders.casebooks.models import CASEBOOK
from loaders.casebooks.reading import read_casebook
from tests.loaders.casebooks.generated import Content, contents

generous = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def written_and_read(folder: Path, content: Any) -> Facts:  # noqa: ANN401 - content of a file
    """What a file with that content states."""
    path = folder / "book.yaml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return map_casebook(read_casebook(path))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("books")


@generous
@given(content=contents())
def test_what_is_written_out_and_read_back_states_the_same(folder: Path, content: Content) -> None:
    casebook = CASEBOOK.model_validate(content)
    dumped = casebook.model_dump(mode="json", exclude_defaults=True)
    texts = yaml.load(yaml.safe_dump(dumped), Loader=yaml.BaseLoader)  # noqa: S506 - makes texts, nothing else
    assert written_and_read(folder, texts) == written_and_read(folder, content) == map_casebook(casebook)


@generous
@given(content=contents())
def test_what_a_casebook_states_is_always_what_the_model_can_hold(folder: Path, content: Content) -> None:
    check_facts(written_and_read(folder, content))


@generous
@given(content=contents(), data=st.data())
def test_the_order_of_entries_and_sections_changes_nothing(folder: Path, content: Content, data: st.DataObject) -> None:
    shuffled = {
        section: data.draw(st.permutations(entries)) if isinstance(entries, list) else entries
        for section, entries in data.draw(st.permutations(list(content.items())))
    }
    first, second = written_and_read(folder, content), written_and_read(folder, shuffled)
    assert (first.source, set_of(first)) == (second.source, set_of(second))


def set_of(facts: Facts) -> set[str]:
    """Everything stated, as texts that can be compared without order."""
    return {repr(each) for each in (*facts.records, *facts.statements, *facts.shared)}
