"""Titles that name another text, a body, or several texts of one name by their years."""

import pytest
from document_sample import one_sentence

from extract.find import find_citations
from extract.model.citation import Citation

FINAL_DOCUMENTS = ["NPT/CONF.2000/28(PartsIandII)", "NPT/CONF.2010/50(Vol.I)"]


def targets(text: str, language: str) -> list[str]:
    found = find_citations(one_sentence(text, language=language, organ="General Assembly"))
    return [each.target for each in found if isinstance(each, Citation)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Noting the final documents of the 2000 and 2010 Review Conferences,", "en"),
        ("Prenant note des documents finals des Conférences d’examen de 2000 et de 2010,", "fr"),
        ("Observando los documentos finales de las Conferencias de Examen de 2000 y 2010,", "es"),
        ("отмечая заключительные документы обзорных конференций 2000 и 2010 годов,", "ru"),
        ("注意到2000年和2010年审议大会的最后文件，", "zh"),
        ("إذ تلاحظ الوثيقتين الختاميتين لمؤتمري استعراض المعاهدة لعامي 2000 و 2010،", "ar"),
    ],
)
def test_a_title_with_two_years_is_two_citations(text: str, language: str) -> None:
    assert targets(text, language) == FINAL_DOCUMENTS


def test_a_title_after_another_with_a_year_is_one_citation() -> None:
    (found,) = find_citations(one_sentence("Noting Plan 2040 and the 2030 Agenda,", language="en"))
    assert found.evidence.quote == "2030 Agenda"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Noting the New Agenda for Peace as an initiative,", "en"),
        ("Noting the Oslo-Copenhagen Declaration on harbours,", "en"),
        ("Noting the work of the Ad Hoc Working Group on the Durban Platform for Enhanced Action,", "en"),
        ("Noting the Meeting of the Parties to the Kyoto Protocol,", "en"),
        ("Saluant la Conférence des Parties agissant comme réunion des Parties à l’Accord de Paris,", "fr"),
        ("Observando la Reunión de las Partes en el Protocolo de Kioto,", "es"),
        ("ссылаясь на декларацию «Соглашение о рыболовстве и здоровье морей»,", "ru"),
        ("отмечая доклад «Конвенция о правах ребенка в сельской местности»,", "ru"),
        ("Noting the report entitled “The Convention on the Rights of the Child in coastal towns”,", "en"),
        ("إذ تلاحظ التقرير المعنون ”تنفيذ اتفاقية حقوق الطفل في القرى الساحلية“،", "ar"),
        ("إذ تلاحظ التقرير المعنون “تنفيذ اتفاقية حقوق الطفل في القرى الساحلية”،", "ar"),
        ("注意到《巴黎协定》缔约方会议的工作，", "zh"),
    ],
)  # fmt: skip
def test_the_name_of_another_text_or_of_a_body_cites_nothing(text: str, language: str) -> None:
    assert targets(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "target"),
    [
        ("Reaffirming the “Convention on the Rights of the Child”,", "en", "treaty:crc"),
        ("Urging High Contracting Parties to the Arms Trade Treaty,", "en", "treaty:att"),
        ("Recalling the Friendly Relations Declaration,", "en", "A/RES/2625(XXV)"),
        ("Rappelant la Déclaration sur les relations amicales,", "fr", "A/RES/2625(XXV)"),
        ("Recordando la Declaración sobre las Relaciones de Amistad,", "es", "A/RES/2625(XXV)"),
        ("ссылаясь на Декларацию о дружественных отношениях,", "ru", "A/RES/2625(XXV)"),
        ("回顾《国际法原则宣言》，", "zh", "A/RES/2625(XXV)"),
        ("إذ تشير إلى إعلان العلاقات الودية،", "ar", "A/RES/2625(XXV)"),
        ("回顾大会第十届特别会议《最后文件》，", "zh", "A/RES/S-10/2"),
        ("Recalling the Final Document of SSOD-I,", "en", "A/RES/S-10/2"),
    ],
)  # fmt: skip
def test_a_well_known_text_is_found_by_the_common_form_of_its_name(text: str, language: str, target: str) -> None:
    assert targets(text, language) == [target]
