"""How reports and concluding observations cite: what their notes identify, lists of comments, ranges of addenda."""

import pytest

from extract.find import find_citations
from extract.model.citation import Citation
from extract.reading.readers import read_document


def cited(text: str) -> list[tuple[str, str, str | None]]:
    """Paragraph, target and pinpoint of each citation of a plain text."""
    found = find_citations(read_document(text.encode(), file="report.txt"))
    return [(e.evidence.paragraph, e.target, e.evidence.pinpoint) for e in found if isinstance(e, Citation)]


NOTED = {
    "en": ("The Committee took note of the concluding observations of the other committee1.", "para. 12"),
    "fr": ("Le Comité a pris note des observations finales de l’autre comité1.", "par. 12"),
    "es": ("El Comité tomó nota de las observaciones finales del otro comité1.", "párr. 12"),
    "ru": ("Комитет принял к сведению заключительные замечания другого комитета1.", "пункт 12"),
    "zh": ("委员会注意到另一委员会的结论性意见1。", "第12段"),
    "ar": ("وأحاطت اللجنة علما بالملاحظات الختامية للجنة الأخرى(1).", "الفقرة 12"),
}


@pytest.mark.parametrize("language", NOTED)
def test_a_note_before_the_last_full_stop_identifies_concluding_observations(language: str) -> None:
    sentence, part = NOTED[language]
    sign = "(1)" if "(1)" in sentence else "1"
    comma = "，" if language == "zh" else ", "
    rows = cited(f"1. {sentence}\n\n{sign} E/C.12/XYZ/CO/4{comma}{part}.\n")
    assert rows == [("p1", "E/C.12/XYZ/CO/4", part), ("fn1", "E/C.12/XYZ/CO/4", part)]


def test_a_number_at_the_end_of_a_paragraph_is_no_mark() -> None:
    rows = cited("1. The committee recalls resolution 61/1.\n\n2. It met in room 1.\n\n1 See resolution 62/2.\n")
    assert [row[1] for row in rows] == ["A/RES/61/1", "A/RES/62/2"]


def test_ibid_with_a_part_of_its_own_stands_beside_a_further_text() -> None:
    rows = cited(
        "1. States follow them.1 Others do not.2 All agree.3\n\n1 A/HRC/27/49, para. 4.\n"
        "2 Ibid., para. 9, and A/HRC/30/19, para. 2.\n3 Ibid.\n"
    )
    assert [row for row in rows if row[0] != "p1"] == [
        ("fn1", "A/HRC/27/49", "para. 4"),
        ("fn2", "A/HRC/27/49", "para. 9"),
        ("fn2", "A/HRC/30/19", "para. 2"),
        ("fn3", "A/HRC/30/19", None),
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("See documents E/2044/9 and Add.1 to 3.", 3),
        ("Véanse los documentos E/2044/9 y Add.1 a 3.", 3),
        ("Voir les documents E/2044/9 et Add.1 à 3.", 3),
        ("见文件E/2044/9和Add.1至3。", 3),
        ("См. документы E/2044/9 и Add.1 по 3.", 3),
        ("See documents E/2044/9 and Add.1 to the same.", 1),
    ],
)
def test_a_range_of_addenda_is_each_of_them(text: str, last: int) -> None:
    targets = {target for _, target, _ in cited(text)}
    assert targets == {"E/2044/9", *(f"E/2044/9/Add.{number}" for number in range(1, last + 1))}


COMMENTS = [
    ("The Committee on the Rights of the Child, general comments Nos. 12 (2009) and 14 (2013).", [12, 14]),
    ("The Committee on the Rights of the Child, general comments Nos. 12, 13 and 14 on children.", [12, 13, 14]),
    ("Le Comité des droits de l’enfant, observations générales nos 12 (2009) et 14 (2013).", [12, 14]),
    ("El Comité de los Derechos del Niño, observaciones generales núms. 12 (2009) y 14 (2013).", [12, 14]),
    ("Комитет по правам ребенка, замечания общего порядка № 12 (2009) и 14 (2013).", [12, 14]),
    ("The Committee on the Rights of the Child, general comment No. 12, para. 8, and general comment No. 14.",
     [12, 14]),
    ("The Committee on the Rights of the Child, general comment No. 12 and 2 other texts.", [12]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "numbers"), COMMENTS)
def test_a_list_of_general_comments_has_its_noun_once(text: str, numbers: list[int]) -> None:
    assert [target for _, target, _ in cited(text)] == [f"CRC/C/GC/{number}" for number in numbers]


@pytest.mark.parametrize(
    "text",
    [
        "All of the States act under article 57 of Additional Protocol I in these cases",
        "Les États agissent en vertu de l’article 57 du Protocole additionnel I dans ces cas",
        "Los Estados actúan en virtud del artículo 57 del Protocolo Adicional I en estos casos",
        "Государства действуют в соответствии со статьей 57 Дополнительного протокола I в этих случаях",
    ],
)
def test_additional_protocol_one_is_that_to_the_geneva_conventions(text: str) -> None:
    rows = cited(f"1. {text}.")
    assert [target for _, target, _ in rows] == ["treaty:additional-protocol-i"]
    assert rows[0][2] is not None


def test_the_year_behind_a_chinese_general_comment_parts_it_from_no_pinpoint() -> None:
    rows = cited("1. 儿童权利委员会回顾第8号一般性意见(2006年)和第13号一般性意见(2011年)第4段。\n")
    assert rows == [("p1", "CRC/C/GC/8", None), ("p1", "CRC/C/GC/13", "第4段")]


AGENDA = """United Nations   A/99/100
General Assembly
Distr.: General
15 June 2044

Annotated preliminary list of items

12. Lanterns of the sea

This item was included in the agenda of the thirty-first session of the Assembly, in 1976 (resolution 31/9).

At its seventy-seventh session, it asked for a report (resolution 77/12, paras. 4 and 9; decision 77/503).

Summary records A/C.3/77/SR.12–14 and 39

Report of the Third Committee A/77/463
"""


def test_the_reports_that_an_agenda_lists_are_not_its_title_and_its_items_are_read() -> None:
    assert read_document(AGENDA.encode(), file="agenda.txt").record.title != "Report of the Third Committee A/77/463"
    assert {(target, part) for _, target, part in cited(AGENDA)} == {
        ("A/RES/31/9", None),
        ("A/RES/77/12", "paras. 4 and 9"),
        ("A/DEC/77/503", None),
        ("A/C.3/77/SR.12", None),
        ("A/C.3/77/SR.13", None),
        ("A/C.3/77/SR.14", None),
        ("A/C.3/77/SR.39", None),
        ("A/77/463", None),
    }


MANDATES = {
    "en": """Proposed programme budget for 2024

List of mandates

Subprogramme 1
Harbours

General Assembly resolutions

70/1   Transforming our world
75/203   International trade and development
S-21/2   Key actions

Economic and Social Council resolutions

1998/46 (annex III)   Further measures

Economic and Social Council decisions

2014/233   Report of the Board

Subprogramme 2
Wells

General Assembly resolutions

74/215   Wells of the north
""",
    "zh": """2024年拟议方案预算

任务清单

次级方案1
港口

大会决议

70/1 变革我们的世界
75/203 国际贸易与发展
S-21/2 主要行动

经济及社会理事会决议

1998/46 进一步措施

经济及社会理事会决定

2014/233 理事会的报告

次级方案2
水井

大会决议

74/215 北方的水井
""",
}


@pytest.mark.parametrize("language", MANDATES)
def test_a_list_of_mandates_has_each_number_and_its_title_in_one_line(language: str) -> None:
    assert [target for _, target, _ in cited(MANDATES[language])] == [
        "A/RES/70/1",
        "A/RES/75/203",
        "A/RES/S-21/2",
        "E/RES/1998/46",
        "E/DEC/2014/233",
        "A/RES/74/215",
    ]


VIEWS = """United Nations   CCPR/C/125/D/2844/2016
International Covenant on Civil and Political Rights
Distr.: General
28 June 2019

Human Rights Committee

Views adopted by the Committee under the Optional Protocol, concerning communication No. 2844/2016

The Committee recalls its general comment No. 31, paragraph 8.

The author invokes article 14 (3) (d) of the Covenant.1

1 See Roe v. Elbonia (CCPR/C/103/D/1620/2007), para. 9.6.
"""


def test_headings_that_end_in_no_stop_do_not_join_the_paragraphs_of_a_short_text() -> None:
    assert cited(VIEWS) == [
        ("p1", "CCPR/C/21/Rev.1/Add.13", "paragraph 8"),
        ("p2", "treaty:iccpr", "article 14 (3) (d)"),
        ("fn1", "CCPR/C/103/D/1620/2007", "para. 9.6"),
    ]


RECALLED = {
    "en": "The Advisory Committee recalls resolution 77/263.",
    "fr": "Le Comité consultatif rappelle la résolution 77/263.",
    "es": "La Comisión Consultiva recuerda la resolución 77/263.",
    "ru": "Консультативный комитет ссылается на резолюцию 77/263.",
    "zh": "咨询委员会回顾第77/263号决议。",
}


@pytest.mark.parametrize("language", RECALLED)
def test_what_a_committee_of_experts_recalls_is_recalled(language: str) -> None:
    (found,) = find_citations(read_document(f"1. {RECALLED[language]}\n".encode(), file="report.txt"))
    assert found.evidence.relation == "recalls"
