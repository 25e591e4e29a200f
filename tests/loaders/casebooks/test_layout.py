"""What a casebook may say is what the model can hold, and editors and newcomers are told the same."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.model import KINDS, TYPES
from graph.model.identity import SAME_AS
from graph.model.kinds import Origin
from loaders.casebooks.layout import LABEL_OF_KEY, SECTIONS, nested_under
from loaders.casebooks.models import NOT_WRITTEN, Reference
from loaders.casebooks.reading import read_casebook
from loaders.casebooks.schema import casebook_schema
from loaders.casebooks.skeleton import skeleton
from tests.loaders.casebooks.writing import casebook_file


def test_every_kind_that_sources_state_has_a_section_but_messages() -> None:
    stated = {label for label, kind in KINDS.items() if kind.origin is Origin.SOURCE}
    assert stated - set(SECTIONS.values()) == {"Denial", "Suggestion", "Message"}


def test_every_statement_type_can_be_written_but_what_only_decisions_make() -> None:
    starts = (*SECTIONS.values(), "Source")
    nested = [(start, each) for start in starts for each in nested_under(start)]
    written = {(each.type, start, LABEL_OF_KEY[key]) for start, each in nested for key in each.ends}
    known = {(name, *ends) for name, each in TYPES.items() for ends in each.ends if "Message" not in ends}
    assert known - written == {("SAME_AS", *ends) for ends in SAME_AS.ends}
    assert written <= known


def test_a_key_never_means_two_things() -> None:
    for label in SECTIONS.values():
        properties = {each.name for each in KINDS[label].properties} | {"id", "locator"}
        assert not properties & {nested.key for nested in nested_under(label)}
        for nested in nested_under(label):
            assert not {each.name for each in TYPES[nested.type].properties} & set(nested.ends)


def test_anything_can_be_referred_to_in_a_denial_or_suggestion() -> None:
    assert set(Reference.model_fields) == set(LABEL_OF_KEY)


def parts(schema: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any part of a schema
    """Every schema within the schema."""
    if isinstance(schema, dict):
        yield schema
    for each in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts(each)


@pytest.mark.parametrize(("section", "label"), SECTIONS.items())
def test_the_schema_knows_every_key_of_an_entry_and_no_other(section: str, label: str) -> None:
    schema = casebook_schema()
    assert schema["properties"][section]["items"] == {"$ref": f"#/$defs/{label}"}
    entry = schema["$defs"][label]
    own = {each.name for each in KINDS[label].properties} - NOT_WRITTEN
    common = {"id", "locator", "name", "description", "why_unidentified", "said_by", "restriction"}
    assert set(entry["properties"]) == own | common | {each.key for each in nested_under(label)}
    assert (entry["required"], entry["additionalProperties"]) == (["id", "locator"], False)


def test_the_schema_offers_codes_and_takes_numbers_for_texts() -> None:
    definitions = casebook_schema()["$defs"]
    kinds, any_code = definitions["STEP_to_investigation"]["properties"]["kind"]["anyOf"]
    assert "steps/hearing" in kinds["enum"]
    assert any_code["type"] == ["string", "number"]
    assert definitions["Cohort"]["properties"]["size"]["type"] == ["string", "number"]


def test_the_schema_says_of_no_key_that_it_may_be_null() -> None:
    assert not [each for each in parts(casebook_schema()) if each.get("type") == "null"]


def test_the_skeleton_is_without_mistakes_as_it_stands_and_with_all_it_offers(tmp_path: Path) -> None:
    text = skeleton(tmp_path / "Möwe & Söhne (2).yaml")
    begun = read_casebook(casebook_file(tmp_path, text))
    assert begun.source.id == "mowe-sohne-2"
    assert list(begun.entries()) == []
    offered = "".join(line[2:] if line.startswith("# ") else line for line in text.splitlines(keepends=True))
    whole = read_casebook(casebook_file(tmp_path, offered))
    assert {label for label, _ in whole.entries()} == set(SECTIONS.values()) - {"Account", "Body"}
    assert whole.denials
    assert whole.suggestions


def test_a_file_whose_name_gives_no_slug_is_begun_all_the_same(tmp_path: Path) -> None:
    begun = read_casebook(casebook_file(tmp_path, skeleton(tmp_path / "«».yaml")))
    assert begun.source.id == "casebook"
