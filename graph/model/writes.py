"""The texts that write, remove and read back records and statements: labels, types and names come from the model.

Each text takes `$rows` (dicts as graph.rows makes them, or dicts of ids) or `$source`, never a value in the text.
"""

from collections.abc import Iterable

from graph.model import TYPES, record_properties, statement_properties
from graph.model.properties import Property

_NOT_SET = frozenset({"id", "canonical_id"})


def _assignments(variable: str, names: Iterable[str]) -> str:
    return ",\n    ".join(f"{variable}.{name} = row.{name}" for name in names if name not in _NOT_SET)


def upsert_records(label: str) -> str:
    """Writes records of one kind: new ones get their own id as canonical_id, stored ones keep theirs.

    Every property of the kind is set, so what a row no longer states goes.
    """
    names = [each.name for each in record_properties(label)]
    created = "\n  ON CREATE SET n.canonical_id = row.id" if "canonical_id" in names else ""
    return (
        f"UNWIND $rows AS row\nMERGE (n:{label} {{id: row.id}}){created}\n"
        f"SET {_assignments('n', names)}\nRETURN count(*) AS written"
    )


def ensure_shared(label: str) -> str:
    """Writes shared records that are missing and leaves those that are there as they are."""
    names = [each.name for each in record_properties(label)]
    return (
        f"UNWIND $rows AS row\nMERGE (n:{label} {{id: row.id}})\n"
        f"  ON CREATE SET n.canonical_id = row.id,\n    {_assignments('n', names)}\nRETURN count(*) AS written"
    )


def upsert_statements(name: str, from_label: str, to_label: str) -> str:
    """Writes statements of one type between two labels; a row whose ends are missing writes nothing."""
    names = [each.name for each in statement_properties(name)]
    return (
        f"UNWIND $rows AS row\n"
        f"MATCH (a:{from_label} {{id: row.from_id}})\n"
        f"MATCH (b:{to_label} {{id: row.to_id}})\n"
        f"MERGE (a)-[r:{name} {{id: row.id}}]->(b)\n"
        f"SET {_assignments('r', names)}\nRETURN count(*) AS written"
    )


def remove_records(label: str) -> str:
    """Removes records by id, with every relationship that touches them."""
    return f"UNWIND $rows AS row\nMATCH (n:{label} {{id: row.id}})\nDETACH DELETE n\nRETURN count(*) AS written"


def remove_statements(name: str, from_label: str) -> str:
    """Removes statements by id and the id of the record they start at."""
    return (
        f"UNWIND $rows AS row\n"
        f"MATCH (:{from_label} {{id: row.from_id}})-[r:{name} {{id: row.id}}]->()\n"
        f"DELETE r\nRETURN count(*) AS written"
    )


def remove_untouched(label: str) -> str:
    """Removes those of the given shared records that nothing touches any more, cited sources included."""
    held = "\nAND NOT coalesce(n.held, false)" if label == "Source" else ""
    return (
        f"UNWIND $rows AS row\nMATCH (n:{label} {{id: row.id}})\n"
        f"WHERE NOT (n)--(){held}\nDELETE n\nRETURN count(*) AS written"
    )


def stored_records(label: str) -> str:
    """Reads id, content hash and locator of what a source's records of one kind are stored as."""
    return (
        f"MATCH (n:{label} {{source_id: $source}})\n"
        f"RETURN n.id AS id, n.content_hash AS content_hash, n.locator AS locator"
    )


def stored_statements(name: str, from_label: str) -> str:
    """Reads id, content hash, locator and ends of a source's statements that start at its own records."""
    return (
        f"MATCH (n:{from_label} {{source_id: $source}})-[r:{name}]->(m)\n"
        f"WHERE r.source_id = $source\n"
        f"RETURN r.id AS id, r.content_hash AS content_hash, r.locator AS locator, n.id AS from_id, m.id AS to_id"
    )


def everything_stored(labels: Iterable[str]) -> tuple[str, str]:
    """Two texts that read all a source's records, and all its statements, of the kinds at once: `kind` or `type` says
    which each is. For a small source: one plan and one answer instead of dozens."""
    records = (
        f"MATCH (n:{label} {{source_id: $source}})\n"
        f"RETURN '{label}' AS kind, n.id AS id, n.content_hash AS content_hash, n.locator AS locator"
        for label in labels
    )
    statements = (
        f"MATCH (n:{label} {{source_id: $source}})-[r]->(m)\n"
        f"WHERE r.source_id = $source\n"
        f"RETURN type(r) AS type, r.id AS id, r.content_hash AS content_hash, r.locator AS locator,\n"
        f"  n.id AS from_id, m.id AS to_id"
        for label in dict.fromkeys(start for each in TYPES.values() for start, _ in each.ends)
        if label in set(labels)
    )
    return "\nUNION ALL\n".join(records), "\nUNION ALL\n".join(statements)


def create_records(label: str, names: Iterable[str]) -> str:
    """Writes records that are known to be missing, each its own canonical self; `names` are the properties of $rows.

    It is faster than the upsert and not idempotent: the caller has compared with what is stored.
    """
    stated = _literals(record_properties(label), names)
    return f"UNWIND $rows AS row\nCREATE (n:{label} {{canonical_id: row.id, {stated}}})\nRETURN count(*) AS written"


def create_statements(name: str, from_label: str, to_label: str, names: Iterable[str]) -> str:
    """Writes statements that are known to be missing; a row whose ends are missing writes nothing."""
    return (
        f"UNWIND $rows AS row\n"
        f"MATCH (a:{from_label} {{id: row.from_id}})\n"
        f"MATCH (b:{to_label} {{id: row.to_id}})\n"
        f"CREATE (a)-[r:{name} {{{_literals(statement_properties(name), names)}}}]->(b)\n"
        f"RETURN count(*) AS written"
    )


def _literals(known: Iterable[Property], names: Iterable[str]) -> str:
    present = set(names)
    return ", ".join(f"{each.name}: row.{each.name}" for each in known if each.name in present)
