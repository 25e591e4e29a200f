"""From the plain content of a vocabulary file to a Scheme. The content has been checked (declared.py, the tests)."""

from collections.abc import Mapping
from typing import Any

from graph.vocabulary.codes import Code, Scheme

Content = Mapping[str, Any]


def scheme_from(content: Content) -> Scheme:
    """The scheme that the content of a file declares. What the scheme says of all its codes holds unless one says
    otherwise: `basis`, `valid_from`, `valid_to`."""
    name = content["scheme"]
    shared = {key: content[key] for key in ("basis", "valid_from", "valid_to") if key in content}
    codes = [_code(name, {**shared, **entry}) for entry in content["codes"]]
    return Scheme(
        name=name,
        version=content["version"],
        family=content["family"],
        title=content["title"],
        description=content["description"].strip(),
        source=content["source"].strip(),
        codes={code.code: code for code in codes},
    )


def _code(scheme: str, entry: dict[str, Any]) -> Code:
    fields = {**entry, "scheme": scheme, "aliases": tuple(entry.get("aliases") or ())}
    if "parent" in entry:
        fields["parent"] = f"{scheme}/{entry['parent']}"
    if "order" in entry:
        fields["order"] = int(entry["order"])
    return Code(**fields)
