"""From what a casebook calls a thing to the id of its record. No database is needed: ids are hashes of names."""

from collections.abc import Mapping
from typing import Any

from graph import ids
from graph.model import KINDS

OWN, SHARED, FOREIGN = "own", "shared", "foreign"


def form_of(reference: str) -> str:
    """Whether a reference names an own entry (`sergeant`), a shared node (`uk-police/merseyside`) or an entry of
    another source (`other-source#sergeant`)."""
    if "/" in reference:
        return SHARED
    return FOREIGN if "#" in reference else OWN


def record_id(label: str, reference: str, source_id: str) -> str:
    """The id of the record of kind `label` that a casebook of `source_id` calls `reference`, in any of the forms."""
    prefix = KINDS[label].prefix
    if label == "Source" or form_of(reference) == SHARED:
        return ids.shared_id(prefix, reference)
    source, _, key = reference.rpartition("#")
    return ids.record_id(prefix, source or source_id, (key,))


_TELLING_APART = {
    "STEP": ("kind",),
    "SUBJECT_OF": ("strand",),
    "HAD_STATUS": ("duty_status", "service_status", "list"),
}


def statement_key(type_name: str, fields: Mapping[str, Any]) -> str:
    """What tells a statement apart from others of its type between the same two records: nothing for most.

    It is the statement's own id; else what it is a statement of (the step, the strand, the status), without the
    scheme of a code. Neither locator nor order nor voice enters, so correcting those keeps its id.
    """
    names = ("id", *_TELLING_APART.get(type_name, ()))
    return next((str(fields[name]).rpartition("/")[2] for name in names if fields.get(name)), "")
