"""Words that a redaction itself brings into a page or file: its pseudonyms, dates, figures, codes, and vocabularies'.

A pseudonym may end in five digits that are somebody's number as well, a figure may be one, and a region's name may hold
somebody's.
"""

from graph import ids
from graph.model.properties import Form
from graph.names import folded
from graph.redaction.levels import declared, form
from graph.redaction.redacting import Redacted
from graph.redaction.values import is_open


def own_words(redacted: Redacted) -> frozenset[str]:
    """All of them, folded, with the halves in which a page quotes an id."""
    subgraph = redacted.subgraph
    parts = (subgraph.records, subgraph.sources, subgraph.denials, subgraph.decisions, subgraph.suggestions)
    rows = [(each.label, each.properties) for part in (*parts, subgraph.loads) for each in part]
    rows += [(each.type, each.properties) for each in subgraph.statements]
    found = {word for text in redacted.public for word in folded(text).split()}
    for owner, row in rows:
        known = declared(owner)
        for name, value in row.items():
            if form(owner, name, redacted.level) is Form.PSEUDONYM or not is_open(known[name]):
                for word in folded(str(value)).split():
                    found |= {word, word[:5], word[5:10]} if len(word) == ids.DIGITS else {word}
    return frozenset(found)
