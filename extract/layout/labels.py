"""The parts of a resolution: which paragraph is title, preambular, operative, annex or tail, and its label."""

from collections.abc import Collection, Sequence
from typing import Final

import regex

from extract.language.structure import Structure
from extract.layout.outline import Outline
from extract.layout.prose_labels import Line, is_numbered, label_prose
from extract.layout.sections import find_sections, is_sectional
from extract.model.label import HEAD, HEADING, OPENING, TAIL, TITLE, Label

_LOOSE: Final = regex.compile(r"(?P<number>\d{1,3}) (?=\p{L})")
_NUMBERED: Final = regex.compile(
    r"-\s?(?P<number>\d{1,3})(?=\p{Arabic})|(?P<number>\d{1,3})\s?(?:[.)]|[\-–](?=\s|\Z)|\Z)(?!\d)\s*+"
)
# Copied out of a page that runs from right to left, the stop may stand before the number.
_TITLED: Final = regex.compile(
    r"(?:(?P<stop>-\s?\.)\s?)?(?:(?:ES-|S-)?\d{1,4}/\d{1,4}|\d{1,4} ?\((?:ES-|S-)?[IVXLC]+\))"
    r"(?: ?[A-Z](?:(?:, ?| (?:and|to) |-)[A-Z]){0,8})?\s?(?P<stop>\.)?"
)
_WIDE: Final = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_ENDS: Final = frozenset(".;:,!?。；：，！？،؛؟")
_STOPS: Final = frozenset(".;:。；：؛")
_CLOSING: Final = "'\"”»)]》」’"
_LONGEST_HEADING: Final[int] = 160
_LONGEST_TAIL: Final[int] = 160
_LONGEST_MASTHEAD: Final[int] = 60
_SKIPPED: Final[int] = 3


def label(texts: Sequence[str], frame: Structure) -> list[Label]:
    """Give every paragraph of the body its label.

    Args:
        texts: the paragraphs' flowing texts, in reading order, notes left out.
        frame: what frames a document in the language of the texts.

    Returns:
        A label a paragraph: `head`, `title`, `pp1`…, `op1`…, `op1(a)`, `op1(a)(ii)`, `op` (what leads to the numbered
        paragraphs without being one), `heading`, `tail`, `annex`, `annex/op1`…, `annex2`… A paragraph without a number
        that follows an operative one keeps its label. What is no resolution is labelled by `extract.prose`. Where a
        resolution has parts that are enacted one by one, or sections that number from one again, their letter or
        numeral stands before: `B/pp2`, `II/op1`.
    """
    labeller = _Labeller(texts, frame)
    prose = labeller.prose
    return [*label_prose(prose, frame), *labeller.run()[len(prose) :]] if prose else labeller.run()


class _Labeller:
    def __init__(self, texts: Sequence[str], frame: Structure) -> None:
        self.texts = texts
        self.frame = frame
        annexes = [
            index for index, text in enumerate(texts) if len(text) <= _LONGEST_HEADING and frame.annex.match(text)
        ]
        self.enacting = [index for index, text in enumerate(texts) if frame.enacting(text)]
        self.enacting = [index for index in self.enacting if not annexes or index < annexes[0]] or self.enacting[:1]
        self.annexes = frozenset(index for index in annexes if not self.enacting or index > self.enacting[0])
        self.formulas = frozenset(self.enacting)
        self.title = self._find_title()
        self.numbers = [_number(text) for text in texts]
        self._read_loose()
        self.headings = [not _ends(_ENDS, text) and _is_short(text) for text in texts]
        self.sections = find_sections(
            texts, self.numbers, self.headings, enacting=self.enacting, annexes=self.annexes, frame=frame
        )
        self.prose = self._find_prose(annexes)
        self.operative = frozenset(index for part in self._parts() for index in self._unnumbered(*part))
        self.part = "head"  # head, preamble, operative, tail, annex
        self.section, self.annex = "", Label()
        self.preambular = self.counted = self.last = self.annexed = 0
        self.fresh = True  # no number has been read in this part, annex or section
        self.outline = Outline(frame)

    def run(self) -> list[Label]:
        """Label all paragraphs."""
        return [self._label(index, text) for index, text in enumerate(self.texts)]

    def _find_prose(self, annexes: Sequence[int]) -> list[Line]:
        """What is no resolution: the whole text, or a report or a letter that one stands behind; empty for none."""
        if not self.enacting and self.title is not None:
            return []
        end = self.enacting[0] if self.enacting else len(self.texts)
        end = self.title if self.title is not None and self.title < end else end
        apart = frozenset(annexes)
        # Without a formula the headings' signs matter wherever they stand.
        numbers = [number if index < end else None for index, number in enumerate(self.numbers)]
        signs = find_sections(self.texts, numbers, self.headings, enacting=(), annexes=annexes, frame=self.frame)
        lines = [
            Line(text, number, _rest(text), self.headings[index], index in apart, signs.get(index, ""))
            for index, (text, number) in enumerate(zip(self.texts[:end], numbers, strict=False))
        ]
        letter = any(map(self.frame.correspondence.search, self.texts[: min(annexes, default=0)]))
        return lines if not self.enacting or is_numbered(lines) or (letter and min(annexes) < end) else []

    def _find_title(self) -> int | None:
        """The numbered title before the enacting formula; failing that, what stands right before it."""
        end = self.enacting[0] if self.enacting else min(len(self.texts), _LONGEST_MASTHEAD)
        for index in range(end - 1, max(-1, end - _LONGEST_MASTHEAD), -1):
            text = self.texts[index]
            titled = _TITLED.match(text)
            stands = titled is not None and (
                titled["stop"] or (self.enacting and index == end - 1 and titled.end() < len(text))
            )
            if stands or any(form.match(text) for form in self.frame.resolution_titles):
                return index
        before = end - 1 if self.enacting and end else None
        return before if before is not None and not self.frame.adopted.match(self.texts[before]) else None

    def _parts(self) -> list[tuple[int, int]]:
        """First and last place of what each enacting formula enacts, or each section holds."""
        end = min(self.annexes, default=len(self.texts))
        starts = [index + 1 for index in self.enacting] or [(self.title if self.title is not None else -1) + 1]
        starts = sorted({*starts, *(index + 1 for index in self.sections if starts[0] <= index < end)})
        return [
            (start, stop)
            for start, stop in zip(starts, [*(start - 1 for start in starts[1:]), end], strict=True)
            if start < stop
        ]

    def _unnumbered(self, start: int, end: int) -> list[int]:
        """Places of operative paragraphs without numbers: the preamble goes on in commas, the rest does not."""
        first = next((index for index in range(start, end) if self.numbers[index] == 1), None)
        last = first if first is not None else next((i for i in range(start, end) if self._is_tail(self.texts[i])), end)
        texts = self.texts
        begin = next(
            (i for i in range(start, last) if _ends(_STOPS, texts[i]) and not self.headings[i] and texts[i][0] != "("),
            last,
        )
        region = [index for index in range(begin, last) if not self.headings[index]]
        leads = region and first is not None and self.headings[first - 1] and is_sectional(texts[first - 1])
        return region if first is None or leads else []

    def _read_loose(self) -> None:
        """Give a paragraph whose number lost its stop the number, where it closes the gap between its neighbours'."""
        for index in range(1, len(self.texts) - 1):
            before, after = self.numbers[index - 1], self.numbers[index + 1]
            missing = before + 1 if before and after == before + 2 and self.numbers[index] is None else None
            found = _LOOSE.match(self.texts[index]) if missing else None
            if found and int(found["number"]) == missing:
                self.numbers[index] = missing

    def _label(self, index: int, text: str) -> Label:  # noqa: PLR0911  # one return a kind of paragraph
        if index in self.formulas:
            return self._enact(index)
        if self.part == "head":
            if (
                self.title is None
                or index < self.title
                or (self.enacting and index < self.enacting[0] and index != self.title)
            ):
                return TITLE if self.title is not None and index > self.title and text.startswith("[") else HEAD
            if index == self.title:
                return TITLE
            self.part = "preamble"
        if not self.enacting and self.part == "preamble" and not self.preambular and self.frame.adopted.match(text):
            return HEAD
        if index in self.annexes:
            self.annexed += 1
            self.part, self.annex, self.last = "annex", Label.of_annex(self.annexed), 0
            self._reset()
            return self.annex
        if self.part != "preamble" and (self._is_tail(text) or self._is_date_of_tail(index)):
            return TAIL
        return self._body(index, text)

    def _enact(self, index: int) -> Label:
        self.part, self.preambular, self.last = "preamble", 0, 0
        self._reset()
        self.section = chr(ord("A") + self.enacting.index(index)) if 1 < len(self.enacting) <= _LETTERS else ""
        return HEAD

    def _reset(self) -> None:
        self.counted, self.fresh, self.section = 0, True, ""
        self.outline.restart()

    def _body(self, index: int, text: str) -> Label:  # noqa: PLR0911  # one return a kind of paragraph
        number = self.numbers[index]
        if index in self.sections:
            self._reset()
            self.section, self.preambular = self.sections[index], 0
            self.part = "preamble" if self.part != "annex" else self.part
            return HEADING
        if number is not None and self._counts(number):
            self.part = "operative" if self.part != "annex" else "annex"
            self.last, self.fresh = number, False
            self.outline.restart(Label.operative(number))
            return self._under(self.outline.read(_rest(text), self._next(index)) or self.outline.chapeau)
        if self.outline.chapeau and (item := self.outline.read(text, self._next(index))):
            return self._under(item)
        if index in self.operative:
            self.part, self.counted = "operative", self.counted + 1
            self.outline.restart(Label.operative(self.counted))
            return self._under(self.outline.chapeau)
        if self.headings[index] and (self.part == "preamble" or self._leads_on(index)):
            return self.annex or HEADING
        if self.part == "preamble":
            return self._under(self._preambular(index, text))
        return self._under(self.outline.here) if self.outline.here else self.annex or HEADING

    def _preambular(self, index: int, text: str) -> Label:
        if text[-1:] in ":：" and index + 1 < len(self.texts) and self.numbers[index + 1] == 1:
            return OPENING
        self.preambular += 1
        return Label.preambular(self.preambular)

    def _counts(self, number: int) -> bool:
        """Whether a number goes on with the operative paragraphs; a list inside one starts over and does not."""
        if number == 1:
            return self.fresh or self.part == "annex"
        return self.last < number <= self.last + _SKIPPED

    def _next(self, index: int) -> str:
        return self.texts[index + 1] if index + 1 < len(self.texts) else ""

    def _leads_on(self, index: int) -> bool:
        """Whether what follows a heading is the next numbered paragraph; a row of a table leads to no number."""
        for later in range(index + 1, min(index + 4, len(self.texts))):
            if not self.headings[later]:
                number = self.numbers[later]
                return number is not None and self.last < number <= self.last + _SKIPPED
        return False

    def _under(self, label: Label) -> Label:
        return label.under(self.annex, self.section)

    def _is_tail(self, text: str) -> bool:
        if len(text) > _LONGEST_TAIL or text[:1] == "(" or _NUMBERED.match(text):
            return False
        meets = self.frame.meeting.search(text) is not None
        return bool(self.frame.adopted.match(text)) or (
            meets and (not _ends(_ENDS, text) or any(True for _ in self.frame.find_dates(text)))
        )

    def _is_date_of_tail(self, index: int) -> bool:
        """Whether a paragraph is a date and nothing else, right before or behind the meeting that it dates."""
        text = self.texts[index]
        if len(text) > _LONGEST_DATE or not self.frame.is_date(text):
            return False
        return any(0 <= at < len(self.texts) and self._is_tail(self.texts[at]) for at in (index - 1, index + 1))


def _number(text: str) -> int | None:
    """The number that a paragraph begins with."""
    begins = text[:1].isdecimal() or text[:1] == "-"  # most begin with a letter
    return int(found["number"]) if begins and (found := _NUMBERED.match(text)) else None


_LONGEST_DATE: Final[int] = 40
_LETTERS: Final[int] = 26


def _ends(signs: Collection[str], text: str) -> bool:
    """Whether a text ends with one of the signs, closing quotation marks and brackets left out."""
    return text[-_LAST:].rstrip(_CLOSING)[-1:] in signs


_LAST: Final[int] = 12


def _is_short(text: str) -> bool:
    """Whether a text is no longer than headings are; a wide sign says as much as two or three letters."""
    if len(text) > _LONGEST_HEADING or text.isascii():
        return len(text) <= _LONGEST_HEADING
    return len(text) + 2 * len(_WIDE.findall(text)) <= _LONGEST_HEADING


def _rest(text: str) -> str:
    """What follows the number that a paragraph begins with."""
    found = _NUMBERED.match(text) or _LOOSE.match(text)
    return text[found.end() :] if found else ""
