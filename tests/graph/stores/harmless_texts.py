"""Texts that only read: each is accepted on both engines and answered equally."""

SETTING_UP = """
    CREATE (a:Officer {id: 'officer:a', name: 'Ada', set: 1, delete: 'no', born: '1980-02'}),
           (b:Officer {id: 'officer:b', name: 'Bo', set: 2}),
           (c:Officer:Load {id: 'officer:c', name: 'Cy'}),
           (lonely:Lonely {id: 'lonely:1', name: 'Zoë Ñandú 李'}),
           (p:Investigation {id: 'investigation:p', title: "it's // not a comment"}),
           (q:Investigation {id: 'investigation:q', title: 'CREATE (n)'}),
           (a)-[:SUBJECT_OF {id: 's1', strand: 1}]->(p), (b)-[:SUBJECT_OF {id: 's2', strand: 1}]->(p),
           (b)-[:SUBJECT_OF {id: 's3', strand: 2}]->(q), (c)-[:CREATE {id: 's4'}]->(q)
"""

HARMLESS = {
    "all ids": "MATCH (n) RETURN n.id AS id ORDER BY id",
    "with an ending": "MATCH (n:Officer) RETURN n.id AS id ORDER BY id;",
    "lower case": "match (n:Officer) where n.name starts with 'A' return n.id as id",
    "one hop": "MATCH (o:Officer)-[:SUBJECT_OF]->(i) RETURN o.id AS o, i.id AS i ORDER BY o, i",
    "two hops": "MATCH (a)-[:SUBJECT_OF]->()<-[:SUBJECT_OF]-(b) WHERE a.id < b.id RETURN a.id AS a, b.id AS b",
    "optional": "MATCH (n:Officer) OPTIONAL MATCH (n)-[:CREATE]->(i) RETURN n.id AS n, i.id AS i ORDER BY n",
    "shortest path": (
        "MATCH p = shortestPath((a:Officer {id: 'officer:a'})-[*..6]-(c:Officer {id: 'officer:c'})) "
        "RETURN [n IN nodes(p) | n.id] AS ids, [r IN relationships(p) | type(r)] AS types, length(p) AS links"
    ),
    "variable length": "MATCH (a {id: 'officer:a'})-[:SUBJECT_OF|CREATE*1..3]-(x) RETURN DISTINCT x.id AS x ORDER BY x",
    "count subquery": "MATCH (o:Officer) RETURN o.id AS o, COUNT { (o)-->() } AS many ORDER BY o",
    "exists subquery": "MATCH (o:Officer) WHERE EXISTS { (o)-[:CREATE]->(:Investigation) } RETURN o.id AS o",
    "exists with a question": (
        "MATCH (o:Officer) WHERE EXISTS { MATCH (o)-[s:SUBJECT_OF]->(i) WHERE s.strand = 2 } RETURN o.id AS o"
    ),
    "collect subquery": (
        "MATCH (o:Officer) RETURN o.id AS o, "
        "COLLECT { MATCH (o)-[:SUBJECT_OF]->(i) RETURN i.id ORDER BY i.id } AS ids ORDER BY o"
    ),
    "call subquery": (
        "MATCH (o:Officer) CALL (o) { OPTIONAL MATCH (o)-[:SUBJECT_OF]->(i) RETURN count(i) AS many } "
        "RETURN o.id AS o, many ORDER BY o"
    ),
    "call without variables": "CALL { MATCH (n) RETURN count(n) AS many } RETURN many",
    "pattern comprehension": "MATCH (b {id: 'officer:b'}) RETURN size([(b)-[:SUBJECT_OF]->(i) | i.id]) AS many",
    "list comprehension": "RETURN [x IN range(1, 5) WHERE x % 2 = 1 | x * x] AS squares",
    "reduce": "RETURN reduce(total = 0, x IN [1, 2, 3] | total + x) AS total",
    "predicates over lists": "RETURN all(x IN [1, 2] WHERE x > 0) AS a, none(x IN [1] WHERE x > 1) AS n",
    "case": "MATCH (o:Officer) RETURN o.id AS o, CASE WHEN o.set > 1 THEN 'more' ELSE 'less' END AS m ORDER BY o",
    "union": "MATCH (o:Officer) RETURN o.id AS id UNION MATCH (i:Investigation) RETURN i.id AS id",
    "union all": "RETURN 1 AS x UNION ALL\nUNWIND [1, 2] AS x RETURN x",
    "union distinct": "RETURN 1 AS x UNION DISTINCT MATCH (n:Lonely) RETURN 1 AS x",
    "unwind and aggregate": "UNWIND [3, 1, 2] AS x WITH x ORDER BY x RETURN collect(x) AS xs, sum(x) AS s, avg(x) AS a",
    "grouping": "MATCH (o)-[s:SUBJECT_OF]->() RETURN s.strand AS strand, count(DISTINCT o) AS many ORDER BY strand",
    "properties spelt like clauses": "MATCH (n:Officer) RETURN n.set AS s, n.delete AS d ORDER BY s, d",
    "keys spelt like clauses": "RETURN {create: 1, set: {merge: 2}, load: [3]} AS m",
    "map projection": "MATCH (n:Officer {id: 'officer:a'}) RETURN n {.set, .delete, remove: 1} AS m",
    "labels and types spelt like clauses": "MATCH (n:Load)-[r:CREATE]->() RETURN n.id AS n, type(r) AS t",
    "variables spelt like clauses": (
        "MATCH (set:Officer)-[create]->(load) RETURN set.id AS s, load.id AS l ORDER BY l, s"
    ),
    "variables in backticks": "MATCH (`delete`:Officer) RETURN `delete`.id AS `merge` ORDER BY `merge`",
    "start and stop": "MATCH (start:Officer)-->(stop) RETURN start.id AS start, stop.id AS stop ORDER BY start, stop",
    "clauses in strings": "RETURN 'CREATE (n)' AS a, \"MATCH (n) DELETE n\" AS b, 'it\\'s; DROP' AS c",
    "clauses in comments": "MATCH (n:Lonely) // SET n.name = 'x'\nRETURN /* DELETE n */ n.id AS id",
    "unicode in names": "MATCH (n:Lonely) WHERE n.name CONTAINS 'Ñandú 李' RETURN n.name AS `名前`",
    "bare unicode names": "WITH 1 AS größe RETURN größe",
    "escapes in strings": "RETURN 'a\\u0041\\n\\'\\\\' AS text",
    "texts": "RETURN toUpper('a') + substring('abc', 1, 1) AS t, split('a,b', ',') AS s, trim(' x ') AS x",
    "null": "RETURN null AS n, null = null AS e, coalesce(null, 1) AS c, [null] AS l",
    "numbers": "RETURN 7 / 2 AS whole, 7 / 2.0 AS half, -7 % 3 AS rest, 1e3 AS e, 0x1F AS hex",
    "dates": (
        "RETURN date('2021-03-04') AS d, datetime('2021-03-04T05:06:07.12Z') AS t, "
        "localdatetime('2021-03-04T05:06') AS l, duration('P1Y2M3DT4H') AS u, "
        "date('2021-03-04') < date('2021-03-05') AS before"
    ),
    "regular expression": "MATCH (n:Officer) WHERE n.name =~ '[AB].*' RETURN n.id AS id ORDER BY id",
    "in a list": "MATCH (n) WHERE n.id IN ['officer:a', 'lonely:1'] RETURN n.id AS id ORDER BY id",
    "a whole node": "MATCH (n:Lonely) RETURN n, properties(n) AS p",
    "a whole relationship": "MATCH (:Load)-[r]->() RETURN r",
    "skip and limit": "MATCH (n:Officer) RETURN n.id AS id ORDER BY id SKIP 1 LIMIT 1",
}
