"""Characters of a page as the engine gives them: ligatures that it takes apart."""

import pytest

from extract.reading.pdf.glyphs import Glyph, _ligatures  # no PDF made by hand draws a ligature


def at(text: str, left: float, right: float) -> Glyph:
    return Glyph(text, left, right, 700.0, 10.0, bold=False, place=0)


@pytest.mark.parametrize("pair", ["أل", "لأ", "ال", "لإ", "آل"])
def test_lam_and_alef_in_one_place_are_one_ligature_in_the_order_of_reading(pair: str) -> None:
    given = [at("ا", 134, 136), *(at(letter, 127, 133) for letter in pair), at("م", 121, 126)]
    joined = [glyph.text for glyph, _ in _ligatures((glyph, 0) for glyph in given)]
    assert joined == ["ا", "ل" + pair.replace("ل", ""), "م"]


def test_letters_in_places_of_their_own_and_accents_stay_apart() -> None:
    given = [at("ا", 134, 136), at("ل", 130, 134), at("ل", 127, 130), at("ل", 127, 130), at("ا", 127, 127)]
    assert [glyph for glyph, _ in _ligatures((glyph, 0) for glyph in given)] == given
