"""`Roles`: what each reference of a note is to the text at its mark."""

import functools
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

import regex

from extract.language.forms import words
from extract.language.references import References
from extract.mentions.candidate import Candidate, Resolved
from extract.model.citation import Role
from extract.resolve.carriers import Carrier

_QUOTED: Final = regex.compile(r"[”»\"“][\s.,;:،؛。，；：]{0,3}+$")
"""The end of a text whose last words are quoted; the mark follows, also behind a full stop."""


@functools.cache
def _signals(lexicon: References) -> regex.Pattern[str]:
    """The words that introduce references in notes; the group `further` those that only lead to further reading."""
    further, see = words(lexicon.notes.further), words(lexicon.notes.see)
    return regex.compile(rf"(?<further>{further})|{see}", regex.V1 | regex.IGNORECASE)


class Roles:
    """The roles of references in the notes of one document."""

    def __init__(self, lexicon: References, body: Iterable[Candidate]) -> None:
        """Start with the references of the body: those that a note has identified name it."""
        self._lexicon = lexicon
        self._identified = {(f.via, f.target) for f in body if isinstance(f, Resolved) and f.via}

    def given(self, label: str, text: str, found: Iterable[Candidate], carrier: Carrier | None) -> Iterator[Candidate]:
        """The references of a note, each with its role.

        Args:
            label: `fn7`.
            text: the note.
            found: its references.
            carrier: the place of its mark; None where it has none.
        """
        signals = [(m.start(), m["further"] is not None) for m in _signals(self._lexicon).finditer(text)]
        quoted = carrier is not None and _ends_quoted(carrier)
        for each in found:
            further = next((is_further for start, is_further in reversed(signals) if start <= each.start), False)
            yield replace(each, role=self._role(label, each, further=further, quoted=quoted))

    def _role(self, label: str, found: Candidate, *, further: bool, quoted: bool) -> Role:
        if isinstance(found, Resolved) and (label, found.target) in self._identified:
            return "identifies"
        if further:
            return "see"
        return "quotes" if quoted else "supports"


def _ends_quoted(carrier: Carrier) -> bool:
    """Whether the words before a mark are quoted."""
    return _QUOTED.search(carrier.block.text, max(0, carrier.mark - 4), carrier.mark) is not None
