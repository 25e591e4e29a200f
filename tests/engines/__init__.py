"""Starts a real Neo4j for the tests, in one of three ways, and gives the fixtures that hand out stores."""
