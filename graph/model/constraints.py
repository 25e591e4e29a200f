"""The constraints and indexes of the model, as Cypher that both engines take."""

from graph.model import KINDS, record_properties


def constraints() -> list[str]:
    """One uniqueness constraint an id and one index an indexed property; each statement can be run again."""
    texts = []
    for label in KINDS:
        texts.append(f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE")
        texts.extend(
            f"CREATE INDEX {label.lower()}_{each.name} IF NOT EXISTS FOR (n:{label}) ON (n.{each.name})"
            for each in record_properties(label)
            if each.indexed
        )
    return texts
