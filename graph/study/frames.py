"""Frames: the works and the citations of a network as pandas tables whose columns have types."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from extract.model.errors import SymbolError
from extract.model.label import Label
from extract.symbols.symbol import parse
from graph.network.comparison import Comparison, Pair
from graph.network.treatment import place_in_text, versions
from graph.network.years import year_of
from graph.rdf.iri import FILE_KEY, TREATY_KEY
from graph.study.answer import load_pandas

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

Node = Mapping[str, Any]


def body_of(key: str, node: Node) -> str | None:
    """Return the body that adopted or issued a work, as the graph or its symbol tells; None where neither does."""
    return str(node.get("organ") or "") or _body_told(key)


@lru_cache(maxsize=1 << 15)
def _body_told(key: str) -> str | None:
    """Return the body whose series a symbol belongs to."""
    if key.startswith((TREATY_KEY, FILE_KEY)):
        return None
    try:
        return parse(key).body
    except SymbolError:
        return None


_WORK_COLUMNS: Final[Mapping[str, tuple[str, Callable[[str, Node], object]]]] = {
    "symbol": ("string", lambda key, _: key),
    "title": ("string", lambda _, node: node["title"] or node["name"] or None),
    "kind": ("category", lambda _, node: node["kind"]),
    "body": ("category", body_of),
    "year": ("Int64", lambda key, node: year_of(key, node["date"])),
    "date": ("date", lambda _, node: node["date"]),
    "read": ("boolean", lambda _, node: node["read"]),
    "cites": ("Int64", lambda _, node: node["cites"]),
    "cited": ("Int64", lambda _, node: node["cited"]),
    "continues": ("string", lambda _, node: node["continues"] or None),
    "url": ("string", lambda _, node: node["url"] or None),
}
"""Column of a table of works → its type, and what it holds."""


@dataclass(frozen=True, slots=True)
class _End:
    """What a table of citations says of the citing or the cited text."""

    year: int | None
    body: str | None
    kind: str

    @classmethod
    def of(cls, key: str, node: Node) -> "_End":
        """Return what a node of the network says."""
        return cls(year_of(key, node["date"]), body_of(key, node), node["kind"])


@dataclass(frozen=True, slots=True)
class _Row:
    """A citation with both its ends."""

    keys: tuple[str, str]
    citing: _End
    cited: _End
    data: Mapping[str, Any]


_Value = Callable[[_Row], object]


def _said(name: str) -> _Value:
    """Return what takes an attribute of a citation, if it has a value."""
    return lambda row: row.data[name] or None


_CITATION_COLUMNS: Final[Mapping[str, tuple[str, _Value]]] = {
    "citing": ("string", lambda row: row.keys[0]),
    "cited": ("string", lambda row: row.keys[1]),
    "year": ("Int64", lambda row: row.citing.year),
    "cited_year": ("Int64", lambda row: row.cited.year),
    "place": ("category", lambda row: place_in_text(row.data["paragraph"])),
    **{name: ("category", _said(name)) for name in ("relation", "basis", "certainty", "role", "language")},
    **{name: ("string", _said(name)) for name in ("paragraph", "verb", "pinpoint", "quote", "date", "via")},
    "page": ("Int64", _said("page")),
    "citing_body": ("category", lambda row: row.citing.body),
    "cited_body": ("category", lambda row: row.cited.body),
    "cited_kind": ("category", lambda row: row.cited.kind),
}
"""Column of the table of citations → its type, and what it holds."""


def works_frame(network: "nx.MultiDiGraph[str]", languages: Mapping[str, str]) -> "pd.DataFrame":
    """Return the works of a network, one per row, in its order.

    Args:
        network: from `graph.network.citation_network`.
        languages: key of a work that was read → the codes of its versions.

    Returns:
        symbol, title, kind, body, year (of the date, else by the symbol), date (missing where the day is unknown),
        read, cites and cited (numbers of distinct works), continues (the text before it in its series), url, languages.
    """
    pd = load_pandas()
    nodes = [(key, network.nodes[key]) for key in network]
    columns = {
        name: _typed(pd, [value(key, node) for key, node in nodes], kind)
        for name, (kind, value) in _WORK_COLUMNS.items()
    }
    columns["languages"] = _typed(pd, [languages.get(key) for key, _ in nodes], "string")
    return pd.DataFrame(columns)


def treaties_frame(network: "nx.MultiDiGraph[str]") -> "pd.DataFrame":
    """Return the treaties of a network, the one that most works cite first.

    Returns:
        symbol, title, year, date, unts (registration number in the *Treaty Series*), cited (distinct works), citations
        (all of them, each language version counted).
    """
    pd = load_pandas()
    nodes = [(key, node) for key, node in network.nodes(data=True) if node["kind"] == "treaty"]
    nodes.sort(key=lambda pair: (-pair[1]["cited"], pair[0]))
    return pd.DataFrame(
        {
            "symbol": _typed(pd, [key for key, _ in nodes], "string"),
            "title": _typed(pd, [node["title"] or node["label"] for _, node in nodes], "string"),
            "year": _typed(pd, [year_of(key, node["date"]) for key, node in nodes], "Int64"),
            "date": _typed(pd, [node["date"] for _, node in nodes], "date"),
            "unts": _typed(pd, [node["unts"] or None for _, node in nodes], "Int64"),
            "cited": _typed(pd, [node["cited"] for _, node in nodes], "Int64"),
            "citations": _typed(pd, [network.in_degree(key) for key, _ in nodes], "Int64"),
        }
    )


def citations_frame(network: "nx.MultiDiGraph[str]", *, every_language: bool = False) -> "pd.DataFrame":
    """Return the citations of a network, one per row, in its order.

    Args:
        network: from `graph.network.citation_network`.
        every_language: whether to keep the citations of each language version of a text; else those of one version.

    Returns:
        citing, cited; relation (the act), verb, basis, paragraph, place (`preamble`, `operative`, `note` …), pinpoint,
        quote, certainty, role, language, page, date (as the text states it: a day, a month or a year), via; year
        and citing_body of the citing text; cited_year, cited_body and cited_kind; age (years between the two).
    """
    pd = load_pandas()
    ends = {key: _End.of(key, network.nodes[key]) for key in network}
    version = versions(network)
    rows = [
        _Row((citing, cited), ends[citing], ends[cited], data)
        for citing, cited, data in network.edges(data=True)
        if every_language or data["language"] == version[citing]
    ]
    columns = {name: _typed(pd, list(map(value, rows)), kind) for name, (kind, value) in _CITATION_COLUMNS.items()}
    frame = pd.DataFrame(columns)
    frame.insert(list(frame).index("cited_year") + 1, "age", frame["year"] - frame["cited_year"])
    return frame


_COMPARED: Final = {"status": "category", "earlier": "string", "later": "string"} | {
    f"{name}_{when}": "string" for when in ("before", "after") for name in ("relations", "paragraphs")
}


def comparison_frame(compared: Comparison) -> "pd.DataFrame":
    """Return a comparison of two texts, one cited text per row; see `CitationGraph.compare`."""
    statuses = ("kept", "updated", "dropped", "added")
    return table_frame(
        (_compared(status, pair) for status in statuses for pair in getattr(compared, status)), _COMPARED
    )


def _compared(status: str, pair: Pair) -> dict[str, Any]:
    """Return a pair of compared texts as a row."""
    row: dict[str, Any] = {"status": status, "earlier": pair.earlier, "later": pair.later}
    for when, places in (("before", pair.before), ("after", pair.after)):
        paragraphs = sorted({place.paragraph for place in places}, key=lambda label: Label(label).reading_order)
        row[f"paragraphs_{when}"] = " ".join(paragraphs)
        row[f"relations_{when}"] = " ".join(sorted({place.relation for place in places}))
    return row


def table_frame(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str]) -> "pd.DataFrame":
    """Return rows as a frame.

    Args:
        rows: what lacks a column is missing there, and so is an empty text.
        columns: name → `string`, `category`, `Int64`, `Float64`, `boolean` or `date`.
    """
    pd = load_pandas()
    listed = list(rows)
    return pd.DataFrame(
        {name: _typed(pd, [_present(row.get(name)) for row in listed], kind) for name, kind in columns.items()}
    )


def _present(value: object) -> object:
    return None if isinstance(value, str) and not value else value


def _typed(pd: Any, values: Sequence[object], kind: str) -> Any:  # noqa: ANN401  # pandas and a column of it
    """Return a column; a date of which the day is unknown is missing."""
    if kind == "date":
        return pd.to_datetime(pd.Series(values, dtype="string"), format="%Y-%m-%d", errors="coerce")
    return pd.Series(values, dtype=kind)
