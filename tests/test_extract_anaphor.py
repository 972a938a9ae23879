"""Short forms of treaties, and the head noun that ties each to a title."""

import pytest

from extract.anaphor import HEADS, Antecedents, find_short_forms, head_of
from extract.lexicon import languages, load_lexicon
from extract.registry import load_registry


def _short(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(text[s.start : s.end], s.head) for s in find_short_forms(text, load_lexicon(language))]


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
def test_a_title_in_its_own_signs_is_no_short_form(text: str) -> None:
    assert _short(text, "zh") == []


@pytest.mark.parametrize(
    ("language", "title", "head"),
    [
        ("en", "Treaty on the Non-Proliferation of Nuclear Weapons", "treaty"),
        ("en", "Optional Protocol to the Convention on the Rights of the Child", "protocol"),
        ("en", "Rome Statute of the International Criminal Court", "statute"),
        ("zh", "不扩散核武器条约", "treaty"),
        ("zh", "儿童权利公约任择议定书", "protocol"),
        ("fr", "Charte des Nations Unies", "charter"),
        ("ru", "Конвенция о правах ребенка", "convention"),
        ("en", "2030 Agenda for Sustainable Development", None),
    ],
)
def test_a_title_has_a_head_noun(language: str, title: str, head: str | None) -> None:
    assert head_of(title, load_lexicon(language)) == head


@pytest.mark.parametrize("language", languages())
def test_every_head_noun_has_a_form_in_every_language(language: str) -> None:
    assert all(load_lexicon(language).table["anaphors"][head] for head in HEADS)


@pytest.mark.parametrize("language", languages())
def test_every_treaty_that_ships_is_met_again_by_its_head_noun(language: str) -> None:
    lexicon = load_lexicon(language)
    for treaty in load_registry().treaties.values():
        for title in treaty.titles.get(language, ())[:1]:
            head = head_of(title, lexicon)
            if head is None:
                continue
            antecedents = Antecedents(lexicon)
            antecedents.name(treaty, title, "pp1")
            assert antecedents.of(head) == (treaty, "pp1")


def test_the_last_treaty_with_a_noun_is_meant() -> None:
    lexicon, treaties = load_lexicon("en"), load_registry().treaties
    antecedents = Antecedents(lexicon)
    assert antecedents.of("treaty") is None
    for slug, paragraph in (("npt", "pp1"), ("crc", "pp2"), ("ctbt", "pp3")):
        antecedents.name(treaties[slug], treaties[slug].title, paragraph)
    assert antecedents.of("treaty") == (treaties["ctbt"], "pp3")
    assert antecedents.of("convention") == (treaties["crc"], "pp2")
