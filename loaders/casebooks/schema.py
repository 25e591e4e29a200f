"""The JSON Schema of a casebook, for editors: it completes keys and codes and underlines what is mistaken."""

from typing import Any

from loaders.casebooks.models import CASEBOOK

Schema = dict[str, Any]

_BY_NAME = ("properties", "$defs")
"""Keywords under which the keys are names of ours, not keywords."""


def casebook_schema() -> Schema:
    """The schema of a casebook file (JSON Schema, draft 2020-12)."""
    written = _written(CASEBOOK.model_json_schema())
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Casebook", **written}


def _written(schema: Schema) -> Schema:
    """pydantic's schema, put as a file is written: what is absent is left out and not null, and 7 is also a text."""
    kept: Schema = {}
    for keyword, value in schema.items():
        if keyword in _BY_NAME:
            kept[keyword] = {name: _written(each) for name, each in value.items()}
        elif isinstance(value, dict):
            kept[keyword] = _written(value)
        elif keyword == "anyOf":
            kept[keyword] = [_written(each) for each in value if each != {"type": "null"}]
        elif keyword not in ("title", "default"):
            kept[keyword] = value
    if kept.get("type") == "string" and "enum" not in kept:
        kept["type"] = ["string", "number"]
    if len(kept.get("anyOf", ())) == 1:
        (only,) = kept.pop("anyOf")
        return {**only, **kept}
    return kept
