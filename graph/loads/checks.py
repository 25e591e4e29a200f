"""What must hold of a source's facts before the first of them is written."""

from graph import ids
from graph.errors import LoadError
from graph.model import LABEL_OF_PREFIX, TYPES
from graph.records import Facts
from graph.rows import record_row, statement_row


def label_of(record_id: str) -> str:
    """The label behind a record's id; LoadError where the prefix is no kind's."""
    label = LABEL_OF_PREFIX.get(ids.prefix_of(record_id))
    if label is None:
        raise LoadError(f"{record_id!r} is not the id of any record kind.")
    return label


def check_facts(facts: Facts) -> None:
    """Raises LoadError or InvalidValueError unless the facts are the model's.

    Ids are unique; every record and statement carries the source's id; statements start at a record of the source,
    end at one of its own or a shared one, and run between labels their type allows; properties are the model's.
    A loader finds a person's mistakes before this and says where they stand; this keeps a loader's own out.
    """
    own = {facts.source.id, *(record.id for record in facts.records)}
    known = own | {record.id for record in facts.shared}
    if len(own) != len(facts.records) + 1 or len({each.id for each in facts.statements}) != len(facts.statements):
        raise LoadError(f"{facts.source.source_id}: two records or two statements have one id.")
    for record in (facts.source, *facts.records):
        _own_source(facts, record.id, record.source_id)
        if label_of(record.id) != record.kind:
            raise LoadError(f"{record.id} is not an id of a {record.kind}.")
        record_row(record)
    for each in facts.statements:
        _own_source(facts, each.id, each.source_id)
        if each.from_id not in own or each.to_id not in known:
            raise LoadError(f"{each.id} runs from or to a record that its source does not state.")
        if not TYPES[each.type].allows(label_of(each.from_id), label_of(each.to_id)):
            ends = f"{label_of(each.from_id)} to {label_of(each.to_id)}"
            raise LoadError(f"{each.id}: the model has no {each.type} from {ends}.")
        statement_row(each)


def _own_source(facts: Facts, identifier: str, source_id: str) -> None:
    if source_id != facts.source.source_id or not source_id:
        raise LoadError(f"{identifier} is said to be stated by {source_id!r}, not by {facts.source.source_id!r}.")
    if not identifier:
        raise LoadError(f"{source_id}: a record or statement has no id.")
