"""`Content`: the data of a network page: texts, citations with their quotes, and pairs to draw as lines."""

import functools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import regex

from extract.model.citation import KINDS, RELATIONS
from extract.model.errors import SymbolError
from extract.model.label import Label
from extract.model.relations import GROUPS as ACT_GROUPS
from extract.model.relations import load_acts
from extract.registry.registry import load_registry
from extract.symbols.symbol import SESSION_ZERO, parse
from extract.text.numerals import from_roman
from graph.pages.parts.aliases import known_names
from graph.pages.parts.escape import https_address, page_address, shorten
from graph.pages.parts.groups import BODIES, body
from graph.pages.parts.selection import select, times_cited, times_citing
from graph.pages.parts.shell import data_block

if TYPE_CHECKING:
    import networkx as nx

SHAPES: Final = {
    "resolution": "dot",
    "decision": "hexagon",
    "statement": "triangle",
    "treaty": "diamond",
    "conference-document": "triangleDown",
    "document": "square",
}
GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    group: tuple(name for name, act in load_acts().items() if act.group == group) for group in ACT_GROUPS
}
"""Relations that share a colour; a pair with citations of several takes the first of these groups."""

_LONGEST: Final = 2000  # code points of a quote shown in the panel; citations.jsonl has the whole
_MOST_OTHERS: Final = 50_000  # texts that a page leaves out and can still find
_TITLE_KEY: Final = regex.compile(r"title_([a-z]{2,3})")
_NAME_KEY: Final = regex.compile(r"name_([a-z]{2,3})")
_CONFERENCE: Final = regex.compile(r"/CONF[./]((?:19|20)\d\d)/")  # NPT/CONF.1995/32
_DATE: Final = regex.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_EVIDENCE: Final = (
    "relation", "verb", "basis", "paragraph", "pinpoint", "quote", "certainty", "language", "date", "via", "role",
    "page", "note", "prefix", "suffix",
)  # fmt: skip
_FACTS: Final = ("vote", "subjects", "sponsors", "agenda_item", "draft", "meeting", "impossible")


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The data of a page.

    Attributes:
        symbols: keys of the texts that the page shows, the most cited first.
        documents: one object per text, for the panel and the search; unknown values are left out.
        citations: one row per citation between shown texts: citing, cited (numbers), then its evidence.
        pairs: citing, cited (numbers) and the relations between them as bits, in the order of `RELATIONS`.
        series: later, earlier (numbers) of texts that continue each other.
        others: symbol, label, address and body of texts of the network that the page leaves out, the most cited first.
        texts: number of texts of the whole network.
        total: number of citations of the whole network.
    """

    symbols: list[str]
    documents: list[dict[str, Any]]
    citations: list[tuple[Any, ...]]
    pairs: list[tuple[int, int, int]]
    series: list[tuple[int, int]]
    others: list[tuple[str, str, str, str]]
    texts: int
    total: int

    @classmethod
    def of(cls, network: "nx.MultiDiGraph[str]", *, limit: int, texts: Mapping[str, str]) -> "Content":
        """Read the most cited texts of a network and their neighbourhood.

        Args:
            network: nodes keyed by symbol, edges by the citation's hash, both with the attributes `graph.network` sets.
            limit: beyond so many texts the others are left out.
            texts: relative address of the page that holds its whole text, for the symbols that have one.

        Raises:
            ValueError: `limit` is below one.
        """
        symbols = select(network, limit=limit)
        number = {symbol: position for position, symbol in enumerate(symbols)}
        citations, missing = _citations(network, number)
        relations: dict[tuple[int, int], int] = {}
        for row in citations:
            bit = 1 << (RELATIONS.index(row[2]) if row[2] in _KNOWN else len(RELATIONS) - 1)
            relations[row[0], row[1]] = relations.get((row[0], row[1]), 0) | bit
        documents = [_document(network, symbol, missing, texts.get(symbol, "")) for symbol in symbols]
        earlier = ((row, number.get(each.get("continues", ""))) for row, each in enumerate(documents))
        return cls(
            symbols=symbols,
            documents=documents,
            citations=citations,
            pairs=[(a, b, bits) for (a, b), bits in sorted(relations.items()) if a != b],
            series=[(row, other) for row, other in earlier if other is not None and other != row],
            others=_others(network, number, texts),
            texts=len(network),
            total=network.number_of_edges(),
        )

    def about(self) -> dict[str, Any]:
        """What the page's scripts need before they draw."""
        return {
            "kinds": [kind for kind in KINDS if any(each["kind"] == kind for each in self.documents)],
            "bodies": [name for name in BODIES if any(each["body"] == name for each in self.documents)],
            "shapes": SHAPES,
            "relations": RELATIONS,
            "groups": [[name, list(relations)] for name, relations in GROUPS.items()],
            "evidence": ["citing", "cited", *_EVIDENCE],
            "texts": {"all": self.texts, "shown": len(self.documents)},
            "citations": {"all": self.total, "shown": len(self.citations)},
        }

    def blocks(self) -> str:
        """The data blocks `about`, `pairs` and `documents`."""
        columns = [list(column) for column in zip(*self.pairs, strict=True)] or [[], [], []]
        pairs = dict(zip(("from", "to", "bits"), columns, strict=True)) | {"series": self.series}
        return data_block("about", self.about()) + data_block("pairs", pairs) + data_block("documents", self.documents)

    def evidence(self) -> str:
        """The data block `citations`, parsed when the first text is selected; each string is stored once."""
        table = {"": 0}
        rows = []
        for citing, cited, *said in self.citations:
            row = [citing, cited, *(table.setdefault(text, len(table)) for text in said)]
            while row[-1] == 0 and len(row) > 2:  # noqa: PLR2004  # the two ends of the pair
                row.pop()
            rows.append(row)
        others = data_block("others", self.others) if self.others else ""
        return data_block("citations", {"texts": list(table), "rows": rows}) + others


_KNOWN: Final = frozenset(RELATIONS)
_TREATY_KEY: Final = "treaty:"
_ASSEMBLY: Final = "A/"
_COUNCIL: Final = "A/HRC/"  # its sessions are numbered separately


def day(date: str) -> float | None:
    """Convert a date to years, 2007-07-01 as 2007.5; the middle where month or day is missing; None without a year."""
    found = _DATE.match(date)
    if not found:
        return None
    month = int(found[2]) if found[2] else 7
    return round(int(found[1]) + (min(12, max(1, month)) - 1) / 12 + min(31, int(found[3] or 15)) / 372, 3)


def year_of(symbol: str) -> str:
    """Return the year printed in a symbol, that of its conference, or that in which its Assembly session began.

    An approximate date for undated texts; a text may be a year younger than its session. Empty where the symbol
    shows no year: special sessions, sessions of other bodies, serial numbers.
    """
    try:
        parsed = parse(symbol)
    except SymbolError:
        return ""
    if parsed.year:
        return str(parsed.year)
    if conference := _CONFERENCE.search(symbol):
        return str(conference[1])
    session = parsed.session or ""
    if not symbol.startswith(_ASSEMBLY) or symbol.startswith(_COUNCIL):
        return ""
    number = int(session) if session.isdecimal() else from_roman(session)
    return str(SESSION_ZERO + number) if number else ""


def _document(
    network: "nx.MultiDiGraph[str]", symbol: str, missing: Counter[tuple[str, int]], page: str
) -> dict[str, Any]:
    node = network.nodes[symbol]
    kind = node.get("kind")
    entry = {
        "symbol": symbol,
        "label": shorten(_text(node, "label") or symbol, limit=200),
        "kind": kind if kind in SHAPES else "document",
        "body": body(symbol, node),
        "titles": (titles := titles_of(node)),
        "name": "" if titles else _text(node, "name"),
        "names": {} if titles else _in_languages(node, _NAME_KEY),
        "nameFrom": _text(node, "name_from"),
        "aliases": known_names().get(symbol, []),
        "date": (date := _text(node, "date")),
        "year": "" if date else year_of(symbol),
        "organ": _text(node, "organ"),
        "url": https_address(_text(node, "url")),
        "page": page_address(page),
        "unts": _text(node, "unts"),
        "volume": _volume(symbol) if node.get("unts") else 0,
        "continues": _text(node, "continues"),
        "read": bool(node.get("read", False)),
        "invented": bool(node.get("invented", False)),
        "cited": times_cited(network, symbol),
        "cites": times_citing(network, symbol),
        "citedElsewhere": missing[symbol, 1],
        "citesElsewhere": missing[symbol, 0],
    } | {name: _text(node, name) for name in _FACTS}
    return {key: value for key, value in entry.items() if value not in (None, "", 0, False, {}, [])}


def _others(
    network: "nx.MultiDiGraph[str]", number: Mapping[str, int], pages: Mapping[str, str]
) -> list[tuple[str, str, str, str]]:
    """Return the texts that a page leaves out, the most cited first, with the way to each."""
    left = sorted((-times_cited(network, symbol), symbol) for symbol in network if symbol not in number)
    return [
        (
            symbol,
            shorten(_text(network.nodes[symbol], "label") or symbol, limit=200),
            page_address(pages.get(symbol, "")) or https_address(_text(network.nodes[symbol], "url")) or "",
            body(symbol, network.nodes[symbol]),
        )
        for _, symbol in left[:_MOST_OTHERS]
    ]


def _volume(symbol: str) -> int:
    """Return the volume of the Treaty Series that holds a treaty; 0 where it is not known."""
    known = load_registry().treaties.get(symbol.removeprefix(_TREATY_KEY))
    return (known.volume if known else None) or 0


def titles_of(node: Mapping[str, Any]) -> dict[str, str]:
    """Titles by language; one whose language is unknown has the empty code."""
    titles = _in_languages(node, _TITLE_KEY)
    main = _text(node, "title")
    return titles if not main or main in titles.values() else {"": main} | titles


def _in_languages(node: Mapping[str, Any], key: "regex.Pattern[str]") -> dict[str, str]:
    """Values by language of the attributes whose names match."""
    found = {match[1]: _text(node, name) for name in sorted(node) if (match := key.fullmatch(name))}
    return {code: words for code, words in found.items() if words}


def _text(attributes: Mapping[str, Any], key: str) -> str:
    value = attributes.get(key)
    return shorten(str(value), limit=_LONGEST) if value else ""


def _citations(
    network: "nx.MultiDiGraph[str]", number: Mapping[str, int]
) -> tuple[list[tuple[Any, ...]], Counter[tuple[str, int]]]:
    """Return a row per citation between shown texts, and each text's number of citations to or from texts not shown."""
    rows: list[tuple[Any, ...]] = []
    missing: Counter[tuple[str, int]] = Counter()
    for citing, cited, data in network.edges(data=True):
        if citing in number and cited in number:
            rows.append((number[citing], number[cited], *(_text(data, field) for field in _EVIDENCE)))
        else:
            missing[citing, 0] += 1
            missing[cited, 1] += 1
    place = functools.cache(lambda label: Label(label).reading_order)
    return sorted(rows, key=lambda row: (row[0], row[1], place(row[4]), row)), missing


def radii(cited: Sequence[int], *, smallest: float = 6.0, largest: float = 34.0) -> list[float]:
    """Return radii such that a disc's area grows with how often its text is cited, up to a bound."""
    most = max(cited, default=0)
    step = min(3.0, (largest - smallest) / most**0.5) if most > 0 else 0.0
    return [round(smallest + step * max(0, times) ** 0.5, 1) for times in cited]
