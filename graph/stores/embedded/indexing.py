"""Making the indexes of what is filled: at the end, from keys that are sorted first.

By its Cypher the engine puts one key after another into an index, and looks for each among all that went before: five
million take longer than everything else. Sorted, in runs on the disk where they are many, each is written once.
"""

from collections.abc import Iterable

from graph.model.constraints import Index
from graph.stores.embedded import jvm
from graph.stores.embedded.jvm import Java
from graph.stores.embedded.transaction import run_command
from graph.stores.embedded.values import java_map

_SORTED_AT_ONCE = 256 * 2**20
"""Bytes of keys between two runs, as the engine estimates them: 3 KiB each, some ten times what they are."""


def put_off(database: Java, indexes: Iterable[Index]) -> None:
    """Has the engine know the indexes of kinds without records, and takes them away until `make`.

    It keeps the names of constraints, and takes an index without its constraint for one of its own.
    """
    for each in indexes:
        run_command(database, each.text, java_map({}))
        database.getSchema().dropIndex(_called(each))


def make(database: Java, indexes: Iterable[Index]) -> None:
    """Makes the indexes that were put off. Raises what Java raises."""
    text = jvm.java("com.arcadedb.schema.Type").STRING
    for each in indexes:
        builder = database.getSchema().buildTypeIndex(each.label, [each.of])
        builder.withType(jvm.java("com.arcadedb.schema.Schema").INDEX_TYPE.LSM_TREE)
        builder.withBuildMode(jvm.java("com.arcadedb.schema.IndexBuildMode").SORTED)
        builder.withBuildMemoryBudget(_SORTED_AT_ONCE)
        builder.withDefaultKeyTypesForUndeclaredProperties([text])
        builder.withIndexName(_called(each))
        builder.withUnique(each.unique)
        builder.create()


def _called(index: Index) -> str:
    """The engine's name for it: that of a constraint it makes up."""
    return f"{index.label}[{index.of}]" if index.unique else index.name
