"""The source's own hyperlinks compared with what was read: where a link leads to another document than the text."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from extract.model.document import Link
from extract.model.errors import SymbolError
from extract.symbols.symbol import Symbol, parse


def disagreement(target: str, start: int, end: int, links: Sequence[Link]) -> str | None:
    """Return where the links in a quote lead, if none of them leads to what the quote was read as.

    Args:
        target: the symbol that the quote was read as; a treaty is never compared.
        start: offset in the text as read of the quote's first code point.
        end: one past its last.
        links: the document's links, in the order of the text.

    Returns:
        The symbol of the first link; None where there is no link, or one leads to the target, to a part of it, or to
        the whole that it is a part of.
    """
    following = links[bisect_right(links, start, key=lambda link: link.end) :]
    inside = [link.symbol for link in takewhile(lambda link: link.start < end, following)]
    read = _wholes(target) if inside else frozenset()
    if not read or any(read & _wholes(symbol) for symbol in inside):
        return None
    return inside[0]


@lru_cache(maxsize=4096)
def _wholes(symbol: str) -> frozenset[str]:
    """The documents that a symbol is of, without letters, parts, addenda and revisions; none for a treaty."""
    try:
        return frozenset(str(each) for each in _roots(parse(symbol)))
    except SymbolError:
        return frozenset()


def _roots(symbol: Symbol) -> tuple[Symbol, ...]:
    if symbol.components[-1].startswith("Rev."):
        return _roots(Symbol(symbol.components[:-1], symbol.twin))
    return tuple(root for parent in symbol.parents() for root in _roots(parent)) or (symbol,)
