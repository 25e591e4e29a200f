"""YAML files that people write, read so that every value knows its line, and every mistake is told at once.

What stands in a file stays text: `no`, `007`, `31/02`, `2021-03-03`, `null` and `true` are what is written, and an
empty value is None. What a text means (a number, yes or no) is for the pydantic model of the file to say. Anchors,
aliases, merge keys and tags are refused: nobody needs them, and a few lines of them can stand for gigabytes.
"""

from graph.yaml_documents.document import Document, Place, path_text
from graph.yaml_documents.reading import MAX_BYTES, inspect_document, read_document
from graph.yaml_documents.validation import problems_from

__all__ = ["MAX_BYTES", "Document", "Place", "inspect_document", "path_text", "problems_from", "read_document"]
