"""The masthead of a document that was issued, not adopted: a draft, a report, a letter. Its date, title and organ."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.structure import Structure, load_structures
from extract.layout.lines import Layout, lines

_LINES: Final = 60
_DATED: Final = 16  # lines among which the date of distribution is looked for
_MARKS: Final = "*†‡ "
_SHORT: Final = 60
_LONGEST_TITLE: Final = 12  # lines
_AFTER_DRAFT: Final = regex.compile(
    r"[\s*\d]{0,6}(?:[A-Z]{1,8}/[\w./()\-]{1,40})?[\s*\d]{0,6}\Z"
)  # marks of notes, and the symbol of what is amended
_DISTRIBUTED: Final = "distr."  # in the mastheads of all languages
_SPACES: Final = regex.compile(r"\s++")
_SYMBOL: Final = regex.compile(r"[A-Z]{1,8}(?:/[\w.\-()]{1,20}(?: ?\([^()]{1,30}\)){0,3}){1,8}+\*{0,3}")
_OUTER: Final = " *†"
_WIDE_JOINT: Final = regex.compile(r"(?<=[\p{Han}，、：；《》（）]) | (?=[\p{Han}，、：；《》（）])")


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
        first = (HeadLine(line.text, line.gap > 0) for line in itertools.islice(lines(text), _LINES))
        return cls((*above, *first), layout.furniture)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the head of a document shows.

    Attributes:
        date: ISO date of distribution.
        title: the title of the document, not of its agenda item.
        organ: the body whose document it is, in English.
    """

    date: str | None
    title: str | None
    organ: str | None


def read_masthead(head: Sequence[HeadLine], frame: Structure) -> Masthead:
    """Read the head of a document.

    Args:
        head: its first lines.
        frame: what frames a document in its language.
    """
    texts = [_SPACES.sub(" ", line.text) for line in head]
    end = next((at for at, text in enumerate(texts) if frame.enacting(text)), len(texts))
    organs = (organ for text in texts[:_DATED] for name, organ in frame.organs.items() if _names(text, name))
    title = _title(texts, [line.apart for line in head], end, frame)
    return Masthead(next(_dates(texts[:_DATED], frame), None), title, next(organs, None))


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


def _title(texts: Sequence[str], apart: Sequence[bool], end: int, frame: Structure) -> str | None:
    """The title: after the sponsors of a draft, before what describes a report, or the description of a letter."""
    for at, text in enumerate(texts[:end]):
        if (found := frame.draft.search(text)) and _AFTER_DRAFT.match(text, found.end()):
            stop = end if end < len(texts) else _group(apart, at + 1)
            return _joined(texts[at + 1 : min(stop, at + 1 + _LONGEST_TITLE)])
        if frame.correspondence.search(text):
            return _joined(texts[at : _group(apart, at)])
        if frame.report.search(text):
            return _joined(texts[_start(texts, apart, at, frame) : at]) or _joined(texts[at : _group(apart, at)])
    return None


def _group(apart: Sequence[bool], start: int) -> int:
    """One past the last line of the group that starts at `start`."""
    after = range(start + 1, len(apart))
    return next((at for at in after if apart[at] or at - start >= _LONGEST_TITLE), len(apart))


def _start(texts: Sequence[str], apart: Sequence[bool], end: int, frame: Structure) -> int:
    """The first line of the group that ends before `end`, without lines of the masthead itself."""
    at = end
    while at and end - at < _LONGEST_TITLE and not is_masthead(texts[at - 1], frame):
        at -= 1
        if apart[at]:
            break
    return at


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


def _joined(texts: Sequence[str]) -> str | None:
    """Lines joined; a word that is hyphenated at the end of a line is put together."""
    whole = ""
    for text in texts:
        whole += text if not whole or whole.endswith("-") else f" {text}"
    return _WIDE_JOINT.sub("", whole).strip(_OUTER) or None
