"""Lines of lists of mandates: a number on a line ("47/190; 66/288"), its title behind it or below, a heading above.

Such a line looks like the number of a page ("2/15") and is one only where pages are counted.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import regex

from extract.layout.lines import Line

_ONE: Final = (
    r"(?:(?:E?S-)?\d{1,4}/\d{1,4}(?: ?\p{Lu}(?!\p{L}))?"
    r"|\d{1,4}(?: \p{Lu})? ?\((?:(?:E?S-)?[IVXLC]{1,7}|(?:19|20)\d\d)\))"
)
_PART: Final = r"(?:[,،，] ?\p{L}{3,12}\.?(?: [\dIVXLC][\w ,()–-]{0,20})?)?"  # "66/288, paras. 5–9"
_NUMBERS: Final = regex.compile(rf"{_ONE}{_PART}(?: ?[;,；،，؛、] ?{_ONE}{_PART}){{0,12}}")
_IN_BRACKETS: Final = r"(?: ?\([^()]{1,30}\))?"  # "1998/46 (annex III)"
_TITLED: Final = regex.compile(
    rf"{_ONE}{_IN_BRACKETS}(?:\s{{2,9}}|\s(?=[\p{{Lu}}\p{{Han}}]))(?!\u53f7)[\p{{L}}“«《].{{3}}", regex.V1
)
_BROKEN_OFF: Final = regex.compile(r"(?:[,،，、]|(?<!\p{L})\p{Ll}{1,3})\Z")
_PAGE_OF_PAGES: Final = regex.compile(r"(?P<page>\d{1,4})/(?P<pages>\d{1,4})")
_LINES_OF_PAGE: Final = 3  # the fewest of a page
_APART: Final = 6  # lines from one number of a list to the next: title, headings, number
_WORD: Final = 5  # code points that show a short word at the end of a line
_FULL: Final = 0.8


class Listing:
    """The lists that the lines of a text hold.

    Attributes:
        page_numbers: indices of the lines that count pages, as "2/15" does.
        lines: indices of the lines that hold numbers of a list, and of the lines of titles directly below them.
        starts: offsets of the lines that begin a paragraph for that reason.
    """

    def __init__(self, rows: Sequence[Line]) -> None:
        """Find the lists.

        Args:
            rows: all lines of the text that are not empty.
        """
        self.page_numbers = frozenset(_page_numbers(rows))
        numbers = frozenset(_listed(rows, self.page_numbers))
        titles = (at + 1 for at in numbers if at + 1 < len(rows) and not _is_titled(rows, at))
        self.lines = numbers.union(titles)
        self.starts = frozenset(rows[at].start for at in _starts(rows, numbers, self.lines))


def _page_numbers(rows: Sequence[Line]) -> Iterator[int]:
    """Lines that count pages: the same last page again and again, or one alone that so many pages can precede."""
    counted: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, row in enumerate(rows):
        if found := _PAGE_OF_PAGES.fullmatch(row.text):
            if row.page or (at + 1 < len(rows) and rows[at + 1].page):
                yield at
            elif int(found["page"]) <= int(found["pages"]):
                counted[found["pages"]].append((at, int(found["page"])))
    for group in counted.values():
        places = group if len(group) > 1 else [(0, 1), *group]
        if all(_turns(*pair) for pair in pairwise(places)):
            yield from (at for at, _ in group)


def _turns(before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether there are lines enough between two places for the pages between them."""
    lines, pages = after[0] - before[0], after[1] - before[1]
    return pages >= 0 and lines >= _LINES_OF_PAGE * pages


def _listed(rows: Sequence[Line], page_numbers: frozenset[int]) -> Iterator[int]:
    """Lines that hold numbers of a list: several near each other, none of them broken off a sentence."""
    found = [at for at, row in enumerate(rows) if at not in page_numbers and _is_numbers(rows, at, row)]
    for at, after in pairwise(found):
        if after - at <= _APART:
            yield from (at, after)


def _is_titled(rows: Sequence[Line], at: int) -> bool:
    """Whether a line is a number and its title, and no piece of a sentence that the line before begins."""
    if not _TITLED.match(rows[at].text):
        return False
    return (
        at == 0 or rows[at].gap > 0 or not _BROKEN_OFF.search(rows[at - 1].text, max(0, len(rows[at - 1].text) - _WORD))
    )


def _is_numbers(rows: Sequence[Line], at: int, row: Line) -> bool:
    if not ("/" in row.text or "(" in row.text):
        return False
    if _is_titled(rows, at):
        return True
    if not _NUMBERS.fullmatch(row.text):
        return False
    after = rows[at + 1].text if at + 1 < len(rows) else ""
    return not after[:1].islower() and after[:1] not in {",", ")", ";"}


def _starts(rows: Sequence[Line], numbers: frozenset[int], lines: frozenset[int]) -> Iterator[int]:
    """Lines that begin a paragraph: numbers, what follows them, and the heading between a short title and numbers."""
    widest = max((row.width for row in rows), default=0)
    yield from lines
    for at in numbers:
        heading = at - 1
        if heading in lines or rows[heading].text[:1].islower():
            continue
        if heading > 0 and rows[heading - 1].width < _FULL * widest:
            yield heading
