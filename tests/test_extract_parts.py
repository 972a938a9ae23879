"""Pinpoints taken apart."""

import pytest

from extract.language.references import languages, load_references
from extract.mentions.pinpoint_parts import parts_of
from extract.model.part import UNITS, numbered, spelled

LISTED = (
    "paragraph 3(a); paragraph 3(b); paragraph 3(c); paragraph 5(b); paragraph 5(c); paragraph 7; paragraph 8; "
    "paragraph 9"
)


@pytest.mark.parametrize(
    ("language", "pinpoint", "parts"),
    [
        ("en", "article VI", "article 6"),
        ("en", "articles III and IV", "article 3; article 4"),
        ("en", "chap. IV, sect. A", "section A; chapter 4"),
        ("en", "paragraph 81 (a)", "paragraph 81(a)"),
        ("en", "annex", "annex"),
        ("en", "annexes I and II", "annex 1; annex 2"),
        ("en", "annexes I to III", "annex 1; annex 2; annex 3"),
        ("en", "article 2 (4)", "article 2(4)"),
        ("en", "articles 2 (4) and 51", "article 2(4); article 51"),
        ("en", "paragraphs 3 (a) to (c), 5 (b) and (c), and 7 to 9", LISTED),
        ("en", "paragraph 3 (a) (i) and (ii)", "paragraph 3(a)(i); paragraph 3(a)(ii)"),
        ("en", "subparagraphs (b) and (c) of paragraph 12", "paragraph 12(b); paragraph 12(c)"),
        ("en", "paragraphs 15 and/or 17", "paragraph 15; paragraph 17"),
        ("en", "operative paragraph 3, and the sixth preambular paragraph", "paragraph 3; preambular paragraph 6"),
        ("en", "part one, annex I, decision 42", "annex 1; part 1; decision 42"),
        ("ar", "الجزء الثامن عشر", "part 18"),
        ("ar", "الفقرة 7 من الجزء الثاني باء", "paragraph 7; part 2.B"),
        ("en", "preamble", "preambular paragraph"),
        ("en", "annex II, section C", "section C; annex 2"),
        ("en", "actions 5 and 20 to 22", "action 5; action 20; action 21; action 22"),
        ("en", "decision X/1 in the annex", "annex; decision X/1"),
        ("zh", "第六条", "article 6"),
        ("zh", "第二十三条", "article 23"),
        ("zh", "第一百零二条", "article 102"),
        ("zh", "第一卷，第一部分", "part 1; volume 1"),
        ("zh", "第二条第四项", "article 2; paragraph 4"),
        ("zh", "第八㈩条", "article 8(10)"),
        ("zh", "第3(a)至(c)、5(b)和(c)及7至9段", LISTED),
        ("zh", "附件一至三", "annex 1; annex 2; annex 3"),
        ("zh", "附件二C节", "section C; annex 2"),
        ("zh", "序言部分第六段和执行部分第3段", "paragraph 3; preambular paragraph 6"),
        ("zh", "第15和/或17段", "paragraph 15; paragraph 17"),
        ("fr", "annexe I, sect. C", "section C; annex 1"),
        ("fr", "paragraphes 3 a) à c), 5 b) et c) et 7 à 9", LISTED),
        ("fr", "alinéas a) à c) du paragraphe 3", "paragraph 3(a); paragraph 3(b); paragraph 3(c)"),
        ("fr", "Articles 2 (par. 4) et 51", "article 2(4); article 51"),
        ("fr", "articles 2 4) et 51", "article 2(4); article 51"),
        ("fr", "troisième alinéa du préambule", "preambular paragraph 3"),
        ("es", "párrs. 3 y 4", "paragraph 3; paragraph 4"),
        ("es", "apartados b) y c) del párrafo 12", "paragraph 12(b); paragraph 12(c)"),
        ("es", "artículo 4.2", "article 4.2"),
        ("es", "sexto párrafo del preámbulo", "preambular paragraph 6"),
        ("ru", "статьи VI", "article 6"),
        ("ru", "статью Ⅵ", "article 6"),
        (
            "ru",
            "пункты 3 a)–c) и 7–9",
            "paragraph 3(a); paragraph 3(b); paragraph 3(c); paragraph 7; paragraph 8; paragraph 9",
        ),
        ("ru", "подпункты а) и с) пункта 3", "paragraph 3(a); paragraph 3(c)"),
        ("ru", "подпункт б) пункта 3", "paragraph 3(b)"),
        ("ru", "шестой пункт преамбулы", "preambular paragraph 6"),
        ("ar", "المادة السادسة", "article 6"),
        ("ar", "الفقرة 3 من المادة 2", "article 2; paragraph 3"),
        ("ar", "المادتين 2 (4) و 51", "article 2(4); article 51"),
        (
            "ar",
            "الفقرات 3 (أ) إلى (ج) و 5 و 7 إلى 9",
            "paragraph 3(a); paragraph 3(b); paragraph 3(c); paragraph 5; paragraph 7; paragraph 8; paragraph 9",
        ),
        ("ar", "الفرع جيم من المرفق الثاني", "section C; annex 2"),
        ("ar", "الفقرة السادسة من الديباجة", "preambular paragraph 6"),
        ("de", "Artikel 2 Absatz 4", "article 2; paragraph 4"),
    ],
)
def test_a_pinpoint_has_the_same_parts_in_every_language(language: str, pinpoint: str, parts: str) -> None:
    assert "; ".join(spelled(parts_of(pinpoint, load_references(language)))) == parts


@pytest.mark.parametrize("number", ["", "6", "81(a)", "3(a)(i)", "A"])
def test_a_part_reads_back_from_its_number(number: str) -> None:
    assert numbered("paragraph", number).number == number


def test_a_hostile_list_of_numbers_is_read_in_linear_time() -> None:
    pinpoint = "paragraphs 1 to 9999999, " + "3 (a) (b) to (z), " * 4000
    assert parts_of(pinpoint, load_references("en"))


@pytest.mark.parametrize("language", languages())
def test_words_that_are_no_unit_have_no_parts(language: str) -> None:
    assert parts_of("42 — xyz", load_references(language)) == ()


def test_units_are_the_ones_the_lexicons_know() -> None:
    units = [unit for unit in UNITS if " " not in unit]
    assert all(all(load_references(language).parts.of(unit) for unit in units) for language in languages())
