"""One reading query on its way to Neo4j."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Question:
    """The text with its parameters, how long it may run (seconds), how many rows it may give, and who asks."""

    cypher: str
    parameters: dict[str, Any]
    timeout: float
    row_limit: int
    metadata: dict[str, Any]
