"""The masthead of a document that was issued, not adopted: a draft, a report, a letter. Its date and organ."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.structure import Structure, load_structures
from extract.layout.lines import FIRST_LINES, Layout, Line, lines
from extract.layout.speech import cells

_BEGINNING: Final = 8000
"""Code points that hold so many lines in most texts."""
_DATED: Final = 16  # lines among which the date of distribution is looked for
_MARKS: Final = "*†‡ "
_SHORT: Final = 60
_DISTRIBUTED: Final = "distr."  # in the mastheads of all languages
_SPACES: Final = regex.compile(r"\s++")
_SYMBOL: Final = regex.compile(r"[A-Z]{1,8}(?:/[\w.\-()]{1,20}(?: ?\([^()]{1,30}\)){0,3}){1,8}+\*{0,3}")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of the head of a document.

    Attributes:
        text: as printed; wide gaps between its cells are kept.
        apart: whether empty space comes before it.
    """

    text: str
    apart: bool


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of a document and of its pages.

    Attributes:
        lines: its first lines.
        running: the heads of its pages, those of the first page first.
    """

    lines: Sequence[HeadLine]
    running: Sequence[str] = ()

    @classmethod
    def of(cls, text: str, layout: Layout) -> "Head":
        """The head of a text with its layout."""
        above = (HeadLine(line, apart=True) for line in layout.masthead)
        first = (HeadLine(line.text, line.gap > 0) for line in layout.first or _first_lines(text))
        return cls((*above, *first), layout.furniture)


def _first_lines(text: str) -> list[Line]:
    """The first lines of a text, of which no more is read than they need."""
    end = text.find("\n", _BEGINNING) + 1
    first = list(itertools.islice(lines(text[:end]), FIRST_LINES))
    return first if len(first) == FIRST_LINES else list(itertools.islice(lines(text), FIRST_LINES))


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the head of a document shows.

    Attributes:
        date: ISO date of distribution.
        organs: the bodies that it names, in English, the one that the document is of first.
    """

    date: str | None
    organs: tuple[str, ...]


def read_masthead(head: Sequence[HeadLine], frame: Structure) -> Masthead:
    """Read the head of a document.

    Args:
        head: its first lines.
        frame: what frames a document in its language.
    """
    texts = [_SPACES.sub(" ", line.text) for line in head[:_DATED]]
    organs = [organ for text in texts for name, organ in frame.organs.items() if _names(text, name)]
    parts = [_SPACES.sub(" ", cell) for line in head[:_DATED] for cell in (line.text, *cells(line.text))]
    return Masthead(next(_dates(parts, frame), None), tuple(dict.fromkeys(organs)))


def _names(text: str, name: str) -> bool:
    """Whether a line is the name of a body, alone or with the class of distribution after it."""
    rest = text.casefold().removeprefix(name)
    return rest != text.casefold() and (not rest or rest.lstrip().startswith(_DISTRIBUTED))


def _dates(texts: Sequence[str], frame: Structure) -> Iterator[str]:
    """The dates that are alone on a line, or follow the name of a body or the class of distribution.

    They may be written in another language: mastheads are not always fully translated.
    """
    for text in texts:
        _, distributed, rest = text.casefold().partition(_DISTRIBUTED)
        beside = [text.casefold().removeprefix(name).strip() for name in frame.organs]
        for each in load_structures().values():
            dated = next((line for line in (text, *beside) if each.is_date(line)), rest if distributed else "")
            yield from each.find_dates(dated)


def is_masthead(text: str, frame: Structure) -> bool:
    """Whether a line belongs to the masthead: organization, body, symbol, distribution, session, item or date."""
    if len(text) > _SHORT:
        return False
    said = text.rstrip(_MARKS)
    bounded = any(found.start() == 0 or found.end() == len(said) for found in frame.masthead.finditer(said))
    return (
        bounded
        or _SYMBOL.fullmatch(text) is not None
        or any(each.is_date(text) for each in load_structures().values())
        or text.casefold() in frame.organs
    )
