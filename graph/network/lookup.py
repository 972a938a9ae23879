"""`find_key`: the text of a network that a person means: a symbol in any spelling, an abbreviation, a name, a title."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

import regex
from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from extract.model.errors import RecallingError, SymbolError, UnreadableError
from extract.symbols.symbol import parse
from graph.rdf.iri import FILE_KEY, TREATY_KEY

if TYPE_CHECKING:
    import networkx as nx

_BODIES: Final = {
    "SC": "Security Council",
    "GA": "General Assembly",
    "HRC": "Human Rights Council",
    "ECOSOC": "Economic and Social Council",
}
"""What people call a body in front of a number: `UNSCR 1540`, `GA 62/37`."""
_SHORT: Final = regex.compile(
    r"(?:UN\s*+)?(?P<body>SC|GA|HRC|ECOSOC)(?:[\s/]*+R(?:ES(?:OLUTION)?)?)?+[\s/.]*+(?P<number>\d.{0,20})", regex.I
)
_NUMBER: Final = regex.compile(r"(?:E?S-)?\d{1,4}+(?:/\d{1,4}+(?:\s?[A-Z])?|\s?\([\dIVXL-]{1,8}\))?", regex.I)
_LONGEST: Final = 300
_LIKE_KEY: Final = 75  # per cent of letters that a symbol must share with a mistyped one
_LIKE_NAME: Final = 60  # per cent that a title must have in common with the words asked for
_MOST: Final = 5


class NotInGraphError(RecallingError):
    """A text is not in the graph.

    Attributes:
        symbol: what was asked for.
        near: similar keys.
    """

    def __init__(self, symbol: str, near: tuple[str, ...]) -> None:
        """Compose the message, with similar keys as suggestions."""
        self.symbol = symbol
        self.near = near
        hint = f"; is one of these meant: {', '.join(near)}?" if near else ""
        super().__init__(f"{symbol[:200]} is not in the graph{hint}")


def find_key(network: "nx.MultiDiGraph[str]", text: str) -> str:
    """Return the node that a person means.

    Args:
        network: from `graph.network.citation_network`.
        text: a symbol in any spelling (`a/res/62/37`), a number with or without its body (`UNSCR 1540`,
            `resolution 62/37`, `62/37`), a treaty (`NPT`, `treaty:npt`), a title, or `file:NAME`.

    Raises:
        NotInGraphError: no text of the network is meant, or a title is that of several.
    """
    wanted = " ".join(text[:_LONGEST].split())
    found: list[str] = []
    for key in _meant(wanted):
        if key in network:
            return key
        found.append(key)
    named = _titled(network, wanted)
    if len(named) == 1:
        return named[0]
    raise NotInGraphError(text, tuple(named[:_MOST]) or _near(network, [*found, wanted], wanted))


def _meant(wanted: str) -> Iterator[str]:
    """Yield the keys that an expression may stand for, the surest first."""
    if wanted.startswith((TREATY_KEY, FILE_KEY)):
        yield wanted
        return
    try:
        yield str(parse(wanted))
    except SymbolError:
        yield "".join(wanted.split())
    yield TREATY_KEY + "-".join(wanted.casefold().split())
    for phrase in _phrases(wanted):
        yield from _cited(phrase)


def _cited(phrase: str) -> Iterator[str]:
    """Yield what a phrase cites, if that is one text."""
    from extract.find import find_citations  # noqa: PLC0415  # reading loads much, and a symbol needs none of it
    from extract.reading.readers import read_document  # noqa: PLC0415  # as above

    try:
        document = read_document(f"{phrase}\n".encode("utf-8", "replace"), file="query.txt")
    except UnreadableError:  # nothing but blanks, or characters of no text
        return
    targets = {target for each in find_citations(document) if (target := getattr(each, "target", None))}
    if len(targets) == 1:
        yield targets.pop()


def _phrases(wanted: str) -> Iterator[str]:
    """Yield an expression as a resolution would print it."""
    yield wanted
    if short := _SHORT.fullmatch(wanted):
        yield f"{_BODIES[short['body'].upper()]} resolution {short['number']}"
    if _NUMBER.fullmatch(wanted):
        yield f"resolution {wanted}"
    yield wanted.upper()


def _titled(network: "nx.MultiDiGraph[str]", wanted: str) -> list[str]:
    """Return the texts that bear a title in some language, or are labelled so."""
    folded = wanted.casefold()
    return [key for key, data in network.nodes(data=True) if folded in _names(data)]


def _names(data: dict[str, Any]) -> set[str]:
    """Return what a text is called, with case folded."""
    named = (str(data[name]) for name in data if name in {"label", "title", "name"} or name.startswith("title_"))
    return {name.casefold() for name in named if name}


def _numbered(wanted: str) -> Callable[[str], bool]:
    """Return a test for the keys that a bare number may stand for: `1325` is that of S/RES/1325(2000)."""
    return lambda key: wanted.isdecimal() and (key.endswith(f"/{wanted}") or f"/{wanted}(" in key)


def _near(network: "nx.MultiDiGraph[str]", keys: list[str], wanted: str) -> tuple[str, ...]:
    """Return the keys that are spelled much alike, then those of texts with a title much alike."""
    near: dict[str, float] = dict.fromkeys(filter(_numbered(wanted), network), 100)
    for key in dict.fromkeys(keys):
        for like, score, _ in process.extract(
            key, list(network), scorer=fuzz.ratio, score_cutoff=_LIKE_KEY, limit=_MOST
        ):
            near[like] = max(score, near.get(like, 0))
    names = {key: str(data.get("name") or data.get("label") or "").casefold() for key, data in network.nodes(data=True)}
    if any(letter.isalpha() for letter in wanted):
        like_named = process.extract(
            wanted, names, scorer=fuzz.token_set_ratio, processor=default_process, score_cutoff=_LIKE_NAME, limit=_MOST
        )
        near |= {key: score for _, score, key in like_named if key not in near}
    return tuple(sorted(near, key=lambda key: -near[key])[:_MOST])
