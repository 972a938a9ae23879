"""Sub-paragraphs: letters and numerals in brackets, in any script, read by their order."""

import unicodedata
from typing import Final

import regex

from extract.language.structure import Structure
from extract.model.label import Label
from extract.text.numerals import to_roman

_SIGN: Final = regex.compile(r"\(?(?P<sign>[\p{L}]{1,6})\)|['\"“”(](?P<sign>\d{1,2})[)'\"“”]")
_MOST_NUMERALS: Final[int] = 20
_ALPHABET: Final[str] = "abcdefghijklmnopqrstuvwxyz"
_LONGEST_SIGN: Final[int] = 12
_SKIPPED: Final[int] = 3
_NONE: Final = Label()


class Outline:
    """Where in a paragraph's sub-paragraphs the reading stands.

    Attributes:
        chapeau: label of the paragraph the sub-paragraphs belong to; empty where there is none.
        here: label of the sub-paragraph last read, or the chapeau's.
    """

    def __init__(self, frame: Structure) -> None:
        """Start without a paragraph."""
        self.frame = frame
        self.restart()

    def restart(self, chapeau: Label = _NONE) -> None:
        """Start a paragraph with the label, or none."""
        self.chapeau = self.here = chapeau
        self._letter = self._numeral = -1
        self._by_numerals = False  # numerals are the outer division, letters the inner

    def read(self, text: str, following: str) -> Label | None:
        """Label of the sub-paragraph that a text begins; None when it begins none.

        Args:
            text: the paragraph's text.
            following: the text of the next paragraph, which tells the letter i from the numeral.
        """
        sign = _sign(text)
        if not sign:
            return None
        letter, numeral = self._letter_at(sign), self._numeral_at(sign)
        is_numeral = numeral is not None and (letter is None or self._is_numeral(letter, numeral, following))
        if not is_numeral and letter is None:
            return None
        if self._letter < 0 and self._numeral < 0:
            self._by_numerals = is_numeral
        if is_numeral:
            self._numeral = numeral if numeral is not None else -1
            self._letter = -1 if self._by_numerals else self._letter
        else:
            self._letter = letter if letter is not None else -1
            self._numeral = self._numeral if self._by_numerals else -1
        signs = [self._lettered(), to_roman(self._numeral + 1).lower() if self._numeral >= 0 else ""]
        self.here = self.chapeau
        for inside in reversed(signs) if self._by_numerals else signs:
            self.here = self.here.item(inside) if inside else self.here
        return self.here

    def _lettered(self) -> str:
        if self._letter < 0:
            return ""
        times, place = divmod(self._letter, len(self.frame.letters))
        return _latin(place) * (times + 1)

    def _letter_at(self, sign: str) -> int | None:
        """Place of a letter, doubled ones going on after the last single one; the place that comes next is best."""
        if len(set(sign)) != 1:
            return None
        around = [place for place, signs in enumerate(self.frame.letters) if sign[0] in signs]
        places = [place + (len(sign) - 1) * len(self.frame.letters) for place in around]
        return min(places, key=lambda place: (not self._letter < place <= self._letter + _SKIPPED, place), default=None)

    def _numeral_at(self, sign: str) -> int | None:
        numerals = self.frame.numerals
        place = numerals.index(sign) if sign in numerals else None
        return place if place is not None and place < _MOST_NUMERALS else None

    def _is_numeral(self, letter: int, numeral: int, following: str) -> bool:
        if letter == self._letter + 1 and self._numeral < 0:
            return numeral == 0 and self._numeral_at(_sign(following) or "") == 1
        return numeral == 0 or self._numeral < numeral <= self._numeral + _SKIPPED


def _sign(text: str) -> str | None:
    found = _SIGN.match(unicodedata.normalize("NFKC", text[:_LONGEST_SIGN]))
    return found["sign"].casefold() if found else None


def _latin(place: int) -> str:
    return _ALPHABET[place] if place < len(_ALPHABET) else f"{_ALPHABET[place - len(_ALPHABET)]}'"
