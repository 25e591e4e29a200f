"""A casebook as a workbook, for people who know spreadsheets and nothing else: a sheet for each kind of record and each
type of statement, the same models and the same mistakes as in YAML, each with its sheet and cell."""

SUFFIX = ".xlsx"
"""How the name of such a file ends."""
