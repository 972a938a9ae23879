"""How press texts, briefs and conferences write: bodies without a word for "number", signs for paragraphs, formulas."""

import pytest

from extract.find import find_citations
from extract.model.citation import Citation
from extract.reading.readers import read_document


def cited(text: str) -> list[tuple[str, str | None]]:
    """Target and pinpoint of each citation of a plain text."""
    found = find_citations(read_document(text.encode(), file="text.txt"))
    return [(each.target, each.evidence.pinpoint) for each in found if isinstance(each, Citation)]


@pytest.mark.parametrize(
    "text",
    [
        "外交部表示，安理会1701号决议和安理会第1325号决议必须执行。",
        "El Ministro citó la resolución del Consejo de Seguridad 1701 y la resolución del CSNU 1325 en su discurso.",
        "Le Ministre a cité la résolution du Conseil de sécurité 1701 et la résolution du CSNU 1325 dans son discours.",
        "The Minister cited the resolution of the Security Council 1701 and Security Council resolution 1325.",
        "وأكد الوزير أن القرارين 1701 و1325 الصادرين عن مجلس الأمن نافذان في جميع الأحوال.",
    ],
)
def test_a_number_of_the_council_needs_no_word_for_number(text: str) -> None:
    assert [target for target, _ in cited(text)] == ["S/RES/1701(2006)", "S/RES/1325(2000)"]


def test_an_emergency_session_is_no_conference() -> None:
    text = "联大紧急特别会议2023年12月12日通过的第ES-10/22号决议要求停火。"
    assert [target for target, _ in cited(text)] == ["A/RES/ES-10/22"]


def test_signs_for_paragraphs_and_sections() -> None:
    text = "The authors refer to A/HRC/24/44, ¶ 12, to resolution 60/1, ¶¶ 5–7, and to resolution 61/2, § 3."
    assert cited(text) == [("A/HRC/24/44", "¶ 12"), ("A/RES/60/1", "¶¶ 5–7"), ("A/RES/61/2", "§ 3")]


def test_a_part_ends_before_the_next_article() -> None:
    text = "See general comment No. 34 of the Human Rights Committee, para. 43; article 19 of the Charter."
    assert cited(text) == [("CCPR/C/GC/34", "para. 43"), ("treaty:un-charter", "article 19")]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("They breach resolution 2375 (2017) of the Security Council, in particular its paragraph 11.", "paragraph 11"),
        ("Ils violent la résolution 2375 (2017) du Conseil de sécurité, notamment à son article 11.", "article 11"),
        ("Voir la résolution 75/22 de l’Assemblée générale, par. 3.", "par. 3"),
        ("Infringen la resolución 2375 (2017) del Consejo de Seguridad, especialmente su párrafo 11.", "párrafo 11"),
        ("Véase la resolución 75/22 de la Asamblea General, párr. 3.", "párr. 3"),
        ("Они нарушают резолюцию 2375 (2017) Совета Безопасности, в частности ее пункт 11.", "пункт 11"),
        ("См. резолюцию 75/22 Генеральной Ассамблеи, пункт 3.", "пункт 3"),
        ("上述行为违反安全理事会第2375(2017)号决议，特别是其第11段。", "第11段"),
    ],
)
def test_a_part_behind_the_body_and_one_called_its_own(text: str, part: str) -> None:
    assert [pinpoint for _, pinpoint in cited(f"1. {text}\n")] == [part]


FORMULAS = {
    "en": "The Conference of the Parties serving as the meeting of the Parties to the Paris Agreement,",
    "fr": "La Conférence des Parties agissant comme réunion des Parties à l’Accord de Paris,",
    "es": "La Conferencia de las Partes en calidad de reunión de las Partes en el Acuerdo de París,",
}
PARAGRAPHS = {
    "en": ("Recalling paragraph 46 of decision 1/CP.21,", "1. Decides to apply the annex to decision 18/CMA.1."),
    "fr": ("Rappelant le paragraphe 46 de la décision 1/CP.21,", "1. Décide d’appliquer la décision 18/CMA.1."),
    "es": ("Recordando el párrafo 46 de la decisión 1/CP.21,", "1. Decide aplicar la decisión 18/CMA.1."),
}


@pytest.mark.parametrize("language", FORMULAS)
def test_the_meeting_of_the_parties_enacts_and_its_decisions_have_parts(language: str) -> None:
    preamble, operative = PARAGRAPHS[language]
    text = f"FCCC/PA/CMA/2044/9/Add.1\n\n{FORMULAS[language]}\n\n{preamble}\n\n{operative}\n"
    found = find_citations(read_document(text.encode(), file="text.txt"))
    first, last = (each for each in found if isinstance(each, Citation))
    assert (first.evidence.paragraph, first.target) == ("pp1", "1/CP.21")
    assert first.evidence.pinpoint is not None
    assert first.evidence.pinpoint.endswith("46")
    assert (last.evidence.paragraph, last.target) == ("op1", "18/CMA.1")


def test_symbols_that_one_line_lists_are_not_that_of_the_document() -> None:
    document = read_document(b"A/RES/75/1 | S/RES/2532 (2020) | E/RES/2020/23\n", file="list.txt")
    assert document.record.symbol is None
    assert [each.target for each in find_citations(document) if isinstance(each, Citation)] == [
        "A/RES/75/1", "S/RES/2532(2020)", "E/RES/2020/23",
    ]  # fmt: skip


def test_numbers_with_their_parts_are_lines_of_a_list() -> None:
    text = (
        "A/99/6 (Sect. 12)\n\nThe list below provides all mandates entrusted to the programme.\n\n"
        "General Assembly resolutions\n\n74/199\n\nInvestment\n\nS-10/2, para. 89\n\nTrade\n\n66/288, paras. 5–9\n\n"
        "Outcome\n"
    )
    assert cited(text) == [("A/RES/74/199", None), ("A/RES/S-10/2", "para. 89"), ("A/RES/66/288", "paras. 5–9")]


OTHERS = {
    "en": "The Parliamentary Assembly of the Council of Europe, in resolution 1344 (2003), cites 1325 (2000).",
    "fr": "L’Assemblée parlementaire du Conseil de l’Europe, dans sa résolution 1344 (2003), a agi.",
    "es": "La Asamblea Parlamentaria del Consejo de Europa, en su resolución 1344 (2003), actuó.",
    "ru": "Парламентская ассамблея Совета Европы в своей резолюции 1344 (2003) приняла меры.",
    "zh": "欧洲委员会议会大会在第1344(2003)号决议中采取行动。",
}


@pytest.mark.parametrize("language", OTHERS)
def test_a_number_and_year_of_another_assembly_is_none_of_the_council(language: str) -> None:
    council = [("S/RES/1325(2000)", None)] if language == "en" else []
    assert cited(f"1. {OTHERS[language]}\n") == council


@pytest.mark.parametrize(
    "text",
    [
        "1. By its resolution 943 (XLIX), the Economic Commission for Africa endorsed the plan.",
        "1. Par sa résolution 943 (XLIX), la Commission économique pour l’Afrique a approuvé le plan.",
        "1. En su resolución 700 (XXXVI), la Comisión Económica para América Latina y el Caribe aprobó el plan.",
    ],
)
def test_a_regional_commission_named_behind_its_number_is_not_the_council(text: str) -> None:
    assert cited(text) == []


NUMBERED_OTHERWISE = {
    "en": "The Court recalled case C-61/74, case 61/74, file A/85-12 and tender 61/74 in its decision.",
    "fr": "La décision de passer le marché a suivi l’avis de marché 61/74 et l’arrêt rendu dans l’affaire C-61/74.",
    "es": "La decisión se tomó según la licitación 61/74 y la sentencia 61/74 en el asunto C-61/74.",
    "ru": "Решение принято по делу 61/74 на основании контракта 61/74.",
    "ar": "صدر القرار الوزاري رقم 61/2014 وحكم المحكمة في القضية 61/74.",
}


@pytest.mark.parametrize("language", NUMBERED_OTHERWISE)
def test_numbers_of_cases_and_contracts_are_none_of_resolutions(language: str) -> None:
    assert not find_citations(read_document(f"1. {NUMBERED_OTHERWISE[language]}\n".encode(), file="text.txt"))
