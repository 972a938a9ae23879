"""Full UN document symbols printed in a text: where they stand, and what the words behind them add (`… and Corr.1`)."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import regex

from extract.model.cache import compiled
from extract.model.errors import SymbolError
from extract.symbols.series import HEAD, SERIES
from extract.symbols.symbol import Symbol, parse
from extract.text.characters import LOOKALIKES, to_latin

SECONDS: Final = 10.0  # time limit of one match; the patterns are bounded, so this is a second bolt

_CYRILLIC: Final = f"[{''.join(LOOKALIKES)}]"
_LOOKALIKE: Final = regex.compile(rf"/(?:(?<={_CYRILLIC}/)|(?={_CYRILLIC}))|(?<=[A-Z]){_CYRILLIC}|{_CYRILLIC}(?=[A-Z])")
# Where a symbol can begin: at a capital that continues no word, path or symbol, or behind a host in an address.
_ANCHOR: Final = regex.compile(
    r"[A-Z](?:(?<![A-Za-z0-9_/.\\].)(?<![A-Za-z0-9_)]-.)|(?<=\.(?:org|int)/(?:[a-z]{2}/)?.))[A-Z0-9().-]{0,15}+/"
)
_LATE: Final = r"(?![A-Za-z0-9])"
_SLASH: Final = r"/ ?"  # a line broken behind a slash leaves a blank
_HEAD: Final = rf"(?:{HEAD}|[A-Z]{{3,8}}+(?=/ ?(?:\L<natures>(?![A-Za-z])|(?:19|20)\d\d/\d)))"
_FINAL: Final = r"(?:Add|ADD|Corr|CORR|Rev|REV)\. ?\d{1,3}+"
_NUMBER: Final = rf"\d{{1,5}}+(?:{_FINAL}|[A-Z]{{1,2}}+)?{_LATE}(?:-\d{{1,5}}+{_LATE}(?!/))?"
_NAMES: Final = r"(?:[A-Z][A-Za-z]{0,9}+(?:-[A-Z]{1,4}+)?\. ?){1,3}"
_CODED: Final = rf"{_NAMES}(?:\d{{1,5}}+\.(?=\d))?(?:{_NUMBER}|[IVXL]{{1,7}}+{_LATE}|[A-Z][A-Za-z]{{0,9}}+(?=/))"
_WORD: Final = r"[A-Z][A-Za-z&]{0,11}+(?:-[A-Z]{1,8}+)?(?:-\d{1,3}+)?(?=[/(])|WG8J(?=/)|E?S-\d{1,3}+"
_PORTION: Final = r" ?\((?i:parts?|vols?|sects?)(?:\b\.? ?|(?=[IVXL\d]))[^()/\n]{1,24}\)"
_WORDS: Final = r"Corrected|Introduction|Plan outline|Foreword and introduction|Resumption \d|Supp\.?"
_REMARK: Final = rf" ?\((?i:{_WORDS})\)|\(\d{{1,3}}+\)(?=/)|\([IVXL]{{1,7}}\)"
_PART: Final = rf"(?i:part) (?:[A-Z]|\d{{1,2}}+){_LATE}"
_COUNTRY: Final = r"(?<=/CO/ ?\d{1,3}/ ?)[A-Z]{3}(?![A-Za-z0-9])"  # concluding observations of before 2004
_SMALL: Final = rf"(?:add|corr|rev)\. ?\d{{1,3}}+{_LATE}"
_COMPONENT: Final = rf"(?>{_SLASH}(?>{_CODED}|{_SMALL}|{_NUMBER}|{_PART}|{_COUNTRY}|{_WORD})(?:{_PORTION}|{_REMARK})?)"
_OLD: Final = r"\d{1,5}+ ?(?:[A-Z](?:-[A-Z])? ?)?\((?:E?S-)?(?:[IVXL]{1,7}|(?:19|20)\d\d)\)(?:[A-Z](?![A-Za-z0-9]))?"
_NEW: Final = r"(?:(?:E?S-)?\d{1,4}/ ?)?\d{1,4}+(?: ?[A-Z](?:-[A-Z])?(?![A-Za-z0-9/(]))?"
_LETTERED: Final = r"(?: ?\[[A-Z](?:-[A-Z])?\])?"  # the letter as libraries write it: A/RES/217(III)[A]
_ADOPTED: Final = rf"[ASE]/ ?(?:HRC/ ?|CN\.\d{{1,2}}/ ?)?(?:RES|Res|DEC|Dec)/? ?(?:{_OLD}|{_NEW}){_LATE}{_LETTERED}"
_ONE: Final = rf"(?>{_ADOPTED}|{_HEAD}{_COMPONENT}{{1,9}}+)"
_PRINTED: Final = rf"(?P<one>{_ONE})(?P<two> ?[-\u2010-\u2015] ?{_ONE})?+"
_NATURES: Final = (
    "CONF", "COP", "COSP", "MOP", "CMP", "CMA", "CP", "MSP", "EA", "HA", "INF", "PC", "PREPCOM", "WP", "CRP", "Res",
    "RES", "SBI", "SBSTA", "WG", "AC", "SC",
)  # fmt: skip
_SHORT: Final = len("A/75")  # so short a symbol of one of the principal organs is rather one cut off, or a paper size
_EARLY: Final = regex.compile(r"S/\d\d\Z")  # the Council's first hundred documents
_VOLUME: Final = regex.compile(r"(?i:vol)\. ?(?P<volume>[IVX]{1,5}+)(?:/(?P<corrigendum>(?:Corr|Add)\. ?\d{1,2}))?")
_LISTED: Final = regex.compile(
    rf"(?P<open> ?\(){_VOLUME.pattern}(?:[ ,،、]{{0,2}}+(?:\p{{L}}{{1,3}}[ ]?)?{_VOLUME.pattern}){{1,7}}+\)"
)
_CASE: Final = regex.compile(r"C-(?:(?:[4-9]\d|\d{3})/\d{2}|\d{1,3}/[5-9]\d)|[AEST]/\d{1,3}-\d{1,2}")
"""Numbers of cases and files of courts ("case C-61/74"): no conference comes to so many sessions or documents."""
_RECORD_RANGE: Final = regex.compile(r"/(?:SR|PV)\. ?(?P<first>\d{1,4}+)-(?P<last>\d{1,4}+)\Z")
_RECORDS: Final = frozenset({"SR", "PV"})
_NEAR: Final = 100  # meetings between two records of one list
_RANKS: Final = {"Rev": 0, "Add": 1, "Amend": 1, "Corr": 2}


@dataclass(frozen=True, slots=True)
class PrintedSymbol:
    """A symbol and the place where it is printed.

    Attributes:
        start: position of its first code point.
        end: one past its last code point.
        symbol: what is printed there; for `Corr.1` of `A/59/565 and Corr.1` the whole symbol A/59/565/Corr.1.
    """

    start: int
    end: int
    symbol: Symbol


def find_symbols(
    text: str, *, joints: tuple[str, ...] = (), ranges: tuple[str, ...] = (), corrected: tuple[str, ...] = ()
) -> tuple[PrintedSymbol, ...]:
    """Find every full symbol printed in flowing text, in order, none overlapping another.

    Args:
        text: flowing text: plain hyphens and blanks, no line breaks.
        joints: words and marks that join `A/59/565` and `Corr.1` in the text's language; a comma always does.
        ranges: words that join the two ends of `Add.1 to 3`.
        corrected: remarks in brackets that say in the text's language what `(Corrected)` does.

    Raises:
        TimeoutError: the text is made to take long.
    """
    if "/" not in text:
        return ()
    if _LOOKALIKE.search(text):
        text = to_latin(text)  # one code point for one: positions stay
    return tuple(_remarked(printed, text, corrected) for printed in _scan(text, _joined(joints, ranges)))


def _remarked(printed: PrintedSymbol, text: str, corrected: tuple[str, ...]) -> PrintedSymbol:
    """A symbol with the remark behind it that the document was corrected: INFCIRC/540（经订正）."""
    for remark in corrected:
        for written in (f"({remark})", f" ({remark})"):
            if text.startswith(written, printed.end):
                symbol = parse(f"{printed.symbol}(Corrected)")
                return PrintedSymbol(printed.start, printed.end + len(written), symbol)
    return printed


def _scan(text: str, joined: "regex.Pattern[str]") -> Iterator[PrintedSymbol]:
    """Give the symbols and, behind each, what stands joined to it."""
    position = 0
    while anchor := _ANCHOR.search(text, position, timeout=SECONDS):
        position = anchor.end()
        match = _pattern().match(text, anchor.start(), timeout=SECONDS)
        printed = [each for read in (_read(match) if match else ()) for each in _records(text, read)]
        volumes = list(_volumes(text, printed[-1])) if printed else []
        if volumes:
            yield from volumes
            position = volumes[-1].end
            continue
        yield from printed
        if printed:
            added = tuple(_additions(text, printed[-1], joined))
            yield from added
            position = max(position, (added or printed)[-1].end)


def _records(text: str, printed: PrintedSymbol) -> Iterator[PrintedSymbol]:
    """The two ends of a range of records ("SR.12-14"); any other symbol as it is."""
    ranged = _RECORD_RANGE.search(text, printed.start, printed.end)
    if ranged is None or not 0 < int(ranged["last"]) - int(ranged["first"]) < _NEAR:
        yield printed
        return
    whole = str(printed.symbol).rpartition(".")[0]
    yield PrintedSymbol(printed.start, ranged.end("first"), parse(f"{whole}.{ranged['first']}"))
    yield PrintedSymbol(ranged.start("last"), printed.end, parse(f"{whole}.{ranged['last']}"))


def _volumes(text: str, whole: PrintedSymbol) -> Iterator[PrintedSymbol]:
    """The volumes of a report that one bracket lists: `Rev.1 (Vol. I and Vol. I/Corr.1, Vol. II)`."""
    listed = _LISTED.match(text, whole.end)
    if listed is None:
        return
    for member in _VOLUME.finditer(text, listed.start(), listed.end()):
        corrigendum = f"/{member['corrigendum']}" if member["corrigendum"] else ""
        try:
            symbol = parse(f"{whole.symbol}(Vol. {member['volume']}){corrigendum}")
        except SymbolError:
            return
        first = member.start() == listed.end("open")
        end = listed.end() if member.end() == listed.end() - 1 else member.end()
        yield PrintedSymbol(whole.start if first else member.start(), end, symbol)


def _read(match: "regex.Match[str]") -> list[PrintedSymbol]:
    """One symbol, a joint one, or the two ends of a range; none when the grammar refuses what the pattern saw."""
    whole = _parsed(match.string, *match.span())
    if match["two"] is None or (whole and whole.end == match.end()):
        return [whole] if whole else []
    lead = len(match["two"]) - len(match["two"].lstrip(" -\u2010\u2011\u2012\u2013\u2014\u2015"))
    ends = (match.span("one"), (match.start("two") + lead, match.end("two")))
    return [printed for start, end in ends if (printed := _parsed(match.string, start, end))]


def _parsed(text: str, start: int, end: int) -> PrintedSymbol | None:
    """The symbol within the span, without a last word or parenthesis that is none of its components."""
    if _CASE.fullmatch(text, start, end):
        return None
    early = _EARLY.match(text, start, end) is not None and not text[end : end + 1].isalnum()
    while end - start > _SHORT - early or (end > start and text[start + 1] != "/"):
        try:
            return PrintedSymbol(start, end, parse(text[start:end]))
        except SymbolError:
            cut = max(text.rfind("/", start, end), text.rfind("(", start, end))
            if text[cut : cut + 1] == "/" and not text[cut + 1 : end].isalpha():
                return None
            end = cut - text[start:cut].endswith(" ")
    return None


def _additions(text: str, whole: PrintedSymbol, joined: "regex.Pattern[str]") -> Iterator[PrintedSymbol]:
    """What `and Corr.1`, `, Add.1 and 2`, `-L.3` behind a symbol name."""
    position = whole.end
    label = whole.symbol.components[-1].partition(".")[0]
    while match := joined.match(text, position, timeout=SECONDS):
        if match["record"] and not _follows(whole.symbol, match["record"]):
            return
        label = match["label"] or label
        added = match["record"] or match["addition"]
        symbol = _with(whole.symbol, added if match["label"] else f"{label}.{added}")
        if symbol is None:
            return
        yield PrintedSymbol(*match.span("record" if match["record"] else "addition"), symbol)
        position = match.end()


def _follows(base: Symbol, number: str) -> bool:
    """Whether a number continues the records that a symbol begins: SR.1453 and 1454."""
    label, _, last = base.components[-1].partition(".")
    return label in _RECORDS and last.isdecimal() and len(last) == len(number) and 0 < int(number) - int(last) < _NEAR


def _with(base: Symbol, addition: str) -> Symbol | None:
    """The symbol of another addendum or corrigendum (`Add.1/Corr.1`) or draft (`L.3`) of the same document or body."""
    kept = [*base.components]
    label = addition.partition(".")[0]
    rank = _RANKS.get(label)
    if rank is None:
        if kept.pop().partition(".")[0] != label:
            return None
    else:
        while _RANKS.get(kept[-1].partition(".")[0], -1) >= rank:
            kept.pop()
    try:
        return parse("/".join([*kept, addition]))
    except SymbolError:
        return None


@functools.cache
def _pattern() -> "regex.Pattern[str]":
    """The pattern of a printed symbol; compiled at first use."""
    return regex.compile(_PRINTED, series=SERIES, natures=_NATURES)


@functools.cache
def _joined(joints: tuple[str, ...], ranges: tuple[str, ...]) -> "regex.Pattern[str]":
    """The pattern of what stands joined to a symbol: `and Corr.1`, `, Add.2/Corr.1`; bare numbers in closed lists."""
    to = "|".join(regex.escape(word) for word in ranges) or "(?!)"
    words = " ?(?:" + "|".join(regex.escape(word) for word in joints) + ") ?" if joints else r"(?!)"
    mark = r" ?[,،、;] ?"
    bare = rf"\d{{1,2}}+(?= ?(?:[).,;:،。、\]]|$)|{words}\d| ?(?:{to}) ?\d)"
    labelled = (
        rf"/?(?P<addition>(?P<label>[A-Z][A-Za-z]{{0,5}}+)\. ?\d{{1,4}}+(?:/(?:Corr|Rev|Add)\. ?\d{{1,3}}+)?){_LATE}"
    )
    ranged = rf"(?<=(?:Add|Corr|L|CRP|WP)\.\d{{1,4}}|[ ,]\d{{1,2}}) ?(?:{to}) ?(?P<addition>{bare}|\d{{1,2}}+(?=/))"
    listed = (
        rf"{words}(?P<addition>{bare})|{ranged}|{mark}(?P<addition>\d{{1,2}}+)(?=(?:{mark}\d{{1,2}})*+{words}{bare})"
    )
    record = rf"(?:{mark}(?:{words})?|{words})(?P<record>\d{{3,4}}+)(?! ?[(/]|[.,]?\d|[A-Za-z])"
    return compiled(rf"(?:{mark}(?:{words})?|{words}|-(?=[A-Z])){labelled}|{listed}|{record}")
