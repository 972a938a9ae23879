"""Lists and tables of numbers: the heading that names a body governs the numbers below it, and titles stand beside."""

from collections.abc import Sequence

import pytest
from table_sample import Part, akn, docx, html

from extract.find import find_citations
from extract.model.citation import Citation, Reference
from extract.reading.readers import read_document

LEAD = "The table below shows every mandate that the organs have given to the programme since it was set up."
Row = tuple[str, str | None, str | None]


def found(*parts: Part, lead: str = LEAD) -> Sequence[Reference]:
    return find_citations(read_document(docx(lead, *parts), file="list.docx"))


def rows(references: Sequence[Reference]) -> list[Row]:
    """Paragraph, target and title of every reference, sorted."""
    return sorted(
        (each.evidence.paragraph, each.target if isinstance(each, Citation) else None, each.title)
        for each in references
    )


MIXED = [
    ["General Assembly resolutions"],
    ["60/911", "Wells and springs"],
    ["57/912; 58/913", "Bridges"],
    ["Economic and Social Council resolutions"],
    ["2005/920", "Ferries"],
    ["Human Rights Council decisions"],
    ["15/917", "Footpaths"],
]
MIXED_ROWS = [
    ("table1/r2c1", "A/RES/60/911", "Wells and springs"),
    ("table1/r3c1", "A/RES/57/912", "Bridges"),
    ("table1/r3c1", "A/RES/58/913", "Bridges"),
    ("table1/r5c1", "E/RES/2005/920", "Ferries"),
    ("table1/r7c1", "A/HRC/DEC/15/917", "Footpaths"),
]


def test_a_heading_in_a_merged_row_governs_the_rows_below_it() -> None:
    assert rows(found(MIXED)) == MIXED_ROWS


@pytest.mark.parametrize(("make", "file"), [(html, "list.html"), (akn, "list.xml")])
def test_tables_are_read_alike_in_every_format(make: object, file: str) -> None:
    data = html(LEAD, MIXED) if make is html else akn(LEAD, MIXED)
    assert rows(find_citations(read_document(data, file=file))) == MIXED_ROWS


def test_the_columns_of_numbers_and_titles_come_in_any_order() -> None:
    table = [["Title", "Number"], ["Wells", "1325 (2000)"], ["Springs", "60/911"]]
    assert rows(found("General Assembly resolutions", table)) == [
        ("table1/r2c2", "S/RES/1325(2000)", "Wells"),
        ("table1/r3c2", "A/RES/60/911", "Springs"),
    ]


def test_the_name_of_a_body_heads_a_column() -> None:
    table = [["Subject", "General Assembly", "Human Rights Council"], ["Wells", "64/912", "15/9; 16/2"]]
    assert rows(found(table)) == [
        ("table1/r2c2", "A/RES/64/912", "Wells"),
        ("table1/r2c3", "A/HRC/RES/15/9", "Wells"),
        ("table1/r2c3", "A/HRC/RES/16/2", "Wells"),
    ]


def test_the_name_of_a_body_heads_a_row() -> None:
    table = [
        ["Body", "Resolutions", "Subject"],
        ["General Assembly", "60/911, 60/912", "Wells"],
        ["Commission on Narcotic Drugs", "51/9", "Poppies"],
    ]
    assert rows(found(table)) == [
        ("table1/r2c2", "A/RES/60/911", "Wells"),
        ("table1/r2c2", "A/RES/60/912", "Wells"),
        ("table1/r3c2", "E/CN.7/RES/51/9", "Poppies"),
    ]


def test_a_cell_that_spans_rows_governs_all_of_them() -> None:
    table = [
        ["Human Rights Council resolutions", "15/9", "Wells"],
        ["", "16/2", "Springs"],
        ["General Assembly", "60/911", "x"],
    ]
    assert [row[1] for row in rows(found(table))] == ["A/HRC/RES/15/9", "A/HRC/RES/16/2", "A/RES/60/911"]


def test_a_title_that_is_the_name_of_a_body_is_a_title() -> None:
    table = [
        ["60/951", "Human Rights Council"],
        ["60/980 A and B", "Peace"],
        ["47/91–47/93", "Rain"],
        ["79/958, sect. IX", "Snow"],
    ]
    assert rows(found("General Assembly resolutions", table)) == [
        ("table1/r1c1", "A/RES/60/951", "Human Rights Council"),
        ("table1/r2c1", "A/RES/60/980A", "Peace"),
        ("table1/r2c1", "A/RES/60/980B", "Peace"),
        ("table1/r3c1", "A/RES/47/91", "Rain"),
        ("table1/r3c1", "A/RES/47/92", "Rain"),
        ("table1/r3c1", "A/RES/47/93", "Rain"),
        ("table1/r4c1", "A/RES/79/958", "Snow"),
    ]


def test_under_resolutions_and_decisions_the_higher_numbers_are_decisions() -> None:
    table = [["2005/20", "Wells"], ["2005/220", "Election"]]
    heading = "Resolutions and decisions of the Economic and Social Council"
    assert [row[1] for row in rows(found(heading, table))] == ["E/RES/2005/20", "E/DEC/2005/220"]


def test_numbers_below_a_body_that_is_not_known_stay_unresolved() -> None:
    parts = (
        "General Assembly resolutions",
        [["60/911", "Wells"]],
        "Ferry Union resolutions",
        [["286 (XXV)", "Springs"]],
    )
    references = found(*parts)
    assert rows(references) == [("table1/r1c1", "A/RES/60/911", "Wells"), ("table2/r1c1", None, "Springs")]


@pytest.mark.parametrize(
    "parts",
    [
        ([["Posts", "2024/25", "3/4"], ["Shares", "50/50", "1/2"]],),
        ("General Assembly resolutions", "The rooms were let to others for most of that year.", [["a", "60/91"]]),
        ("Report on the resolutions of the General Assembly that year", [["Rooms", "60/91"]]),
    ],
)  # fmt: skip
def test_numbers_that_no_heading_governs_are_no_references(parts: tuple[Part, ...]) -> None:
    assert not found(*parts)


LANGUAGES = {
    "ar": ("تتضمن القائمة الواردة أدناه جميع الولايات التي أنيطت بالبرنامج من قبل الهيئات في الأمم المتحدة.",
           "قرارات الجمعية العامة", "قرارات المجلس الاقتصادي والاجتماعي",
           "مقررات مجلس حقوق الإنسان", "قرارات لجنة المخدرات"),
    "de": ("Die nachstehende Liste enthält alle Mandate, die dem Programm von den Organen erteilt wurden.",
           "Resolutionen der Generalversammlung", "Resolutionen des Wirtschafts- und Sozialrats",
           "Beschlüsse des Menschenrechtsrats", "Resolutionen der Suchtstoffkommission"),
    "es": ("En la lista siguiente se indican todos los mandatos encomendados al programa por los órganos.",
           "Resoluciones de la Asamblea General", "Resoluciones del Consejo Económico y Social",
           "Decisiones del Consejo de Derechos Humanos", "Resoluciones de la Comisión de Estupefacientes"),
    "fr": ("La liste ci-après comprend tous les mandats qui ont été confiés au programme par les organes délibérants.",
           "Résolutions de l’Assemblée générale", "Résolutions du Conseil économique et social",
           "Décisions du Conseil des droits de l’homme", "Résolutions de la Commission des stupéfiants"),
    "ru": ("В приведенном ниже перечне указаны все мандаты, которые были возложены на программу органами.",
           "Резолюции Генеральной Ассамблеи", "Резолюции Экономического и Социального Совета",
           "Решения Совета по правам человека", "Резолюции Комиссии по наркотическим средствам"),
    "zh": ("以下清单列有大会和其他机关交付给本方案的所有任务授权，在编制拟议方案预算时进行了审查。",
           "大会决议", "经济及社会理事会决议", "人权理事会决定", "麻醉药品委员会决议"),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_govern_in_every_language(language: str) -> None:
    lead, assembly, economic, rights, drugs = LANGUAGES[language]
    numbers = ("60/911; 61/912", "2005/920", "15/917", "51/9")
    targets = ["A/RES/60/911", "A/RES/61/912", "E/RES/2005/920", "A/HRC/DEC/15/917", "E/CN.7/RES/51/9"]
    tables = [
        part
        for pair in zip((assembly, economic, rights, drugs), numbers, strict=True)
        for part in (pair[0], [[pair[1], "Abc"]])
    ]
    assert [row[1] for row in rows(found(*tables, lead=lead))] == targets
    lines = [part for pair in zip((assembly, economic, rights, drugs), numbers, strict=True) for part in pair]
    references = found(*lines, lead=lead)
    assert [each.target for each in references if isinstance(each, Citation)] == targets
    assert {each.evidence.certainty for each in references} == {"inferred"}


def test_a_number_points_to_the_heading_that_says_whose_it_is() -> None:
    (reference,) = found("Economic and Social Council resolutions", [["2005/920", "Wells"]])
    assert (reference.evidence.certainty, reference.evidence.via) == ("inferred", "heading")


def test_a_number_that_says_itself_whose_it_is_is_explicit() -> None:
    (reference,) = found("Security Council resolutions", [["1325 (2000)", "Wells"]])
    assert (reference.evidence.certainty, reference.evidence.via) == ("explicit", None)


def test_items_of_a_list_are_of_the_body_that_its_heading_names() -> None:
    lines = (
        "Human Rights Council resolutions before 2024 ($133,400)",
        "(i) Wells ($69,200; resolutions 28/14 and 34/41);",
        "(ii) Springs ($40,100; resolution 42/23);",
        "(d) Bridges: the increase relates to resolution 61/92;",
    )
    targets = [each.target for each in found(*lines) if isinstance(each, Citation)]
    assert targets == ["A/HRC/RES/28/14", "A/HRC/RES/34/41", "A/HRC/RES/42/23", "A/RES/61/92"]


def test_a_sentence_with_a_colon_introduces_a_list() -> None:
    lines = ("The work follows these resolutions adopted by the Human Rights Council:", "28/14", "34/41; 35/2")
    targets = [each.target for each in found(*lines) if isinstance(each, Citation)]
    assert targets == ["A/HRC/RES/28/14", "A/HRC/RES/34/41", "A/HRC/RES/35/2"]


@pytest.mark.parametrize(
    "lines",
    [
        ("60/911", "Wells and springs", "57/912; 58/913", "Bridges"),
        ("Wells and springs", "60/911", "Bridges", "57/912; 58/913"),
        ("60/911 Wells and springs", "57/912; 58/913 Bridges"),
        ("60/911. Wells and springs", "57/912; 58/913: Bridges"),
        ("(a) 60/911 Wells and springs", "(b) 57/912; 58/913 Bridges"),
        ("Wells and springs (60/911)", "Bridges (57/912 and 58/913)"),
    ],
)
def test_lines_hold_numbers_and_titles_in_any_order(lines: tuple[str, ...]) -> None:
    assert [row[1:] for row in rows(found("General Assembly resolutions", *lines))] == [
        ("A/RES/57/912", "Bridges"),
        ("A/RES/58/913", "Bridges"),
        ("A/RES/60/911", "Wells and springs"),
    ]


@pytest.mark.parametrize(
    "title", ["Conflict prevention and resolution", "Resolution of disputes", "Human Rights Council decisions"]
)
def test_a_title_that_ends_in_resolution_is_no_heading(title: str) -> None:
    assert rows(found("General Assembly resolutions", [["60/911", title], ["61/912", "Wells"]])) == [
        ("table1/r1c1", "A/RES/60/911", title),
        ("table1/r2c1", "A/RES/61/912", "Wells"),
    ]
