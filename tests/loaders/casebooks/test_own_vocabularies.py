"""A casebook that names vocabularies of its own, in files beside it."""

from pathlib import Path

import pytest

from graph.errors import InvalidInputError
from graph.vocabulary import load_vocabularies
from loaders.casebooks.mapping import map_casebook
from loaders.casebooks.reading import read_casebook

OFFENCES = """
scheme: acme.offences
version: 2021-01-01
family: offence
title: Offences of an invented police act
description: Invented.
source: An invented act, section 4
basis: read
codes:
- {code: idling, label: Idling on duty}
"""
CASEBOOK = """
source: {id: a-report, title: A report, kind: report, published: 2021-03-01}
vocabularies: [offences.yaml]
allegations:
  - id: one
    locator: para 1
    description: He idled.
    under: [{offence: acme.offences/idling}]
"""


def written(folder: Path, text: str = CASEBOOK) -> Path:
    (folder / "offences.yaml").write_text(OFFENCES, encoding="utf-8")
    path = folder / "casebook.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def refused(path: Path, **more: object) -> str:
    with pytest.raises(InvalidInputError) as error:
        read_casebook(path, **more)  # type: ignore[arg-type] # the one argument there is
    return str(error.value)


def test_a_code_of_its_own_vocabulary_becomes_a_shared_record(tmp_path: Path) -> None:
    facts = map_casebook(read_casebook(written(tmp_path)))
    (offence,) = (each for each in facts.shared if each.kind == "Offence")
    assert (offence.id, offence.properties["name"]) == ("offence:acme.offences/idling", "Idling on duty")


def test_another_casebook_does_not_know_it(tmp_path: Path) -> None:
    assert "acme.offences" in refused(written(tmp_path, CASEBOOK.replace("vocabularies: [offences.yaml]", "")))


@pytest.mark.parametrize("name", ["none.yaml", "../outside.yaml", "/etc/hostname", "https://example.org/a.yaml"])
def test_a_path_that_is_not_beside_it_is_refused_with_its_line(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "inside"
    folder.mkdir()
    (tmp_path / "outside.yaml").write_text(OFFENCES, encoding="utf-8")
    said = refused(written(folder, CASEBOOK.replace("offences.yaml", name)))
    assert "casebook.yaml:3: vocabularies[0]" in said
    assert f"there is no file {name!r} beside this one" in said


def test_a_symlink_out_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "inside"
    folder.mkdir()
    (tmp_path / "outside.yaml").write_text(OFFENCES, encoding="utf-8")
    (folder / "linked.yaml").symlink_to(tmp_path / "outside.yaml")
    assert "beside this one" in refused(written(folder, CASEBOOK.replace("offences.yaml", "linked.yaml")))


def test_a_scheme_declared_on_the_command_line_too_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path)
    known = load_vocabularies([tmp_path / "offences.yaml"])
    assert "acme.offences is declared by the settings or --vocabulary too" in refused(path, vocabularies=known)


def test_mistakes_in_its_vocabulary_are_told_with_its_own(tmp_path: Path) -> None:
    path = written(tmp_path, CASEBOOK.replace("locator: para 1", "locator: ''"))
    (tmp_path / "offences.yaml").write_text("scheme: acme.offences\n", encoding="utf-8")
    said = refused(path)
    assert "offences.yaml" in said
    assert "casebook.yaml" in said
