"""The cited texts for a reference manager: BibTeX (with BibLaTeX's fields) and CSL-JSON."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import regex

if TYPE_CHECKING:
    import networkx as nx

_CSL_TYPES: Final = {"treaty": "treaty", "resolution": "legislation", "decision": "legislation"}
_ESCAPED: Final = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: "\\" + sign for sign in "&%$#_{}"},
}  # fmt: skip
_SPECIAL: Final = regex.compile(r"[\\~^&%$#_{}]")
_NO_KEY: Final = regex.compile(r"[^A-Za-z0-9]+")


def bibtex(network: "nx.MultiDiGraph[str]") -> bytes:
    """Return the cited texts as BibTeX, in the network's order; titles keep their capitals."""
    keys: dict[str, int] = {}
    entries = []
    for symbol, node in _cited(network):
        plain = _NO_KEY.sub("-", symbol).strip("-") or "text"
        keys[plain] = keys.get(plain, 0) + 1
        key = plain if keys[plain] == 1 else f"{plain}-{keys[plain]}"
        fields = {
            "title": node["title"] or node["label"],
            "author": _author(node),
            "number": _number(symbol, node),
            "date": node["date"],
            "year": node["date"][:4],
            "url": node["url"],
        }
        lines = [f"  {name} = {{{_text(name, value)}}}" for name, value in fields.items() if value]
        entries.append(f"@misc{{{key},\n" + ",\n".join(lines) + "\n}\n")
    return "\n".join(entries).encode()


def csl_json(network: "nx.MultiDiGraph[str]") -> bytes:
    """Return the cited texts as CSL-JSON, in the network's order."""
    items = []
    for symbol, node in _cited(network):
        item: dict[str, Any] = {
            "id": symbol,
            "type": _CSL_TYPES.get(node["kind"], "report"),
            "title": node["title"] or node["label"],
            "authority": _author(node),
            "number": _number(symbol, node),
            "URL": node["url"],
        }
        parts = [int(part) for part in node["date"].split("-") if part.isdecimal()]
        issued = {"issued": {"date-parts": [parts]}} if parts else {}
        items.append({name: value for name, value in item.items() if value} | issued)
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode()


def _cited(network: "nx.MultiDiGraph[str]") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the texts that at least one other cites."""
    return ((symbol, node) for symbol, node in network.nodes(data=True) if node["cited"])


def _author(node: dict[str, Any]) -> str:
    return f"United Nations, {node['organ']}" if node["organ"] else "" if node["kind"] == "treaty" else "United Nations"


def _number(symbol: str, node: dict[str, Any]) -> str:
    """Return the symbol, or a treaty's number in the Treaty Series."""
    if node["kind"] != "treaty":
        return symbol
    return f"UNTS {node['unts']}" if node["unts"] else ""


def _text(name: str, value: str) -> str:
    """Return the text of a field: special characters of TeX escaped, and double braces to keep names and capitals."""
    if name == "url":
        return value.replace("%", r"\%").replace("#", r"\#").replace("{", "%7B").replace("}", "%7D")
    escaped = _SPECIAL.sub(lambda found: _ESCAPED[found[0]], value)
    return f"{{{escaped}}}" if name in {"title", "author"} else escaped
