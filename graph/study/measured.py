"""`Measured`: the measures of a citation network as pandas frames, each ready to sort, join and plot."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from graph.network.treatment import PLACES, treatment
from graph.network.years import year_of

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

_MEASURES: Final = {
    "symbol": "string",
    "title": "string",
    "kind": "category",
    "year": "Int64",
    "cited": "Int64",
    "cites": "Int64",
    "pagerank": "Float64",
    "hub": "Float64",
    "authority": "Float64",
    "betweenness": "Float64",
    "core": "Int64",
    "community": "Int64",
}
_ALIKE: Final = {"one": "string", "other": "string", "together": "Int64", "cosine": "Float64"}
_STEPS: Final = {
    "year": "Int64",
    "symbol": "string",
    "title": "string",
    "cites": "string",
    "share": "Float64",
}
_BURSTS: Final = {
    "symbol": "string",
    "title": "string",
    "start": "Int64",
    "end": "Int64",
    "citing": "Int64",
    "weight": "Float64",
}
_TREATMENTS: Final = {
    "citing": "string",
    "year": "Int64",
    "times": "Int64",
    **dict.fromkeys(PLACES, "Int64"),
    "relations": "string",
    "paragraphs": "string",
    "pinpoints": "string",
}


class Measured(ABC):
    """The measures of a graph; of a text that was read in several languages, one version counts everywhere."""

    @property
    @abstractmethod
    def _network(self) -> "nx.MultiDiGraph[str]":
        """The citation network."""

    @abstractmethod
    def find(self, text: str) -> str:
        """Return the symbol of the text that is meant."""

    @abstractmethod
    def citations(self, *, every_language: bool = False) -> "pd.DataFrame":
        """Return the citations, one per row."""

    @abstractmethod
    def treaties(self) -> "pd.DataFrame":
        """Return the treaties, the most cited first."""

    @abstractmethod
    def series(self, symbol: str) -> list[str]:
        """Return the texts of the series that a text is in."""

    @abstractmethod
    def network(self) -> "nx.MultiDiGraph[str]":
        """Return a copy of the citation network."""

    def measures(self) -> "pd.DataFrame":
        """Return how central each work is, the highest PageRank first; see `graph.network.centrality.Measure`.

        A `community` of fewer than four works is missing.
        """
        from graph.network.centrality import measures  # noqa: PLC0415  # networkx, scipy and pandas load slowly

        network = self._network
        rows = (
            asdict(each) | _named(network, each.symbol) | {"community": each.community if each.community >= 0 else None}
            for each in measures(network)
        )
        return _frame(rows, _MEASURES)

    def communities(self) -> "pd.DataFrame":
        """Return the groups of works that cite each other, the largest first: community, works, and most cited ones."""
        from graph.network.centrality import communities  # noqa: PLC0415  # as above

        network = self._network
        rows = (
            {
                "community": number,
                "works": len(group),
                "most_cited": "; ".join(
                    str(network.nodes[key]["label"])
                    for key in sorted(group, key=lambda key: (-network.nodes[key]["cited"], key))[:5]
                ),
            }
            for number, group in enumerate(communities(network))
        )
        return _frame(rows, {"community": "Int64", "works": "Int64", "most_cited": "string"})

    def main_path(self) -> "pd.DataFrame":
        """Return the main path, the earliest text first: year, symbol, title, what it cites on the path, share of ways.

        `share` is that of all ways from texts that nothing cites to texts that cite nothing.
        """
        from graph.network.main_path import main_path, search_path_counts  # noqa: PLC0415  # as above

        network = self._network
        steps = main_path(network)
        counts = search_path_counts(network)
        total = sum(paths for (citing, _), paths in counts.items() if not network.in_degree(citing)) or 1
        first: list[dict[str, Any]] = [_named(network, steps[0].cited)] if steps else []
        rows = (_named(network, step.citing) | {"cites": step.cited, "share": step.paths / total} for step in steps)
        return _frame([*first, *rows], _STEPS)

    def co_citation(self, symbol: str | None = None, *, most: int = 100, least: int = 2) -> "pd.DataFrame":
        """Return the pairs of works, or of one work, that most texts cite together: one, other, together, cosine."""
        from graph.network.likeness import co_citation  # noqa: PLC0415  # as above

        key = None if symbol is None else self.find(symbol)
        return _frame(map(asdict, co_citation(self._network, key, most=most, least=least)), _ALIKE)

    def coupling(self, symbol: str | None = None, *, most: int = 100, least: int = 2) -> "pd.DataFrame":
        """Return the pairs of texts, or of one text, that cite most works in common: one, other, together, cosine."""
        from graph.network.likeness import coupling  # noqa: PLC0415  # as above

        key = None if symbol is None else self.find(symbol)
        return _frame(map(asdict, coupling(self._network, key, most=most, least=least)), _ALIKE)

    def ageing(self, by: str | None = None) -> "pd.DataFrame":
        """Return how old what is cited is.

        Args:
            by: column of `citations` to group by, such as `citing_body`, `cited_kind`, `relation` or `year`; None for
                one row on all.

        Returns:
            The group, citations (distinct pairs of works with both years known), median age, half_life (years), oldest.
        """
        from graph.network.ageing import half_life  # noqa: PLC0415  # as above

        columns = ["citing", "cited", "age", *([by] if by and by != "age" else [])]
        rows = self.citations()[columns].dropna().drop_duplicates()
        groups = rows.groupby(by, observed=True)["age"] if by else [("all", rows["age"])]
        found = (
            {
                "group": name if isinstance(name, str) else str(name),
                "citations": len(ages),
                "median_age": float(ages.median()),
                "half_life": half_life(int(age) for age in ages if age >= 0),
                "oldest": int(ages.max()),
            }
            for name, ages in groups
            if len(ages)
        )
        kinds = {"citations": "Int64", "median_age": "Float64", "half_life": "Float64", "oldest": "Int64"}
        return _frame(found, {"group": "string", **kinds}).rename(columns={"group": by or "group"})

    def bursts(self, *, most: int = 50) -> "pd.DataFrame":
        """Return the bursts of attention, the weightiest first: symbol, title, start, end, citing texts, weight."""
        from graph.network.ageing import bursts  # noqa: PLC0415  # as above

        network = self._network
        rows = (_named(network, each.symbol) | asdict(each) for each in bursts(network, most=most))
        return _frame(rows, _BURSTS)

    def treatment(self, symbol: str) -> "pd.DataFrame":
        """Return how each text that cites a work treats it, the deepest treatment first.

        Returns:
            citing, year, times; how often in the title, preamble, operative part, notes …; relations (acts, with how
            often), paragraphs, pinpoints.
        """
        network = self._network
        rows = (
            {
                "citing": each.citing,
                "year": _year(network, each.citing),
                "times": each.times,
                **{place: each.places.get(place, 0) for place in PLACES},
                "relations": ", ".join(
                    name if count == 1 else f"{name} ({count})" for name, count in each.relations.items()
                ),
                "paragraphs": " ".join(each.paragraphs),
                "pinpoints": "; ".join(each.pinpoints),
            }
            for each in treatment(network, self.find(symbol))
        )
        frame = _frame(rows, _TREATMENTS)
        return frame.drop(columns=[place for place in PLACES if not frame[place].any()])


def _named(network: "nx.MultiDiGraph[str]", key: str) -> dict[str, Any]:
    """Return what a row says of a work: symbol, title, kind and year."""
    node = network.nodes[key]
    title = node["title"] or node["name"] or node["label"]
    return {"symbol": key, "title": title, "kind": node["kind"], "year": _year(network, key)}


def _year(network: "nx.MultiDiGraph[str]", key: str) -> int | None:
    return year_of(key, network.nodes[key]["date"])


def _frame(rows: Any, columns: Mapping[str, str]) -> "pd.DataFrame":  # noqa: ANN401  # an iterable of mappings
    from graph.study.frames import table_frame  # noqa: PLC0415  # pandas is optional, and slow to load

    return table_frame(rows, columns)
