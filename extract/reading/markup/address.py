"""Addresses of UN documents: the document to which a hyperlink to a UN server leads."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

import regex

from extract.model.errors import SymbolError
from extract.symbols.symbol import LONGEST, parse

_DOCUMENT_HOSTS: Final = frozenset({"undocs.org", "docs.un.org", "daccess-ods.un.org"})
_QUERY_HOSTS: Final = frozenset({"un.org", "documents.un.org", "daccess-ods.un.org"})
_LANGUAGE: Final = regex.compile(r"\A(?:ar|ch|zh|en|fr|ru|sp|es|de)(?:/|\Z)", regex.IGNORECASE)
_FIELDS: Final = frozenset({"s", "symbol", "finalsymbol", "ds"})  # of a query that asks for a document
_MOST_FIELDS: Final = 20
_USUAL: Final = regex.compile(
    r"https?://(?:www\.)?(?:undocs\.org|docs\.un\.org)/(?:(?:ar|ch|zh|en|fr|ru|sp|es|de)/)?(?P<symbol>[A-Z][\w/.()\-]{2,80})"
)
"""The form of nearly all addresses; the others take the slower path."""
_LONGEST: Final = 3 * LONGEST + 200


@lru_cache(maxsize=8192)
def symbol_at(address: str) -> str | None:
    """The symbol of the document that an address leads to, without spaces; None where it is no such address.

    `https://undocs.org/en/A/RES/62/37`, `https://docs.un.org/A/RES/62/37`,
    `http://www.un.org/en/ga/search/view_doc.asp?symbol=A/RES/62/37`.
    """
    if len(address) > _LONGEST:
        return None
    if usual := _USUAL.fullmatch(address):
        return _symbol(usual["symbol"])
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    return next((symbol for text in _candidates(parts) if (symbol := _symbol(text))), None)


def _candidates(parts: SplitResult) -> Iterator[str]:
    """The parts of an address that may be a symbol: the path on the hosts of documents, and what a query asks for."""
    host = parts.netloc.rpartition("@")[2].partition(":")[0].lower().removeprefix("www.")
    if host in _DOCUMENT_HOSTS:
        yield _LANGUAGE.sub("", unquote(parts.path).lstrip("/"), count=1)
    if host in _DOCUMENT_HOSTS | _QUERY_HOSTS and parts.query.count("&") < _MOST_FIELDS:
        for name, values in parse_qs(parts.query, max_num_fields=_MOST_FIELDS).items():
            if name.lower() in _FIELDS:
                yield from values


def _symbol(text: str) -> str | None:
    try:
        return str(parse(text.strip("/ ")))
    except SymbolError:
        return None
