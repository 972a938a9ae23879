"""Short forms of treaties: where they stand in a text."""

import pytest

from extract.language.reference_table import HEADS
from extract.language.references import languages, load_references
from extract.resolve.short_forms import find_short_forms


def _short(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(text[s.start : s.end], s.head) for s in find_short_forms(text, load_references(language))]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "en",
            "under the Treaty, the Charter and the Statute",
            [("the Treaty", "treaty"), ("the Charter", "charter"), ("the Statute", "statute")],
        ),
        ("fr", "la Convention, l'Accord", [("la Convention", "convention"), ("l'Accord", "agreement")]),
        ("es", "el Tratado, la Carta", [("el Tratado", "treaty"), ("la Carta", "charter")]),
        ("ru", "Договор, Устава", [("Договор", "treaty"), ("Устава", "charter")]),
        (
            "zh",
            "《条约》、《公约》和《宪章》",
            [("《条约》", "treaty"), ("《公约》", "convention"), ("《宪章》", "charter")],
        ),
        ("ar", "المعاهدة والاتفاقية", [("المعاهدة", "treaty"), ("الاتفاقية", "convention")]),
    ],
)
def test_short_forms_are_found_in_every_language(language: str, text: str, found: list[tuple[str, str]]) -> None:
    assert _short(text, language) == found


@pytest.mark.parametrize(
    "text",
    ["a treaty", "the treaty", "the Convention on the Rights of the Child", "the Treaty-based bodies", "Treaties"],
)
def test_a_longer_title_or_a_common_noun_is_no_short_form(text: str) -> None:
    assert _short(text) == []


@pytest.mark.parametrize("text", ["《公约法》", "公约", "《生物多样性公约》"])
def test_a_title_in_its_own_quotation_marks_is_no_short_form(text: str) -> None:
    assert _short(text, "zh") == []


@pytest.mark.parametrize("language", languages())
def test_every_head_noun_has_a_form_in_every_language(language: str) -> None:
    assert all(load_references(language).anaphors.of(head) for head in HEADS)


@pytest.mark.parametrize(
    ("language", "text", "year"),
    [
        ("en", "parties to the 1954 Convention", 1954),
        ("fr", "parties à la Convention de 1954", 1954),
        ("es", "partes en la Convención de 1954", 1954),
        ("ru", "участники Конвенции 1954 года", 1954),
        ("ar", "الأطراف في اتفاقية عام 1954", 1954),
        ("zh", "1954年《公约》缔约国", 1954),
        ("zh", "《1954年公约》缔约国", 1954),
    ],
)
def test_a_short_form_may_have_a_year(language: str, text: str, year: int) -> None:
    assert [(s.head, s.year) for s in find_short_forms(text, load_references(language))] == [("convention", year)]
