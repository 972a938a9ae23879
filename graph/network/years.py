"""The years of texts: by the date, else by what the symbol tells: a year, or when its session opened."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import regex

from extract.model.errors import SymbolError
from extract.symbols.calendar import load_calendar
from extract.symbols.symbol import Symbol, parse
from graph.rdf.iri import FILE_KEY, TREATY_KEY

if TYPE_CHECKING:
    import networkx as nx

_DATED: Final = regex.compile(r"((?:1[89]|20)\d\d)(?:-|\Z)")
_COUNCIL: Final = "A/HRC/"
_ASSEMBLY: Final = "A/"


def year_of(key: str, date: str = "") -> int | None:
    """Return the year of a text; None where neither its date nor its symbol tells one.

    Args:
        key: UN symbol, `treaty:SLUG` or `file:NAME`.
        date: ISO date, of which day and month may be missing; empty if it is unknown.

    Examples:
        >>> year_of("A/RES/62/37", "2007-12-05"), year_of("S/RES/1540(2004)"), year_of("A/62/391")
        (2007, 2004, 2007)
        >>> year_of("treaty:npt", "1968-07-01"), year_of("treaty:npt")
        (1968, None)
    """
    found = _DATED.match(date)
    return int(found[1]) if found else _year_told(key)


def dated_nodes(network: "nx.MultiDiGraph[str]") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each work with its attributes, `year` among them where it is known; in the network's order."""
    for symbol, node in network.nodes(data=True):
        yield symbol, node | _known(year=year_of(symbol, node["date"]))


def dated_edges(network: "nx.MultiDiGraph[str]") -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Yield each citation with its attributes, `year` of the citing and `cited_year` of the cited work among them."""
    years = {symbol: year_of(symbol, node["date"]) for symbol, node in network.nodes(data=True)}
    for citing, cited, key, edge in network.edges(keys=True, data=True):
        yield citing, cited, key, edge | _known(year=years[citing], cited_year=years[cited])


def _known(**years: int | None) -> dict[str, int]:
    return {name: year for name, year in years.items() if year}


@lru_cache(maxsize=1 << 15)
def _year_told(key: str) -> int | None:
    """Return the year that a symbol carries, or that in which its session opened; None without either."""
    if key.startswith((TREATY_KEY, FILE_KEY)):
        return None
    try:
        symbol = parse(key)
    except SymbolError:
        return None
    return symbol.year or _opened(symbol)


def _opened(symbol: Symbol) -> int | None:
    """Return the year in which the session of a symbol opened; None for a session that the calendar does not have."""
    written = str(symbol)
    body = "human-rights-council" if written.startswith(_COUNCIL) else "general-assembly"
    if not symbol.session or not written.startswith(_ASSEMBLY):
        return None
    session = load_calendar()[body].get(symbol.session)
    return session.opens.year if session and session.opens else None
