"""The grammar of UN document symbols: `parse`, `str`, order, and what a symbol is a part of.

Sources: *United Nations Document Series Symbols* (ST/LIB/SER.B/5) and the *Editorial Manual* on numbering.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extract.model.citation import Kind
from extract.model.errors import SymbolError
from extract.symbols.bodies import load_bodies
from extract.symbols.series import HEAD, SERIES, body_of, stem
from extract.symbols.spelling import ROMAN, canonical, mended
from extract.text.characters import DASHES, DIGITS, HYPHENS, LOOKALIKES, PRINTABLE, TATWEEL, full_width, readable
from extract.text.numerals import from_roman

SESSION_ZERO: Final = 1945
"""The year in which a session of the General Assembly before its first would have met."""
LONGEST: Final = 160  # code points; the longest symbol of the corpus has 45

_FOLDS: Final = str.maketrans(
    {form: latin for cyrillic, latin in LOOKALIKES.items() for form in (cyrillic, cyrillic.lower())}
    | dict(full_width(PRINTABLE))
    | dict.fromkeys(HYPHENS + DASHES, "-")
    | dict(DIGITS)
)
_UNSEEN: Final = regex.compile(rf"[\s\p{{Cf}}{TATWEEL}]+")  # blanks, soft hyphens, direction marks, tatweel
_WORD: Final = r"(?:[A-Z][A-Z&]{0,13}+(?:-[A-Z]{1,10}+){0,2}|WG8J)"  # the group on article 8 (j) of a convention
_NUMBER: Final = r"\d{1,5}+(?:[A-Z]{1,2}+)?(?:-(?:\d{1,5}+|[A-Z]))?"
_PAREN: Final = r"\((?:[A-Z0-9.-]{1,20}+|(?:PART|VOL|SECT)[^()/]{1,40}+|FOREWORD[A-Z]{1,24}+)\)"
_COMPONENT: Final = regex.compile(
    rf"(?:(?:{_WORD}\.){{1,3}}(?:\d{{1,5}}\.)?(?:{_NUMBER}|{ROMAN}|{_WORD})|{_NUMBER}"
    rf"|PART\d{{1,2}}+|{_WORD}(?:-\d{{1,3}})?)(?:{_PAREN}){{0,2}}"
)
_YEARLESS: Final = regex.compile(r"S/RES/(\d{1,4}+)")
_ENDS_NUMBERED: Final = regex.compile(r"\d|[.(][IVXLC]+\)?$|^PART[A-Z]$")
_IN_BRACKETS: Final = regex.compile(r"\((?:Part|Vol|Sect|Introduction|Resumption|Plan|Foreword)[^()]*\)\Z")
_DIGIT: Final = regex.compile(r"\d")
_FINAL: Final = regex.compile(r"(Add|Amend|Corr|Rev|Summary)\.(\d{1,3}+)(?:-\d{1,3}+)?|Part(?:[A-Z]|\d{1,2}+)")
_CONCLUDED: Final = regex.compile(r"/CO/\d{1,3}/[A-Z]{3}\Z")  # observations of before 2004 end with their country
_COP_DECISION: Final = regex.compile(r"(\d{1,3}+)/(?:CP|CMP|CMA|COP|MOP)\.(\d{1,3}+)")
AGENCIES: Final = r"(?:WHA\d{1,2}(?:\.\d{1,3}|\(\d{1,2}\))|(?:A\.\d{3,4}|(?:MSC|MEPC|LEG|FAL)\.\d{1,4})\(\d{1,3}\))"
"""Pattern of resolutions whose number names their body: World Health Assembly, and those of maritime safety."""
_AGENCY: Final = regex.compile(AGENCIES)
_KNOWN: Final = regex.compile(rf"{HEAD}/", series=SERIES)
_TWINS: Final = regex.compile(rf"-(?={HEAD}/)", series=SERIES)
_PRINCIPAL: Final = frozenset({"A", "E", "S", "T"})  # organs whose joint symbols are printed in this order
_CONFERENCE: Final = frozenset({"CONF", "COP", "MOP", "COP-MOP", "CP", "CMP", "CMA", "COSP", "MSP", "RC"})
_ROMAN_ERA: Final = regex.compile(rf"(\d{{1,5}}+)([A-Z](?:-[A-Z])?)?\(((?:E?S-)?(?:{ROMAN}|\d{{1,2}}))\)")
_NUMBERED: Final = regex.compile(
    r"(?:[A-Za-z-]+(?:\d+(?=\.))?\.)?(\d{1,5}+)([A-Z]{1,2}(?:-[A-Z])?)?(?:-\d+)?(?:\(.*\))?"
)
_ASSEMBLY: Final = regex.compile(r"A/(?:(?:HRC|C\.\d|INF|BUR|RES|DEC|PRST)/){0,2}((?:E?S-)?\d{1,3})/")
_CONFERENCE_SESSION: Final = regex.compile(r"(?:^|/)(?:(?:COP|GC|EA|CP|CMP|CMA|HA|IDB)[.(]|(?:C|EC|RC)-)(\d{1,3})")
_YEAR: Final = regex.compile(r"(?:19|20)\d\d")
_UNNUMBERED: Final = regex.compile(r"[ASE]/(?:[^/]{1,9}/)?(?:RES|DEC)/(?!(?:E?S-)?\d)")
_SESSIONS: Final = ("", "S", "ES")
"""Kinds of sessions in their order: regular, special, emergency special."""
_PIECES: Final = regex.compile(r"(\d+)")
_OF_YEAR: Final = regex.compile(r"\d+\(((?:19|20)\d\d)\)")
_LETTERED: Final = regex.compile(r"^(\d+)[A-Z]{1,2}(?:-[A-Z])?(?=\(|$)")
_SPECIAL: Final = regex.compile(r"E?S-\d+")


@functools.total_ordering
@dataclass(frozen=True, slots=True)
class Symbol:
    """A UN document symbol; make one with `parse`.

    Attributes:
        components: what stands between the slashes, in canonical form.
        twin: the second symbol of a document that carries two (`A/74/976-S/2020/773`), else None.
    """

    components: tuple[str, ...]
    twin: "Symbol | None" = None

    def __str__(self) -> str:
        """The canonical form, without blanks; `parse` reads it back to an equal symbol."""
        written = "/".join(self.components)
        return f"{written}-{self.twin}" if self.twin else written

    def __lt__(self, other: object) -> bool:
        """Whether this symbol sorts before another: sessions, years and numbers count as numbers."""
        return self.key < other.key if isinstance(other, Symbol) else NotImplemented

    @property
    def key(self) -> tuple[object, ...]:
        """A sort key: series, then session or year, number and letter, then the components with numbers as numbers."""
        leading = tuple(stem(part) for part in self.components if part[0].isalpha() and not _special(part))
        written = str(self)
        pieces = tuple((int(p), "") if p.isdigit() else (-1, p) for p in _PIECES.split(written) if p)
        if self.kind not in {"resolution", "decision"}:
            return (leading[:1], "", (), pieces, written)
        return (leading[:1], "/".join(leading), self._position(), pieces, written)

    def _position(self) -> tuple[int, int, int, int, str]:
        """Place of a resolution in its series: kind of session, roman numerals first, session, number, letter."""
        kind, _, numeral = (self.session or "").rpartition("-")
        session = self.year or from_roman(numeral) or (int(numeral) if numeral.isdigit() else 0)
        era = 0 if self._roman_era() else 1
        return _SESSIONS.index(kind), era, session, self.number or 0, self.letter or ""

    @property
    def body(self) -> str | None:
        """English name of the body whose series this is; None when the series is not known."""
        if _AGENCY.fullmatch(self.components[0]):
            health = self.components[0].startswith("WHA")
            return "World Health Assembly" if health else "International Maritime Organization"
        return "Conference of the Parties" if self.components[0].isdigit() else body_of(self.components)

    @property
    def kind(self) -> Kind:
        """What the symbol names, as far as its components tell."""
        stems = [stem(component) for component in self.components]
        if _AGENCY.fullmatch(self.components[0]):
            decided = self.components[0].startswith("WHA") and self.components[0].endswith(")")
            return "decision" if decided else "resolution"
        if "RES" in stems[1:] or "Res" in stems[1:]:
            return "resolution"
        if "PRST" in stems:
            return "statement"
        if self.components[0].isdigit():  # 1/CP.21
            return "decision"
        if _CONFERENCE.intersection(stems) or stems[0] == "C":
            return "conference-document"
        return "decision" if {"DEC", "Dec"}.intersection(stems[1:]) else "document"

    @property
    def session(self) -> str | None:
        """The session as written: `61`, `III`, `S-10`, `ES-V`; None when the symbol tells none."""
        if era := self._roman_era():
            return str(era[3])
        written = "/".join(self.components)
        found = _ASSEMBLY.match(written) or _CONFERENCE_SESSION.search(written)
        return str(found[1]) if found else None

    @property
    def year(self) -> int | None:
        """The year that the symbol carries: 2006 of `S/RES/1718(2006)`, 2005 of `E/RES/2005/20`; None without one."""
        if found := _OF_YEAR.fullmatch(self.components[-1]):
            return int(found[1])
        years = (int(component) for component in self.components[1:-1] if _YEAR.fullmatch(component))
        return next(years, None)

    @property
    def number(self) -> int | None:
        """The number within session, year or series; of the whole document for an addendum; None without one."""
        found = _NUMBERED.match(self._numbered())
        return int(found[1]) if found else None

    @property
    def letter(self) -> str | None:
        """The letter or letters behind the number: `B`, `A-C`; None without one."""
        found = _NUMBERED.match(self._numbered())
        return str(found[2]) if found and found[2] else None

    @property
    def part_of(self) -> "Symbol | None":
        """The whole that this is a part of: without the last addendum, corrigendum, part, volume, section or letter."""
        if self.twin:
            return None
        *leading, last = self.components
        if _FINAL.fullmatch(last) and not last.startswith("Rev"):
            return Symbol(tuple(leading))
        if last.endswith(")") and _IN_BRACKETS.search(last):
            return Symbol((*leading, last[: last.rindex("(")]))
        if "RES" in leading or "DEC" in leading:
            whole = _LETTERED.sub(r"\1", last)
            return Symbol((*leading, whole)) if whole != last else None
        return None

    def parents(self) -> "tuple[Symbol, ...]":
        """The symbols this one leads to directly: both halves of a joint symbol, or the whole it is a part of."""
        if self.twin:
            return (Symbol(self.components), self.twin)
        return (self.part_of,) if self.part_of else ()

    def _roman_era(self) -> "regex.Match[str] | None":
        """Match of the last component of a resolution numbered through: `217A(III)`, `1503(XLVIII)`."""
        return _ROMAN_ERA.fullmatch(self.components[-1]) if self.kind in {"resolution", "decision"} else None

    def _numbered(self) -> str:
        """The component that carries the number: the last one that is no addendum or the like."""
        if _COP_DECISION.fullmatch("/".join(self.components)):
            return self.components[0]
        return next((part for part in reversed(self.components) if not _FINAL.match(part)), "")


def parse(text: str) -> Symbol:
    """Read a symbol as printed: blanks, exotic hyphens, full-width and look-alike characters, lower case are allowed.

    Raises:
        SymbolError: the text is no symbol.
    """
    return _parsed(text)


@functools.lru_cache(maxsize=8192)
def _parsed(text: str) -> Symbol:
    """Read a symbol; a document cites the same ones again and again."""
    folded = _UNSEEN.sub("", readable(text[: LONGEST + 1]).translate(_FOLDS)) if len(text) <= LONGEST else ""
    first, *others = _TWINS.split(folded.upper())
    if not first or len(others) > 1 or (folded != folded.upper() and not _KNOWN.match(first)):
        raise SymbolError(text)
    symbol = _single(first, text)
    if not others:
        return symbol
    twin = _single(others[0], text)
    if symbol.components[:-1] == twin.components[:-1]:  # S/2020/1-S/2020/3 is a range of documents
        raise SymbolError(text)
    heads = (symbol.components[0], twin.components[0])
    if _PRINCIPAL.issuperset(heads) and heads[0] > heads[1]:  # S/2020/773-A/74/976
        symbol, twin = twin, symbol
    return Symbol(symbol.components, twin)


def _single(folded: str, text: str) -> Symbol:
    """Read one folded symbol in capitals; `text` is what an error shows."""
    folded = _with_year(mended(folded))
    parts = folded.split("/")
    if _COP_DECISION.fullmatch(folded) or _AGENCY.fullmatch(folded):
        return Symbol(tuple(parts))
    head = stem(parts[0])
    known = _KNOWN.match(folded) or (len(parts) > 2 and parts[0].isalpha() and len(head) > 1)  # noqa: PLR2004  # XYZ/2020/5
    if not known or not _is_sound(folded, parts):
        raise SymbolError(text)
    return Symbol(tuple(canonical(part, head) for part in parts))


def _with_year(folded: str) -> str:
    """The symbol of a Security Council resolution with its year, which the number alone tells; others unchanged."""
    found = _YEARLESS.fullmatch(folded)
    year = load_bodies()["security-council"].usual_year(int(found[1])) if found else None
    return f"{folded}({year})" if year else folded


def _is_sound(folded: str, parts: Sequence[str]) -> bool:
    """Whether all components are well formed and the symbol is numbered."""
    ends = _ENDS_NUMBERED.search(parts[-1]) or _CONCLUDED.search(folded)
    numbered = not _UNNUMBERED.match(folded) and ends and _DIGIT.search(folded)
    return bool(numbered) and all(_COMPONENT.fullmatch(part) for part in parts)


def _special(part: str) -> bool:
    """Whether a component is a special session rather than a body or a nature."""
    return _SPECIAL.fullmatch(part) is not None
