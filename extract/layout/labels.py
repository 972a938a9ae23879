"""The parts of a resolution: which paragraph is title, preambular, operative, annex or tail, and its label."""

from collections.abc import Callable, Sequence
from typing import Final, Literal

import regex

from extract.language.structure import Structure
from extract.layout.outline import Outline
from extract.layout.prose_labels import Line, is_numbered, label_prose
from extract.layout.sections import find_sections
from extract.layout.survey import Survey, after_number, find_unnumbered, survey
from extract.model.label import HEAD, HEADING, OPENING, TAIL, TITLE, Label

Part = Literal["head", "preamble", "operative", "annex"]

_SKIPPED: Final = 3  # numbers that may be missing between two paragraphs
_AFTER_HEADING: Final = 3  # paragraphs after a heading among which the next numbered one is looked for
_LETTERS: Final = 26
_LEADS: Final = regex.compile(r"[:：]\s*+\Z")  # the paragraph has items


def label(texts: Sequence[str], frame: Structure) -> list[Label]:
    """Label every paragraph of the body.

    Args:
        texts: the paragraphs' flowing texts, in reading order, notes left out.
        frame: what frames a document in the language of the texts.

    Returns:
        One label per paragraph: `head`, `title`, `pp1`…, `op1`…, `op1(a)`, `op1(a)(ii)`, `op` (what leads to the
        numbered paragraphs without being one), `heading`, `tail`, `annex`, `annex/op1`…, `annex2`… A paragraph without
        a number that follows an operative one keeps its label. What is not a resolution is labelled by `prose_labels`.
        Where a resolution has parts that are enacted one by one, or sections that number from one again, their letter
        or numeral comes before: `B/pp2`, `II/op1`.
    """
    seen = survey(texts, frame)
    labels = _Labeller(seen).run()
    prose = _find_prose(seen)
    return [*label_prose(prose, frame), *labels[len(prose) :]] if prose else labels


def _find_prose(seen: Survey) -> list[Line]:
    """What is not a resolution: the whole text, or a report or letter before one; empty where there is none."""
    if not seen.formulas and seen.title is not None:
        return []
    ends = [each for each in (seen.title, *seen.formulas[:1]) if each is not None]
    end = min(ends, default=len(seen.texts))
    lines = _lines(seen, end)
    if not seen.formulas or is_numbered(lines):
        return lines
    return lines if _is_letter_with_annex(seen) and seen.annex_headings[0] < end else []


def _lines(seen: Survey, end: int) -> list[Line]:
    """The paragraphs before `end`; without a formula, a section's sign counts wherever its heading is."""
    numbers = [number if index < end else None for index, number in enumerate(seen.numbers)]
    apart = frozenset(seen.annex_headings)
    sections = find_sections(seen.texts, numbers, seen.headings, enacting=(), annexes=apart, frame=seen.frame)
    return [
        Line(text, numbers[at], after_number(text), seen.headings[at], at in apart, sections.get(at, ""))
        for at, text in enumerate(seen.texts[:end])
    ]


def _is_letter_with_annex(seen: Survey) -> bool:
    """Whether the text before the first annex, where there is one, says that it is a letter."""
    before = seen.texts[: min(seen.annex_headings, default=0)]
    return any(map(seen.frame.correspondence.search, before))


class _Labeller:
    """Reads paragraph after paragraph; the first of `rules` that applies to a paragraph labels it."""

    def __init__(self, seen: Survey) -> None:
        self.seen = seen
        self.unnumbered = find_unnumbered(seen)
        self.formulas = frozenset(seen.formulas)
        self.part: Part = "head"
        self.section, self.annex = "", Label()
        self.annexes_read = 0
        self.preambular = 0  # number of the last preambular paragraph
        self.counted = 0  # number of the last operative paragraph that prints none
        self.last = 0  # printed number of the last operative paragraph
        self.fresh = True  # no number has been read in this part, annex or section
        self.outline = Outline(seen.frame)
        self.rules: tuple[Callable[[int, str], Label | None], ...] = (
            self._formula,
            self._before_formula,
            self._adoption_before_preamble,
            self._annex,
            self._tail,
            self._section,
            self._numbered,
            self._sub_paragraph,
            self._unnumbered,
            self._heading,
            self._preambular,
        )

    def run(self) -> list[Label]:
        """Label all paragraphs."""
        return [self._label(index, text) for index, text in enumerate(self.seen.texts)]

    def _label(self, index: int, text: str) -> Label:
        for rule in self.rules:
            if (found := rule(index, text)) is not None:
                return found
        return self._under(self.outline.here) if self.outline.here else self.annex or HEADING

    def _formula(self, index: int, _: str) -> Label | None:
        """An enacting formula opens a preamble; where there are several, each part has a letter."""
        if index not in self.formulas:
            return None
        self.part, self.preambular, self.last = "preamble", 0, 0
        self._restart()
        if 1 < len(self.seen.formulas) <= _LETTERS:
            self.section = chr(ord("A") + self.seen.formulas.index(index))
        return HEAD

    def _before_formula(self, index: int, text: str) -> Label | None:
        """Masthead, title, and the remarks in brackets that belong to the title; without a formula, up to the title."""
        if self.part != "head":
            return None
        title, formulas = self.seen.title, self.seen.formulas
        if index == title:
            return TITLE
        if title is None or index < title:
            return HEAD
        if formulas and index < formulas[0]:
            return TITLE if text.startswith("[") else HEAD
        self.part = "preamble"
        return None

    def _adoption_before_preamble(self, _: int, text: str) -> Label | None:
        """Without a formula, "Adopted by …" between the title and the preamble belongs to the head."""
        if self.seen.formulas or self.part != "preamble" or self.preambular:
            return None
        return HEAD if self.seen.frame.adopted.match(text) else None

    def _annex(self, index: int, _: str) -> Label | None:
        """The heading of an annex; its paragraphs are numbered anew."""
        if index not in self.seen.annexes:
            return None
        self.annexes_read += 1
        self.part, self.annex, self.last = "annex", Label.of_annex(self.annexes_read), 0
        self._restart()
        return self.annex

    def _tail(self, index: int, _: str) -> Label | None:
        """Meeting and date of adoption, anywhere after the preamble."""
        if self.part == "preamble":
            return None
        return TAIL if self.seen.is_tail(index) or self.seen.is_date_of_tail(index) else None

    def _section(self, index: int, _: str) -> Label | None:
        """The heading of a section that numbers its paragraphs from one again."""
        if index not in self.seen.sections:
            return None
        self._restart()
        self.section, self.preambular = self.seen.sections[index], 0
        self.part = "annex" if self.part == "annex" else "preamble"
        return HEADING

    def _numbered(self, index: int, text: str) -> Label | None:
        """The next numbered paragraph, or its first sub-paragraph where that is on the same line: "3. (a) …"."""
        number = self.seen.numbers[index]
        if number is None or not self._continues(number):
            return None
        self.part = "annex" if self.part == "annex" else "operative"
        self.last, self.fresh = number, False
        self.outline.restart(Label.operative(number))
        return self._under(self.outline.read(after_number(text), self.seen.after(index)) or self.outline.chapeau)

    def _sub_paragraph(self, index: int, text: str) -> Label | None:
        """A letter or numeral in brackets inside an operative paragraph."""
        item = self.outline.read(text, self.seen.after(index)) if self.outline.chapeau else None
        return self._under(item) if item else None

    def _unnumbered(self, index: int, _: str) -> Label | None:
        """An operative paragraph that prints no number is counted."""
        if index not in self.unnumbered:
            return None
        self.part, self.counted = "operative", self.counted + 1
        self.outline.restart(Label.operative(self.counted))
        return self._under(self.outline.chapeau)

    def _heading(self, index: int, _: str) -> Label | None:
        """A short line without punctuation in the preamble, if no clause, or before the next numbered paragraph."""
        if not self.seen.headings[index]:
            return None
        leads = not self.seen.mood(index) if self.part == "preamble" else self._leads_to_number(index)
        return (self.annex or HEADING) if leads else None

    def _preambular(self, index: int, _: str) -> Label | None:
        """Any other paragraph of the preamble is counted, but for its items and the words that lead to paragraph 1."""
        if self.part != "preamble":
            return None
        if self.seen.opens_operative(index):
            return self._under(OPENING)
        self.preambular += 1
        label = Label.preambular(self.preambular)
        self.outline.restart(label if _LEADS.search(self.seen.texts[index]) else Label())
        return self._under(label)

    def _restart(self) -> None:
        self.counted, self.fresh, self.section = 0, True, ""
        self.outline.restart()

    def _continues(self, number: int) -> bool:
        """Whether a number continues those of the operative paragraphs; a list inside one starts over and does not."""
        if number == 1:
            return self.fresh or self.part == "annex"
        return self.last < number <= self.last + _SKIPPED

    def _leads_to_number(self, index: int) -> bool:
        """Whether the next numbered paragraph follows a heading; after the row of a table, it does not."""
        later = range(index + 1, min(index + 1 + _AFTER_HEADING, len(self.seen.texts)))
        number = next((self.seen.numbers[at] for at in later if not self.seen.headings[at]), None)
        return number is not None and self.last < number <= self.last + _SKIPPED

    def _under(self, name: Label) -> Label:
        return name.under(self.annex, self.section)
