"""Letter-spacing: which gaps of a line part words where its letters are set apart from one another, too."""

import itertools
import statistics
from collections.abc import Sequence
from typing import Final

from extract.reading.pdf.glyphs import Glyph

_FEWEST: Final = 5  # letters in a row that are set apart
_WIDEST: Final = 1.0  # of the type size: a gap between letters of one word
_LEAST_LETTERS: Final = 0.4  # share of the characters, so that a row of single figures stays one
_NEARLY_ALL: Final = 0.95  # share of the gaps of a line that is letter-spaced as a whole
_MORE: Final = 0.5  # by how much of the gap between letters that between words is wider
_UNEVEN: Final = 0.12  # of the type size: by how much the gaps between the letters of a word may differ


def word_gaps(seen: Sequence[Glyph], size: float, *, least: float) -> list[bool] | None:
    """Tell which gaps part words.

    Args:
        seen: the visible characters of a line, from left to right.
        size: its type size, in points.
        least: the least gap that is a space in ordinary setting, in points.

    Returns:
        For every character whether the gap before it may part words; None where no letters are set apart.
    """
    gaps = [after.left - before.right for before, after in itertools.pairwise(seen)]
    if len(gaps) < _FEWEST - 1 or sum(gap > least for gap in gaps) < _FEWEST - 1:
        return None
    middle = statistics.median(gaps)
    letters = sum(glyph.text.isalpha() for glyph in seen)
    apart = sum(gap > least / 2 for gap in gaps) >= _NEARLY_ALL * len(gaps)  # a font may report the ink of some letters
    if apart and least < middle <= _WIDEST * size and letters >= _LEAST_LETTERS * len(seen):
        return [True, *(gap > (1 + _MORE) * middle for gap in gaps)]
    return _spaced_words(seen, gaps, size, least)


def _spaced_words(seen: Sequence[Glyph], gaps: Sequence[float], size: float, least: float) -> list[bool] | None:
    """The same where only some words of a line are letter-spaced: runs of single letters with even gaps."""
    single = [
        glyph.text.isalpha() and all(gap > least for gap in gaps[max(0, at - 1) : at + 1])
        for at, glyph in enumerate(seen)
    ]
    parts = [True] * len(seen)
    start = 0
    for at in range(1, len(seen) + 1):
        if at < len(seen) and single[at] and single[at - 1] and _is_even(gaps[start:at], size):
            continue
        if at - start >= _FEWEST:
            parts[start + 1 : at] = [False] * (at - start - 1)
        start = at
    return None if all(parts) else parts


def _is_even(gaps: Sequence[float], size: float) -> bool:
    """Whether the last of the gaps between letters is as wide as the first, and none too wide for one word."""
    return gaps[-1] <= _WIDEST * size and abs(gaps[-1] - gaps[0]) <= _UNEVEN * size
