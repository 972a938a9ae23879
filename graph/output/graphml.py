"""The network as GraphML, which Gephi, igraph and R read; written as text, for a tree of a million elements is slow.

http://graphml.graphdrawing.org/specification.html. The layout is that of networkx, whose writer makes such a tree.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape

from graph.network.years import dated_edges, dated_nodes

if TYPE_CHECKING:
    import networkx as nx

_NAMESPACE: Final = "http://graphml.graphdrawing.org/xmlns"
_HEAD: Final = f"""\
<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="{_NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="{_NAMESPACE} {_NAMESPACE}/1.0/graphml.xsd">
"""
_FOOT: Final = "  </graph>\n</graphml>\n"
_TYPES: Final[Mapping[type, str]] = {str: "string", int: "long", bool: "boolean", float: "double"}

_IN_QUOTES: Final = {'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"}

_BETWEEN: Final = "\0"
"""What stands between values that are escaped at a time; the network has no character that XML forbids."""

_Key = tuple[str, str, type]
"""What an attribute belongs to (node, edge), its name, and the type of its values."""


def graphml(network: "nx.MultiDiGraph[str]") -> Iterator[bytes]:
    """Yield the network piece by piece, with years where they are known, which the network does not hold.

    networkx reads it back with types and edge keys (`force_multigraph=True`).
    """
    keys = _keys(network)
    yield _HEAD.encode()
    for (of, name, kind), key in reversed(keys.items()):
        named = f'attr.name="{_quoted(name)}" attr.type="{_TYPES[kind]}"'
        yield f'  <key id="{key}" for="{of}" {named} />\n'.encode()
    yield b'  <graph edgedefault="directed">\n'
    for symbol, attributes in dated_nodes(network):
        yield _element("node", f'id="{_quoted(symbol)}"', attributes, keys)
    for citing, cited, key, attributes in dated_edges(network):
        named = f'source="{_quoted(citing)}" target="{_quoted(cited)}" id="{_quoted(key)}"'
        yield _element("edge", named, attributes, keys)
    yield _FOOT.encode()


def _keys(network: "nx.MultiDiGraph[str]") -> dict[_Key, str]:
    """Return the attributes of nodes and edges in the order in which they occur, each with its short name."""
    nodes = (("node", attributes) for _, attributes in dated_nodes(network))
    edges = (("edge", attributes) for *_, attributes in dated_edges(network))
    found: dict[_Key, str] = {}
    for of, attributes in chain(nodes, edges):
        for name, value in attributes.items():
            key = of, name, type(value)
            if key not in found:
                found[key] = f"d{len(found)}"
    return found


def _element(of: str, named: str, attributes: Mapping[str, Any], keys: Mapping[_Key, str]) -> bytes:
    """Return a node or an edge with its attributes."""
    if not attributes:
        return f"    <{of} {named} />\n".encode()
    named_keys = [keys[of, name, type(value)] for name, value in attributes.items()]
    texts = escape(_BETWEEN.join(map(_text, attributes.values()))).split(_BETWEEN)
    data = "".join(
        [
            f'      <data key="{key}">{text}</data>\n' if text else f'      <data key="{key}" />\n'
            for key, text in zip(named_keys, texts, strict=True)
        ]
    )
    return f"    <{of} {named}>\n{data}    </{of}>\n".encode()


def _text(value: Any) -> str:  # noqa: ANN401  # text, number or truth
    """Return a value as text; XML Schema's booleans are in lower case."""
    if isinstance(value, str):
        return value
    return str(value).lower() if isinstance(value, bool) else str(value)


def _quoted(text: str) -> str:
    return escape(text, _IN_QUOTES)
