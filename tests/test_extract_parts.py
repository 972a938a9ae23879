"""Pinpoints taken apart."""

import pytest

from extract.language.references import languages, load_references
from extract.mentions.pinpoint_parts import UNITS, parts_of


@pytest.mark.parametrize(
    ("language", "pinpoint", "parts"),
    [
        ("en", "article VI", [("article", "6")]),
        ("en", "articles III and IV", [("article", "3"), ("article", "4")]),
        ("en", "chap. IV, sect. A", [("section", "A"), ("chapter", "4")]),
        ("en", "paragraph 81 (a)", [("paragraph", "81(a)")]),
        ("en", "annex", [("annex", "")]),
        ("en", "annexes I and II", [("annex", "1"), ("annex", "2")]),
        ("zh", "第六条", [("article", "6")]),
        ("zh", "第二十三条", [("article", "23")]),
        ("zh", "第一百零二条", [("article", "102")]),
        ("zh", "第一卷，第一部分", [("part", "1"), ("volume", "1")]),
        ("fr", "annexe I, sect. C", [("section", "C"), ("annex", "1")]),
        ("es", "párrs. 3 y 4", [("paragraph", "3"), ("paragraph", "4")]),
        ("ru", "статьи VI", [("article", "6")]),
        ("ru", "статью Ⅵ", [("article", "6")]),
        ("ar", "المادة السادسة", [("article", "6")]),
        ("ar", "الفقرة 3 من المادة 2", [("article", "2"), ("paragraph", "3")]),
    ],
)
def test_a_pinpoint_has_the_same_parts_in_every_language(
    language: str, pinpoint: str, parts: list[tuple[str, str]]
) -> None:
    assert list(parts_of(pinpoint, load_references(language))) == parts


@pytest.mark.parametrize("language", languages())
def test_words_that_are_no_unit_have_no_parts(language: str) -> None:
    assert parts_of("42 — xyz", load_references(language)) == ()


def test_units_are_the_ones_the_lexicons_know() -> None:
    assert all(all(load_references(language).parts.of(unit) for unit in UNITS) for language in languages())
