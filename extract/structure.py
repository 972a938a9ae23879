"""The parts of a resolution: which paragraph is the title, a preambular or an operative paragraph, an annex, the tail."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import regex

from extract.frame import Frame

_NUMBERED: Final = regex.compile(r"(?P<number>\d{1,3})\s?(?:[.)]|[\-–](?=\s|\Z)|\Z)(?!\d)")
_LETTERED: Final = regex.compile(r"\(?(?P<sign>\w{1,5})\)")
_MARKED: Final = regex.compile(r"['\"(]?(?P<sign>\d{1,2})['\")]")
_TITLED: Final = regex.compile(
    r"(?P<number>(?:(?:ES|S)-)?\d{1,3}/\d{1,4}|\d{1,4} ?\([IVXLC]+(?:-\d+)?\))(?: ?(?P<letters>[A-Z](?:[\-,–] ?[A-Z])*))?\s?\."
)
_SECTION: Final = regex.compile(r"(?P<sign>[IVXLC]{1,6}|[A-Z])(?:\.? |\.?\Z)")
_ENDS: Final = regex.compile(r"[.;:,!?。；：，！？،؛؟]['\"”»)\]》」’]*\Z")
_OPERATIVE_END: Final = regex.compile(r"[.;:。；：؛]['\"”»)\]》」’]*\Z")
_LONGEST_HEADING: Final[int] = 160
_LONGEST_TAIL: Final[int] = 160


@dataclass(slots=True)
class _State:
    part: str = "head"  # head, preamble, operative, tail
    annexes: int = 0
    section: str = ""
    preambular: int = 0
    operative: str = ""
    counted: int = 0
    letters: int = -1
    letter: str = ""
    labels: list[str] = field(default_factory=list)


def label(texts: Sequence[str], frame: Frame) -> list[str]:
    """Give every paragraph of the body its label.

    Args:
        texts: the paragraphs' flowing texts, in reading order, notes left out.
        frame: what frames a document in the language of the texts.

    Returns:
        A label a paragraph: `head`, `title`, `pp1`…, `op1`…, `op1(a)`, `op1(a)(ii)`, `heading`, `tail`, `annex`,
        `annex/op1`…. A paragraph without a number that follows an operative one keeps its label.
    """
    return _Labeller(texts, frame).run()


class _Labeller:
    def __init__(self, texts: Sequence[str], frame: Frame) -> None:
        self.texts = texts
        self.frame = frame
        self.state = _State()
        self.enacting = [index for index, text in enumerate(texts) if frame.enacting(text)]
        self.title = self._find_title()

    def run(self) -> list[str]:
        return [self._label(index, text) for index, text in enumerate(self.texts)]

    def _find_title(self) -> int | None:
        end = self.enacting[0] if self.enacting else min(len(self.texts), 40)
        for index in range(end - 1, -1, -1):
            if _TITLED.match(self.texts[index]) or any(
                form.match(self.texts[index]) for form in self.frame.resolution_titles
            ):
                return index
        return None

    def _label(self, index: int, text: str) -> str:
        state = self.state
        if index in self.enacting:
            state.part, state.preambular, state.operative, state.letter = "preamble", 0, "", ""
            return "head"
        if self.title is not None and index <= self.title:
            return "title" if index == self.title else "head"
        if not self.enacting and self.title is not None and state.part == "head":
            state.part = "preamble"
        if state.part == "head":
            is_title = self.title is not None and not self.frame.adopted.match(text)
            return "title" if is_title else "head"
        return self._body(index, text)

    def _body(self, index: int, text: str) -> str:
        state = self.state
        if self.frame.annex.match(text):
            state.part, state.annexes, state.operative, state.letter = "annex", state.annexes + 1, "", ""
            return self._prefix()[:-1]
        if self._is_tail(text):
            state.part = state.part if state.part == "annex" else "tail"
            return "tail"
        if found := self._number(text):
            state.part = "operative" if state.part in {"preamble", "tail"} else state.part
            state.operative, state.letter, state.letters = f"op{found}", "", -1
            return self._prefix() + state.operative
        if state.operative and (item := self._item(text)):
            return self._prefix() + state.operative + item
        if self._is_heading(text):
            return "heading" if state.part != "annex" else self._prefix()[:-1]
        if state.part == "preamble" and not self._starts_operative(index, text):
            state.preambular += 1
            return f"{self._prefix()}pp{state.preambular}"
        if state.part in {"preamble", "operative"} and not self._is_numbered():
            state.part = "operative"
            state.counted += 1
            state.operative = f"op{state.counted}"
            return self._prefix() + state.operative
        return self._prefix() + (state.operative + state.letter) if state.operative else self._prefix()[:-1] or "tail"

    def _prefix(self) -> str:
        annex = "annex" if self.state.annexes else ""
        annex += str(self.state.annexes) if self.state.annexes > 1 else ""
        return f"{annex}/" if annex else ""

    def _number(self, text: str) -> str | None:
        found = _NUMBERED.match(text)
        if not found:
            return None
        last = int(self.state.operative[2:]) if self.state.operative else 0
        number = int(found["number"])
        return found["number"] if number == 1 or last < number <= last + 3 else None

    def _is_numbered(self) -> bool:
        return bool(self.state.operative) and not self.state.counted

    def _item(self, text: str) -> str | None:
        state = self.state
        found = _LETTERED.match(text)
        if not found:
            return None
        sign = found["sign"].casefold()
        letters, numerals = self.frame.letters, self.frame.numerals
        after = letters[state.letters + 1] if state.letters + 1 < len(letters) else ""
        if sign == after or (sign in letters and sign not in numerals):
            state.letters = letters.index(sign)
            state.letter = f"({chr(ord('a') + min(state.letters, 25))})"
            return state.letter
        if sign in numerals:
            return f"{state.letter}({_ROMAN[numerals.index(sign)]})"
        return None

    def _is_tail(self, text: str) -> bool:
        short = len(text) <= _LONGEST_TAIL and not text[:1] == "("
        if not short or self.state.part == "preamble":
            return False
        meets = bool(self.frame.meeting.search(text)) and (
            any(True for _ in self.frame.find_dates(text)) or not _ENDS.search(text)
        )
        return (meets and not _NUMBERED.match(text)) or bool(self.frame.adopted.match(text))

    def _is_heading(self, text: str) -> bool:
        return len(text) <= _LONGEST_HEADING and not _ENDS.search(text)

    def _starts_operative(self, index: int, text: str) -> bool:
        """Whether an unnumbered paragraph is operative already: the preamble goes on in commas, the rest does not."""
        if not _OPERATIVE_END.search(text):
            return False
        return not any(_NUMBERED.match(later) for later in self.texts[index + 1 : index + 60])


_ROMAN: Final[tuple[str, ...]] = (
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx",
)  # fmt: skip
