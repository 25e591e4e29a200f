"""The reference of the vocabularies as Markdown, from the data files alone."""

from graph.vocabulary.codes import Code, Scheme
from graph.vocabulary.families import FAMILIES
from graph.vocabulary.loading import load_vocabularies

_INTRODUCTION = """# Vocabularies

Generated from graph/vocabulary; do not edit. A code is always written with its scheme, as `uk-ranks/sergeant`, since
schemes use the same letters for different things. *Basis* says whether a code was read in the published text or
written from memory; what is from memory is to be checked before anybody relies on it. *In force* is from the first to
the last day; of outcomes and categories, for allegations that came to notice on those days.
"""


def vocabulary_reference() -> str:
    """docs/reference/vocabularies.md: every family, shipped scheme and code."""
    parts = [_INTRODUCTION]
    for family in FAMILIES.values():
        node = f" Its codes are shared nodes `(:{family.label})`." if family.label else ""
        parts.append(f"## {family.name}\n\n{family.description}{node}")
        for scheme in load_vocabularies().schemes(family.name):
            parts.append(f"### {scheme.name}\n\n{scheme.title}, edition of {scheme.version}. {scheme.description}")
            parts.append(f"Source: {scheme.source}")
            parts.append(_table(scheme, sorted(family.details)))
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _table(scheme: Scheme, details: list[str]) -> str:
    details = [key for key in details if any(getattr(code, key) for code in scheme.codes.values())]
    head = ["code", "label", *details, "under", "in force", "also called", "basis"]
    rows = [_row(code, details) for code in scheme.codes.values()]
    kept = [place for place in range(len(head)) if any(row[place] for row in rows)]
    lines = ["| " + " | ".join(cells[place] for place in kept) + " |" for cells in (head, *rows)]
    return "\n".join([lines[0], "|" + "---|" * len(kept), *lines[1:]])


def _row(code: Code, details: list[str]) -> list[str]:
    label = f"{code.label}. {code.description}" if code.description else code.label
    values = ["" if getattr(code, key) is None else str(getattr(code, key)) for key in details]
    under = f"`{code.parent}`" if code.parent else ""
    cells = [f"`{code.text}`", label, *values, under, _in_force(code), ", ".join(code.aliases), code.basis]
    return [cell.replace("|", "\\|").replace("\n", " ") for cell in cells]


def _in_force(code: Code) -> str:
    if code.valid_from and code.valid_to:
        return f"{code.valid_from} to {code.valid_to}"
    if code.valid_from:
        return f"from {code.valid_from}"
    return f"to {code.valid_to}" if code.valid_to else ""
