"""Texts that would write, read a file, reach the network, meddle or wait, and the disguises they come in."""

import re
from collections.abc import Callable, Mapping

WRITING = {
    "create": "CREATE (n:Officer {id: 'officer:new'}) RETURN n.id",
    "create in the middle": "MATCH (n:Officer) CREATE (m:Officer {id: 'x'}) RETURN m.id",
    "merge": "MERGE (n:Officer {id: 'officer:new'}) RETURN n.id",
    "merge on create": "MATCH (a:Officer) MERGE (a)-[:LIKES]->(a) ON CREATE SET a.seen = 1 RETURN a.id",
    "insert": "INSERT (n:Officer {id: 'officer:new'})",
    "set a property": "MATCH (n:Officer) SET n.name = 'changed' RETURN n.id",
    "set a label": "MATCH (n:Officer) SET n:Suspect RETURN n.id",
    "set all": "MATCH (n:Officer) SET n += {name: 'changed'} RETURN n.id",
    "remove a property": "MATCH (n:Officer) REMOVE n.name RETURN n.id",
    "remove a label": "MATCH (n:Officer) REMOVE n:Officer RETURN count(*)",
    "delete": "MATCH ()-[r]->() DELETE r RETURN count(*)",
    "detach delete": "MATCH (n) DETACH DELETE n",
    "nodetach delete": "MATCH (n:Lonely) NODETACH DELETE n",
    "foreach": "FOREACH (x IN [1, 2] | CREATE (:Officer {id: x}))",
    "foreach set": "MATCH (n:Officer) FOREACH (x IN [1] | SET n.name = x)",
    "subquery": "CALL { CREATE (n:Officer) RETURN n } RETURN count(*) AS made",
    "subquery with a variable": "MATCH (n:Officer) CALL (n) { SET n.name = 'x' RETURN 1 AS one } RETURN one",
    "subquery that imports": "MATCH (n:Officer) CALL { WITH n DETACH DELETE n RETURN 1 AS one } RETURN one",
    "in transactions": "MATCH (n) CALL { WITH n DELETE n } IN TRANSACTIONS OF 10 ROWS",
    "second part of a union": "MATCH (n) RETURN n.id AS id UNION CREATE (n:Officer) RETURN n.id AS id",
    "after a variable named as": "MATCH (as) WITH as DELETE as",
    "after a keyword variable": "MATCH (return:Officer) WITH return SET return.name = 'x'",
    "after a quantifier": "MATCH (a:Officer) ((x)-->(y))+ SET a.name = 'x'",
    "after a star": "MATCH (a:Officer) WITH * SET a.name = 'x'",
    "after a label wildcard": "MATCH (n) WHERE n:% SET n.name = 'x'",
    "second statement": "RETURN 1; MATCH (n) DETACH DELETE n",
}

SCHEMA = {
    "create index": "CREATE INDEX mine IF NOT EXISTS FOR (n:Officer) ON (n.name)",
    "create constraint": "CREATE CONSTRAINT mine IF NOT EXISTS FOR (n:Officer) REQUIRE n.name IS UNIQUE",
    "drop index": "DROP INDEX mine IF EXISTS",
    "drop constraint": "DROP CONSTRAINT mine IF EXISTS",
    "create a user": "CREATE USER eve SET PASSWORD 'evil-password' CHANGE NOT REQUIRED",
    "alter a user": "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'evil-password'",
    "create a database": "CREATE DATABASE other IF NOT EXISTS",
    "grant": "GRANT ROLE admin TO eve",
    "deny": "DENY WRITE ON GRAPH * TO PUBLIC",
    "revoke": "REVOKE ROLE admin FROM eve",
    "stop": "STOP DATABASE neo4j",
    "start": "START DATABASE neo4j",
    "rename": "RENAME USER neo4j TO eve",
}

MEDDLING = {
    "show transactions": "SHOW TRANSACTIONS YIELD transactionId, currentQuery",
    "show settings": "SHOW SETTINGS YIELD name, value",
    "show users": "SHOW USERS",
    "show procedures": "SHOW PROCEDURES",
    "show indexes": "SHOW INDEXES",
    "terminate": "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "terminate what show finds": (
        "SHOW TRANSACTIONS YIELD transactionId AS id TERMINATE TRANSACTIONS id YIELD message RETURN message"
    ),
    "show in a subquery": "CALL { SHOW SETTINGS YIELD name RETURN name } RETURN name",
    "use another database": "USE system MATCH (n) RETURN n",
    "use in a subquery": "CALL { USE system MATCH (n) RETURN n.name AS name } RETURN name",
    "kill connections": "CALL dbms.killConnections(['bolt-1'])",
    "list connections": "CALL dbms.listConnections() YIELD connectionId RETURN connectionId",
    "list configuration": "CALL dbms.listConfig() YIELD name RETURN name",
    "clear caches": "CALL db.clearQueryCaches()",
    "create a label": "CALL db.createLabel('Suspect')",
    "create a property key": "MATCH (n) CALL db.createProperty('x') RETURN n.id",
    "set a vector": "MATCH (n:Officer) CALL db.create.setNodeVectorProperty(n, 'v', [1.0]) RETURN n.id",
    "merge by procedure": "CALL merge.node(['Officer'], {id: 'x'}) YIELD node RETURN node",
    "clone by procedure": "MATCH (n) CALL apoc.refactor.cloneNodes([n]) YIELD output RETURN output",
    "do when": "CALL do.when(true, 'CREATE (n) RETURN n', '') YIELD value RETURN value",
    "quoted procedure": "CALL `dbms`.`listConfig`() YIELD name RETURN name",
    "optional call": "MATCH (n) OPTIONAL CALL db.labels() YIELD label RETURN label",
    "transactions of its own": "MATCH (n) CALL (n) { RETURN 1 AS one } IN TRANSACTIONS OF 10 ROWS RETURN one",
    "transactions at once": "MATCH (n) CALL (n) { RETURN 1 AS one } IN 2 CONCURRENT TRANSACTIONS RETURN one",
    "function behind a keyword": "MATCH (n) WHERE where.load('x') RETURN n.id",
    "sleep": "RETURN util.sleep(60000)",
    "sleep, quoted": "RETURN `util` . `sleep` (60000)",
    "evaluate": "RETURN eval('1 + 1')",
    "another graph": "MATCH (n) WHERE n.id IN graph.names() RETURN n.id",
    "plug-in function": "RETURN apoc.cypher.runFirstColumnSingle('CREATE (n) RETURN n', {})",
}

FILES = {
    "load from a file": "LOAD CSV FROM '{file}' AS line RETURN line",
    "load with headers": "LOAD CSV WITH HEADERS FROM '{file}' AS line RETURN line",
    "load in the middle": "UNWIND [1] AS x LOAD CSV FROM '{file}' AS line RETURN x, line",
    "load in a subquery": "CALL { LOAD CSV FROM '{file}' AS line RETURN line } RETURN line",
    "load from an address": "LOAD CSV FROM '{address}' AS line RETURN line",
    "plug-in that loads": "RETURN apoc.load.json('{address}')",
}


def texts(file: str, address: str) -> dict[str, str]:
    """Every hostile text by name; `file` and `address` are what the loading ones try to read."""
    loading = {name: text.replace("{file}", file).replace("{address}", address) for name, text in FILES.items()}
    return {**WRITING, **SCHEMA, **MEDDLING, **loading}


def _between_words(separator: str) -> Callable[[str], str]:
    return lambda text: re.sub(r"(?<=\w) (?=[\w('{])", separator, text)


def _escaped(text: str) -> str:
    return re.sub(r"\b([A-Z])(?=[A-Z]{2,})", lambda match: f"\\u{ord(match[1]):04x}", text)


DISGUISES: Mapping[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "lower case": str.lower,
    "mixed case": lambda text: "".join(c.upper() if i % 2 else c.lower() for i, c in enumerate(text)),
    "behind a comment": lambda text: f"/* MATCH (n) RETURN n */ // harmless\n{text}",
    "comments between words": _between_words("/* ' */"),
    "line comments between words": _between_words(' // "\n'),
    "line feeds": _between_words("\n"),
    "tabs": _between_words("\t\t"),
    "no-break spaces": _between_words("\u00a0"),
    "vertical tabs": _between_words("\x0b"),
    "ideographic spaces": _between_words("\u3000"),
    "unicode escapes": _escaped,
    "explain": lambda text: f"EXPLAIN {text}",
    "profile": lambda text: f"PROFILE {text}",
    "cypher options": lambda text: f"CYPHER 5 runtime=slotted {text}",
    "behind a union": lambda text: f"MATCH (n) RETURN n.id AS id UNION ALL {text}",
    "in a subquery": lambda text: f"CALL {{ {text} }} RETURN 1 AS one",
    "in a subquery of a subquery": lambda text: (
        f"MATCH (n) CALL (n) {{ CALL {{ {text} }} RETURN 1 AS one }} RETURN one"
    ),
    "after a with": lambda text: f"WITH 1 AS one {text}",
    "after a string that ends oddly": lambda text: f"WITH 'it\\'s' AS one, \"\\\\\" AS two {text}",
    "after a name that ends oddly": lambda text: f"WITH 1 AS `one\\` {text}",
    "after an escaped quote": lambda text: f"RETURN '\\u0027 AS one UNION {text} //'",
    "with an ending": lambda text: f"{text};",
}
