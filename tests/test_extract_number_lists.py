"""Lists of numbers in a sentence: parted by semicolons, by letters, by commas without a blank, in every language."""

import pytest

from extract.find import find_citations
from extract.model.citation import Citation
from extract.reading.readers import read_document

FRAMES = {
    "ar": (
        "الجمعية العامة",
        "99/931 - القناطر",
        "إن الجمعية العامة،",
        "{}",
        "1 - تحيط علما بالخطة؛",
        "2 - تقرر الاجتماع.",
    ),
    "en": (
        "General Assembly",
        "99/931. Bridges",
        "The General Assembly,",
        "{}",
        "1. Takes note of it;",
        "2. Decides so.",
    ),
    "es": ("Asamblea General", "99/931. Puentes", "La Asamblea General,", "{}", "1. Toma nota;", "2. Decide reunirse."),
    "fr": (
        "Assemblée générale",
        "99/931. Ponts",
        "L’Assemblée générale,",
        "{}",
        "1. Prend note;",
        "2. Décide de voir.",
    ),
    "ru": ("Генеральная Ассамблея", "99/931. Мосты", "Генеральная Ассамблея,", "{}", "1. просит;", "2. постановляет."),
    "zh": ("大会", "99/931. 桥梁", "大会，", "{}", "1. 注意到该计划；", "2. 决定开会。"),
}


def targets(sentence: str, language: str = "en") -> list[str | None]:
    document = read_document("\n\n".join(FRAMES[language]).format(sentence).encode(), file="list.txt")
    assert document.record.language == language
    return [each.target if isinstance(each, Citation) else None for each in find_citations(document)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Recalling its resolutions 60/91; 65/92 and 70/93,"),
        (
            "en",
            "Recalling its resolutions 60/91 of 16 September 2005 on bridges; 65/92 on roads; and 70/93,",
        ),
        ("en", "Recalling its resolutions 60/91;65/92;70/93,"),
        ("en", "Recalling its resolutions 60/91,65/92,70/93,"),
        ("en", "Recalling its resolutions 60/91 of 16 September 2005,65/92 of 2 March 2011 and 70/93,"),
        ("en", "Recalling its resolutions (a) 60/91 of 16 September 2005; (b) 65/92; and (c) 70/93,"),
        ("en", "Recalling its resolutions:\n(a) 60/91 of 16 September 2005;\n(b) 65/92 of 2 March 2011;\n(c) 70/93,"),
        ("en", "Recalling its resolution60/91of 16 September 2005 and its resolutions65/92 and 70/93,"),
        ("es", "Recordando sus resoluciones 60/91, de 16 de septiembre de 2005, sobre puentes; 65/92; y 70/93,"),
        ("es", "Recordando sus resoluciones 60/91,65/92 y 70/93,"),
        ("fr", "Rappelant ses résolutions 60/91 du 16 septembre 2005; 65/92; et 70/93,"),
        ("fr", "Rappelant ses résolutions a) 60/91; b) 65/92; c) 70/93,"),
        ("ru", "ссылаясь на свои резолюции 60/91; 65/92 и 70/93,"),
        ("ru", "ссылаясь на свои резолюции 60/91,65/92 и 70/93,"),
        ("ar", "إذ تشير إلى قراراتها 60/91؛ 65/92؛ و 70/93،"),
        ("ar", "إذ تشير إلى قراراتها 60/91،65/92 و 70/93،"),
        ("zh", "回顾其第60/91号；第65/92号；以及第70/93号决议，"),
        ("zh", "回顾其2005年9月16日第60/91号、2011年3月2日第65/92号；第70/93号决议，"),
    ],
)
def test_a_list_goes_on_after_semicolons_letters_and_commas(language: str, sentence: str) -> None:
    assert targets(sentence, language) == ["A/RES/60/91", "A/RES/65/92", "A/RES/70/93"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Recalling its resolution 60/91 on the roads of the province for 2021/22,",
        "Recalling its resolution 60/91 and the aim of a 50/50 share,",
        "Recalling its resolution 60/91, and noting that help was given 24/7 and that 3/4 of the roads were open,",
        "Recalling its resolution 60/91; the share was 3/4 in the north; and the roads were open 24/7,",
        "Recalling its resolution 60/91 on the budgets for 2019/20, 2020/21 and 2021/22,",
    ],
)
def test_years_and_shares_with_a_stroke_are_no_members_of_a_list(sentence: str) -> None:
    assert targets(sentence) == ["A/RES/60/91"]


def test_years_are_told_from_numbers_in_every_language() -> None:
    assert targets("Recordando su resolución 60/91 y el presupuesto para 2021/22,", "es") == ["A/RES/60/91"]
    assert targets("Rappelant sa résolution 60/91 et le budget de 2021/22,", "fr") == ["A/RES/60/91"]
    assert targets("ссылаясь на свою резолюцию 60/91 и на бюджет на 2021/22 год,", "ru") == ["A/RES/60/91"]


def test_a_semicolon_parts_the_bodies_of_two_lists() -> None:
    economic = "Economic and Social Council resolutions 2004/31; 2005/31"
    rights = "Human Rights Council decisions 15/117; 16/116"
    assert targets(f"Noting {economic}; and {rights},") == [
        "E/RES/2004/31",
        "E/RES/2005/31",
        "A/HRC/DEC/15/117",
        "A/HRC/DEC/16/116",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See A/CN.4/961 and Add.l.", ["A/CN.4/961", "A/CN.4/961/Add.1"]),
        ("See A/CN.4/918 and Add.l and 2.", ["A/CN.4/918", "A/CN.4/918/Add.1", "A/CN.4/918/Add.2"]),
        ("See CAT/C/SR.1450, 1453 and 1456.", ["CAT/C/SR.1450", "CAT/C/SR.1453", "CAT/C/SR.1456"]),
        ("See S/PV.7120 and 7121.", ["S/PV.7120", "S/PV.7121"]),
        ("See E/CN.4/SR.1453 and 2000 other papers.", ["E/CN.4/SR.1453"]),
        ("See A/75/923 and 124 others.", ["A/75/923"]),
        ("See CAT/C/SR.1450 and 1451 (2) of the list.", ["CAT/C/SR.1450"]),
        ("Following decision 5/2021 of the ministers, the road was built.", [None]),
    ],
)
def test_the_last_members_of_lists_of_symbols(text: str, expected: list[str | None]) -> None:
    lead = "The secretariat wrote the list of the papers that were before the committee in that year. "
    found = find_citations(read_document((lead + text).encode(), file="list.txt"))
    assert [each.target if isinstance(each, Citation) else None for each in found] == expected
