"""Paragraphs of a PDF: each rule takes the place between two lines that it is for, and leaves another to the rest."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from extract.reading.pdf import paragraphs
from extract.reading.pdf.paragraphs import RULES, Seam, group
from extract.reading.pdf.rows import Row
from extract.reading.pdf.setting import Setting

MARGIN, RIGHT, FULL = 100.0, 480.0, 480.0
OPENS, GOES_ON = "Requests the keepers of the", "harbours to report on the"


def row(text: str, *, y: float = 500, left: float = MARGIN, right: float = FULL, bold: bool = False) -> Row:
    return Row(text=text, raised=(), left=left, right=right, y=y, size=10, word=30, bold=bold, page=1)


def setting(*, indent: float, gap: float) -> Setting:
    """How a document of ten paragraphs of three full lines and a short one sets them."""
    rows: list[Row] = []
    y = 700.0
    for number in range(10):
        y -= 12 + gap
        rows.append(row(f"{'ABCDEFGHIJ'[number]}ll harbours of the north", y=y, left=MARGIN + indent))
        for text, right in ((GOES_ON, FULL), (GOES_ON, FULL), ("use of light.", 250)):
            y -= 12
            rows.append(row(text, y=y, right=right))
    return Setting([rows], 10)


INDENTED, SPACED, FLAT = setting(indent=24, gap=6), setting(indent=0, gap=6), setting(indent=0, gap=0)


def below(text: str, *, pitch: float = 12, left: float = MARGIN, page: int = 1) -> Row:
    return replace(row(text, y=500 - pitch, left=left), page=page)


SAMPLES: dict[str, tuple[Seam, bool, Seam]] = {
    "landmark": (
        Seam([row("of the north,")], below("The General Assembly,"), SPACED), True,
        Seam([row("of the north,")], below("the General Assembly of the north"), SPACED),
    ),
    "other_type": (
        Seam([row("Harbours", bold=True)], below(OPENS), SPACED), True,
        Seam([row("Harbours", bold=True)], below(GOES_ON), SPACED),
    ),
    "next_page": (
        Seam([row("of light.", right=200)], below("3. Requests", page=2, left=124), INDENTED), True,
        Seam([row("of light.", right=200)], below("3. Requests", left=124), INDENTED),
    ),
    "more_leading": (
        Seam([row("of light.")], below(OPENS, pitch=18), SPACED), True,
        Seam([row("of light.")], below(OPENS, pitch=12), SPACED),
    ),
    "divided_word": (
        Seam([row("the har-")], below("bours of the"), FLAT), False,
        Seam([row("the harbour")], below("of the north"), FLAT),
    ),
    "mid_sentence": (
        Seam([row("The first"), row("of the lights and", right=300)], below(GOES_ON), FLAT), False,
        Seam([row("The first"), row("of the lights,", right=300)], below(GOES_ON), FLAT),
    ),
    "item_or_indent": (
        Seam([row("of light;", right=300)], below("(b) To report"), FLAT), True,
        Seam([row("of light under")], below("(b) To report"), FLAT),
    ),
    "usual_leading": (
        Seam([row("of light.")], below(OPENS), SPACED), False,
        Seam([row("of light.")], below(OPENS), FLAT),
    ),
    "short_line": (
        Seam([row("The first"), row("of light.", right=200)], below(OPENS), FLAT), True,
        Seam([row("The first"), row("of light.")], below(OPENS), FLAT),
    ),
    "first_words": (
        Seam([row("of light.")], below(OPENS, left=124), INDENTED), True,
        Seam([row("of light")], below(OPENS, left=124), INDENTED),
    ),
}  # fmt: skip
"""Rule -> a place that it decides, what it says there, and one that it leaves (the last rule: says no to)."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_takes_its_sample_and_leaves_the_other(rule: Callable[[Seam], bool | None]) -> None:
    taken, answer, left = SAMPLES[rule.__name__]
    assert rule(taken) is answer
    assert rule(left) is (False if rule is paragraphs.first_words else None)


def test_a_setting_is_learnt_from_the_lines() -> None:
    assert (INDENTED.sets_in, SPACED.sets_in) == (True, False)
    assert (SPACED.spaced, FLAT.spaced) == (True, False)
    assert SPACED.pitch == 12
    assert "Bll" in SPACED.openers
    assert "harbours" not in SPACED.openers


def test_lines_become_paragraphs_and_a_masthead() -> None:
    rows = [
        row("Harbours of the north", y=560, bold=True),
        row("The General Assembly,", y=540),
        row("Recalling its resolution", y=522),
        row("98/17,", y=510, right=150),
        row("Requests a report.", y=492, right=200),
    ]
    made = [([each.text for each in lines], masthead) for lines, masthead in group(rows, SPACED)]
    assert made == [
        (["Harbours of the north"], True),
        (["The General Assembly,"], False),
        (["Recalling its resolution", "98/17,"], False),
        (["Requests a report."], False),
    ]
