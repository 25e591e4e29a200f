"""Nobody can take the invented world for a real one."""

from pathlib import Path

import pytest

from examples.world.forces import BODIES, FORCES, NEWSPAPERS, NOTE
from examples.world.truth import READY, read_truth
from graph.names import folded
from graph.vocabulary.loading import load_vocabularies
from graph.vocabulary.shipped import shipped_names, shipped_scheme
from loaders.casebooks.reading import read_casebook

TYPES_OF_FORCE = {"police", "constabulary", "service"}


def shipped_labels(*families: str) -> set[str]:
    """Every label and alias of the shipped vocabularies of these families, folded."""
    schemes = [scheme for name in shipped_names() if (scheme := shipped_scheme(name)) and scheme.family in families]
    return {folded(text) for each in schemes for code in each.codes.values() for text in (code.label, *code.aliases)}


def without_type(name: str) -> str:
    """What is left of a force's name without police or constabulary."""
    return " ".join(word for word in folded(name).split() if word not in TYPES_OF_FORCE)


def test_no_force_or_body_bears_the_name_of_a_shipped_one() -> None:
    real = shipped_labels("force", "body")
    assert real
    invented = {*FORCES.values(), *(name for name, _ in BODIES.values()), *NEWSPAPERS}
    assert {folded(each) for each in invented} & real == set()
    assert {without_type(each) for each in FORCES.values()} & {without_type(each) for each in real} == set()


def test_no_force_code_is_a_shipped_one() -> None:
    real = {code for name in shipped_names() if (scheme := shipped_scheme(name)) for code in scheme.codes}
    assert set(FORCES) & real == set()


def test_no_person_bears_the_name_of_a_force_or_body() -> None:
    real = shipped_labels("force", "body")
    people = read_truth(READY).people
    assert [each for each in people if folded(f"{each['first_name']} {each['last_name']}") in real] == []


def test_names_of_forces_and_bodies_are_all_different() -> None:
    assert len(set(FORCES.values())) == len(FORCES)


@pytest.mark.parametrize("path", sorted((READY / "casebooks").rglob("*.yaml")), ids=lambda path: path.stem)
def test_every_casebook_says_at_once_that_it_is_invented(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith(f"# {NOTE}\n")
    source = read_casebook(path, load_vocabularies([READY / "vocabularies"])).source
    assert source.id.startswith("example-")
    assert source.note == NOTE


def test_telephone_numbers_belong_to_no_country() -> None:
    handles = [each.properties["handle"] for each in read_truth(READY).of_kind("Account")]
    assert handles
    assert [each for each in handles if not each.startswith("+999")] == []


def test_the_vocabularies_say_that_they_are_invented() -> None:
    vocabularies = load_vocabularies([READY / "vocabularies"])
    for name in ("example.forces", "example.bodies"):
        scheme = vocabularies.scheme(name)
        assert scheme is not None
        assert scheme.description == NOTE
    assert {code.text for code in vocabularies.schemes("force")[-1].codes.values()} == {
        f"example.forces/{code}" for code in FORCES
    }
