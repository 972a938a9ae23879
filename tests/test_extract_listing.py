"""Lists of mandates in plain text: a number on a line, its title on the next, headings that name bodies above them."""

import pytest

from extract.find import find_citations
from extract.layout.lines import lines
from extract.layout.listing import Listing
from extract.model.citation import Citation
from extract.reading.readers import read_document

Item = tuple[str, str, tuple[str, ...]]
LISTS: dict[str, tuple[str, list[tuple[str, list[Item]]]]] = {
    "en": (
        "The list below names the mandates that were given to the programme.",
        [
            (
                "General Assembly resolutions",
                [
                    ("47/190", "Wells", ("A/RES/47/190",)),
                    ("57/30; 58/26", "Dry river beds", ("A/RES/57/30", "A/RES/58/26")),
                ],
            ),
            ("Commission on Narcotic Drugs resolutions", [("55/3", "Other crops", ("E/CN.7/RES/55/3",))]),
            ("Security Council resolutions", [("1325 (2000)", "Women", ("S/RES/1325(2000)",))]),
        ],
    ),
    "fr": (
        "La liste ci-après indique les mandats qui ont été confiés au programme.",
        [
            ("Résolutions de l’Assemblée générale", [("47/190", "Puits", ("A/RES/47/190",))]),
            ("Résolutions du Conseil économique et social", [("2005/14", "Bacs", ("E/RES/2005/14",))]),
            ("Décisions du Conseil des droits de l’homme", [("17/119", "Sentiers", ("A/HRC/DEC/17/119",))]),
        ],
    ),
    "es": (
        "En la lista siguiente figuran los mandatos que se han encomendado al programa.",
        [
            ("Resoluciones de la Asamblea General", [("47/190", "Pozos", ("A/RES/47/190",))]),
            ("Resoluciones del Consejo Económico y Social", [("2005/14", "Barcas", ("E/RES/2005/14",))]),
        ],
    ),
    "ru": (
        "В списке ниже указаны мандаты, которые были поручены исполнителям программы.",
        [
            ("Резолюции Генеральной Ассамблеи", [("47/190", "Колодцы", ("A/RES/47/190",))]),
            ("Решения Совета по правам человека", [("17/119", "Тропы", ("A/HRC/DEC/17/119",))]),
        ],
    ),
    "ar": (
        "تورد القائمة التالية الولايات التي أسندت إلى البرنامج.",
        [
            ("قرارات الجمعية العامة", [("47/190", "الآبار", ("A/RES/47/190",))]),
            ("قرارات المجلس الاقتصادي والاجتماعي", [("2005/14", "العبارات", ("E/RES/2005/14",))]),
        ],
    ),
    "zh": (
        "下表列出了交给本方案的所有任务。",
        [
            ("大会决议", [("47/190", "水井", ("A/RES/47/190",))]),
            ("经济及社会理事会决议", [("2005/14", "渡船", ("E/RES/2005/14",))]),
        ],
    ),
}


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("language", LISTS)
def test_a_list_of_short_lines_is_read_with_bodies_and_titles(language: str, gap: str) -> None:
    lead, parts = LISTS[language]
    made, expected = [lead], []
    for heading, items in parts:
        made.append(heading)
        for number, title, targets in items:
            made += [number, title]
            expected += [(target, title) for target in targets]
    found = find_citations(read_document(gap.join(made).encode(), file="list.txt"))
    assert [(each.target, each.title) for each in found if isinstance(each, Citation)] == expected


def listing(*texts: str) -> tuple[list[str], list[str]]:
    """The lines that count pages, and those that lists hold."""
    rows = list(lines("\n".join(texts)))
    found = Listing(rows)
    return [rows[at].text for at in sorted(found.page_numbers)], [rows[at].text for at in sorted(found.lines)]


PAGE = ["The lake is deep.", "It has no bridge.", "A ferry crosses it.", "The fare is low."]


def test_numbers_that_rise_to_the_same_last_page_count_pages() -> None:
    assert listing(*PAGE, "1/3", *PAGE, "2/3", *PAGE, "3/3") == (["1/3", "2/3", "3/3"], [])
    assert listing(*PAGE, *PAGE, "2/15", *PAGE) == (["2/15"], [])


def test_numbers_that_no_pages_precede_are_those_of_texts() -> None:
    assert listing("Resolutions", "47/190", "Wells", "66/288", "Springs") == (
        [],
        ["47/190", "Wells", "66/288", "Springs"],
    )
    assert listing("Resolutions", "61/74", "Wells", "62/74", "Springs")[0] == []


def test_a_number_that_a_line_break_cut_off_is_no_line_of_a_list() -> None:
    assert listing("as said in resolution", "47/190", "of that year and in", "66/288", "and others")[1] == []
    assert listing("as said in resolution", "47/190", *PAGE, *PAGE)[1] == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "The General Assembly,\n\nRecalling its resolutions:\n(a) 60/911 of 16 September 2005;\n"
            "(b) 65/912 of 22 September 2010,\n\n1. Takes note of the plan;\n\n2. Decides to dig.\n"
        ),
        (
            "L’Assemblée générale,\n\nRappelant ses résolutions :\na) 60/911 du 16 septembre 2005 ;\n"
            "b) 65/912 du 22 septembre 2010,\n\n1. Prend note du plan ;\n\n2. Décide de creuser.\n"
        ),
        (
            "La Asamblea General,\n\nRecordando sus resoluciones:\na) 60/911, de 16 de septiembre de 2005;\n"
            "b) 65/912, de 22 de septiembre de 2010,\n\n1. Toma nota del plan;\n\n2. Decide cavar.\n"
        ),
        (
            "Генеральная Ассамблея,\n\nссылаясь на свои резолюции:\na) 60/911 от 16 сентября 2005 года;\n"
            "b) 65/912 от 22 сентября 2010 года,\n\n1. принимает к сведению план;\n\n2. постановляет копать.\n"
        ),
        (
            "إن الجمعية العامة،\n\nإذ تشير إلى قراراتها:\n(أ) 60/911 المؤرخ 16 أيلول/سبتمبر 2005؛\n"
            "(ب) 65/912 المؤرخ 22 أيلول/سبتمبر 2010،\n\n1 - تحيط علما بالخطة؛\n\n2 - تقرر أن تحفر.\n"
        ),
        (
            "大会，\n\n回顾其下列决议：\n(a) 2005年9月16日第60/911号决议；\n(b) 2010年9月22日第65/912号决议，\n"
            "\n1. 注意到该计划；\n\n2. 决定挖井。\n"
        ),
    ],
    ids=["en", "fr", "es", "ru", "ar", "zh"],
)
def test_lettered_items_of_a_preamble_stay_in_their_paragraph(text: str) -> None:
    found = find_citations(read_document(f"99/901. Wells\n\n{text}".encode(), file="list.txt"))
    assert [
        (each.target, each.evidence.paragraph, each.evidence.date, each.evidence.relation)
        for each in found
        if isinstance(each, Citation)
    ] == [("A/RES/60/911", "pp1(a)", "2005-09-16", "recalls"), ("A/RES/65/912", "pp1(b)", "2010-09-22", "recalls")]
