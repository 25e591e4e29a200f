"""Rows of a delimited file that end too early: a reader fills them up with blanks, and nobody would know."""

from pathlib import Path

import polars as pl

_NEVER = "\x1e"
"""What stands between cells in no file, so that a line is read as one."""

_LINES = 100_000
"""Lines that are looked at together."""


def short_rows(file: Path, delimiter: str, width: int) -> pl.Series:
    """The places, from 0 below the header, of the rows with fewer than `width` cells. A blank line is none, and a row
    that a quoted cell spreads over several lines is taken for whole."""
    line = pl.col("line").fill_null("")
    quotes = line.str.count_matches('"', literal=True)
    marks = line.str.count_matches(delimiter, literal=True)  # those between quotes too: there may be fewer cells
    lines = pl.scan_csv(
        file, separator=_NEVER, has_header=False, new_columns=["line"], quote_char=None, infer_schema=False,
        truncate_ragged_lines=True,
    )  # fmt: skip
    found = [pl.Series("place", [], pl.Int64)]
    begun, quoted = -1, 0  # rows that began before these lines, the header being none; quotes before them
    for piece in lines.collect_batches(chunk_size=_LINES, maintain_order=True):
        begins = (quotes.cum_sum().shift(1, fill_value=0) + quoted) % 2 == 0
        told = piece.select(
            line,
            (begins.cast(pl.Int64).cum_sum() + begun - 1).alias("place"),
            (begins & (quotes % 2 == 0) & ((marks + 1 < width) | (quotes > 0))).alias("perhaps"),
            quotes.cast(pl.Int64).alias("quotes"),
        )
        few = told.filter("perhaps")
        outside = line.str.replace_all(r'"[^"]*"', "").str.count_matches(delimiter, literal=True)
        short = (outside + 1 < width) & (line.str.strip_chars() != "")
        found.append(few.filter(short)["place"])
        begun, quoted = int(told["place"][-1]) + 1, quoted + int(told["quotes"].sum())
    return pl.concat(found)
