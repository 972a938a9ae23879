"""`CitationGraph`: what a notebook imports; it loads a graph, answers questions, and draws itself."""

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import rdflib

from extract.model.errors import RecallingError
from graph.network.network import citation_network
from graph.network.particulars import add_particulars
from graph.pages.parts.escape import escape_text
from graph.query import ask as asking
from graph.rdf.iri import work_iri, work_key
from graph.rdf.store import load_graph
from graph.rdf.work import order

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd  # type: ignore[import-untyped]  # it ships no types

_ROWS_SHOWN = 200
# Scripts run, pictures may be saved, and official documents open in a window of their own; nothing else.
_SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"


class MissingLibraryError(RecallingError):
    """A library that only some uses need and that is not installed.

    Attributes:
        library: its name.
    """

    def __init__(self, library: str) -> None:
        """Write the message once, with the way to install it."""
        self.library = library
        super().__init__(f"this needs {library}: pip install 'recalling[notebook]'")


@dataclass(frozen=True, slots=True)
class Answer:
    """A table that shows itself in a notebook.

    Attributes:
        table: columns and rows.
    """

    table: asking.Table

    def __iter__(self) -> Any:  # noqa: ANN401  # an iterator of rows as dictionaries
        """Give the rows, each a dictionary by column."""
        return (dict(zip(self.table.columns, row, strict=True)) for row in self.table.rows)

    def __len__(self) -> int:
        """Number of rows."""
        return len(self.table.rows)

    def to_pandas(self) -> "pd.DataFrame":
        """Give a pandas frame.

        Raises:
            MissingLibraryError: pandas is not installed.
        """
        try:
            import pandas as pd  # noqa: PLC0415  # optional
        except ImportError as error:
            raise MissingLibraryError("pandas") from error
        return pd.DataFrame(list(self.table.rows), columns=list(self.table.columns))

    def _repr_html_(self) -> str:
        """The table as HTML, every value escaped, the first rows only."""
        head = "".join(f"<th>{escape_text(column)}</th>" for column in self.table.columns)
        rows = (
            "".join(f'<td dir="auto">{_shown(value)}</td>' for value in row) for row in self.table.rows[:_ROWS_SHOWN]
        )
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        more = len(self.table.rows) - _ROWS_SHOWN
        note = f"<p>… and {more} more rows</p>" if more > 0 else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}"


@dataclass(frozen=True, slots=True)
class View:
    """A page that shows itself inside a notebook, shut off from it.

    Attributes:
        page: the whole HTML page.
        height: pixels.
    """

    page: str
    height: int

    def _repr_html_(self) -> str:
        """The page in a frame of its own: its scripts run, and reach neither the notebook nor its cookies."""
        return (
            f'<iframe sandbox="{_SANDBOX}" srcdoc="{escape_text(self.page)}" title="citation network"'
            f' style="width:100%;height:{int(self.height)}px;border:0"></iframe>'
        )


class CitationGraph:
    """A citation graph to ask and to draw."""

    def __init__(self, graph: rdflib.Graph) -> None:
        """Wrap a graph as `graph.build.build_graph` makes it.

        Args:
            graph: over an Oxigraph store, or any other rdflib store at the price of a copy per question.
        """
        self.rdf = graph

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> "CitationGraph":
        """Read a `graph.ttl` (or `.nt`, `.nq`, `.jsonld`).

        Raises:
            UnreadableError: there is no such file, or it breaks its syntax.
        """
        return cls(load_graph(path))

    def query(self, query: str, **params: asking.Value) -> Answer:
        """Ask a query that ships, by name, or SPARQL that only reads.

        Args:
            query: a name of `named_queries()`, or SPARQL text.
            params: values for the query's parameters.

        Raises:
            QueryError: see `graph.query.run_query`.
        """
        return Answer(asking.run_query(self.rdf, query, params))

    def network(self) -> "nx.MultiDiGraph[str]":
        """Give the citation network, as `graph.network.citation_network` does."""
        return citation_network(self.rdf)

    def cites(self, symbol: str) -> list[str]:
        """Give the works that a work cites, in the order in which the UN counts them."""
        return self._works("SELECT ?work WHERE { $one cito:cites ?work }", symbol)

    def cited_by(self, symbol: str) -> list[str]:
        """Give the works that cite a work, in the order in which the UN counts them."""
        return self._works("SELECT ?work WHERE { ?work cito:cites $one }", symbol)

    def series(self, symbol: str) -> list[str]:
        """Give the texts of the series that a text is in, the oldest first, also those that no text at hand cites.

        Args:
            symbol: of a member, with or without blanks.

        Returns:
            The symbols; empty if no series is known. The query `series` has the reason of each step.
        """
        steps = self.query("series", symbol="".join(symbol.split())).table
        later, earlier = steps.columns.index("later"), steps.columns.index("earlier")
        return sorted({str(row[place]) for row in steps.rows for place in (later, earlier)}, key=order)

    def documents(self) -> Answer:
        """Give the documents that were read: symbol, date, languages, number of cited works, title."""
        return self.query("documents")

    def view(self, *, title: str = "Citation network", height: int = 640) -> View:
        """Draw the network inside a notebook; the page needs no network connection.

        Args:
            title: heading of the page.
            height: pixels.
        """
        from graph.pages.explorer import render_explorer_page  # noqa: PLC0415  # drawing loads much, asking needs none

        network = self.network()
        add_particulars(network, self.rdf)
        return View(render_explorer_page(network, title=title), height)

    def _works(self, text: str, symbol: str) -> list[str]:
        """The works that a query finds for one work, sorted."""
        blank_free = symbol if symbol.startswith(("treaty:", "file:")) else "".join(symbol.split())
        table = asking.run_query(self.rdf, text, {"one": rdflib.URIRef(work_iri(blank_free))})
        return sorted({work_key(str(iri)) or str(iri) for (iri,) in table.rows}, key=order)

    def _repr_html_(self) -> str:
        """A small summary, and the network inline."""
        rows = asking.run_query(
            self.rdf,
            "SELECT (COUNT(DISTINCT ?read) AS ?documents) (COUNT(DISTINCT ?work) AS ?works)"
            " (COUNT(DISTINCT ?citation) AS ?citations) (COUNT(DISTINCT ?open) AS ?unresolved) WHERE {"
            " { ?work a rc:Work } UNION { ?read eli:is_realized_by ?text } UNION { ?citation a rc:Citation }"
            " UNION { ?open a rc:UnresolvedReference } }",
        )
        return Answer(rows)._repr_html_() + self.view()._repr_html_()


def _shown(value: asking.Cell) -> str:
    """A value in a cell of an HTML table."""
    return "" if value is None else escape_text(str(value))
