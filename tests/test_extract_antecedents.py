"""Which of the treaties named before a short form means, and the head noun that ties each to a title."""

import pytest

from extract.language.references import languages, load_references
from extract.mentions.candidate import Resolved
from extract.registry.registry import load_registry
from extract.resolve.antecedents import Antecedents, head_of
from extract.resolve.short_forms import ShortForm


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
    assert head_of(title, load_references(language)) == head


@pytest.mark.parametrize("language", languages())
def test_every_treaty_that_ships_is_met_again_by_its_head_noun(language: str) -> None:
    lexicon = load_references(language)
    for treaty in load_registry().treaties.values():
        for title in treaty.titles.get(language, ())[:1]:
            head = head_of(title, lexicon)
            if head is None:
                continue
            antecedents = Antecedents(lexicon)
            antecedents.name(treaty, title, "pp1")
            said = antecedents.of(ShortForm(0, 0, head), "op1")
            assert said is not None
            assert (said.treaty, said.paragraph) == (treaty, "pp1")


def _said(language: str, *named: tuple[str, str]) -> Antecedents:
    """The antecedents of a document whose paragraphs have named treaties by their titles."""
    antecedents, treaties = Antecedents(load_references(language)), load_registry().treaties
    for slug, paragraph in named:
        antecedents.name(treaties[slug], treaties[slug].titles[language][0], paragraph)
    return antecedents


def _meant(antecedents: Antecedents, short: ShortForm, paragraph: str = "op9") -> str | None:
    said = antecedents.of(short, paragraph)
    return said.treaty.slug if said and not isinstance(said.treaty, Resolved) else None


def test_the_last_treaty_with_a_noun_is_meant() -> None:
    antecedents = _said("en")
    assert _meant(antecedents, ShortForm(0, 0, "treaty")) is None
    antecedents = _said("en", ("npt", "pp1"), ("crc", "pp2"), ("ctbt", "pp3"))
    assert _meant(antecedents, ShortForm(0, 0, "treaty")) == "ctbt"
    assert _meant(antecedents, ShortForm(0, 0, "convention")) == "crc"


def test_a_treaty_of_the_same_paragraph_comes_before_one_named_later() -> None:
    antecedents = _said("en", ("crc", "op1"), ("cedaw", "op2"))
    assert _meant(antecedents, ShortForm(0, 0, "convention"), "op1") == "crc"


def test_a_defined_short_form_outranks_what_is_named_later() -> None:
    antecedents = _said("en", ("unclos", "pp1"), ("cbd", "pp2"))
    antecedents.define("convention", load_registry().treaties["unclos"], "pp1")
    assert _meant(antecedents, ShortForm(0, 0, "convention"), "pp2") == "unclos"


def test_a_year_tells_conventions_from_each_other() -> None:
    antecedents = _said("en", ("stateless-persons-convention", "pp1"), ("reduction-of-statelessness", "pp1"))
    assert _meant(antecedents, ShortForm(0, 0, "convention", 1954)) == "stateless-persons-convention"
    assert _meant(antecedents, ShortForm(0, 0, "convention", 1999)) is None


def test_a_covenant_whose_chinese_name_is_a_convention_is_meant_in_its_paragraph_only() -> None:
    antecedents = _said("zh", ("cerd", "op6"), ("iccpr", "op10"))
    assert _meant(antecedents, ShortForm(0, 0, "convention"), "op10") == "iccpr"
    assert _meant(antecedents, ShortForm(0, 0, "convention"), "op11") == "cerd"


def test_the_words_of_a_short_form_choose_among_agreements() -> None:
    antecedents = _said("en", ("un-icc-relationship-agreement", "pp1"), ("paris-agreement", "pp2"))
    assert _meant(antecedents, ShortForm(0, 0, "agreement", noun="Relationship Agreement")) == (
        "un-icc-relationship-agreement"
    )
