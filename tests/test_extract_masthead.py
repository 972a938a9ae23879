"""Drafts, reports and letters: what their mastheads tell, in six languages."""

import pytest

from extract.language.structure import load_structures
from extract.layout.masthead import is_masthead
from extract.model.record import DocumentRecord
from extract.reading.readers import read_document
from extract.text.flow import plain


def read(text: str) -> DocumentRecord:
    return read_document(text.encode(), file="x.txt").record


DRAFTS = {
    "en": """A/C.1/99/L.15

United Nations

General Assembly

Distr.: Limited
12 October 2044
Original: English

Ninety-ninth session

First Committee
Agenda item 99 (cc)
General and complete disarmament: safety of small
harbours
Norway and Palau:* draft resolution

Follow-up to the 2043 high-
level meeting on small harbours
The General Assembly,
Recalling its resolution 98/901 of 3 December 2043,

1. Decides to consider the matter on 5 May 2045.
""",
    "fr": """A/C.1/99/L.15

Nations Unies

Assemblée générale

Distr. limitée
12 octobre 2044
Français
Original : anglais

Quatre-vingt-dix-neuvième session

Norvège et Palaos : projet de résolution

Suite donnée à la réunion sur les petits ports

L’Assemblée générale,

Rappelant sa résolution 98/901 du 3 décembre 2043 et les ports de la mer,

1. Décide de rester saisie de la question.
""",
    "es": """A/C.1/99/L.15

Naciones Unidas

Asamblea General

Distr. limitada
12 de octubre de 2044
Español
Original: inglés

Noruega y Palau: proyecto de resolución

Seguimiento de la reunión sobre los puertos pequeños

La Asamblea General,

Recordando su resolución 98/901, de 3 de diciembre de 2043,

1. Decide seguir ocupándose de la cuestión.
""",
    "ru": """A/C.1/99/L.15

Организация Объединенных Наций

Генеральная Ассамблея

Distr.: Limited
12 October 2044
Russian
Original: English

Норвегия и Палау: проект резолюции

Последующая деятельность в связи с совещанием о малых портах

Генеральная Ассамблея,

ссылаясь на свою резолюцию 98/901 от 3 декабря 2043 года,

1. постановляет продолжать заниматься этим вопросом.
""",
    "ar": """A/C.1/99/L.15

الأمم المتحدة

الجمعية العامة

Distr.: Limited
12 October 2044
Arabic
Original: English

النرويج وبالاو: مشروع قرار

متابعة الاجتماع المعني بالموانئ الصغيرة

إن الجمعية العامة،

إذ تشير إلى قرارها 98/901 المؤرخ 3 كانون الأول/ديسمبر 2043،

1 - تقرر أن تبقي المسألة قيد نظرها.
""",
    "zh": """A/C.1/99/L.15

联合国

大会

Distr.: Limited
12 October 2044
Chinese
Original: English

挪威和帕劳：决议草案

关于小型海港的高级别
会议的后续行动

大会，

回顾其2043年12月3日第98/901号决议，

1. 决定继续处理此案。
""",
}
TITLES = {
    "en": "Follow-up to the 2043 high-level meeting on small harbours",
    "fr": "Suite donnée à la réunion sur les petits ports",
    "es": "Seguimiento de la reunión sobre los puertos pequeños",
    "ru": "Последующая деятельность в связи с совещанием о малых портах",
    "ar": "متابعة الاجتماع المعني بالموانئ الصغيرة",
    "zh": "关于小型海港的高级别会议的后续行动",
}


@pytest.mark.parametrize("language", list(DRAFTS))
def test_a_draft_has_the_date_of_its_distribution_and_the_title_behind_its_sponsors(language: str) -> None:
    record = read(DRAFTS[language])
    assert (record.symbol, record.language, record.organ) == ("A/C.1/99/L.15", language, "General Assembly")
    assert record.title == TITLES[language]
    assert record.date == "2044-10-12"
    assert record.meeting is None
    assert record.warnings == ()


def test_an_amendment_has_no_formula_and_still_a_title() -> None:
    text = DRAFTS["en"].partition("Norway")[0] + (
        "Norway:* amendment to draft resolution A/99/L.18\n\nSafety of small harbours\n\n   Delete paragraph 9.\n"
    )
    assert read(text).title == "Safety of small harbours"


REPORTS = {
    "en": """United Nations    A/99/345-S/2044/898
General Assembly        Distr.: General
Security Council        12 October 2044

Ninety-ninth session
Agenda item 99
General and complete disarmament

Safety of small harbours and the sea
that lies before them

Report of the Secretary-General

1. The present report is submitted pursuant to resolution 98/901, which the Assembly adopted on 3 December 2043, in the
harbours of the world.
""",
    "fr": """A/99/345-S/2044/898

Nations Unies

Assemblée générale
Conseil de sécurité

Distr. générale
12 octobre 2044

Point 99 de l’ordre du jour
Désarmement général et complet

Sécurité des petits ports

Rapport du Secrétaire général

1. Le présent rapport est soumis en application de la résolution 98/901 du 3 décembre 2043, dans les ports.
""",
    "zh": """A/99/345-S/2044/898

联合国

大会
安全理事会

Distr.: General
12 October 2044
Chinese
Original: English

议程项目99
全面彻底裁军

小型海港的安全

秘书长的报告

1. 本报告是根据大会2043年12月3日第98/901号决议提交的，以供审议。
""",
}


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Safety of small harbours and the sea that lies before them"),
        ("fr", "Sécurité des petits ports"),
        ("zh", "小型海港的安全"),
    ],
)
def test_a_report_has_its_title_before_what_it_is_and_no_date_of_adoption(language: str, title: str) -> None:
    record = read(REPORTS[language])
    assert (record.symbol, record.language) == ("A/99/345-S/2044/898", language)
    assert (record.organ, record.title, record.date) == ("General Assembly", title, "2044-10-12")
    assert record.warnings == ()


LETTERS = {
    "en": "Letter dated 5 March 2044 from the Permanent Representative of Palau to the United Nations\n"
    "addressed to the President of the Security Council",
    "es": "Carta de fecha 5 de marzo de 2044 dirigida al Presidente del Consejo de Seguridad\n"
    "por la Representante Permanente de Palau ante las Naciones Unidas",
    "ru": "Письмо Постоянного представителя Палау при Организации Объединенных Наций\nот 5 марта 2044 года",
    "ar": "رسالة مؤرخة 5 آذار/مارس 2044 موجهة إلى رئيس مجلس الأمن\nمن الممثل الدائم لبالاو لدى الأمم المتحدة",
    "zh": "2044年3月5日帕劳常驻联合国代表给安全理事会主席的信",
}
BODIES = {
    "en": (
        "Security Council",
        "I have the honour to refer to resolution 9901 (2044) of the Council and to the harbours.",
    ),
    "es": ("Consejo de Seguridad", "Tengo el honor de referirme a la resolución 9901 (2044) y a los puertos del país."),
    "ru": ("Совет Безопасности", "Имею честь сослаться на резолюцию 9901 (2044) и обратить внимание на порты."),
    "ar": ("مجلس الأمن", "أتشرف بأن أشير إلى القرار 9901 (2044) وإلى الموانئ التي في البلد من على البحر."),
    "zh": ("安全理事会", "谨提及安理会第9901 (2044)号决议，并请注意其在港口的情况，以及对其的影响。"),
}


@pytest.mark.parametrize(
    ("language", "item"),
    [
        ("en", "Item 42 of the provisional agenda*"),
        ("en", "Item 42 of the preliminary list**"),
        ("es", "Tema 42 del programa provisional*"),
        ("fr", "Point 42 de l’ordre du jour provisoire*"),
        ("ru", "Пункт 42 предварительной повестки дня*"),
        ("zh", "临时议程* 项目42"),
        ("ar", "البند 42 من جدول الأعمال المؤقت*"),
    ],
)
def test_the_item_of_a_provisional_agenda_is_no_title(language: str, item: str) -> None:
    assert is_masthead(plain(item), load_structures()[language])


@pytest.mark.parametrize("language", list(LETTERS))
def test_a_letter_is_its_own_title_and_has_the_date_of_its_distribution(language: str) -> None:
    organ, body = BODIES[language]
    record = read(f"S/2044/123\n\n{organ}\n\nDistr.: General\n6 March 2044\n\n{LETTERS[language]}\n\n{body}\n")
    assert (record.symbol, record.language, record.organ) == ("S/2044/123", language, "Security Council")
    assert record.title is not None
    assert record.title.replace(" ", "") == LETTERS[language].replace("\n", "").replace(" ", "")
    assert record.date == "2044-03-06"


def test_a_document_without_a_date_says_so() -> None:
    record = read(
        "A/99/345\n\nGeneral Assembly\n\nSafety of harbours\n\nReport of the Secretary-General\n\nThe text of it.\n"
    )
    assert record.date is None
    assert record.warnings == ("no date found in the text",)


def test_a_resolution_keeps_the_date_of_its_adoption_under_a_masthead() -> None:
    text = """A/RES/99/901

General Assembly

Distr.: General
13 December 2044

Resolution adopted by the General Assembly on 7 December 2044

99/901. Safety of small harbours

The General Assembly,

Recalling its resolution 98/901 of 3 December 2043,

1. Decides so.
"""
    assert (read(text).symbol, read(text).date) == ("A/RES/99/901", "2044-12-07")
