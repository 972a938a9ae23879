"""`CitationGraph`: what a notebook imports; it loads or builds a graph, answers questions, and draws itself.

>>> from graph import CitationGraph
>>> graph = CitationGraph.load("data/series")
>>> graph
<CitationGraph: 3 documents, 47 works, 172 citations>
>>> graph.find("NPT"), graph.find("resolution 62/37"), graph.find("UNSCR 1718")
('treaty:npt', 'A/RES/62/37', 'S/RES/1718(2006)')
>>> graph.documents()["year"].tolist()
[2007, 2014, 2020]
>>> graph.series("62/37")[:3]
['A/RES/61/74', 'A/RES/62/37', 'A/RES/63/73']
"""

import os
from collections.abc import Collection, Iterable
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

from extract.model.errors import UnreadableError
from graph.network.comparison import compare as compare_texts
from graph.network.lookup import NotInGraphError, find_key
from graph.network.neighbourhood import neighbourhood
from graph.network.network import citation_network
from graph.network.particulars import add_particulars
from graph.query import ask as asking
from graph.rdf.symbols import order
from graph.study.answer import Answer, MissingLibraryError
from graph.study.measured import Measured
from graph.study.question import fill_in
from graph.study.source import Choice, Place, Source, count, languages_read, open_source, read_source

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import rdflib

    from graph.study.plot import Plot
    from graph.study.view import View

__all__ = ["Answer", "CitationGraph", "MissingLibraryError", "NotInGraphError"]

_MOST_PATHS: Final = 100


class CitationGraph(Measured):
    """A citation graph to ask, to study and to draw.

    Wherever a text is named, any usual way to name it will do: a symbol in any spelling (`a/res/62/37`), a number
    (`UNSCR 1540`, `resolution 62/37`), a treaty (`NPT`), or a title. What is not in the graph raises a
    `NotInGraphError` that proposes texts that are.

    Attributes:
        rdf: the graph as an rdflib graph.
    """

    def __init__(self, graph: "rdflib.Graph | Source") -> None:
        """Wrap a graph as `graph.build_graph` makes it.

        Args:
            graph: over an Oxigraph store, or any other rdflib store at the price of a copy per question.
        """
        self._source = graph if isinstance(graph, Source) else Source(graph)
        self.rdf = self._source.graph

    @classmethod
    def load(
        cls, source: "Place | rdflib.Graph", *, languages: Collection[str] | None = None, where: Choice | None = None
    ) -> "CitationGraph":
        """Open a graph that was built before.

        Args:
            source: the folder that `recalling build` wrote; a `graph.ttl` (or `.nt`, `.nq`, `.jsonld`); rows
                (`citations.jsonl`, also packed with gzip); or an rdflib graph.
            languages: codes of the language versions to keep, such as `["en"]`, so that a text that was read in six
                languages counts once; None for all.
            where: whether to keep a document, such as `lambda document: document.organ == "Security Council"`; None
                for all. With a choice of either kind the graph is built anew.

        Raises:
            UnreadableError: there is no such file, or it breaks its syntax.
        """
        return cls(open_source(source, languages, where))

    @classmethod
    def build(
        cls,
        inputs: Place | Iterable[Place],
        *,
        languages: Collection[str] | None = None,
        jobs: int | None = None,
    ) -> "CitationGraph":
        """Read documents and build their graph, as `recalling build` does.

        Args:
            inputs: a file, a folder or an archive, or several.
            languages: codes of the language versions to keep; None for all.
            jobs: number of worker processes; None for one per processor. In a script, the call must stand under
                `if __name__ == "__main__":`, since each worker imports the script.

        Raises:
            UnreadableError: nothing could be read.
        """
        return cls(read_source([inputs] if isinstance(inputs, str | os.PathLike) else inputs, languages, jobs=jobs))

    def find(self, text: str) -> str:
        """Return the symbol of the text that is meant, as the graph has it.

        Raises:
            NotInGraphError: nothing in the graph is meant, or several texts are.
        """
        return find_key(self._network, text)

    def documents(self) -> "pd.DataFrame":
        """Return the documents that were read, one per row: see `works` for the columns."""
        works = self.works()
        return works[works["read"]].reset_index(drop=True)

    def works(self) -> "pd.DataFrame":
        """Return all works, read or only cited, one per row.

        Returns:
            symbol, title, kind, body, year, date, read, cites, cited, continues, url, languages; each column has a
            type, and a missing value is `<NA>`. `year` is that of the date, else what the symbol tells.
        """
        from graph.study.frames import works_frame  # noqa: PLC0415  # pandas is optional, and slow to load

        return works_frame(self._network, languages_read(self.rdf))

    def treaties(self) -> "pd.DataFrame":
        """Return the treaties, the most cited first: symbol, title, year, date, unts, cited, citations."""
        from graph.study.frames import treaties_frame  # noqa: PLC0415  # as above

        return treaties_frame(self._network)

    def citations(self, *, every_language: bool = False) -> "pd.DataFrame":
        """Return the citations, one per row; see `graph.study.frames.citations_frame` for the columns.

        Args:
            every_language: whether to give the citations of every language version of a text; else those of one, so
                that none counts twice: the English version, or that with most citations.
        """
        from graph.study.frames import citations_frame  # noqa: PLC0415  # as above

        return citations_frame(self._network, every_language=every_language)

    def network(self) -> "nx.MultiDiGraph[str]":
        """Return the citation network, as `graph.network.citation_network` does; a copy, to change at will."""
        return self._network.copy()

    def query(self, query: str, **params: asking.Value) -> Answer:
        """Ask a built-in query by name, or SPARQL that only reads.

        Args:
            query: a name that `queries` lists, or SPARQL text.
            params: values for the query's parameters; of a built-in query, `symbol` may be written in any way.

        Raises:
            QueryError: a built-in query asks about a text, and none is given; or see `graph.query.run_query`.
        """
        return Answer(asking.run_query(self.rdf, query, fill_in(self.rdf, query, params, self.find)))

    def queries(self) -> "pd.DataFrame":
        """Return the built-in queries, one per row: name, question, parameters (each with its usual value)."""
        from graph.study.frames import table_frame  # noqa: PLC0415  # pandas is optional, and slow to load

        rows = (
            {
                "name": query.name,
                "question": query.question,
                "parameters": ", ".join(f"{each.name}={each.default!r}" for each in query.parameters),
            }
            for query in asking.named_queries().values()
        )
        return table_frame(rows, dict.fromkeys(("name", "question", "parameters"), "string"))

    def cites(self, symbol: str) -> list[str]:
        """Return the works that a work cites, in the order in which the UN counts them."""
        return sorted(self._network.succ[self.find(symbol)], key=order)

    def cited_by(self, symbol: str) -> list[str]:
        """Return the works that cite a work, in the order in which the UN counts them."""
        return sorted(self._network.pred[self.find(symbol)], key=order)

    def ego(self, symbol: str, steps: int = 1) -> "nx.MultiDiGraph[str]":
        """Return the network within so many citations of a text, in either direction."""
        return neighbourhood(self._network, symbol, depth=steps)

    def paths(self, citing: str, cited: str, *, most: int = 10) -> list[list[str]]:
        """Return the shortest ways along citations from one text to another; none if there is no way.

        Args:
            citing: where the ways begin; each text cites the next.
            cited: where they end.
            most: number of ways at most.
        """
        import networkx as nx  # noqa: PLC0415  # a question in SPARQL needs none

        ends = self.find(citing), self.find(cited)
        if not nx.has_path(self._network, *ends):
            return []
        ways = islice(nx.all_shortest_paths(nx.DiGraph(self._network), *ends), _MOST_PATHS * max(most, 1))
        return sorted(ways)[:most]

    def series(self, symbol: str) -> list[str]:
        """Return the texts of a text's series, the oldest first; the query `series` has the reason of each step."""
        steps = self.query("series", symbol=symbol).table
        later, earlier = steps.columns.index("later"), steps.columns.index("earlier")
        return sorted({str(row[place]) for row in steps.rows for place in (later, earlier)}, key=order)

    def compare(self, earlier: str, later: str) -> "pd.DataFrame":
        """Compare what two texts cite.

        Returns:
            One row per cited text: status (`kept`, `updated`: a later member of the series is cited, `dropped`,
            `added`), what the earlier and the later text cite, with which acts, and in which paragraphs.
        """
        from graph.study.frames import comparison_frame  # noqa: PLC0415  # pandas is optional, and slow to load

        return comparison_frame(compare_texts(self._network, self.find(earlier), self.find(later)))

    def check(self, text: str) -> "pd.DataFrame":
        """Check the citations of a draft against the catalogue, the registry, and the texts of the graph.

        Returns:
            One row per reference: verdict (`contradicted`, `superseded`, `confirmed`, `unchecked`), paragraph, quote,
            target, field (what was compared), printed, known, source.
        """
        from graph.study.draft import COLUMNS, check_text  # noqa: PLC0415  # reading loads much
        from graph.study.frames import table_frame  # noqa: PLC0415  # pandas is optional, and slow to load

        nodes = self._network.nodes(data=True)
        return table_frame(check_text(text, {key: node["date"] for key, node in nodes if node["read"]}), COLUMNS)

    def audit(self) -> "pd.DataFrame":
        """Return what an editor should look at again in the documents that were read, as `recalling audit` does.

        Raises:
            UnreadableError: the graph was loaded from RDF; `load` its rows, or `build` from documents.
        """
        from graph.study.draft import AUDITED, audit_run  # noqa: PLC0415  # reading loads much
        from graph.study.frames import table_frame  # noqa: PLC0415  # pandas is optional, and slow to load

        if self._source.run is None:
            raise UnreadableError("graph", "an audit needs the rows: load `citations.jsonl`, or build from documents")
        return table_frame(audit_run(self._source.run, self._network), AUDITED)

    @property
    def plot(self) -> "Plot":
        """The figures, such as `graph.plot.ageing()`; see `graph.study.plot.Plot`."""
        try:
            from graph.study.plot import Plot  # noqa: PLC0415  # matplotlib is optional, and slow to load
        except ImportError as error:
            raise MissingLibraryError(error.name or "matplotlib") from error
        return Plot(self)

    def view(  # noqa: PLR0913  # all but the first are named
        self,
        focus: str | None = None,
        *,
        steps: int = 1,
        to: str | os.PathLike[str] | None = None,
        title: str | None = None,
        height: int = 640,
        inline: bool = False,
    ) -> "View":
        """Write the interactive page, and show a small picture with a link to it; the page needs no network connection.

        Args:
            focus: a text whose neighbourhood to draw; None for the whole network.
            steps: how many citations around it.
            to: file to write; None for `recalling-network.html`, or `recalling-SYMBOL.html`, in the working folder.
            title: heading of the page.
            height: pixels.
            inline: whether to put the page itself into the notebook, which grows by megabytes, instead of a file.
        """
        from graph.study.view import View  # noqa: PLC0415  # drawing loads much, asking needs none

        network = self.network() if focus is None else self.ego(focus, steps)
        add_particulars(network, self.rdf)
        key = self.find(focus) if focus else ""
        return View.of(network, key=key, title=title, height=height, to=to, inline=inline)

    @cached_property
    def _network(self) -> "nx.MultiDiGraph[str]":
        """The network, made once."""
        return citation_network(self.rdf) if self._source.network is None else self._source.network

    def __repr__(self) -> str:
        """How much is in it."""
        ((documents, works, citations, _),) = count(self.rdf).rows
        return f"<CitationGraph: {documents:,} documents, {works:,} works, {citations:,} citations>"

    def _repr_html_(self) -> str:
        """A small summary; `view` draws the network."""
        return Answer(count(self.rdf))._repr_html_()
