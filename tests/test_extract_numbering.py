"""Roman numerals, and symbols made from the pieces of a reference."""

import itertools

import pytest

from extract import numbering
from extract.errors import SymbolError
from extract.roman import LARGEST, from_roman, to_roman


@pytest.mark.parametrize("number", range(1, LARGEST + 1))
def test_every_roman_numeral_reads_back(number: int) -> None:
    assert from_roman(to_roman(number)) == number


def test_there_is_one_roman_numeral_a_number_and_no_other_text_is_one() -> None:
    texts = ("".join(letters) for size in range(7) for letters in itertools.product("IVXL", repeat=size))
    found = [text for text in texts if from_roman(text) is not None]
    assert sorted(found) == sorted(
        roman for number in range(1, 90) if len(roman := to_roman(number)) <= 6 and "C" not in roman
    )


@pytest.mark.parametrize("number", [0, -1, LARGEST + 1])
def test_a_number_without_roman_numeral_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no roman numeral"):
        to_roman(number)


def test_pieces_of_a_reference_make_the_symbol() -> None:
    made = [
        numbering.general_assembly("61", 74),
        numbering.general_assembly(57, 283, "B"),
        numbering.general_assembly("ES-11", 1),
        numbering.general_assembly_roman(217, "III", "A"),
        numbering.general_assembly_roman(3201, "S-VI"),
        numbering.general_assembly_decision(74, 565),
        numbering.security_council(1718, 2006),
        numbering.presidential_statement(2011, 16),
        numbering.economic_and_social_council(2005, 20),
        numbering.economic_and_social_council(2005, 201),
        numbering.economic_and_social_council_roman(1503, "XLVIII"),
        numbering.human_rights_council(52, 30),
        numbering.human_rights_council("S-16", 1),
        numbering.human_rights_council(18, 120),
        numbering.commission_on_human_rights(2004, 15),
        numbering.commission_on_human_rights(2004, 115),
        numbering.environment_assembly(4, 1),
        numbering.general_conference(60, 10),
        numbering.conference_decision(1, "CP", 21),
    ]
    assert [str(symbol) for symbol in made] == [
        "A/RES/61/74", "A/RES/57/283B", "A/RES/ES-11/1", "A/RES/217A(III)", "A/RES/3201(S-VI)", "A/DEC/74/565",
        "S/RES/1718(2006)", "S/PRST/2011/16", "E/RES/2005/20", "E/DEC/2005/201", "E/RES/1503(XLVIII)",
        "A/HRC/RES/52/30", "A/HRC/RES/S-16/1", "A/HRC/DEC/18/120", "E/CN.4/RES/2004/15", "E/CN.4/DEC/2004/115",
        "UNEP/EA.4/Res.1", "GC(60)/RES/10", "1/CP.21",
    ]  # fmt: skip


def test_pieces_that_make_no_symbol_are_refused() -> None:
    with pytest.raises(SymbolError):
        numbering.general_assembly_roman(217, "III)(IV")
    with pytest.raises(SymbolError):
        numbering.general_assembly("sixty-first", 74)
