"""An invented case-management export, and the mapping of it, for tests to write and to spoil."""

from pathlib import Path

from graph.stores.store import Store
from loaders.tables.loading import TableResult, load_table
from loaders.tables.mapping_file import TableMapping, read_mapping

CASES = """\
case,opened,officer,forename,surname,born,finding
C7,2021-03-03,112.0,Ada,Pike,1970,SUSTAINED
7,03/03/2021,112.0,Ada,Pike,1970,sustained
8,2021-04,115.0,Bo,O'Neill,,Not sustained
"""

MAPPING = """\
source:
  id: invented-cases
  title: Invented cases
  kind: case_export
  published: 2022-01-01
vocabularies: [findings.yaml]
tables:
  cases:
    file: cases.csv
records:
  officer:
    kind: Officer
    table: cases
    key: [{text: "{officer}", whole: true}]
    properties:
      first_name: "{forename}"
      last_name: "{surname}"
      birth_year: {text: "{born}", between: [1900, 2010]}
  case:
    kind: Investigation
    table: cases
    key: ["{case}"]
    properties:
      reference: "{case}"
      opened: {text: "{opened}", formats: ["%d/%m/%Y"]}
  allegation:
    kind: Allegation
    table: cases
    key: ["{case}", "{officer}"]
statements:
  - type: AGAINST
    table: cases
    from: {record: allegation}
    to: {record: officer}
    properties:
      status: alleged
      finding: {text: "{finding}", look_up: invented.findings}
  - type: EXAMINED_IN
    table: cases
    from: {record: allegation}
    to: {record: case}
  - type: SERVED_IN
    table: cases
    from: {record: officer}
    to: {kind: Force, code: uk-police/merseyside}
same:
  case-number:
    reason: One number, with and without a C.
    by: {case: [{text: "{case}", without_prefix: C}]}
"""

FINDINGS = """\
scheme: invented.findings
version: 2022-01-01
family: finding
title: Invented findings
description: For tests.
source: Tests
basis: memory
codes:
  - {code: S, label: Sustained}
  - {code: NS, label: Not sustained}
"""

NOW = "2026-01-01T00:00:00Z"


def mapping_in(folder: Path, text: str = MAPPING) -> TableMapping:
    """The mapping written into the folder, with its vocabulary, and read."""
    return read_mapping(mapping_file(folder, text))


def mapping_file(folder: Path, text: str = MAPPING) -> Path:
    """The mapping written into the folder, with its vocabulary."""
    (folder / "findings.yaml").write_text(FINDINGS, encoding="utf-8")
    file = folder / "mapping.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def load(
    store: Store, folder: Path, cases: str | bytes = CASES, mapping: str = MAPPING, *, replace: bool = False
) -> TableResult:
    """Writes cases.csv and the mapping into the folder, and loads them."""
    data = cases.encode("utf-8") if isinstance(cases, str) else cases
    (folder / "cases.csv").write_bytes(data)
    read = mapping_in(folder, mapping)
    return load_table(store, read, folder, clock=lambda: NOW, rejects_file=folder / "rejects.jsonl", replace=replace)
