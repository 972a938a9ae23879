"""General comments as their notes identify them."""

from collections.abc import Mapping, Sequence
from typing import Final

import regex

from extract.mentions.candidate import Candidate, Open, Resolved
from extract.mentions.general_comments import NOT_UNDERSTOOD, STOP
from extract.model.document import Block
from extract.model.span import Span
from extract.resolve.notes import Note

_SUBJECT: Final = 260
"""Characters (the subject of a general comment) between its number and its mark."""
_PUNCTUATION: Final = " ,，.。;；:：、؛،"
_NUMBER: Final = regex.compile(r"\d+")
_SERIES: Final = regex.compile(r"/GC/(?<number>\d+)$")
"""The end of the symbol of a general comment."""


def commented(found: Sequence[Candidate], block: Block, notes: Mapping[str, Note]) -> list[Candidate]:
    """The references of a block, its general comments as the notes at their marks say.

    A note says which committee's comment a number is, and where one without a symbol of its own is printed: "general
    comment No. 21⁴" with the note "Official Records …, Supplement No. 40 (A/47/40), annex VI".

    Args:
        found: the references, in any order.
        block: the block.
        notes: note number -> what it cites.
    """
    return [_as_noted(each, block, notes, found) if _is_comment(each) else each for each in found]


def _is_comment(found: Candidate) -> bool:
    if isinstance(found, Open):
        return found.reason in NOT_UNDERSTOOD
    numbered = isinstance(found, Resolved) and found.certainty == "inferred" and not found.via
    return numbered and isinstance(found, Resolved) and _SERIES.search(found.target) is not None


def _as_noted(comment: Candidate, block: Block, notes: Mapping[str, Note], found: Sequence[Candidate]) -> Candidate:
    """A general comment as what the note at the next mark identifies; unchanged where the mark is not its own."""
    mark = next((m.position for m in block.marks if m.position >= comment.end), None)
    number = next((m.number for m in block.marks if m.position == mark), "")
    note = notes.get(number)
    if mark is None or note is None or not note.identifies or not _is_own(comment, mark, block, found):
        return comment
    said = note.identifies[0]
    return comment if _is_another(comment, said, block.text) else _said(comment, said, note)


def _is_own(comment: Candidate, mark: int, block: Block, found: Sequence[Candidate]) -> bool:
    """Whether a mark belongs to a general comment: nothing but the subject of the comment stands between them."""
    if mark - comment.end > _SUBJECT:
        return False
    end = len(block.text[:mark].rstrip(_PUNCTUATION))
    another = any(comment.end <= each.start < mark and _is_comment(each) for each in found)
    return not another and STOP.search(block.text, comment.end, end) is None


def _is_another(comment: Candidate, said: Resolved, text: str) -> bool:
    """Whether a note names a comment of another number, or a report that prints a comment with a symbol of its own."""
    series = _SERIES.search(said.target)
    if series is None:
        return isinstance(comment, Resolved)
    return series["number"] not in _NUMBER.findall(text[comment.start : comment.end])


def _said(comment: Candidate, said: Resolved, note: Note) -> Resolved:
    """What a note says, at the place of a general comment."""
    return said.meant_at(
        Span(comment.start, comment.end),
        certainty="inferred",
        via=note.label,
        pinpoint=said.pinpoint,
        date=comment.date,
    )
