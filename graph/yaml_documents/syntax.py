"""What the YAML parser cannot read, in words of people who write casebooks."""

from graph.errors import Problem

_MEANINGS = {
    ("mapping values are not allowed",): ("a second `: ` in one line", "put a text that holds a colon in quotes"),
    ("cannot start any token",): (
        "a text cannot begin like this",
        "put a text that begins with @, `, % or a tab in quotes; indent with spaces",
    ),
    ("did not find expected key", "expected <block end>"): (
        "a key with a colon, or an item of the list, is expected here",
        "the same indentation as above; quotes around a text that begins with a quotation mark or a bracket",
    ),
    ("did not find expected '-'",): ("the next item of the list is expected here", "begin it with - and a space"),
    ("could not find expected ':'",): ("this line is no key, and no part of the text above", "key: value"),
    ("found unexpected end of stream",): ("a quotation mark is opened and never closed", "close it"),
    ("did not find expected ',' or", "expected ',' or"): (
        "a bracket is opened and never closed",
        "close it, or part the items by commas",
    ),
    ("did not find expected node content", "expected the node content"): (
        "a value is expected here",
        "close the bracket, or give the value",
    ),
    ("found unknown escape character",): ("a backslash stands in double quotes", "use single quotes, or write \\\\"),
    ("invalid Unicode character escape",): ("an escape that stands for no character", "the character itself"),
    ("found undefined tag handle",): ("a tag", "leave it out; a text with ! in front: in quotes"),
    ("expected <document start>", "expected '<document start>'"): (
        "a second document or a stray text begins here",
        "one document in a file",
    ),
}
"""Parts of what the parsers in C and in Python say, with what is wrong and what is allowed."""


def syntax_problem(error: Exception, file: str) -> Problem:
    """The place and the meaning of the parser's error; its own words where we have none."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    words = str(getattr(error, "problem", None) or error)
    line, column = (mark.line + 1, f"column {mark.column + 1}: ") if mark else (0, "")
    for parts, (what, allowed) in _MEANINGS.items():
        if any(part in words for part in parts):
            return Problem(file, line, "", column + what, allowed)
    return Problem(file, line, "", column + words, "YAML: keys with values, indented by spaces")
