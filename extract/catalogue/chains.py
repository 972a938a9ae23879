"""`Chains`: series of resolutions that continue one another from session to session, unread members included.

The General Assembly, the Economic and Social Council and the Human Rights Council come back to a matter under the same
title. Where a title changes, the agenda item often bears the old one: 65/72 "United action towards …" was adopted under
the item "Renewed determination towards …", the title of 64/47. `chains.tsv` is made from the catalogue:
`python -m extract.catalogue.chains`.

>>> chain = load_chains().of("A/RES/62/37")
>>> chain.symbols[1], chain.symbols[-1] > chain.symbols[1]
('A/RES/61/74', True)
"""

import functools
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import regex
from rapidfuzz import fuzz

from extract.catalogue.catalogue import load_catalogue, shipped
from extract.catalogue.entry import Entry
from extract.catalogue.existence import symbol_key
from extract.catalogue.table import read_rows
from extract.model.errors import SymbolError
from extract.symbols.symbol import Symbol, parse

Reason = Literal["title", "item", "likeness"]

FILE: Final = "chains.tsv"
REASONS: Final[Mapping[str, Reason]] = {"t": "title", "i": "item", "l": "likeness"}
"""Codes of `chains.tsv`: both texts bear one title; the later one's agenda item bears the title of the earlier one;
their titles differ in a few letters."""

_HEADS: Final = ("A/RES", "A/HRC/RES", "E/RES")
_PER_YEAR: Final = {"A/RES": 1, "A/HRC/RES": 3, "E/RES": 1}
_APART: Final = 15
"""Years after which an equal title is another matter: reviews come every five, and the catalogue has gaps of ten."""
_SOON: Final = 3
"""Years within which a changed title continues an old one."""
_MOST: Final = 3
"""Texts of one title in one session beyond which the title is a form ("Programme budget"), not a matter."""
_ALIKE: Final = 92.0
"""Percentage from which two titles differ in wording only."""
_KIN: Final = 60.0
"""Percentage of common words from which a title is a new one of the same matter."""
_SEPARATORS: Final = regex.compile(r"[^\p{L}\p{N}\p{M}]++")
_MARKS: Final = regex.compile(r"\p{Mn}++")
_DIGITS: Final = regex.compile(r"\d++")


@dataclass(frozen=True, slots=True)
class Chain:
    """A series.

    Attributes:
        symbols: its texts, the oldest first.
        reasons: why each text but the first continues the one before it.
    """

    symbols: tuple[str, ...]
    reasons: tuple[Reason, ...]

    def pairs(self) -> Iterator[tuple[str, str, Reason]]:
        """Yield each later text, the one that it continues, and why."""
        yield from zip(self.symbols[1:], self.symbols, self.reasons, strict=False)


class Chains:
    """The series by the symbols of their texts."""

    def __init__(self, chains: Iterable[Chain]) -> None:
        """Index the chains; no text is in two."""
        self.all = tuple(chains)
        self._of = {symbol: chain for chain in self.all for symbol in chain.symbols}

    def of(self, symbol: str) -> Chain | None:
        """The series that a text is in; None if it is in none that is known."""
        return self._of.get(symbol_key(symbol))


@functools.cache
def load_chains() -> Chains:
    """The series that ship, read once per process."""
    rows = read_rows(shipped() / FILE, name=f"catalogue/{FILE}")
    return Chains(Chain(tuple(row["symbols"].split()), tuple(REASONS[code] for code in row["links"])) for row in rows)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of the catalogue as chains need it; `time` counts years."""

    symbol: str
    head: str
    time: float
    title: str
    item: str
    order: tuple[float, str]


def find_chains(entries: Iterable[Entry], known: Iterable[Sequence[str]] = ()) -> list[Chain]:
    """Find the series among texts.

    Args:
        entries: with titles; the agenda heading is the item under which a text was adopted.
        known: symbols of texts that are known to bear one title, though the entries may lack it, the oldest first.

    Returns:
        Series of two texts and more, in the order of their oldest.
    """
    texts = sorted((text for entry in entries if (text := _text(entry))), key=lambda text: (text.head, *text.order))
    before: dict[str, tuple[str, Reason]] = {}
    by_title: defaultdict[tuple[str, str], list[_Text]] = defaultdict(list)
    for text in texts:
        by_title[text.head, text.title].append(text)
    for group in by_title.values():
        _link_title(group, before)
    for symbols in known:
        _link_known(symbols, before)
    _link_items(texts, by_title, before)
    _link_alike(texts, before)
    return _assembled(before)


def _text(entry: Entry) -> _Text | None:
    """A text with a title in a session; None for what has none, and for bodies whose texts have no titles."""
    title = folded(entry.title or "")
    head = next((head for head in _HEADS if entry.symbol.startswith(f"{head}/")), None)
    if head is None or not title or (entry.title or "").startswith("["):
        return None
    try:
        symbol = parse(entry.symbol)
    except SymbolError:
        return None
    time = _time(symbol, head)
    if time is None:
        return None
    return _Text(
        entry.symbol,
        head,
        time,
        title,
        folded(entry.agenda or ""),
        (time, f"{symbol.number or 0:05}{symbol.letter or ''}"),
    )


def _time(symbol: Symbol, head: str) -> float | None:
    """The year of a text by its session; None for special sessions."""
    session = symbol.session
    if symbol.year is not None and head == "E/RES":
        return float(symbol.year)
    if session is None or not str(session).isdecimal():
        return None
    return int(str(session)) / _PER_YEAR[head]


def _link_title(group: Sequence[_Text], before: dict[str, tuple[str, Reason]]) -> None:
    """Link the texts of one title, session by session; of several in one session the first carries on."""
    sessions: defaultdict[float, list[_Text]] = defaultdict(list)
    for text in group:
        sessions[text.time].append(text)
    last: _Text | None = None
    for _, members in sorted(sessions.items()):
        if len(members) > _MOST:
            last = None
            continue
        if last is not None and members[0].time - last.time <= _APART:
            before[members[0].symbol] = (last.symbol, "title")
        last = members[0]


def _link_known(symbols: Sequence[str], before: dict[str, tuple[str, Reason]]) -> None:
    """Link the texts of a known series where no link stands yet; of several in one session the first carries on."""
    taken = {earlier for earlier, _ in before.values()}
    last: tuple[str, str] | None = None
    for symbol in symbols:
        session = symbol.rpartition("/")[0]
        if last is not None and session == last[0]:
            continue
        if last is not None and symbol not in before and last[1] not in taken:
            before[symbol] = (last[1], "title")
        last = (session, symbol)


def _link_items(
    texts: Iterable[_Text], by_title: Mapping[tuple[str, str], list[_Text]], before: dict[str, tuple[str, Reason]]
) -> None:
    """Link a text of a new title to the last text whose title its agenda item bears."""
    texts = list(texts)
    taken = {earlier for earlier, _ in before.values()}
    under = Counter((text.head, text.time, text.item) for text in texts)
    for text in texts:
        broad = under[text.head, text.time, text.item] > 1  # "General and complete disarmament" has dozens of texts
        if text.symbol in before or broad or not text.item or text.item == text.title:
            continue
        older = [each for each in by_title.get((text.head, text.item), ()) if 0 < text.time - each.time <= _SOON]
        alone = older and older[-1].symbol not in taken and _same_time(older, older[-1]) == 1
        if alone and fuzz.token_set_ratio(text.title, older[-1].title) >= _KIN:
            before[text.symbol] = (older[-1].symbol, "item")
            taken.add(older[-1].symbol)


def _same_time(texts: Sequence[_Text], one: _Text) -> int:
    return sum(text.time == one.time for text in texts)


def _link_alike(texts: Sequence[_Text], before: dict[str, tuple[str, Reason]]) -> None:
    """Link a text of a new title to the one text of the last sessions whose title differs in a few letters."""
    taken = {earlier for earlier, _ in before.values()}
    open_ends: defaultdict[tuple[str, str], list[_Text]] = defaultdict(list)
    for text in texts:
        if text.symbol not in taken:
            for block in _blocks(text.title):
                open_ends[text.head, block].append(text)
    for text in texts:
        if text.symbol in before:
            continue
        near = {
            each.symbol: each
            for block in _blocks(text.title)
            for each in open_ends[text.head, block]
            if 0 < text.time - each.time <= _SOON and each.symbol not in taken and _alike(text.title, each.title)
        }
        if len(near) == 1:
            (earlier,) = near
            before[text.symbol] = (earlier, "likeness")
            taken.add(earlier)


def _blocks(title: str) -> tuple[str, str]:
    """The first and the last part of a title: one of them is the same in two that differ in a few letters."""
    return title[:16], title[-16:]


def _alike(one: str, other: str) -> bool:
    """Whether two titles differ, in a few letters and in no number."""
    return one != other and fuzz.ratio(one, other) >= _ALIKE and _DIGITS.findall(one) == _DIGITS.findall(other)


def _assembled(before: Mapping[str, tuple[str, Reason]]) -> list[Chain]:
    """Put the links together."""
    after = {earlier: (later, reason) for later, (earlier, reason) in before.items()}
    chains = []
    for start in sorted(after.keys() - before.keys(), key=parse):
        symbols, reasons = [start], []
        while (link := after.get(symbols[-1])) is not None:
            symbols.append(link[0])
            reasons.append(link[1])
        chains.append(Chain(tuple(symbols), tuple(reasons)))
    return chains


def folded(title: str) -> str:
    """A title without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", title).casefold()
    return _SEPARATORS.sub(" ", _MARKS.sub("", plain)).strip()


def written(chains: Iterable[Chain]) -> str:
    """The chains as `chains.tsv` has them."""
    codes = {reason: code for code, reason in REASONS.items()}
    rows = [f"{' '.join(chain.symbols)}\t{''.join(codes[reason] for reason in chain.reasons)}" for chain in chains]
    return "\n".join(["symbols\tlinks", *rows]) + "\n"


if __name__ == "__main__":
    catalogue = load_catalogue()
    rows = read_rows(shipped() / "series.tsv", name="catalogue/series.tsv")
    found = find_chains(
        (entry for symbol in catalogue if (entry := catalogue.find(symbol))), (row["symbols"].split() for row in rows)
    )
    sys.stdout.write(written(found))
