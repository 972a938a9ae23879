"""`Roles`: what each reference of a note is to the text at its mark."""

import functools
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

import regex

from extract.language.forms import words
from extract.language.references import References
from extract.mentions.candidate import Candidate, Resolved
from extract.model.cache import compiled
from extract.model.citation import Role
from extract.model.document import Block
from extract.resolve.carriers import Carrier

_SUBJECT: Final = 160
"""Characters (its subject, who adopted it) between a general comment and its mark."""
_QUOTED: Final = regex.compile(r"[”»\"“][\s.,;:،؛。，；：]{0,3}+$")
"""The end of a text whose last words are quoted; the mark follows, also behind a full stop."""


@functools.cache
def _signals(lexicon: References) -> regex.Pattern[str]:
    """The words that introduce references in notes; the group `further` those that only lead to further reading."""
    further, see = words(lexicon.notes.further), words(lexicon.notes.see)
    return compiled(rf"(?<further>{further})|{see}", regex.V1 | regex.IGNORECASE)


class Roles:
    """The roles of references in the notes of one document."""

    def __init__(self, lexicon: References, body: Iterable[tuple[Block, Candidate]]) -> None:
        """Start with the references of the body: those that a note has identified name it."""
        self._lexicon = lexicon
        self._identified: set[tuple[str, str]] = set()
        self._numbered: dict[int, list[Resolved]] = {}  # start of a block -> its general comments
        for block, found in body:
            if isinstance(found, Resolved) and found.via:
                self._identified.add((found.via, found.target))
            elif isinstance(found, Resolved) and found.kind == "document" and found.certainty == "inferred":
                self._numbered.setdefault(block.flow.span(0, 1)[0], []).append(found)

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
        numbered = {f.target for f in self._near(carrier)}
        for each in found:
            further = next((is_further for start, is_further in reversed(signals) if start <= each.start), False)
            named = isinstance(each, Resolved) and each.target in numbered
            role = "identifies" if named else self._role(label, each, further=further, quoted=quoted)
            yield replace(each, role=role)

    def _near(self, carrier: Carrier | None) -> Iterator[Resolved]:
        """The general comments that stand shortly before a mark."""
        if carrier is None or not carrier.block.text:
            return
        for each in self._numbered.get(carrier.block.flow.span(0, 1)[0], ()):
            if 0 <= carrier.mark - each.end <= _SUBJECT:
                yield each

    def _role(self, label: str, found: Candidate, *, further: bool, quoted: bool) -> Role:
        if isinstance(found, Resolved) and (label, found.target) in self._identified:
            return "identifies"
        if further:
            return "see"
        return "quotes" if quoted else "supports"


def _ends_quoted(carrier: Carrier) -> bool:
    """Whether the words before a mark are quoted."""
    return _QUOTED.search(carrier.block.text, max(0, carrier.mark - 4), carrier.mark) is not None
