"""The model, written once: constraints, write statements, reference and legend are derived from what stands here."""

from graph.model import common, conduct, identity, matters, organisations, people, proceedings, service, sources
from graph.model.kinds import Origin, RecordKind, StatementType
from graph.model.properties import Property

KINDS: dict[str, RecordKind] = {
    kind.label: kind for kind in (*people.KINDS, *organisations.KINDS, *matters.KINDS, *sources.KINDS, *identity.KINDS)
}
"""Every record kind by its label."""

TYPES: dict[str, StatementType] = {
    each.name: each for each in (*service.TYPES, *proceedings.TYPES, *conduct.TYPES, identity.SAME_AS)
}
"""Every statement type by its name."""

LABEL_OF_PREFIX: dict[str, str] = {kind.prefix: kind.label for kind in KINDS.values()}
"""The label behind an id's prefix, so that a look-up by id uses an index."""


def record_properties(label: str) -> tuple[Property, ...]:
    """All properties a record of the kind may hold, in the order the reference lists them; a kind's own come last
    and stand in for a common one of the same name."""
    kind = KINDS[label]
    if kind.origin is Origin.BOOK:
        return (common.RECORD_PROPERTIES[0], *kind.properties)
    own = {each.name for each in kind.properties}
    shared = (*common.RECORD_PROPERTIES, *common.STATED_PROPERTIES)
    return (*(each for each in shared if each.name not in own), *kind.properties)


def statement_properties(name: str) -> tuple[Property, ...]:
    """All properties a statement of the type may hold, in the order the reference lists them."""
    if name == identity.SAME_AS.name:
        return (common.STATEMENT_PROPERTIES[0], *TYPES[name].properties)
    return (*common.STATEMENT_PROPERTIES, *common.STATED_LINK_PROPERTIES, *TYPES[name].properties)
