"""`Plot`: the figures of a graph, as `graph.plot.ageing()`; each is a matplotlib figure with an alternative text."""

from typing import TYPE_CHECKING

from graph.study.figures import acts, ageing, bodies, group_of, over_time, series, treaties
from graph.study.frames import body_of
from graph.study.maps import co_citation_map
from graph.study.measured import Measured

if TYPE_CHECKING:
    import pandas as pd

    from graph.study.chart import Chart


class Plot:
    """The figures of a graph.

    Each returns a `Chart`, a matplotlib figure in the house style: `chart.alternative` says in words what it shows,
    `chart.savefig("figure.svg")` saves it, `chart.axes[0]` changes it. Of a text that was read in several languages one
    version counts.
    """

    def __init__(self, graph: Measured) -> None:
        """Take the graph to draw."""
        self._graph = graph

    def over_time(self, symbol: str | None = None, *, by: str = "cited_body") -> "Chart":
        """Draw how many works a text cites on average, by year.

        Args:
            symbol: a work whose citations alone to count; None for all.
            by: column of `citations` that divides them: `cited_body`, `cited_kind`, `relation`, `place` …
        """
        chosen, what = self._chosen(symbol)
        return over_time(self._graph.citations(), chosen, by=by, what=what)

    def ageing(self, symbol: str | None = None, *, by: str | None = "citing_body") -> "Chart":
        """Draw how old what texts cite is, and the half-life.

        Args:
            symbol: a work whose citations alone to count; None for all.
            by: column of `citations` that divides them; None for one line.
        """
        chosen, what = self._chosen(symbol)
        return ageing(chosen, by=by, what=what)

    def bodies(self, *, most: int = 9) -> "Chart":
        """Draw which bodies cite which, as a heat map; at most so many bodies."""
        return bodies(self._graph.citations(), most=most)

    def acts(self, symbol: str | None = None, *, most: int = 15) -> "Chart":
        """Draw with which acts texts cite, and where in the text, as a heat map; at most so many acts."""
        chosen, what = self._chosen(symbol)
        return acts(chosen, most=most, what=what)

    def treaties(self, *, most: int = 20) -> "Chart":
        """Draw the treaties that most texts cite."""
        return treaties(self._graph.treaties(), most=most)

    def series(self, symbol: str, *, least: int = 1) -> "Chart":
        """Draw what the texts of a series cite, as a matrix; the mark says with which kind of act.

        Args:
            symbol: of a text of the series, or several separated by commas where no series is known.
            least: number of texts of the series that must cite a work for it to have a row.
        """
        network = self._graph.network()
        texts = [self._graph.find(each) for each in symbol.split(",")]
        known = self._graph.series(texts[0]) if len(texts) == 1 else texts
        members = [each for each in known if each in network and network.nodes[each]["cites"]]
        matrix = self._matrix(members)
        kept = {cited: row for cited, row in matrix.items() if len(row) >= least and cited not in members}
        order = sorted(kept, key=lambda cited: (-len(kept[cited]), members.index(next(iter(kept[cited]))), cited))
        labels = {cited: str(network.nodes[cited]["label"]) for cited in order}
        return series({cited: kept[cited] for cited in order}, members, labels)

    def co_citation(self, *, most: int = 80, named: int = 60) -> "Chart":
        """Draw the works that are cited together most often, as a map.

        Args:
            most: number of pairs.
            named: number of works that bear a label.
        """
        network = self._graph.network()
        pairs = self._graph.co_citation(most=most)
        keys = {*pairs["one"], *pairs["other"]}
        groups = {
            key: "treaty" if network.nodes[key]["kind"] == "treaty" else body_of(key, network.nodes[key]) or "other"
            for key in keys
        }
        return co_citation_map(pairs, network.nodes, groups, named=named)

    def _matrix(self, members: list[str]) -> dict[str, dict[str, str]]:
        """Map each cited work to the texts that cite it, each with the group of its first act, notes last."""
        citations = self._graph.citations()
        matrix: dict[str, dict[str, str]] = {}
        for member in members:
            for cited, rows in citations[citations["citing"] == member].groupby("cited"):
                in_text = rows[rows["place"] != "note"]
                relations = (in_text if len(in_text) else rows)["relation"]
                matrix.setdefault(str(cited), {})[member] = group_of(str(relations.iloc[0]))
        return matrix

    def _chosen(self, symbol: str | None) -> "tuple[pd.DataFrame, str]":
        """Return the citations of a work, or all, and the label of that work."""
        citations = self._graph.citations()
        if symbol is None:
            return citations, ""
        key = self._graph.find(symbol)
        return citations[citations["cited"] == key], str(self._graph.network().nodes[key]["label"])
