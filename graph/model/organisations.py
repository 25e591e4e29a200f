"""Forces, other bodies, and the offences of the law: shared nodes from vocabularies, or records of one source."""

from graph.model.kinds import Origin, RecordKind
from graph.model.properties import CLASSIFICATION, PUBLIC_NAME, Property, PropertyType

_REGION = Property("region", PropertyType.TEXT, "Region, as far as it is stated.", CLASSIFICATION)
_COUNTRY = Property("country", PropertyType.TEXT, "Country.", CLASSIFICATION)
_NAME = Property("name", PropertyType.TEXT, "Its name; absent where a source does not give it.", PUBLIC_NAME)

FORCE = RecordKind(
    "Force",
    "force",
    "A police force: a shared node from a vocabulary, or a force that one source does not name.",
    Origin.SHARED,
    (_NAME, _REGION, _COUNTRY),
    same_as=frozenset({"Force"}),
)

BODY = RecordKind(
    "Body",
    "body",
    "An oversight or other organisation, or a part of a force: IOPC, a professional standards department.",
    Origin.SHARED,
    (
        _NAME,
        _COUNTRY,
        Property("body_kind", PropertyType.TEXT, "What kind of organisation it is.", CLASSIFICATION),
    ),
)

OFFENCE = RecordKind(
    "Offence",
    "offence",
    "An offence or provision of law that an allegation is put under. It is no finding.",
    Origin.SHARED,
    (
        _NAME,
        Property("act", PropertyType.TEXT, "The Act or common law.", CLASSIFICATION),
        Property("section", PropertyType.TEXT, "The section.", CLASSIFICATION),
    ),
)

KINDS = (FORCE, BODY, OFFENCE)
