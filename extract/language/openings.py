"""`Openings`: the places of a paragraph where a main clause may begin: its head, a stop, a conjunction, who acts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import regex

from extract.language.anchored import Anchored
from extract.language.forms import NOTHING
from extract.language.phrasebook import UNEVEN
from extract.model.cache import compiled

_STOPS: Final[str] = ",;:.،؛，；：。、(（—–"
MARKS: Final[str] = "'\"“”„«»‹‘「『•‣▪●○◦·*_−–—-"
"""Marks before a paragraph or its verb: an opening quotation mark, a bullet, a dash, emphasis."""
_MARKED: Final[str] = r"(?:[" + MARKS + r"]\s*+){0,4}+"
_LABEL: Final[str] = rf"\s*+{_MARKED}(?:\d{{1,3}}+\s*+[.．、–-]\s*+|[(（]?\w{{1,4}}+[)）]\s*+)?+{_MARKED}"
"""The number or letter a paragraph may still carry, marks around it included: "12. ", "(a) ", "3 - ", "“1. "."""
_SPACE: Final[str] = r"[^\S\x1c-\x1f]"
"""White space as `regex` has it: for `re` the separators of ASCII are white, too."""


class Opening(NamedTuple):
    """A place where a clause may begin, and what stands before it at the head of the paragraph; None elsewhere."""

    place: int
    lead: str | None


class Openings:
    """Finds the openings in paragraphs of one language.

    Attributes:
        pattern: of them all; the places are found without it several times as fast.
    """

    def __init__(self, forms: Sequence[str], clitics: Sequence[str], *, spaced: bool) -> None:
        """Take the words of a language.

        Args:
            forms: conjunctions, and who acts.
            clitics: letters that are written together with the word that follows.
            spaced: whether spaces separate words.
        """
        left, right = (r"(?<![\w-])", r"(?![\w-])") if spaced else ("", "")
        flags = regex.IGNORECASE | regex.VERSION1
        inside = rf"{left}(?=(?:{any_form(forms)}){right})"
        attached = rf"(?<=\s)(?={any_form(clitics)})" if clitics else ""
        self.pattern = rf"^(?P<lead>{_LABEL})|[{_STOPS}]\s*+|{inside}" + (f"|{attached}" if clitics else "")
        self._lead = compiled(_LABEL, flags)
        self._stop = re.compile(f"[{_STOPS}]{_SPACE}*+")
        self._inside = Anchored(compiled(inside, flags), [" ".join(form.split()) for form in forms])
        self._spread = Anchored(compiled(inside, flags), [form.split()[0] for form in forms])
        self._clitic = compiled(attached, flags) if clitics else None

    def find(self, text: str) -> Iterator[Opening]:
        """The openings of a paragraph, in order: those that the pattern finds."""
        lead = self._lead.match(text)
        end = lead.end() if lead else 0
        yield Opening(end, text[:end])
        places = [found.span() for found in self._stop.finditer(text, end)]
        inside = self._spread if UNEVEN.search(text) else self._inside
        places += [found.span() for found in inside.finditer(text)]
        if self._clitic:
            places += [found.span() for found in self._clitic.finditer(text)]
        empty = end if end == 0 else -1  # where nothing has been matched last
        for start, stop in sorted(places, key=_by_place):
            if start < end or (start == stop == empty):
                continue
            end, empty = stop, stop if start == stop else -1
            yield Opening(stop, None)


def _by_place(place: tuple[int, int]) -> tuple[int, int]:
    """Of what begins at one place a stop is read first."""
    return place[0], -place[1]


def any_form(forms: Iterable[str]) -> str:
    """The alternation of forms, longest first, with any spaces between their words."""
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(r"\s++".join(map(regex.escape, form.split())) for form in longest_first) or NOTHING
