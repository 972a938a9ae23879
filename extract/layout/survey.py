"""What can be seen of all paragraphs of a text before any gets a label: formulas, title, annexes, sections, numbers."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.structure import Structure
from extract.language.verb_finder import opening_mood
from extract.language.verbs import load_verbs
from extract.layout.annexes import find_annexes
from extract.layout.indents import COMMAS
from extract.layout.masthead import is_masthead
from extract.layout.sections import find_sections, is_sectional

_LOOSE: Final = regex.compile(r"(?P<number>\d{1,3})(?: |\s?[,'*]\s)(?=\p{L})")
_UNENDED: Final = regex.compile(r"[,;،؛]\s\p{L}{1,4}\Z")
"""The word that joins a paragraph to the next: "; and"."""
_UNLIFTED: Final = regex.compile(r"(?<=[\p{L}\p{N})][,;:.،؛，；。：]['\"”»）)]{0,2})\s?\d{1,3}/?\Z")
"""The mark of a note that is not known, behind punctuation."""
_NUMBERED: Final = regex.compile(
    r"-\s?(?P<number>\d{1,3})(?=\p{Arabic})|(?P<number>\d{1,3})\s?(?:[.)]|[\-–](?=\s|\Z)|\Z)(?!\d)\s*+"
)
# In text copied from a page that runs from right to left, the full stop may come before the number.
_TITLED: Final = regex.compile(
    r"(?:(?P<stop>-\s?\.)\s?)?(?:(?:ES-|S-)?\d{1,4}/\d{1,4}|\d{1,4} ?\((?:ES-|S-)?[IVXLC]+\))"
    r"(?: ?[A-Z](?:(?:, ?| (?:and|to) |-)[A-Z]){0,8})?\s?(?P<stop>\.)?"
)
_WIDE: Final = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_ENDS: Final = frozenset(".;:,!?。；：，！？،؛؟")
_STOPS: Final = frozenset(".;:。；：؛")
_CLOSING: Final = "'\"”»)]》」’"
_LAST: Final = 12  # characters at the end of a text among which its punctuation is looked for
_LONGEST_HEADING: Final = 160
_LONGEST_TAIL: Final = 160
_LONGEST_VOTE: Final = 600  # code points of a tail that names who voted how
_ADOPTING: Final = 90  # code points at its beginning that name the meeting
_LONGEST_DATE: Final = 40
_LONGEST_MASTHEAD: Final = 60  # paragraphs
_NEAR: Final = 3
_DIGITS: Final = 9  # the largest number of one digit
_AROUND: Final = 30  # paragraphs, among which the numbers around one stand
_SHORTEST_CLAUSE: Final = 30
_CLAUSE: Final = 60


@dataclass(frozen=True, slots=True)
class Survey:
    """The paragraphs of a text and what is known of each on its own; places are indices of paragraphs.

    Attributes:
        texts: their flowing texts, in reading order.
        frame: what frames a document in their language.
        annex_headings: places that read like the heading of an annex, wherever they are.
        formulas: places of the enacting formulas, without those that an annex quotes.
        annexes: places of the headings of annexes to what is enacted.
        title: place of the title; None where none is found.
        numbers: the number that each begins with; None where it begins with none.
        headings: whether each is a heading: short, and without punctuation at its end.
        sections: place of a section's heading to its sign.
    """

    texts: Sequence[str]
    frame: Structure
    annex_headings: Sequence[int]
    formulas: Sequence[int]
    annexes: frozenset[int]
    title: int | None
    numbers: Sequence[int | None]
    headings: Sequence[bool]
    sections: Mapping[int, str]

    def mood(self, index: int) -> str:
        """The form of the citing verb with which a paragraph begins that is enacted; empty for any other paragraph."""
        text = self.texts[index]
        if not self.formulas or index <= self.formulas[0] or len(text) < _SHORTEST_CLAUSE:
            return ""
        return opening_mood(text, load_verbs(self.frame.language))

    def is_tail(self, index: int) -> bool:
        """Whether a paragraph says when, where or by whom the text was adopted."""
        text = self.texts[index]
        adopted = self.frame.adopted.match(text)
        if adopted and len(text) <= _LONGEST_VOTE and self.frame.meeting.search(text, 0, _ADOPTING):
            return True
        if len(text) > _LONGEST_TAIL or text[:1] == "(" or _NUMBERED.match(text) or self.recounts(index):
            return False
        if adopted:
            return True
        if self.frame.meeting.search(text) is None or self.mood(index):
            return False
        return not _ends_in(_ENDS, text) or any(True for _ in self.frame.find_dates(text))

    def recounts(self, index: int) -> bool:
        """Whether a paragraph after the title recounts, where no formula enacts, what the body decided at a meeting."""
        follows = self.title is not None and self.title < index <= self.title + _NEAR
        return follows and not self.formulas and self.frame.recounts(self.texts[index]) is not None

    def is_date_of_tail(self, index: int) -> bool:
        """Whether a paragraph is a date and nothing else, right before or after the meeting that it dates."""
        text = self.texts[index]
        if len(text) > _LONGEST_DATE or not self.frame.is_date(text):
            return False
        return any(0 <= at < len(self.texts) and self.is_tail(at) for at in (index - 1, index + 1))

    def after(self, index: int) -> str:
        """The text of the next paragraph; empty after the last."""
        return self.texts[index + 1] if index + 1 < len(self.texts) else ""

    def opens_operative(self, index: int) -> bool:
        """Whether a paragraph ends in a colon and the next is number 1."""
        return self.texts[index][-1:] in ":：" and self.numbers[index + 1 : index + 2] == [1]


def survey(texts: Sequence[str], frame: Structure) -> Survey:
    """Survey the paragraphs of a text.

    Args:
        texts: their flowing texts, in reading order, notes left out; none is empty.
        frame: what frames a document in their language.
    """
    numbers = read_numbers(texts)
    headings = [is_heading(text) for text in texts]
    annex_headings = find_annexes(texts, numbers, headings, frame)
    formulas = _find_formulas(texts, frame, annex_headings)
    annexes = frozenset(index for index in annex_headings if not formulas or index > formulas[0])
    sections = find_sections(texts, numbers, headings, enacting=formulas, annexes=annexes, frame=frame)
    title = _find_title(texts, frame, formulas)
    return Survey(texts, frame, annex_headings, formulas, annexes, title, numbers, headings, sections)


def _find_formulas(texts: Sequence[str], frame: Structure, annex_headings: Sequence[int]) -> list[int]:
    """Places of the enacting formulas before the first annex; the first of all where none is before it.

    Where one ends in a comma, the same words without it are a line of the masthead.
    """
    formulas = [index for index, text in enumerate(texts) if frame.enacting(text)]
    ended = {texts[index].rstrip(COMMAS) for index in formulas if texts[index][-1] in COMMAS}
    formulas = [index for index in formulas if texts[index][-1] in COMMAS or texts[index] not in ended]
    return [index for index in formulas if not annex_headings or index < annex_headings[0]] or formulas[:1]


def _find_title(texts: Sequence[str], frame: Structure, formulas: Sequence[int]) -> int | None:
    """Place of the numbered title before the enacting formula, or else of the paragraph right before the formula."""
    end = formulas[0] if formulas else min(len(texts), _LONGEST_MASTHEAD)
    for index in range(end - 1, max(-1, end - _LONGEST_MASTHEAD), -1):
        right_before = (
            index == end - 1 if formulas else frame.recounts("".join(texts[index + 1 : index + 2])) is not None
        )
        if _is_numbered_title(texts[index], right_before_formula=right_before):
            return index
        if any(form.match(texts[index]) for form in frame.resolution_titles):
            return index
    if not formulas:
        return None
    before = next(
        (at for at in range(end - 1, max(-1, end - 1 - _NEAR), -1) if not _tells_adoption(texts[at], frame)), None
    )
    return before if before == end - 1 or (before is not None and not is_masthead(texts[before], frame)) else None


def _tells_adoption(text: str, frame: Structure) -> bool:
    """Whether a line between title and formula says when, where or by whom the text was adopted, or on what report."""
    return frame.adopted.match(text) is not None or frame.is_date(text) or text[0] in "[("


def _is_numbered_title(text: str, *, right_before_formula: bool) -> bool:
    """Whether a paragraph begins as "62/37." does; right before what is enacted, the stop may be missing."""
    titled = _TITLED.match(text)
    return titled is not None and bool(titled["stop"] or (right_before_formula and titled.end() < len(text)))


def read_numbers(texts: Sequence[str]) -> list[int | None]:
    """The number that each paragraph begins with; one that lost its stop counts where those around it leave a gap."""
    numbers = [_number(text) for text in texts]
    for index, number in enumerate(numbers):
        found = _LOOSE.match(texts[index]) if number is None else None
        if found is None and number is None:
            continue
        missing = _missing(numbers[max(0, index - _AROUND) : index], numbers[index + 1 : index + 1 + _AROUND])
        if missing and (
            _is_misread(number, missing, texts[index]) if number else found and found["number"] == f"{missing}"
        ):
            numbers[index] = missing
    return numbers


def _is_misread(number: int, missing: int, text: str) -> bool:
    """Whether a scan shows another digit than the one that is missing, before a clause and not in a table."""
    return _DIGITS >= number > missing + 1 and len(text) >= _CLAUSE and _ends_in(_STOPS, text)


def _missing(before: Sequence[int | None], after: Sequence[int | None]) -> int | None:
    """The one number that is missing between the last before a place and the first after it; None if it is not one."""
    last = next((each for each in reversed(before) if each is not None), None)
    following = next((each for each in after if each is not None), None)
    return (last or 0) + 1 if following == (last or 0) + 2 else None


def _number(text: str) -> int | None:
    begins = text[:1].isdecimal() or text[:1] == "-"  # most paragraphs begin with a letter
    return int(found["number"]) if begins and (found := _NUMBERED.match(text)) else None


def after_number(text: str) -> str:
    """What follows the number that a paragraph begins with; empty where it begins with none."""
    found = _NUMBERED.match(text) or _LOOSE.match(text)
    return text[found.end() :] if found else ""


def is_heading(text: str) -> bool:
    """Whether a paragraph is short and ends without punctuation, the mark of an unknown note or an "and" aside."""
    if _ends_in(_ENDS, text) or not _is_short(text):
        return False
    return len(text) <= _CLAUSE or not (_UNLIFTED.search(text) or _UNENDED.search(text))


def _ends_in(characters: Collection[str], text: str) -> bool:
    """Whether a text ends in one of the characters, closing quotation marks and brackets aside."""
    return text[-_LAST:].rstrip(_CLOSING)[-1:] in characters


def _is_short(text: str) -> bool:
    """Whether a text is no longer than headings are; a wide character counts as three, as it says as much."""
    if len(text) > _LONGEST_HEADING or text.isascii():
        return len(text) <= _LONGEST_HEADING
    return len(text) + 2 * len(_WIDE.findall(text)) <= _LONGEST_HEADING


def find_unnumbered(seen: Survey) -> frozenset[int]:
    """Places of operative paragraphs without numbers, part by part and section by section."""
    return frozenset(index for start, end in _stretches(seen) for index in _unnumbered(seen, start, end))


def _stretches(seen: Survey) -> Iterator[tuple[int, int]]:
    """First place, and one past the last, of what each formula enacts or each section holds, before the annexes."""
    end = min(seen.annexes, default=len(seen.texts))
    starts = [index + 1 for index in seen.formulas] or [(seen.title if seen.title is not None else -1) + 1]
    starts = sorted({*starts, *(index + 1 for index in seen.sections if starts[0] <= index < end)})
    for start, stop in zip(starts, [*(start - 1 for start in starts[1:]), end], strict=True):
        if start < stop:
            yield start, stop


def _unnumbered(seen: Survey, start: int, end: int) -> list[int]:
    """Places after the preamble, whose paragraphs end in commas, up to the tail.

    Where a numbered paragraph comes later, they count only under the heading of a section that it belongs to.
    """
    first = next((index for index in range(start, end) if seen.numbers[index] == 1), None)
    if first is None:
        last = next((at for at in range(start, end) if seen.is_tail(at)), end)
    elif first and seen.headings[first - 1] and is_sectional(seen.texts[first - 1]):
        last = first
    else:
        return []
    return _after_preamble(seen, start, last)


def _after_preamble(seen: Survey, start: int, last: int) -> list[int]:
    """Places from the first paragraph that no preamble could hold, headings left out."""
    begin = next((at for at in range(start, last) if _ends_preamble(seen, at)), last)
    return [index for index in range(begin, last) if not seen.headings[index] or seen.mood(index)]


def _ends_preamble(seen: Survey, index: int) -> bool:
    """Whether a paragraph ends in a stop, as none of a preamble does, or begins with a verb as none of it does.

    Headings and bracketed remarks do not count.
    """
    if _ends_in(_STOPS, seen.texts[index]) and not seen.headings[index] and seen.texts[index][0] != "(":
        return True
    return load_verbs(seen.frame.language).moods and seen.mood(index) == "finite"
