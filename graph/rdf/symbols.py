"""What the key of a work shows if it is a symbol: its place among symbols, what it can be dated, its AKN4UN address."""

from functools import lru_cache
from typing import Any

from extract.model.errors import SymbolError
from extract.symbols.bodies import by_name
from extract.symbols.dating import can_bear
from extract.symbols.symbol import Symbol, parse
from graph.rdf import iri
from graph.rdf.literal import is_day


def symbol_of(key: str) -> Symbol | None:
    """Return a key as a symbol; None for a treaty, a document without symbol, and anything else."""
    try:
        return None if key.startswith((iri.TREATY_KEY, iri.FILE_KEY)) else parse(key)
    except SymbolError:
        return None


@lru_cache(maxsize=1 << 14)
def is_date_of(key: str, date: str) -> bool:
    """Return whether a date that a citing text prints can be that of the text with a key: its session met then."""
    symbol = symbol_of(key)
    return symbol is None or can_bear(symbol, date)


def order(key: str) -> tuple[Any, ...]:
    """Return a sort key for keys: symbols in UN order, then treaties and everything else."""
    symbol = symbol_of(key)
    return (0, symbol.key, key) if symbol else (1, key)


def akn_address(symbol: Symbol, organ: str | None, date: str | None) -> str | None:
    """Return the address of a resolution in AKN4UN, the UN's machine-readable edition; None if a part is unknown."""
    body = by_name(organ)
    if body is None or not body.akn or not date or not is_day(date) or not symbol.number:
        return None
    if symbol.year:
        last = f"{symbol.number}-{symbol.year}"
    elif symbol.session and symbol.session.isdecimal():
        last = f"{symbol.session}-{symbol.number}{symbol.letter or ''}"
    else:
        return None
    return f"/akn/un/statement/deliberation/{body.akn}/{date}/{last}/"
