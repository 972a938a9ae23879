"""The citation network as Gephi opens it: GEXF with types, dates, and a drawing of it (places, sizes, colours)."""

import functools
import io
from collections.abc import Mapping
from importlib import resources
from typing import Any, Final

import networkx as nx
import regex

from graph.network.clusters import find_clusters
from graph.network.years import dated_edges, dated_nodes
from graph.pages.parts.content import radii
from graph.pages.parts.groups import BODIES, body
from graph.pages.placing.islands import place_islands

_COLOUR: Final = regex.compile(r"--(?P<name>[a-z]+): #(?P<code>[0-9a-f]{6});")
_DAY: Final = regex.compile(r"\d{4}-\d\d-\d\d")


def gexf(network: "nx.MultiDiGraph[str]") -> bytes:
    """Return the network as GEXF 1.2, drawn as the pages draw it; networkx reads it back with types and edge keys.

    Nodes have a place, a size by how often they are cited, and the colour of their body; a text whose day is known
    exists from then on (`start`), for Gephi's timeline. The file has no date of writing.
    """
    drawn: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    sizes = radii([node["cited"] for _, node in network.nodes(data=True)])
    for (symbol, node), size, (x, y) in zip(dated_nodes(network), sizes, _places(network, sizes), strict=True):
        mark = {"position": {"x": x, "y": -y, "z": 0.0}, "size": size, "color": _colours()[body(symbol, node)]}
        born = {"start": node["date"]} if _DAY.fullmatch(node["date"]) else {}
        drawn.add_node(symbol, **node, **born, viz=mark)
    for citing, cited, key, edge in dated_edges(network):
        drawn.add_edge(citing, cited, key=key, **edge)
    writer = nx.readwrite.gexf.GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(drawn)
    for meta in writer.xml.iter("meta"):
        meta.attrib.clear()
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _places(network: "nx.MultiDiGraph[str]", sizes: list[float]) -> list[tuple[int, int]]:
    rows = {symbol: row for row, symbol in enumerate(network)}
    pairs = sorted({(rows[citing], rows[cited]) for citing, cited in network.edges()})
    lines = [(citing, cited, 1.0) for citing, cited in pairs]
    return place_islands(find_clusters(len(sizes), lines), lines, sizes)


@functools.cache
def _colours() -> Mapping[str, Mapping[str, Any]]:
    """Group of bodies -> its colour on light ground, from the style sheet of the pages."""
    sheet = (resources.files("graph.pages.parts") / "page.css").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for match in _COLOUR.finditer(sheet):
        found.setdefault(match["name"], match["code"])  # the dark theme follows the light one
    return {name: dict(zip("rgb", bytes.fromhex(found[name]), strict=True)) | {"a": 1.0} for name in BODIES}
