"""The nodes that vocabularies give and all sources share: forces, bodies and offences."""

from graph import ids
from graph.model import KINDS
from graph.records import Record, Recorded, Value
from graph.vocabulary.families import FAMILIES
from graph.vocabulary.vocabularies import Vocabularies

_PROPERTIES = {
    "Force": {"name": "label", "region": "region", "country": "country"},
    "Body": {"name": "label", "country": "country", "body_kind": "kind"},
    "Offence": {"name": "label", "act": "act", "section": "section"},
}
_FAMILY_OF_LABEL = {family.label: family.name for family in FAMILIES.values() if family.label}


def shared_record(vocabularies: Vocabularies, label: str, text: str) -> Record:
    """The shared node of the kind `label` that the code stands for: `force:uk-police/metropolitan`.

    Its source is the vocabulary in its edition, and it was recorded on the day of that edition. Raises
    InvalidValueError where the code is none, or of a scheme for another kind.
    """
    code = vocabularies.code(text, _FAMILY_OF_LABEL[label])
    scheme = vocabularies.scheme(code.scheme)
    assert scheme is not None  # noqa: S101 - the code came from it
    values: dict[str, Value] = {name: getattr(code, detail) for name, detail in _PROPERTIES[label].items()}
    properties = {name: value for name, value in values.items() if value != ""}
    identifier = ids.shared_id(KINDS[label].prefix, code.text)
    return Record(label, identifier, scheme.source_id, "", Recorded(scheme.version, scheme.version), properties)
