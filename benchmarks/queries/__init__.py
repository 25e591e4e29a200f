"""How long questions take on the Chicago graph, embedded beside Neo4j."""
