"""The command `view`: a page of the whole network, of the texts near one, of one text, or of two side by side."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from extract.model.errors import SymbolError
from extract.symbols.symbol import parse
from graph import console
from graph.cli.graphs import load
from graph.cli.options.base import DONE, UsageError
from graph.files import write_text
from graph.network.comparison import compare, shared_languages
from graph.network.lookup import NotInGraphError, find_key
from graph.network.neighbourhood import neighbourhood
from graph.network.network import citation_network
from graph.network.particulars import add_particulars
from graph.output.document_pages import page_beside, places_beside, render_quotes
from graph.pages.compare import render_compare_page
from graph.pages.explorer import render_explorer_page
from graph.pages.parts.strings import FIRST
from graph.rdf.iri import FILE_KEY, TREATY_KEY

if TYPE_CHECKING:
    import networkx as nx

_USUAL: Final = {"network": Path("view.html"), "document": Path("document.html"), "compare": Path("compare.html")}
_VIEWS: Final = {"network": "", "atlas": "map"}  # names of pages that are no view of the explorer


def view_command(given: Namespace) -> int:
    """`recalling view`."""
    folder, symbol = _asked(given)
    graph = load(folder)
    network = citation_network(graph)
    add_particulars(network, graph)
    try:
        if given.compare:
            return _compare(network, folder, *given.compare, output=given.output or _USUAL["compare"])
        if symbol:
            return _document(network, folder, symbol, output=given.output)
        if given.focus:
            network = neighbourhood(network, given.focus, depth=given.depth)
    except NotInGraphError as error:
        raise UsageError(str(error)) from error
    output = given.output or _USUAL["network"]
    view = _VIEWS.get(given.page, given.page)
    around = find_key(network, given.focus) if given.focus else ""
    page = render_explorer_page(network, title=given.focus, view="ego" if around and not view else view, around=around)
    write_text(output, page)
    console.say(f"{output}: {len(network)} texts, {network.number_of_edges()} citations")
    return DONE


def _asked(given: Namespace) -> tuple[Path, str | None]:
    """The graph and the text that the arguments name; `recalling view A/RES/62/37` means the graph in `out`.

    Raises:
        UsageError: the arguments name a text in two ways.
    """
    folder: Path = given.graph
    symbol: str | None = given.symbol
    has_option = given.focus or given.compare
    if symbol and has_option:
        raise UsageError("name one text, or --focus, or --compare")
    if symbol or has_option or folder.exists() or not _is_symbol(str(folder)):
        return folder, symbol
    return Path("out"), str(folder)


def _is_symbol(text: str) -> bool:
    """Whether an argument in the place of the graph is a symbol or another key of a text."""
    try:
        parse(text)
    except SymbolError:
        return text.startswith((TREATY_KEY, FILE_KEY))
    return True


def _document(network: "nx.MultiDiGraph[str]", folder: Path, symbol: str, *, output: Path | None) -> int:
    """The page of a text: the one that `build` wrote of its whole text, or one of the quotes that the graph holds."""
    key = find_key(network, symbol)
    page = page_beside(folder, key)
    if page and output is None:
        console.say(f"{page}: the text of {key} with its references")
        return DONE
    output = output or _USUAL["document"]
    if page:
        write_text(output, page.read_text(encoding="utf-8"))
    else:
        write_text(output, render_quotes(network, key))
    console.say(f"{output}: {'the text' if page else 'the quotes'} of {key} with its references")
    return DONE


def _compare(network: "nx.MultiDiGraph[str]", folder: Path, *symbols: str, output: Path) -> int:
    """The page of two texts side by side."""
    earlier, later = (find_key(network, symbol) for symbol in symbols)
    shared = sorted(shared_languages(network, earlier, later), key=lambda code: code != FIRST)
    compared = compare(network, earlier, later, next(iter(shared), None))
    others = [compare(network, earlier, later, code) for code in shared[1:]]

    beside = places_beside(folder, output.parent)
    write_text(output, render_compare_page(network, compared, others=others, beside=beside))
    parts = ("kept", "updated", "dropped", "added")
    counts = ", ".join(f"{len(getattr(compared, part))} {part}" for part in parts)
    console.say(f"{output}: {earlier} and {later}: {counts}")
    return DONE
