"""The picture as pyvis keeps it: node and edge dicts and options for vis-network, without pyvis's own pages.

Stock pyvis asks the network for parts of its page, runs what stands in names, loses parallel links of undirected
graphs and turns "007" into 7 (docs/decisions/014). So what adds and what writes is replaced.
"""

import hashlib
import json
import math
from collections import Counter
from importlib.resources import files
from typing import Any

from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from graph.errors import CrossprobeError
from visualise.appearance import HUBS, LOOKS
from visualise.picture import Picture

VIS_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
ARROWS_UP_TO = 800
"""Items up to which links have heads; more of them make every redraw slow."""

FAINT = 0.35
"""How strongly links to what many things share are drawn."""

BEND = 26.0
"""How far apart links between the same two items run, in units of the layout."""

_OWN_SHAPES = frozenset({"ring", "rounded", "house", "plate"})
_WIDTH = {"stated": 1.8, "alleged": 0.9, "inferred": 0.9, "suggested": 1.2, "denied": 1.6}
_EITHER_WAY = frozenset({"suggested", "denied"})
_DASHES = {"suggested": [7, 5], "denied": [2, 4]}


class PageNetwork(Network):  # type: ignore[misc] # pyvis ships no type hints
    """A directed network whose ids are texts as they are given and whose parallel links are all kept.

    Invariants: no two nodes and no two edges have one id; every edge joins two nodes.
    """

    def __init__(self) -> None:
        super().__init__(directed=True)
        self._nodes: set[str] = set()
        self._edges: set[str] = set()

    def add_node(self, n_id: str, label: str = "", shape: str = "dot", **options: Any) -> None:  # noqa: ANN401
        """Adds a node; ValueError where there is one of that id."""
        if n_id in self._nodes:
            raise ValueError(f"two nodes have the id {n_id!r}")
        self._nodes.add(n_id)
        self.nodes.append(Node(n_id, shape, label, **options).options)

    def add_edge(self, source: str, to: str, **options: Any) -> None:  # noqa: ANN401
        """Adds an edge with its own `id`; ValueError where an end is missing or the id is taken."""
        if options["id"] in self._edges or not {source, to} <= self._nodes:
            raise ValueError(f"the edge {options['id']!r} is there already, or an end of it is missing")
        self._edges.add(options["id"])
        self.edges.append(Edge(source, to, **options).options)

    def write_html(self, *_arguments: object, **_options: object) -> None:
        """Refuses: a page is composed in visualise.page."""
        raise TypeError("pyvis's page is neither offline nor safe; visualise.page makes ours")

    def as_data(self) -> dict[str, Any]:
        """Nodes, edges and options, as vis-network takes them."""
        return {"nodes": self.nodes, "edges": self.edges, "options": self.options}


def network_of(picture: Picture) -> PageNetwork:
    """The network of a picture: no labels and no titles, which the page draws itself, and no physics."""
    network = PageNetwork()
    for item in picture.items:
        look = LOOKS[item.kind]
        shape = "custom" if look.shape in _OWN_SHAPES else look.shape
        x, y = picture.by_force[item.id]
        network.add_node(item.id, shape=shape, group=item.kind, size=look.size, x=x, y=y)
    turns = _turns(picture)
    hubs = {item.id for item in picture.items if item.kind in HUBS}
    for link in picture.links:
        options: dict[str, Any] = {"id": link.id, "width": _WIDTH[link.status]}
        if {link.start, link.end} & hubs and link.status != "denied":
            options["color"] = {"opacity": FAINT}  # else the many lines to a force hide everything that is not shared
        if link.status in _DASHES:
            options["dashes"] = _DASHES[link.status]
        if link.status in _EITHER_WAY:
            options["arrows"] = {"to": {"enabled": False}}
        if turns[link.id]:
            kind = "curvedCW" if turns[link.id] > 0 else "curvedCCW"
            options["smooth"] = {"enabled": True, "type": kind, "roundness": abs(turns[link.id])}
        network.add_edge(link.start, link.end, **options)
    network.set_options(json.dumps(_options(len(picture.items))))
    return network


def _options(items: int) -> dict[str, Any]:
    many = items > ARROWS_UP_TO
    heads = {"to": {"enabled": not many, "scaleFactor": 0.45}}
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False, "randomSeed": 7},
        "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "labelHighlightBold": False},
        "edges": {
            "smooth": False,
            "arrows": heads,
            "hoverWidth": 0,
            "selectionWidth": 1,
            "selfReference": {"size": 20, "angle": 0.8},
        },
        "interaction": {
            "hover": True,
            "multiselect": False,
            "hideEdgesOnDrag": many,
            "hideEdgesOnZoom": many,
            "tooltipDelay": 3_600_000,
            "keyboard": False,
        },
    }


def _turns(picture: Picture) -> dict[str, float]:
    """How far each link bends, so that those between the same two items lie apart; one alone is straight."""
    pairs = Counter(frozenset((each.start, each.end)) for each in picture.links)
    seen: Counter[frozenset[str]] = Counter()
    turns = {}
    for each in picture.links:
        pair = frozenset((each.start, each.end))
        count, place = pairs[pair], seen[pair]
        seen[pair] += 1
        length = math.dist(picture.by_force[each.start], picture.by_force[each.end])
        spread = (place - (count - 1) / 2) * min(0.3, BEND / max(length, 1.0))
        # A bend is to the right of the link's own direction: those that run the other way bend the other way.
        turns[each.id] = (
            0.0 if count == 1 or len(pair) == 1 else round(spread * (1 if each.start < each.end else -1), 3)
        )
    return turns


def vis_script() -> str:
    """vis-network as it lies in pyvis's wheel. Raises CrossprobeError where it is not the file that was tried."""
    raw = files("pyvis").joinpath("templates/lib/vis-9.1.2/vis-network.min.js").read_bytes()
    if hashlib.sha256(raw).hexdigest() != VIS_SHA256:
        raise CrossprobeError(
            "vis-network in the pyvis package is not the file that was tried.", do="Install pyvis 0.3.2."
        )
    # A browser reads every line end of a page as one line feed, and the digest in the policy is of what it reads.
    return raw.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
