"""Landmarks: lines that are always alone, such as symbols, enacting formulas, headings of annexes, closing dates."""

from functools import lru_cache
from typing import Final

import regex

from extract.language.structure import load_structures
from extract.layout.indents import STOPS

SYMBOL: Final = regex.compile(r"[A-Z]{1,8}(?:/[\w.\-()]{0,20}[\w)]){1,8}+(?: ?\([^()]{1,20}\)){0,3}\*{0,3}")
_HEAD: Final = regex.compile(
    rf"(?P<symbol>{SYMBOL.pattern}) {{6,}}\S.{{0,200}}|\S.{{0,200}} {{6,}}(?P<symbol>{SYMBOL.pattern})"
)
_GAP: Final = " " * 6  # between symbol and title
_LETTER: Final = regex.compile(r"\p{L}")
_LONGEST_FORMULA: Final[int] = 80
_LONGEST_HEADING: Final[int] = 40
_LONGEST_ADOPTION: Final[int] = 120
_LONGEST_TAIL: Final[int] = 60
_LINES: Final[int] = 4096  # whose answers are cached: each line is looked at again from its neighbours


def page_head(text: str) -> "regex.Match[str] | None":
    """Match a line that is a document's symbol, alone or beside the running title; the group `symbol` if beside it."""
    return (_HEAD.fullmatch(text) if _GAP in text else None) or SYMBOL.fullmatch(text)


def is_double_head(text: str) -> bool:
    """Whether a line is a document's symbol with the running title beside it."""
    return _GAP in text and _HEAD.fullmatch(text) is not None


def letters(text: str) -> str:
    """The letters of a line and nothing else."""
    return "".join(_LETTER.findall(text))


def is_formula(text: str) -> bool:
    """Whether a line is an enacting formula, in any language."""
    return formula_language(text) is not None


def formula_language(text: str) -> str | None:
    """The language of a line that is an enacting formula; None for any other line."""
    return _formula_language(text) if len(text) < _LONGEST_FORMULA else None


@lru_cache(maxsize=_LINES)
def _formula_language(text: str) -> str | None:
    return next((language for language, frame in load_structures().items() if frame.enacting(text)), None)


def is_annex(text: str) -> bool:
    """Whether a line is the heading of an annex and nothing else, in any language."""
    return len(text) < _LONGEST_HEADING and not text[0].islower() and _is_annex(text)


@lru_cache(maxsize=_LINES)
def _is_annex(text: str) -> bool:
    return any(frame.annex.fullmatch(text) for frame in load_structures().values())


def is_tail(text: str) -> bool:
    """Whether a line after a sentence is the meeting or date that closes a resolution, in any language."""
    if len(text) >= _LONGEST_TAIL or text[-1] in STOPS:
        return False
    solid = text.replace(" ", "")
    return any(f.is_date(text) or f.is_date(solid) or f.meeting.search(text) for f in load_structures().values())


def is_adoption(text: str) -> bool:
    """Whether a line begins to say at which meeting a text was adopted, in any language."""
    return text[:1].isupper() and _is_adoption(text[:_LONGEST_ADOPTION])


@lru_cache(maxsize=_LINES)
def _is_adoption(text: str) -> bool:
    return any(f.adopted.match(text) and f.meeting.search(text) for f in load_structures().values())
