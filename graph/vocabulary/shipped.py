"""The vocabularies that come with crossprobe: one file a scheme, read when it is first asked for."""

from functools import cache
from pathlib import Path

from graph.vocabulary.codes import Scheme
from graph.vocabulary.reading import scheme_from

FOLDER = Path(__file__).parent / "schemes"


@cache
def shipped_names() -> tuple[str, ...]:
    """The names of all shipped schemes, in order; each is its file's name."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


@cache
def shipped_scheme(name: str) -> Scheme | None:
    """The shipped scheme of that name, or None."""
    if name not in shipped_names():
        return None
    from graph.yaml_documents import read_document

    return scheme_from(read_document(FOLDER / f"{name}.yaml").value)
