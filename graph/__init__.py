"""The graph room: model, vocabularies, ids, names, stores, loads, identity and the subgraph. Imports no other room."""
