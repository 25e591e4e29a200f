"""Our own JSON lines, as `export` writes them, loaded again: sources, loads, decisions and suggestions included."""
