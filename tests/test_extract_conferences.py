"""Decisions of conferences of parties and of agencies: their parts, lists of them, and the number that a text bears."""

import pytest

from extract.find import find_citations
from extract.model.citation import Citation
from extract.reading.readers import read_document


def cited(text: str) -> list[tuple[str, str | None]]:
    """Target and pinpoint of each citation of a plain text."""
    found = find_citations(read_document(text.encode(), file="text.txt"))
    return [(each.target, each.evidence.pinpoint) for each in found if isinstance(each, Citation)]


LISTED = {
    "en": ("Recalling decision 1/CP.21, paragraph 52, and decision 3/CP.19, the Parties met.", "paragraph 52"),
    "fr": ("Rappelant la décision 1/CP.21, paragraphe 52, et la décision 3/CP.19, ils ont agi.", "paragraphe 52"),
    "es": ("Recordando la decisión 1/CP.21, párrafo 52, y la decisión 3/CP.19, las Partes deciden.", "párrafo 52"),
    "ru": ("Ссылаясь на решения 1/СР.21, пункт 52, и 3/СР.19, Стороны собрались.", "пункт 52"),
    "zh": ("缔约方回顾第1/CP.21号决定第52段和第3/CP.19号决定，并开会。", "第52段"),
    "ar": ("تشير الأطراف إلى المقررين 1/م أ-21، الفقرة 52، و3/م أ-19 في هذا الاجتماع.", "الفقرة 52"),
}


@pytest.mark.parametrize("language", LISTED)
def test_the_next_decision_is_no_member_of_the_part_before_it(language: str) -> None:
    sentence, part = LISTED[language]
    assert cited(f"1. {sentence}\n") == [("1/CP.21", part), ("3/CP.19", None)]


def test_each_of_two_decisions_has_the_part_before_it() -> None:
    text = "See section II, paragraph 5, of decision 4/CP.7 and paragraphs 3, 4 and 7 of decision 2/CMA.3."
    assert cited(text) == [("4/CP.7", "section II, paragraph 5"), ("2/CMA.3", "paragraphs 3, 4 and 7")]


def test_a_decision_is_a_part_of_the_report_that_prints_it() -> None:
    text = "1. See FCCC/CP/2015/10/Add.1, decision 1/CP.21, paragraph 29."
    assert cited(text) == [("FCCC/CP/2015/10/Add.1", "decision 1/CP.21, paragraph 29")]


OWN = {
    "es": "Decisión 4/CP.49\n\nLa Conferencia de las Partes,\n\nRecordando la decisión 1/CP.21,\n",
    "ru": "Решение 4/CP.49\n\nКонференция Сторон,\n\nссылаясь на решение 1/СР.21,\n",
    "zh": "第4/CP.49号决定\n\n缔约方会议，\n\n回顾第1/CP.21号决定，\n",
    "ar": "المقرر 4/م أ-49\n\nإن مؤتمر الأطراف،\n\nإذ يشير إلى المقرر 1/م أ-21،\n",
}


@pytest.mark.parametrize("language", OWN)
@pytest.mark.parametrize("head", ["FCCC/CP/2044/13/Add.1\nDistr.: General\n16 March 2045\n\n", ""])
def test_the_number_that_a_decision_bears_is_no_citation(head: str, language: str) -> None:
    assert cited(head + OWN[language]) == [("1/CP.21", None)]


def test_a_decision_without_a_masthead_is_known_by_its_number() -> None:
    assert {read_document(text.encode(), file="text.txt").record.symbol for text in OWN.values()} == {"4/CP.49"}


def test_a_resolution_of_an_agency_is_known_by_the_number_before_its_title() -> None:
    text = "WHA93.1 Safe wells\n\nThe Ninety-third World Health Assembly,\n\nRecalling resolution WHA58.3 on wells;\n"
    record = read_document(text.encode(), file="text.txt").record
    assert (record.symbol, record.title, cited(text)) == ("WHA93.1", "Safe wells", [("WHA58.3", None)])
