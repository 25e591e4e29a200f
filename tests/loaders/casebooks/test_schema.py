"""The JSON Schema as an editor uses it: a validator accepts what we accept and underlines common slips."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from loaders.casebooks.schema import casebook_schema
from tests.loaders.casebooks.writing import SOURCE, TWO_PEOPLE

EXAMPLES = Path(__file__).parents[3] / "examples"
CASEBOOKS = sorted(EXAMPLES.rglob("*.yaml"))


def complaints(text: str) -> list[str]:
    # As editors read YAML: a date stays the text it is.
    class Plain(yaml.SafeLoader):
        pass

    Plain.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    content: Any = yaml.load(text, Loader=Plain)  # noqa: S506 - a safe loader without dates
    return [
        each.json_path for each in Draft202012Validator(casebook_schema()).iter_errors(json.loads(json.dumps(content)))
    ]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(casebook_schema())


@pytest.mark.parametrize(
    "path",
    [each for each in CASEBOOKS if "vocabularies" not in each.parts],
    ids=lambda each: str(each.relative_to(EXAMPLES)),
)
def test_casebooks_that_load_are_not_underlined(path: Path) -> None:
    assert complaints(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("slip", "place"),
    [
        (TWO_PEOPLE.replace("name: Pike", "nmae: Pike"), "$.officers[0]"),
        (TWO_PEOPLE.replace(", locator: para 1", ""), "$.officers[0]"),
        (TWO_PEOPLE + "officer: []\n", "$"),
        (TWO_PEOPLE.replace("withheld", "dont_know"), "$.officers[1].why_unidentified"),
    ],
    ids=["a key", "no locator", "a section", "a choice"],
)
def test_a_slip_is_underlined_where_it_stands(slip: str, place: str) -> None:
    assert complaints(SOURCE + slip) == [place]
