"""The mappings that come with crossprobe: free of mistakes, and true to the published figures of their data."""

from pathlib import Path

import pytest

from loaders.tables.mapping import Mapped, map_tables
from loaders.tables.mapping_file import check_mapping, read_mapping
from tests.public_data import public_data

MAPPINGS = sorted((Path(__file__).parents[3] / "loaders" / "mappings").glob("*.yaml"))


@pytest.mark.parametrize("file", MAPPINGS, ids=lambda file: file.stem)
def test_it_has_no_mistakes(file: Path) -> None:
    assert check_mapping(file) == []


def mapped(name: str, scratch: Path) -> Mapped:
    (file,) = (each for each in MAPPINGS if each.stem == name)
    return map_tables(read_mapping(file), public_data(), scratch, now="2026-01-01T00:00:00Z")


def counts(found: Mapped) -> dict[str, int]:
    kinds = {label: frame.height for label, frame in found.facts.records.items()}
    for (name, _, _), frame in found.facts.statements.items():
        kinds[name] = kinds.get(name, 0) + frame.height
    return kinds


STATED = {
    "chicago_ft": {
        "Officer": 33_693, "Investigation": 181_412, "Allegation": 244_436, "AGAINST": 244_436, "SUBJECT_OF": 244_436,
    },
    "louisiana": {"Officer": 4_338, "Force": 385, "SERVED_IN": 4_338},
    "met_complaint_subjects": {"SUBJECT_OF": 58_129 - 8_815 - 439},
    "nyc": {"AGAINST": 14_918 + 6_787, "SUBJECT_OF": 14_918 + 6_787},
    "philadelphia": {"Investigation": 3_388, "Allegation": 8_839, "AGAINST": 8_839},
    "virginia": {"Officer": 434, "HAD_STATUS": 434},
    "uk_forces": {"Statistic": 43},
    "iopc": {"Investigation": 1_320 + 182},
}  # fmt: skip
"""What the published descriptions of the data say: rows of the files, persons, placeholders left out."""


@pytest.mark.shared_data
@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(STATED))
def test_it_states_what_the_data_hold_and_rejects_no_row(name: str, tmp_path: Path) -> None:
    found = mapped(name, tmp_path)
    kinds = counts(found)
    assert {each: kinds[each] for each in STATED[name]} == STATED[name]
    assert list(found.rejects.lines()) == []
    for count in found.files.values():
        assert count.read == count.used + sum(count.excluded.values()) + count.rejected


@pytest.mark.shared_data
@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "rule", "pairs"),
    [
        ("chicago_ft", "same-complaint-number", 6_436),
        ("chicago_ft", "same-complaint-number-and-officer", 244_436 - 234_382),
        ("louisiana", "publisher-says-one-person", 4_338 - 2_672),
        ("philadelphia", "officer-number", 12),
    ],
)
def test_its_rules_find_the_pairs_that_are_known(name: str, rule: str, pairs: int, tmp_path: Path) -> None:
    found = mapped(name, tmp_path)
    (ruled,) = (each for each in found.facts.rules if each.rule.endswith(f"/{rule}"))
    assert ruled.pairs.height == pairs
