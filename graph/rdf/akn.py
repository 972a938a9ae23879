"""Addresses of resolutions in AKN4UN, the machine-readable edition of the United Nations, by its naming convention."""

from extract.symbols.bodies import by_name
from extract.symbols.symbol import Symbol
from graph.rdf.literal import is_day


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
