"""Addresses of UN documents: what a hyperlink to the UN's servers leads to."""

from functools import lru_cache
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

import regex

from extract.model.errors import SymbolError
from extract.symbols.symbol import LONGEST, parse

_HOSTS: Final = frozenset({"undocs.org", "docs.un.org", "daccess-ods.un.org"})
_ASKING: Final = frozenset({"un.org", "documents.un.org", "daccess-ods.un.org"})
_LANGUAGE: Final = regex.compile(r"\A(?:ar|ch|zh|en|fr|ru|sp|es|de)(?:/|\Z)", regex.IGNORECASE)
_DOORS: Final = ("s", "symbol", "finalsymbol", "ds")
_USUAL: Final = regex.compile(
    r"https?://(?:www\.)?(?:undocs\.org|docs\.un\.org)/(?:(?:ar|ch|zh|en|fr|ru|sp|es|de)/)?(?P<symbol>[A-Z][\w/.()\-]{2,80})"
)
"""What nearly all addresses look like; the others take the longer way."""
_LONGEST: Final = 3 * LONGEST + 200


@lru_cache(maxsize=8192)
def symbol_at(address: str) -> str | None:
    """The symbol of the document that an address leads to, without blanks; None where it is no such address.

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
    host = (parts.netloc.rpartition("@")[2].partition(":")[0]).lower().removeprefix("www.")
    asked = []
    if host in _HOSTS:
        asked.append(_LANGUAGE.sub("", unquote(parts.path).lstrip("/"), count=1))
    if host in _HOSTS | _ASKING:
        query = parse_qs(parts.query or "", max_num_fields=20) if parts.query.count("&") < _FIELDS else {}
        asked += [value for name, values in query.items() if name.lower() in _DOORS for value in values]
    return next((symbol for text in asked if (symbol := _symbol(text))), None)


_FIELDS: Final = 20


def _symbol(text: str) -> str | None:
    try:
        return str(parse(text.strip("/ ")))
    except SymbolError:
        return None
