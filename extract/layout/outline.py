"""Sub-paragraphs: letters and numerals in brackets, in any script, told apart by their order."""

import unicodedata
from typing import Final

import regex

from extract.language.structure import Structure
from extract.model.label import Label
from extract.text.numerals import to_roman

_SIGN: Final = regex.compile(r"\(?(?P<sign>[\p{L}]{1,6})\)|['\"“”(](?P<sign>\d{1,2})[)'\"“”]")
_DOTTED: Final = regex.compile(r"(?P<sign>[\p{Ll}\p{Arabic}]|[ivx]{2,5})(?:\.|\s?[\-–])\s")
"""A letter or numeral with a stop ("a. To light") or, in Arabic, a hyphen."""
_MOST_NUMERALS: Final[int] = 20
_ALPHABET: Final[str] = "abcdefghijklmnopqrstuvwxyz"
_LONGEST_SIGN: Final[int] = 12
_SKIPPED: Final[int] = 3
_NONE: Final = Label()
_OUTSIDE: Final = -1  # place of the letter or numeral before the first one


class Outline:
    """Where in a paragraph's sub-paragraphs the reading is.

    Letters are the outer division and numerals the inner, unless the first sub-paragraph has a numeral.

    Attributes:
        chapeau: label of the paragraph that the sub-paragraphs belong to; empty where there is none.
        here: label of the last sub-paragraph, or the chapeau's.
    """

    def __init__(self, frame: Structure) -> None:
        """Start without a paragraph."""
        self.frame = frame
        self.restart()

    def restart(self, chapeau: Label = _NONE) -> None:
        """Start a paragraph with the label, or none."""
        self.chapeau = self.here = chapeau
        self._letter = self._numeral = _OUTSIDE
        self._by_numerals = False  # numerals are the outer division

    def read(self, text: str, following: str) -> Label | None:
        """Label of the sub-paragraph that a text begins; None when it begins none.

        Args:
            text: the paragraph's text.
            following: the text of the next paragraph, which tells the letter i from the numeral.
        """
        sign = _sign(text) or self._next_sign(text)
        letter, numeral = self._letter_at(sign), self._numeral_at(sign)
        if numeral is not None and (letter is None or self._is_numeral(letter, numeral, following)):
            self._go_to_numeral(numeral)
        elif letter is not None:
            self._go_to_letter(letter)
        else:
            return None
        self.here = self._written()
        return self.here

    def _next_sign(self, text: str) -> str:
        """The letter or numeral with a stop that a text begins, if it is the next one."""
        found = _DOTTED.match(text)
        sign = found["sign"] if found else ""
        is_next = self._letter_at(sign) == self._letter + 1 or self._numeral_at(sign) == self._numeral + 1
        return sign if sign and is_next else ""

    def _go_to_numeral(self, numeral: int) -> None:
        if self._letter == self._numeral == _OUTSIDE:
            self._by_numerals = True
        self._numeral = numeral
        if self._by_numerals:
            self._letter = _OUTSIDE

    def _go_to_letter(self, letter: int) -> None:
        self._letter = letter
        if not self._by_numerals:
            self._numeral = _OUTSIDE

    def _written(self) -> Label:
        signs = [self._lettered(), to_roman(self._numeral + 1).lower() if self._numeral != _OUTSIDE else ""]
        label = self.chapeau
        for sign in reversed(signs) if self._by_numerals else signs:
            label = label.item(sign) if sign else label
        return label

    def _lettered(self) -> str:
        if self._letter == _OUTSIDE:
            return ""
        times, place = divmod(self._letter, len(self.frame.letters))
        return _latin(place) * (times + 1)

    def _letter_at(self, sign: str) -> int | None:
        """Place of a letter, doubled ones after the last single one; of several places, the next one is best."""
        if len(set(sign)) != 1:
            return None
        around = [place for place, signs in enumerate(self.frame.letters) if sign[0] in signs]
        places = [place + (len(sign) - 1) * len(self.frame.letters) for place in around]
        return min(places, key=lambda place: (not self._letter < place <= self._letter + _SKIPPED, place), default=None)

    def _numeral_at(self, sign: str) -> int | None:
        """Place of a numeral, from 0 for i."""
        numerals = self.frame.numerals
        place = numerals.index(sign) if sign in numerals else None
        return place if place is not None and place < _MOST_NUMERALS else None

    def _is_numeral(self, letter: int, numeral: int, following: str) -> bool:
        """Whether a character that is a letter and a numeral is the numeral, by what comes before and after it."""
        if letter == self._letter + 1 and self._numeral < 0:
            return numeral == 0 and self._numeral_at(_sign(following)) == 1
        return numeral == 0 or self._numeral < numeral <= self._numeral + _SKIPPED


def _sign(text: str) -> str:
    """The letter, numeral or number in brackets that a text begins with; empty where there is none."""
    found = _SIGN.match(unicodedata.normalize("NFKC", text[:_LONGEST_SIGN]))
    return found["sign"].casefold() if found else ""


def _latin(place: int) -> str:
    """The Latin letter of a place in any alphabet; after z follow a', b' and so on."""
    return _ALPHABET[place] if place < len(_ALPHABET) else f"{_ALPHABET[place - len(_ALPHABET)]}'"
