"""Lines that a tool copied from a page with marks of embedding, put into the order in which they are read.

Tools that take text out of a PDF write a line of a right-to-left script between marks of embedding, and inside it each
stretch without such letters as the page shows it from left to right: `(2006) 1718` for 1718 (2006), `،A/75/471` for
A/75/471،. What the page showed follows from the marks, and from that the order of reading. Every character stays on its
line, and lines keep their length, so that offsets of what stands elsewhere are the file's.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import regex

from extract.reading.bidi import mirror, read_order

_EMBEDS: Final[str] = "\u202b"
_LINE: Final = regex.compile(r"[^\n\r\f]++")
_EMBEDDED: Final = regex.compile(r"\u202B(?P<inside>(?:[^\u202A-\u202C]|\u202A[^\u202A-\u202C]*+\u202C?)*+)\u202C?")
_STRETCH: Final = regex.compile(r"\u202A(?P<rightward>[^\u202C]*+)\u202C?|(?P<leftward>[^\u202A]++)")
_CONTROLS: Final = regex.compile(r"[\u202A-\u202C]")


def restore(text: str) -> str:
    """Give a text with its embedded lines in reading order; others stay as they are."""
    if _EMBEDS not in text:
        return text
    return _LINE.sub(lambda line: _restored(line.group()) if _EMBEDS in line.group() else line.group(), text)


def _restored(line: str) -> str:
    pieces: list[str] = []
    end = 0
    for found in _EMBEDDED.finditer(line):
        pieces += [line[end : found.start()], _read(found["inside"])]
        end = found.end()
    pieces.append(line[end:])
    outside = "".join(pieces[::2])
    if not outside.strip():  # the whole line runs from right to left, and so do its pieces
        lead = pieces[0]
        pieces = [lead, *reversed(pieces[1:-1]), pieces[-1]]
    made = _CONTROLS.sub("", "".join(pieces))
    blanks = len(made) - len(made.rstrip())
    controls = "\u200f" * (len(line) - len(made))
    return made[: len(made) - blanks] + controls + made[len(made) - blanks :]


def _read(inside: str) -> str:
    """What stands between the marks, in reading order."""
    shown: list[str] = []
    for stretch in reversed(list(_stretches(inside))):
        shown += stretch
    return "".join(mirror([shown[place] for place in read_order(shown, leftward=True)]))


def _stretches(inside: str) -> Iterator[Sequence[str]]:
    """Stretches as the page shows them, from the right to the left; the signs of each from left to right."""
    for found in _STRETCH.finditer(inside):
        if (rightward := found["rightward"]) is not None:
            yield list(rightward)
        else:
            yield list(reversed(found["leftward"]))
