"""Pinpoints: the part of a text that a reference means, and the reference that each belongs to."""

import pytest

from extract.language.references import load_references
from extract.mentions.pinpoint import PinpointFinder


def finder(text: str, language: str) -> PinpointFinder:
    """The pinpoints of a paragraph, written as they flow."""
    return PinpointFinder(text, load_references(language), written=lambda a, b: text[a:b])


def found(text: str, language: str) -> list[str]:
    """The pinpoints of a paragraph as written."""
    return [pin.text for pin in finder(text, language).found]


def pin_of(text: str, reference: str, language: str) -> str | None:
    """The pinpoint of a reference that stands once in a paragraph."""
    start = text.index(reference)
    pin = finder(text, language).at(start, start + len(reference))
    return pin.text if pin else None


@pytest.mark.parametrize(
    ("reference", "pinpoint"),
    [
        ("resolution 51/10", "paragraph 8"),
        ("resolution 52/11", "paragraph 5"),
        ("resolution 53/12", "paragraph 11"),
    ],
)
def test_a_pinpoint_with_a_reference_behind_it_is_not_that_of_the_reference_before(
    reference: str, pinpoint: str
) -> None:
    text = "paragraph 8 of resolution 51/10, paragraph 5 of resolution 52/11 and paragraph 11 of resolution 53/12"
    assert pin_of(text, reference, "en") == pinpoint


def test_a_pinpoint_behind_a_reference_is_its_own() -> None:
    assert pin_of("as set out in resolution 60/1, paragraph 4,", "resolution 60/1", "en") == "paragraph 4"


def test_the_pinpoint_of_the_next_reference_is_none_for_an_undivided_one() -> None:
    text = "Recalling resolution 60/1, section II of its resolution 61/2"
    assert pin_of(text, "resolution 60/1", "en") is None
    assert pin_of(text, "resolution 61/2", "en") == "section II"


def test_what_closes_a_list_with_and_is_no_pinpoint_of_the_next_reference() -> None:
    text = "See resolution 60/1, annex and resolution 61/2"
    assert pin_of(text, "resolution 60/1", "en") == "annex"
    assert pin_of(text, "resolution 61/2", "en") is None


@pytest.mark.parametrize(
    ("text", "language", "pinpoints"),
    [
        ("A/CONF.9/5 (Part I) and A/CONF.9/5 (Part II), chap. III", "en", ["chap. III"]),
        ("A/CONF.9/5 (Vol. I)，第三章", "zh", ["第三章"]),
        ("Acting under Article 41 of Chapter VII", "en", ["Article 41 of Chapter VII"]),
        ("listed in the Annex to resolution 1701 (2006)", "en", ["Annex"]),
        ("CTOC/COP/2010/17, chap. I, sect. A, decision 5/2", "en", ["chap. I, sect. A, decision 5/2"]),
        ("ICCD/COP(9)/18/Add.1, decision 3/COP.9, annex", "en", ["decision 3/COP.9, annex"]),
        ("ICCD/COP(9)/18/Add.1，第3/COP.9号决定，附件", "zh", ["第3/COP.9号决定，附件"]),
        ("第51/10号决议第一.B节", "zh", ["第一.B节"]),
    ],
)
def test_pinpoints_are_read_whole_and_parts_of_symbols_are_none(text: str, language: str, pinpoints: list[str]) -> None:
    assert found(text, language) == pinpoints


@pytest.mark.parametrize(
    ("language", "text", "reference", "pinpoint"),
    [
        ("fr", "Document final, Partie I [A/CONF.9/5 (Part I)], annexe", "A/CONF.9/5 (Part I)", "annexe"),
        ("ru", "Документ, Часть I [A/CONF.9/5 (Part I)], приложение", "A/CONF.9/5 (Part I)", "приложение"),
        ("zh", "A/CONF.9/5号文件，第一节", "A/CONF.9/5", "第一节"),
        ("en", "(A/CONF.9/5/Rev.1), part one, chap. I", "A/CONF.9/5/Rev.1", "part one, chap. I"),
        ("en", "annex VII to the 1982 Convention", "Convention", "annex VII"),
        ("ar", "الجزء الثامن عشر من قرارها 61/276", "61/276", "الجزء الثامن عشر"),
        ("ar", "الجزء الثاني باء من قرارها 57/283", "57/283", "الجزء الثاني باء"),
        # the bracket is about the whole before it, and what is submitted is no introduction
        ("en", "Final Document, vols. I-III (A/CONF.9/5 (Vol. I))", "A/CONF.9/5 (Vol. I)", None),
        ("ar", "الرسالة A/98/7 المقدمة عملا بالقرار", "A/98/7", None),
    ],
)
def test_a_pinpoint_is_tied_to_its_reference(language: str, text: str, reference: str, pinpoint: str | None) -> None:
    assert pin_of(text, reference, language) == pinpoint


@pytest.mark.parametrize(
    ("text", "reference", "pinpoint"),
    [
        ("回顾其第70/3号决议关于外勤人员服务条件的第三节，", "第70/3号决议", "第三节"),
        ("《公约》有关刑事制裁和责任的第146条", "《公约》", "第146条"),
        ("第70/3号决议和第71/4号决议关于经费的第二节", "第70/3号决议", None),
    ],
)
def test_the_subject_of_a_part_may_stand_between_a_chinese_reference_and_the_part(
    text: str, reference: str, pinpoint: str | None
) -> None:
    assert pin_of(text, reference, "zh") == pinpoint


def test_a_hostile_paragraph_is_read_in_linear_time() -> None:
    text = "paragraph 1 of paragraph 2, annex and " * 4000
    assert len(found(text, "en")) > 1
    assert found("第1/COP.1号决定，附件" + "关于" * 20000, "zh")


@pytest.mark.parametrize(
    ("text", "pinpoints"),
    [
        pytest.param("执行部分第3段", ["执行部分第3段"], id="a region of the text precedes the number"),
        pytest.param("第3至第5段、第七和八条", ["第3至第5段、第七和八条"], id="numbers of one unit are joined"),
        pytest.param("附件一、二和三", ["附件一、二和三"], id="a unit that needs no number may have several"),
        pytest.param("第三章的第2段", ["第三章的第2段"], id="a possessive links a part to a smaller one"),
        pytest.param("第三章题为“经费”的一节", ["第三章题为“经费”的一节"], id="a part is named by its title"),
        pytest.param("第一章，B节", ["第一章，B节"], id="a unit follows a capital letter"),
        pytest.param("第四条(子)款", ["第四条(子)款"], id="a unit follows a mark in brackets"),
        pytest.param("提出了三项建议", [], id="a count is no ordinal"),
    ],
)
def test_chinese_pinpoints_are_put_together_from_the_words_of_the_language(text: str, pinpoints: list[str]) -> None:
    assert found(text, "zh") == pinpoints
