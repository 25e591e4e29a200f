"""Names folded by the column: graph.names.folded for every row."""

import polars as pl

from graph.names import folded


def folded_column(names: pl.Series) -> pl.Series:
    """Each name as graph.names.folded gives it; null stays null.

    Names in ASCII are folded without Python; of others each distinct name is folded once.
    """
    plain = names.str.to_lowercase().str.replace_all("['`]", "").str.replace_all("[^a-z0-9]+", " ").str.strip_chars(" ")
    other = names.filter(names.str.contains(r"[^\x00-\x7F]")).unique()
    if other.is_empty():
        return plain
    known = {each: folded(each) for each in other.to_list()}
    exact = names.replace_strict(known, default=None, return_dtype=pl.String)
    return pl.select(pl.coalesce(exact, plain)).to_series()
