"""What frames a text: tables of contents, annexes with their titles, sections in words, quotation marks and bullets."""

import pytest

from extract.find import find_citations
from extract.language.structure import load_structures
from extract.model.citation import to_row
from extract.reading.readers import read_document


def labels(text: str) -> list[str]:
    return [block.label for block in read_document(text.encode(), file="x.txt").blocks]


CONTENTS = {
    "en": ("Contents", "Page", "Opening of the session", "Annexes", "Agenda", "The session opened on time and closed."),
    "fr": (
        "Table des matières",
        "Page",
        "Ouverture",
        "Annexes",
        "Ordre du jour",
        "La session s’est ouverte à l’heure.",
    ),
    "es": ("Índice", "Página", "Apertura", "Anexos", "Programa", "El período de sesiones se inauguró a la hora."),
    "ru": ("Содержание", "Стр.", "Открытие сессии", "Приложения", "Повестка дня", "Сессия открылась вовремя и в срок."),
    "zh": ("目录", "页次", "会议开幕", "附件", "议程", "会议按时开幕，并在其议程上就各项目作出决定。"),
}


@pytest.mark.parametrize("language", CONTENTS)
def test_an_annex_that_a_table_of_contents_lists_is_none(language: str) -> None:
    contents, page, opening, annexes, agenda, clause = CONTENTS[language]
    text = (
        f"{contents}\n{page}\nI. {opening} 4\n{annexes}\nI. {agenda} 20\n\nI. {opening}\n\n1. {clause}\n\n2. {clause}\n"
    )
    assert labels(text)[-2:] == ["p1", "p2"]


ANNEXED = {
    "en": ("99/901. Harbours", "The General Assembly,", "Decides so", "Annex Model convention", "The text is this"),
    "fr": ("99/901. Ports", "L’Assemblée générale,", "Décide", "Annexe I. Convention type", "Le texte est"),
    "es": ("99/901. Puertos", "La Asamblea General,", "Decide", "Anexo Convención de ejemplo", "El texto es"),
    "ru": ("99/901. Гавани", "Генеральная Ассамблея,", "постановляет", "Приложение Типовая конвенция", "Текст таков"),
    "ar": ("99/901 الموانئ", "إن الجمعية العامة،", "تقرر ذلك", "المرفق اتفاقية نموذجية", "النص"),
    "zh": ("99/901. 港口", "大会，", "决定如此", "附件 示范公约", "案文如下"),
}


@pytest.mark.parametrize("language", ANNEXED)
def test_an_annex_may_have_its_title_in_the_same_line(language: str) -> None:
    title, formula, clause, annex, article = ANNEXED[language]
    text = f"{title}\n\n{formula}\n\n1. {clause};\n\n2. {clause}.\n\n{annex}\n\n1. {article};\n\n2. {article}.\n"
    assert labels(text)[-3:] == ["annex", "annex/op1", "annex/op2"]


@pytest.mark.parametrize(
    "line", ["Annex to the report", "annex of the report", "Annexes to resolutions must be short."]
)
def test_a_line_that_speaks_of_an_annex_opens_none(line: str) -> None:
    text = f"99/901. Harbours\n\nThe General Assembly,\n\n1. Decides so;\n\n2. Notes the text.\n\n{line}\n\n3. Ends.\n"
    assert not any(label.startswith("annex") for label in labels(text))


def test_sections_are_numbered_in_words_where_the_script_does_so() -> None:
    text = (
        "99/901 عنوان\n\nإن الجمعية العامة،\n\n{}\n\nقوانين\n\nإذ تشير إلى البحر،\n\n"
        "1 - تقرر ذلك؛\n\n{}\n\nتقارير\n\nإذ تلاحظ البحر،\n\n1 - تقرر ذلك.\n"
    )
    for first, second in (("أولا", "ثانيا"), ("أولاً", "ثانياً")):
        found = [label for label in labels(text.format(first, second)) if "/" in label]
        assert found == ["I/pp1", "I/op1", "II/pp1", "II/op1"]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("“The Security Council recalls its resolution 1325 (2000) of 31 October 2000.", "recalls"),
        ("« Le Conseil rappelle sa résolution 1325 (2000) et les femmes de la paix. »", "recalls"),
        ("«El Consejo recuerda su resolución 1325 (2000) y las mujeres en la paz.»", "recalls"),
        ("“1. Decides to act on resolution 1325 (2000) of the Council;", "decides"),
        ("- (a) Recalling resolution 1325 (2000) of the Council,", "recalls"),
        ("• Recalling resolution 1325 (2000) of the Council,", "recalls"),
        ("— Recalling resolution 1325 (2000) of the Council,", "recalls"),
    ],
)
def test_a_verb_stands_behind_a_quotation_mark_or_a_bullet(text: str, relation: str) -> None:
    [row] = find_citations(read_document(text.encode(), file="x.txt"))
    assert to_row(row)["relation"] == relation


@pytest.mark.parametrize(
    ("language", "formula", "organ"),
    [
        ("en", "The Conference of the Parties,", "Conference of the Parties"),
        ("en", "The Ninety-third World Health Assembly,", "World Health Assembly"),
        ("fr", "La Quatre-Vingt-Treizième Assemblée mondiale de la Santé,", "World Health Assembly"),
        ("es", "La Conferencia General,", "General Conference"),
        ("ru", "Конференция Сторон,", "Conference of the Parties"),
        ("ar", "إن مؤتمر الأطراف،", "Conference of the Parties"),
        ("zh", "第九十三届世界卫生大会，", "World Health Assembly"),
        ("en", "The World Health Organization,", None),
        ("en", "The Conference of the Parties met in the harbour,", None),
    ],
)
def test_other_bodies_enact_as_well(language: str, formula: str, organ: str | None) -> None:
    assert load_structures()[language].enacting(formula) == organ
