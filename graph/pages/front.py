"""The front of a collection, as the overview shows it: texts to search for, series, questions, other commands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from extract.model.citation import KINDS
from graph.pages.parts.aliases import known_names
from graph.pages.parts.escape import shorten
from graph.pages.parts.groups import body as body_of
from graph.pages.parts.selection import times_cited
from graph.pages.series import Member, series_of
from graph.query.named import named_queries
from graph.query.words import load_words

if TYPE_CHECKING:
    import networkx as nx

EXPLORER: Final = "explore.html"
SUGGESTED: Final = 1500
"""Texts that the search suggests, the most cited first; what is not among these is looked for in the explorer."""

_TITLE: Final = 90  # code points of a title that the search suggests
_SERIES: Final = 10
_QUESTIONS: Final = (
    "most-cited", "what-cites", "references", "treatment", "between", "series", "missing-languages", "younger-target",
    "unresolved",
)  # fmt: skip
_TOOLS: Final[Mapping[str, tuple[str, str]]] = {
    "audit": ("audit.html", "recalling audit INPUT -o audit.html"),
    "check": ("check.html", "recalling check DRAFT -o check.html"),
}
"""What is done by a command: the page that it writes, and the command."""


@dataclass(frozen=True, slots=True)
class Series:
    """A series of texts that continue one another.

    Attributes:
        last: key of the latest text that was read.
        span: first and last year that are known, such as `1995-2020`; empty if none is.
        read: how many of its texts were read.
        texts: how many it has.
    """

    last: str
    span: str
    read: int
    texts: int


def in_explorer(symbol: str, **options: str) -> str:
    """Return the address of a text in the explorer."""
    return f"{EXPLORER}#" + "&".join(
        [quote(symbol, safe="/():"), *(f"{key}={value}" for key, value in options.items())]
    )


def suggestions(network: "nx.MultiDiGraph[str]") -> list[dict[str, Any]]:
    """Return the most cited texts as the search of the overview needs them; unknown values are left out."""
    ranked = sorted(network, key=lambda symbol: (-times_cited(network, symbol), symbol))[:SUGGESTED]
    return [_suggestion(symbol, network.nodes[symbol]) for symbol in ranked]


def _suggestion(symbol: str, node: Mapping[str, Any]) -> dict[str, Any]:
    kind = node.get("kind")
    said = {
        "symbol": symbol,
        "label": shorten(str(node.get("label") or symbol), limit=_TITLE),
        "name": shorten(str(node.get("title") or node.get("name") or ""), limit=_TITLE),
        "aliases": known_names().get(symbol, []),
        "kind": kind if kind in KINDS else "document",
        "body": body_of(symbol, node),
    }
    return {key: value for key, value in said.items() if value}


def longest_series(network: "nx.MultiDiGraph[str]") -> list[Series]:
    """Return the series with most texts that were read."""
    symbols = list(network)
    numbers = {symbol: row for row, symbol in enumerate(symbols)}
    found = [_series(network, symbols, members) for members in series_of(network, numbers)]
    return sorted(found, key=lambda each: (-each.read, -each.texts))[:_SERIES]


def _series(network: "nx.MultiDiGraph[str]", symbols: Sequence[str], members: Sequence[Member]) -> Series:
    known = [symbols[each] for each in members if isinstance(each, int)]
    read = [symbol for symbol in known if network.nodes[symbol].get("read")]
    years = [
        str(network.nodes[symbols[each]].get("date") or "")[:4] if isinstance(each, int) else each[1]
        for each in members
    ]
    years = [year for year in years if year]
    span = "" if not years else years[0] if years[0] == years[-1] else f"{years[0]}-{years[-1]}"
    return Series(read[-1], span, len(read), len(members))


def questions() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return some named queries, each with its question by language, English first."""
    known = named_queries()
    words = load_words().items()
    return [
        (name, [(code, each.questions[name]) for code, each in words if name in each.questions])
        for name in _QUESTIONS
        if name in known
    ]


def tools(files: Iterable[str]) -> list[tuple[str, str, str]]:
    """Return what a command does: its name, the page beside the overview if there is one, else the command."""
    there = set(files)
    return [(name, page if page in there else "", command) for name, (page, command) in _TOOLS.items()]
