"""Lines to paragraphs: named rules decide, at every place between two lines, whether a new paragraph starts.

Each rule answers yes, no, or nothing; the first answer holds. The order runs from what is certain (landmarks, a change
of type) to what only hints (leading, room at the end of a line, indents).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import regex

from extract.layout.landmarks import is_annex, is_formula
from extract.reading.pdf.rows import Row
from extract.reading.pdf.setting import SAME_SIZE, SET_IN, Setting, ends_clause

_ITEM: Final = regex.compile(
    r"-\s?\d{1,3}\s?+\p{Arabic}|\d{1,3}\s?[.\-–]\s|\((?!\d{4})\w{1,4}\)\s|(?:\w|[ivx]{2,5})\)\s|[A-Z]\.\s"
    r"|\d{1,3}[.．、]\s?(?=\p{Han})|[(（]\p{Han}{1,3}[)）]|[a-h]\.\s(?=\p{Lu})|[•●▪–—-]\s"
)
_JOINED: Final = regex.compile(r"[\p{L}\d][-\u2010\u00ad/(]\Z")
_MOST_LEADING: Final[float] = 1.8
_MASTHEAD_LEADING: Final[float] = 1.45
_USUAL_LEADING: Final[float] = 1.2


class Seam:
    """The place between the lines of a paragraph so far and the line after them.

    Attributes:
        first: the paragraph's first line.
        last: its last line.
        row: the line after it.
        setting: how the document sets its paragraphs.
        is_second: whether the line would be the paragraph's second.
        ended: whether the last line ends a sentence or a clause.
        room: whether the last line had room for the first word of the next.
        item: whether the line begins with the number or bullet of an item.
    """

    __slots__ = ("ended", "first", "is_second", "item", "last", "room", "row", "setting")

    def __init__(self, paragraph: Sequence[Row], row: Row, setting: Setting) -> None:
        """Look at the lines on both sides."""
        self.first, self.last, self.row, self.setting = paragraph[0], paragraph[-1], row, setting
        self.is_second = len(paragraph) == 1
        self.ended = ends_clause(self.last)
        self.room = setting.had_room(self.last, row)
        self.item = _ITEM.match(row.text) is not None

    @property
    def pitch(self) -> float:
        """Leading between the two lines, in points."""
        return self.last.y - self.row.y

    @property
    def goes_on_in_sentence(self) -> bool:
        """Whether the line, whatever its type, continues in the middle of a sentence."""
        return self.row.text[0].islower() or self.last.text[-1] in "-/("


def landmark(seam: Seam) -> bool | None:
    """The enacting formula and the heading of an annex are paragraphs of their own."""
    return True if any(is_formula(line.text) or is_annex(line.text) for line in (seam.row, seam.last)) else None


def other_type(seam: Seam) -> bool | None:
    """Type of another size starts a paragraph, and so does bold, except in the middle of a sentence."""
    resized = abs(seam.last.size - seam.row.size) > SAME_SIZE
    return True if resized or (seam.last.bold != seam.row.bold and not seam.goes_on_in_sentence) else None


def next_page(seam: Seam) -> bool | None:
    """Over the break of a page or column leading says nothing: numbers and indents decide, or how the lines read."""
    if seam.last.page == seam.row.page and seam.last.column == seam.row.column:
        return None
    if seam.item or seam.setting.sets_in:
        return (seam.item or seam.setting.is_set_in(seam.row)) and (seam.ended or seam.room)
    return seam.ended and (seam.room or seam.setting.opens(seam.row, seam.last))


def more_leading(seam: Seam) -> bool | None:
    """Extra leading starts a paragraph, unless the line before breaks off and the next reads as its continuation."""
    setting = seam.setting
    if seam.pitch <= setting.apart * max(1.0, seam.row.size / setting.size):
        return None
    goes_on = seam.row.text[0].islower() or (setting.sets_in and not setting.is_set_in(seam.row))
    return seam.ended or seam.room or not goes_on or seam.pitch > _MOST_LEADING * setting.pitch


def divided_word(seam: Seam) -> bool | None:
    """A word divided at the end of the line continues on the next."""
    return False if _JOINED.search(seam.last.text[-2:]) else None


def mid_sentence(seam: Seam) -> bool | None:
    """After a line that ends neither a sentence nor a clause, one that begins with a small letter continues it."""
    return False if not seam.ended and not seam.item and seam.row.text[0].islower() else None


def item_or_indent(seam: Seam) -> bool | None:
    """A numbered item, or a line further in than the one before, after a line that was ended on purpose."""
    further = seam.row.left > seam.last.left + SET_IN * seam.setting.size and not seam.is_second
    return True if (further or seam.item) and (seam.ended or seam.room) else None


def usual_leading(seam: Seam) -> bool | None:
    """Where extra leading separates paragraphs, lines without it belong together."""
    return False if seam.setting.spaced else None


def short_line(seam: Seam) -> bool | None:
    """A line that stopped short ends its paragraph, unless the next hangs below an indented first line."""
    hangs = seam.is_second and seam.row.left < seam.last.left - 1
    at_margin = seam.row.left <= seam.first.left + 1
    return True if seam.room and not hangs and (seam.ended or at_margin) else None


def first_words(seam: Seam) -> bool | None:
    """What is left to tell: an indent after the end of a clause or, without indents, how the line begins."""
    setting = seam.setting
    by_word = not setting.sets_in and setting.opens(seam.row, seam.last)
    return seam.ended and (by_word or (setting.is_set_in(seam.row) and not setting.is_set_in(seam.last)))


RULES: Final[tuple[Callable[[Seam], bool | None], ...]] = (
    landmark,
    other_type,
    next_page,
    more_leading,
    divided_word,
    mid_sentence,
    item_or_indent,
    usual_leading,
    short_line,
    first_words,
)
"""Rules of the body in their order; the last one always answers."""


def group(rows: Sequence[Row], setting: Setting) -> Iterator[tuple[list[Row], bool]]:
    """Group the lines of the body into paragraphs, across pages and columns.

    Yields:
        The lines of each paragraph, and whether it stands above the enacting formula.
    """
    enacting = next((at for at, row in enumerate(rows) if is_formula(row.text)), -1)
    paragraph: list[Row] = []
    for at, row in enumerate(rows):
        if paragraph and (_starts_in_masthead if at <= enacting else _starts)(paragraph, row, setting):
            yield paragraph, at <= enacting
            paragraph = []
        paragraph.append(row)
    if paragraph:
        yield paragraph, False


def _starts(paragraph: Sequence[Row], row: Row, setting: Setting) -> bool:
    """Whether a line of the body starts a paragraph."""
    seam = Seam(paragraph, row, setting)
    return next((answer for rule in RULES if (answer := rule(seam)) is not None), False)


def _starts_in_masthead(paragraph: Sequence[Row], row: Row, setting: Setting) -> bool:
    """Whether a line above the enacting formula stands by itself; a title continues in the same type."""
    last = paragraph[-1]
    return (
        is_formula(row.text)
        or last.page != row.page
        or last.bold != row.bold
        or abs(last.size - row.size) > SAME_SIZE
        or last.y - row.y > _MASTHEAD_LEADING * max(row.size, setting.pitch / _USUAL_LEADING)
        or row.left < last.left - 1
        or len(last.cells) > 1
    )
