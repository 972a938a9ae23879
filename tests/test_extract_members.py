"""Pinpoints with members and lists, each with the text that it is a part of, in six languages."""

import pytest
from document_sample import paragraphs

from extract.find import find_citations
from extract.model.citation import to_row


def pinpoints(text: str, language: str) -> list[tuple[str | None, str | None]]:
    """Target and pinpoint of every reference of a paragraph."""
    rows = map(to_row, find_citations(paragraphs(language=language, pp1=text)))
    return [(row["target"], row["pinpoint"]) for row in rows]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "en",
            "Guided by article 8 (3) of the Charter of the United Nations,",
            [("treaty:un-charter", "article 8 (3)")],
        ),
        (
            "en",
            "Recalling articles 1 (2), 55 and 56 of the Charter of the United Nations,",
            [("treaty:un-charter", "articles 1 (2), 55 and 56")],
        ),
        (
            "en",
            "Recalling paragraphs 4 (b) to (d), 6 (a) and (c), and 9 to 11 of its resolution 63/18,",
            [("A/RES/63/18", "paragraphs 4 (b) to (d), 6 (a) and (c), and 9 to 11")],
        ),
        (
            "en",
            "Recalling operative paragraph 2, and the fourth preambular paragraph, of resolution 63/18,",
            [("A/RES/63/18", "operative paragraph 2, and the fourth preambular paragraph")],
        ),
        (
            "en",
            "Recalling article 9 (3) of the Rome Statute and article 10 (2) of the Kyoto Protocol,",
            [("treaty:rome-statute", "article 9 (3)"), ("treaty:kyoto-protocol", "article 10 (2)")],
        ),
        (
            "en",
            "Recalling paragraphs 5 and/or 8 of resolution 1973 (2011),",
            [("S/RES/1973(2011)", "paragraphs 5 and/or 8")],
        ),
        (
            "en",
            "See A/72/11, para. 6, and A/HRC/33/8, paras. 2-5, and S/2017/90.",
            [("A/72/11", "para. 6"), ("A/HRC/33/8", "paras. 2-5"), ("S/2017/90", None)],
        ),
        ("en", "Recalling its resolution 63/18 and paragraph 7 thereof,", [("A/RES/63/18", "paragraph 7")]),
        (
            "en",
            "Taking note of paragraph 9 of the report of the Secretary-General on lighthouses (A/72/11),",
            [("A/72/11", "paragraph 9")],
        ),
        (
            "en",
            "Recalling paragraph 9 of resolution 63/18 on the report of the Secretary-General (A/72/11),",
            [("A/RES/63/18", "paragraph 9"), ("A/72/11", None)],
        ),
        (
            "en",
            "Recalling decision VII/3 in the annex to document UNEP/CBD/COP/7/21,",
            [("UNEP/CBD/COP/7/21", "decision VII/3 in the annex")],
        ),
        (
            "en",
            "Recalling paragraph 8 of the annex to its resolution 63/18,",
            [("A/RES/63/18", "paragraph 8 of the annex")],
        ),
        (
            "fr",
            "Rappelant les Articles 8 (par. 3) et 55 de la Charte des Nations Unies,",
            [("treaty:un-charter", "Articles 8 (par. 3) et 55")],
        ),
        (
            "fr",
            "Rappelant sa résolution 63/18 et le paragraphe 7 de celle-ci,",
            [("A/RES/63/18", "paragraphe 7")],
        ),
        (
            "es",
            "Recordando el Artículo 8 3) de la Carta de las Naciones Unidas,",
            [("treaty:un-charter", "Artículo 8 3)")],
        ),
        (
            "ru",
            "принимая к сведению пункт 9 доклада Генерального секретаря о маяках (A/72/11),",
            [("A/72/11", "пункт 9")],
        ),
        (
            "ar",
            "إذ تشير إلى الفقرات 4 (أ) إلى (ج) و 6 (ب) و (ج) و 9 إلى 11 من قرارها 63/18،",
            [("A/RES/63/18", "الفقرات 4 (أ) إلى (ج) و 6 (ب) و (ج) و 9 إلى 11")],
        ),
        ("ar", "إذ تشير إلى الفرع باء من المرفق الأول لقرارها 63/18،", [("A/RES/63/18", "الفرع باء من المرفق الأول")]),
        (
            "zh",
            "回顾其第63/18号决议第4(b)至(d)、6(a)和(c)及9至11段，",
            [("A/RES/63/18", "第4(b)至(d)、6(a)和(c)及9至11段")],
        ),
        ("zh", "回顾《联合国宪章》第一百零三条，", [("treaty:un-charter", "第一百零三条")]),
        ("zh", "回顾《联合国宪章》第八㈢条，", [("treaty:un-charter", "第八㈢条")]),
        ("zh", "回顾其第63/18号决议附件二至四，", [("A/RES/63/18", "附件二至四")]),
        ("zh", "回顾其第63/18号决议及其第7段，", [("A/RES/63/18", "第7段")]),
        ("zh", "回顾第1973(2011)号决议第5和/或8段，", [("S/RES/1973(2011)", "第5和/或8段")]),
    ],
)
def test_a_pinpoint_with_members_belongs_to_its_text(
    language: str, text: str, found: list[tuple[str | None, str | None]]
) -> None:
    assert pinpoints(text, language) == found
