"""Short forms of treaties: where they stand in a text."""

import pytest

from extract.find import find_citations
from extract.language.reference_table import HEADS
from extract.language.references import languages, load_references
from extract.model.citation import Citation
from extract.reading.readers import read_document
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


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "the Conventions of 1961 and 1971", [("Conventions of 1961", 1961), ("1971", 1971)]),
        ("en", "the 1961, 1971 and 1988 Conventions", [("1961", 1961), ("1971", 1971), ("1988 Conventions", 1988)]),
        ("fr", "des Conventions de 1961 et de 1971", [("Conventions de 1961", 1961), ("1971", 1971)]),
        ("es", "los Convenios de 1961 y 1971", [("Convenios de 1961", 1961), ("1971", 1971)]),
        ("ru", "Конвенций 1961 и 1971 годов", [("Конвенций 1961", 1961), ("1971", 1971)]),
        ("ar", "اتفاقيتي عامي 1961 و 1971", [("اتفاقيتي عامي 1961", 1961), ("1971", 1971)]),
        ("zh", "1961年和1971年两公约", [("1961", 1961), ("1971年两公约", 1971)]),
        ("de", "die Verträge von 1961 und 1971", [("Verträge von 1961", 1961), ("1971", 1971)]),
        ("en", "the Conventions of 1961/62 and 1971", []),
    ],
)
def test_several_years_of_one_noun_are_several_treaties(language: str, text: str, found: list[tuple[str, int]]) -> None:
    several = [(text[each.start : each.end], each.year) for each in find_short_forms(text, load_references(language))]
    assert [each for each in several if each[1]] == found


def test_years_mean_the_treaties_that_the_text_named_before() -> None:
    text = (
        "A/RES/99/901\n\n\nThe General Assembly,\n\nRecalling the Single Convention on Narcotic Drugs of 1961 and the "
        "Convention on Psychotropic Substances of 1971,\n\n1. Reaffirms the Conventions of 1961, 1971 and 1988;\n"
    )
    rows = find_citations(read_document(text.encode(), file="text.txt"))
    cited = [row for row in rows if isinstance(row, Citation) and row.evidence.paragraph == "op1"]
    assert [(row.target, row.evidence.date) for row in cited] == [
        ("treaty:single-convention", "1961"),
        ("treaty:psychotropic-convention", "1971"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the parties to the Convention concerning the Group of Pilots and the Convention"),
        ("fr", "les parties à la Convention concernant le Groupe de pilotes et la Convention"),
        ("es", "las partes en la Convención relativa el Grupo de pilotos y la Convención"),
        ("ru", "участники Конвенции относительно Группы лоцманов и Конвенции"),
    ],
)
def test_what_parties_decide_of_a_group_is_no_title(language: str, text: str) -> None:
    assert len(_short(text, language)) == 2
