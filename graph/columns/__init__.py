"""Records and statements by the million, as columns: what graph.ids, graph.rows and graph.names say of one, for all.

Nothing here runs Python for a row. tests/graph/columns hold every function to the one it stands in for. Polars is
imported with this package and not before: only loading tables needs it.
"""
