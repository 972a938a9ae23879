"""Reading order of lines with right-to-left writing: capitals stand for Arabic letters, as seen on the page."""

import pytest

from extract.reading.bidi import mirror, read_order

ARABIC = dict(zip("ABCDEFG", "\u0627\u0628\u062a\u062b\u062c\u062d\u062e", strict=True))


def read(seen: str, *, leftward: bool) -> str:
    shown = [ARABIC.get(character, character) for character in seen]
    ordered = [shown[place] for place in read_order(shown, leftward=leftward)]
    letters = {arabic: capital for capital, arabic in ARABIC.items()}
    return "".join(letters.get(character, character) for character in (mirror(ordered) if leftward else ordered))


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("CBA", "ABC"),
        ("61/74 CBA", "ABC 61/74"),
        ("2006 61/74 CBA", "ABC 61/74 2006"),
        ("a/conf.9 (part i) CBA", "ABC a/conf.9 (part i)"),
        ("(12) CBA", "ABC (12)"),
        ("CBA (61/74)", "(61/74) ABC"),
    ],
    ids=["letters", "separator", "two-numbers", "closed-by-a-bracket", "note-mark", "bracket-of-the-line"],
)
def test_a_line_from_right_to_left_is_read_from_the_right(seen: str, meant: str) -> None:
    assert read(seen, leftward=True) == meant


@pytest.mark.parametrize(
    ("seen", "meant"),
    [("so CBA it is", "so ABC it is"), ("so it is", "so it is"), ("CBA 12 ED b", "DE 12 ABC b")],
    ids=["a-word", "none", "a-number-between"],
)
def test_arabic_words_in_a_line_from_left_to_right_are_turned(seen: str, meant: str) -> None:
    assert read(seen, leftward=False) == meant


def test_an_endless_line_stays_as_it_is() -> None:
    assert read_order(["\u0627"] * 5000, leftward=True) == list(range(5000))
