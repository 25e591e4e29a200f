"""The forces, bodies and publishers of the invented world, with names that nobody can take for real ones."""

from typing import Any

from examples.world.documents import Shared

FORCE_SCHEME = "example.forces"
BODY_SCHEME = "example.bodies"

FORCES: dict[str, str] = {
    "inkshire": "Inkshire Constabulary",
    "fableham": "Fableham Police",
    "quillborough": "Quillborough Police",
    "storymarsh": "Storymarsh Police",
    "parchmoor": "Parchmoor Constabulary",
    "figmenton": "Figmenton Police",
    "mythermouth": "Mythermouth Police",
    "chapterton": "Chapterton Police",
    "legendale": "Legendale Constabulary",
    "stanzaford": "Stanzaford Police",
    "prosewold": "Prosewold Constabulary",
    "versemere": "Versemere Police",
    "imaginshire": "Imaginshire Constabulary",
    "nowherby": "Nowherby Police",
    "supposeley": "Supposeley Police",
    "pretendle": "Pretendle Police",
    "conjectham": "Conjectham Police",
    "marginton": "Marginton Police",
    "footnotham": "Footnotham Police",
    "sonnetbury": "Sonnetbury Police",
    "epicshire": "Epicshire Constabulary",
    "plotmouth": "Plotmouth Police",
    "metaphorth": "Metaphorth Constabulary",
    "scribblesea": "Scribblesea Police",
}
"""Code and name of every force. The order is part of the world: a world's first forces are the first ones here."""

COUNTRY = "Invented Country"
REGIONS = ("Invented North", "Invented South")

OVERSIGHT = Shared("Body", f"{BODY_SCHEME}/complaints-office")
PROSECUTORS = Shared("Body", f"{BODY_SCHEME}/prosecution-office")

BODIES: dict[str, tuple[str, str]] = {
    "complaints-office": ("Invented Office for Police Complaints", "oversight"),
    "prosecution-office": ("Invented Prosecution Office", "prosecutor"),
}
"""Code, name and kind of every body."""

NEWSPAPERS = ("Daily Figment", "Inkshire Quill", "Storymarsh Fabulist")

NOTE = "Invented: there is no such force, publisher, person or case."
"""Stands on every source of the world, so that no page or table made from it is taken for a real one."""


def force(code: str) -> Shared:
    """The shared node of a force."""
    return Shared("Force", f"{FORCE_SCHEME}/{code}")


def region(code: str) -> str:
    """The region of a force: forces alternate, so that a region never names a force."""
    return REGIONS[list(FORCES).index(code) % len(REGIONS)]


def names_of_shared() -> dict[str, str]:
    """Ids of all forces and bodies of the world, with their names."""
    bodies = {Shared("Body", f"{BODY_SCHEME}/{code}").id: name for code, (name, _) in BODIES.items()}
    return {force(code).id: name for code, name in FORCES.items()} | bodies


def vocabularies() -> tuple[dict[str, Any], dict[str, Any]]:
    """The world's two vocabularies, as the content of the files that declare them."""
    forces = [
        {"code": code, "label": name, "country": COUNTRY, "region": region(code)} for code, name in FORCES.items()
    ]
    bodies = [{"code": code, "label": name, "country": COUNTRY, "kind": kind} for code, (name, kind) in BODIES.items()]
    return (
        _vocabulary(FORCE_SCHEME, "force", "Forces of the invented world", forces),
        _vocabulary(BODY_SCHEME, "body", "Bodies of the invented world", bodies),
    )


def _vocabulary(scheme: str, family: str, title: str, codes: list[dict[str, str]]) -> dict[str, Any]:
    head = {"scheme": scheme, "version": "2026-11-21", "family": family, "title": title}
    return {**head, "description": NOTE, "source": "examples/world of crossprobe", "basis": "read", "codes": codes}
