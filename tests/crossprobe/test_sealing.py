"""The local key: it digests so that only its holder can compare, and seals so that only its holder can read."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossprobe.sealing import LocalKey
from graph.errors import CrossprobeError


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> LocalKey:
    return LocalKey(tmp_path_factory.mktemp("key") / "key")


@given(values=st.dictionaries(st.text(), st.text() | st.integers() | st.none() | st.lists(st.text())))
def test_what_is_sealed_can_be_read_back(key: LocalKey, values: dict[str, object]) -> None:
    assert key.unsealed(key.sealed(values)) == values


def test_sealed_text_hides_what_was_typed(key: LocalKey) -> None:
    assert "Merriweather" not in key.sealed({"text": "Merriweather"})


def test_equal_texts_have_equal_digests_under_one_key_only(tmp_path: Path) -> None:
    one, again, other = LocalKey(tmp_path / "one"), LocalKey(tmp_path / "one"), LocalKey(tmp_path / "other")
    assert one.digest("Merriweather") == again.digest("Merriweather")
    assert one.digest("Merriweather") != other.digest("Merriweather")


def test_the_key_is_for_its_owner_only(tmp_path: Path) -> None:
    key = LocalKey(tmp_path / "state" / "key")
    key.digest("anything")
    assert stat.S_IMODE(key.path.stat().st_mode) == 0o600
    assert [each.name for each in key.path.parent.iterdir()] == ["key"]


def test_another_key_cannot_read_it(tmp_path: Path) -> None:
    sealed = LocalKey(tmp_path / "one").sealed({"why": "case 12"})
    with pytest.raises(CrossprobeError, match="another key"):
        LocalKey(tmp_path / "other").unsealed(sealed)


def test_a_damaged_key_is_said_to_be_damaged_and_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"short")
    with pytest.raises(CrossprobeError, match="damaged"):
        LocalKey(tmp_path / "key").digest("anything")
    assert (tmp_path / "key").read_bytes() == b"short"
