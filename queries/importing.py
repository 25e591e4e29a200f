"""Makes a saved query of a plain Cypher file: its form filled in as far as the text tells, for a person to finish."""

import re
from pathlib import Path

import yaml

from graph.errors import InvalidQueryError
from graph.stores.store import Rows
from queries.checking import parameters_in

_LABEL = re.compile(r"\(\s*\w*\s*:\s*`?(\w+)")
_NOT_ID = re.compile(r"[^a-z0-9]+")

_TYPES: tuple[tuple[type, str], ...] = ((bool, "boolean"), (int, "integer"), (float, "number"), (list, "texts"))

SKELETON = """\
# A saved query: one question, its text, and what a reader must know beside the rows.
# Try it with: crossprobe query check {id}.yaml    Ask it with: crossprobe query run {id} --catalogue .
id: {id} # the file's name without .yaml
revision: 1 # raise it whenever answers may change
title: Officers by name
question: Which officers have this name?
category: identity
parameters:
  - name: part
    type: text # text, integer, number, boolean, date or id
    example: ann
    description: A part of the name, in small letters.
columns: # exactly what the text returns, in order
  - name: officer
    type: id
    description: The officer.
  - name: name
    type: text
    description: The name as its source writes it.
key: [officer] # the columns that tell one row from another
cypher: |
  MATCH (o:Officer)
  WHERE o.name_folded CONTAINS $part
  RETURN o.id AS officer, o.name AS name
  ORDER BY officer
# graph: | # what each row rests on; left out: the records whose ids stand in it
denominator:
  cypher: MATCH (o:Officer) RETURN count(DISTINCT o.canonical_id) AS n
  counts: officers held
caveats:
  - Two people may have one name.
empty: None of the {{n}} officers held has {{part}} in the name.
"""


def skeleton(query_id: str) -> str:
    """A commented saved query that runs, to be changed."""
    return SKELETON.format(id=query_id)


def id_of(path: Path) -> str:
    """The id for a file of that name: small letters, digits and hyphens."""
    made = _NOT_ID.sub("-", path.stem.lower()).strip("-")
    return made if made[:1].isalpha() else f"query-{made}".rstrip("-")


def imported(path: Path, text: str, answered: Rows) -> str:
    """The saved query (YAML) for a Cypher text and its rows on some database; what only a person knows says so.

    Raises InvalidQueryError where the text returns columns without plain names.
    """
    unnamed = [each for each in answered.columns if not re.fullmatch(r"[a-z][a-z0-9_]*", each)]
    if unnamed or not answered.columns:
        raise InvalidQueryError(
            f"{path.name} returns {', '.join(unnamed) or 'nothing that has a name'}.",
            do="Name each column in small letters: RETURN o.id AS officer.",
        )
    comments = [line.strip().removeprefix("//").strip() for line in text.splitlines() if line.strip().startswith("//")]
    question = next((each for each in comments if each.endswith("?")), f"What does {path.name} find?")
    label = next(iter(_LABEL.findall(text)), "Officer")
    made = {
        "id": id_of(path),
        "revision": 1,
        "title": path.stem.replace("-", " ").replace("_", " ").strip().capitalize(),
        "question": question,
        "category": "data quality",
        "parameters": [
            {"name": each, "type": "text", "example": "TO DO", "description": "TO DO"}
            for each in sorted(parameters_in(text) - {"at", "known"})
        ],
        "dates": {each: "TO DO" for each in ("at", "known") if each in parameters_in(text)},
        "columns": [
            {"name": name, "type": _type([row[place] for row in answered.rows]), "description": "TO DO"}
            for place, name in enumerate(answered.columns)
        ],
        "key": list(answered.columns),
        "cypher": text.strip() + "\n",
        "denominator": {
            "cypher": f"MATCH (n:{label}) RETURN count(DISTINCT n.canonical_id) AS n",
            "counts": f"records of kind {label} (TO DO: of whom are the rows a part?)",
        },
        "empty": f"None of the {{n}} records of kind {label} fits.",
    }
    stated = {key: value for key, value in made.items() if value}
    return yaml.dump(stated, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as they are read: as blocks."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def _type(values: list[object]) -> str:
    held = [each for each in values if each is not None]
    if held and all(isinstance(each, str) and re.fullmatch(r"[a-z-]+:[0-9a-z]{26}", each) for each in held):
        return "id"
    return next((name for kind, name in _TYPES if held and all(isinstance(each, kind) for each in held)), "text")
