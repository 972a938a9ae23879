"""What is looked for only where one of its signs stands is still found in the shortest text that holds it."""

import pytest

from extract.language.references import languages, load_references
from extract.mentions.block_titles import passing_of
from extract.mentions.candidate import Passing
from extract.mentions.conference_numbers import find_conference_numbers
from extract.numbers.designators import find_bare, find_designators
from extract.registry.gazetteer import NamedHit
from extract.symbols.printed import find_symbols
from extract.text.ocr import repair


@pytest.mark.parametrize(
    "text",
    ["1/CP.21", "3/CMP.1", "2/CMA.1", "5/COP.9", "8/MOP.3", "WHA 58.3", "WHA58.3", "WHA73(12)", "A.1118(30)",
     "\u0410.1118(30)", "MSC.402(96)", "MEPC.1(2)", "LEG.3(100)"],
)  # fmt: skip
def test_a_number_that_names_its_body_is_found_alone(text: str) -> None:
    for language in languages():
        found = find_conference_numbers(text, load_references(language), [])
        assert [(each.start, each.end) for each in found] == [(0, len(text))], language


@pytest.mark.parametrize("language", languages())
def test_a_number_in_the_letters_of_the_language_is_found_alone(language: str) -> None:
    lexicon = load_references(language)
    for form in (*lexicon.numbers.conference, *lexicon.numbers.kyoto, *lexicon.numbers.paris):
        text = f"4/{form}12"
        assert [each.end for each in find_conference_numbers(text, lexicon, [])] == [len(text)], form


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    "text", ["61/74", "2005/20", "S-10/2", "ES-10/3", "VII/28", "SS. II/3", "1718 (2006)", "217 A (III)", "57/283 A"]
)
def test_a_number_is_found_alone(language: str, text: str) -> None:
    found = find_designators(text, load_references(language))
    assert [(each.outer[0], each.end) for each in found] == [(0, len(text))]


def test_a_session_in_one_chinese_sign_needs_neither_stroke_nor_bracket() -> None:
    assert [each.session for each in find_designators("第2749㈢号", load_references("zh"))] == ["III"]


@pytest.mark.parametrize("text", ["resolution 194", "resolution No. 1325"])
def test_a_number_without_session_is_found_alone(text: str) -> None:
    assert [each.end for each in find_bare(text, load_references("en"))] == [len(text)]


@pytest.mark.parametrize("text", ["A/61/74", "S/2004/5", "A/CONF.39/27", "\u0410/61/74", "FCCC/CP/2015/10"])
def test_a_symbol_is_found_alone(text: str) -> None:
    assert [(each.start, each.end) for each in find_symbols(text)] == [(0, len(text))]


@pytest.mark.parametrize(
    ("text", "meant"),
    [("resolution 41 (1)", "resolution 41 (I)"), ("S11 (1982)", "511 (1982)"), ("S$/1234", " S/1234"),
     ("$/1234", "S/1234"), (" Sl1234", " S/1234"), ("A/1/Rey.1", "A/1/Rev.1"), ("5/1995/25", "S/1995/25"),
     ("Add.l", "Add.1"), ("Corr. I", "Corr. 1")],
)  # fmt: skip
def test_a_misread_sign_is_mended_alone(text: str, meant: str) -> None:
    assert repair(text, year=1960).text == meant


@pytest.mark.parametrize("language", languages())
def test_a_title_in_the_name_of_a_body_is_told_by_any_of_its_words(language: str) -> None:
    lexicon = load_references(language)
    for form in (each for each in lexicon.anaphors.body_before if each.strip("~") and "~" not in each):
        text = f"{form} Pact" if lexicon.script.spaced else f"{form}Pact"
        hit = NamedHit(text.index("Pact"), len(text), (), "Pact", short=False)
        assert passing_of(hit, text, lexicon) is Passing.IN_BODY, form
    for form in (each for each in lexicon.anaphors.body_after if each.strip("~") and "~" not in each):
        text = f"Pact{form}"
        assert passing_of(NamedHit(0, 4, (), "Pact", short=False), text, lexicon) is Passing.IN_BODY, form
