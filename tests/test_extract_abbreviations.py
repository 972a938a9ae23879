"""Forms outside United Nations texts: abbreviated bodies and nouns, words for "number", numbers without a session."""

import pytest

from extract.find import find_citations
from extract.language.references import load_references
from extract.model.citation import Citation
from extract.numbers.decide import decide
from extract.numbers.finder import NumberFinder
from extract.reading.readers import read_document


def _found(language: str, text: str) -> str:
    """The symbols of a sentence, each with its date; the reason where there is no symbol."""
    mentions = NumberFinder(load_references(language), adopting=None).find(text)
    decided = [(decide(mention, adopting=None), mention.date) for mention in mentions]
    return "; ".join(f"{d.symbol or d.reason} {date or ''}".strip() for d, date in decided if d.symbol or d.reason)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The mandate in UNSCR 2231 (2015) and in SCR 1701", "S/RES/2231(2015); S/RES/1701(2006)"),
        ("en", "pursuant to UNSC Resolution 1325 and UNGA Resolution 2625", "S/RES/1325(2000); A/RES/2625(XXV)"),
        ("en", "SC Res. 242 and GA Res. 194 (III)", "S/RES/242(1967); A/RES/194(III)"),
        ("en", "UNGA Res 60/1 and GA Res 61/3", "A/RES/60/1; A/RES/61/3"),
        ("en", "UNSC Res 1540 (2004) and SC Res 1325", "S/RES/1540(2004); S/RES/1325(2000)"),
        ("fr", "UNGA Res 60/1 et UNSC Res. 1540 (2004)", "A/RES/60/1; S/RES/1540(2004)"),
        ("en", "S.C. Res. 338 (1973), G.A. Res. 3314 (XXIX)", "S/RES/338(1973); A/RES/3314(XXIX)"),
        ("en", "General Assembly resolution 194 of 1948 and resolution 181 of 1947", "A/RES/194(III); A/RES/181(II)"),
        ("en", "UN Security Council resolutions 242 of 1967 and 338 of 1973", "S/RES/242(1967); S/RES/338(1973)"),
        ("en", "resolution 1701 of 2006 and resolution 1559 of 2004", "S/RES/1701(2006); S/RES/1559(2004)"),
        ("en", "resolution 1701 of the UN Security Council of 11 August 2006", "S/RES/1701(2006) 2006-08-11"),
        ("en", "Law No. 61/74 and resolution No. 61/74", "A/RES/61/74"),
        ("en", "Security Council resolution No. 1540 (2004)", "S/RES/1540(2004)"),
        ("en", "U.N. Doc. A, at 71 (1948), p. 12 (1946) and vol. 3/45", ""),
        ("en", "resolution 345 of 2004 of the city council", ""),
        ("en", "res. 61/74, para. 3, and dec. 12/5", "A/RES/61/74"),
        ("fr", "la résolution 1701 du CSNU et la rés. 194 (III) de l'AGNU", "S/RES/1701(2006); A/RES/194(III)"),
        ("fr", "la résolution 1701 de 2006 du Conseil de sécurité de l'ONU", "S/RES/1701(2006)"),
        (
            "fr",
            "la résolution 169 (II) de l'Assemblée générale de l'ONU du 31 octobre 1947",
            "A/RES/169(II) 1947-10-31",
        ),
        (
            "fr",
            "la résolution AG 61/74 et la résolution n° 1325 (2000) du Conseil de sécurité",
            "A/RES/61/74; S/RES/1325(2000)",
        ),
        ("fr", "loi n° 61/74 du 3 mars 2006", ""),
        ("es", "la resolución 1701 del CSNU y la res. 194 (III) de la AGNU", "S/RES/1701(2006); A/RES/194(III)"),
        (
            "es",
            "la resolución 169 (II) de la Asamblea General de la ONU, de 31 de octubre de 1947",
            "A/RES/169(II) 1947-10-31",
        ),
        (
            "es",
            "la resolución núm. 2625 (XXV) y la resolución 1514 de 1960 de la Asamblea General",
            "A/RES/2625(XXV); A/RES/1514(XV)",
        ),
        ("ru", "резолюция СБ ООН 1701 и резолюция ГА ООН 61/74", "S/RES/1701(2006); A/RES/61/74"),
        ("ru", "резолюция 1701 СБ ООН и резолюция 194 Генассамблеи ООН", "S/RES/1701(2006); A/RES/194(III)"),
        ("ru", "резолюция Совбеза ООН № 1701", "S/RES/1701(2006)"),
        ("ru", "резолюции Совета Безопасности ООН № 2231 (2015) и № 1929 (2010)", "S/RES/2231(2015); S/RES/1929(2010)"),
        ("ru", "резолюция 242 Совета Безопасности ООН от 22 ноября 1967 года", "S/RES/242(1967) 1967-11-22"),
        ("ru", "резолюция 242 от 1967 года", "S/RES/242(1967)"),
        ("ru", "закон № 61/74", ""),
        (
            "de",
            "die Resolution 1701 des UN-Sicherheitsrats und Resolution 194 (III) der UN-Generalversammlung",
            "S/RES/1701(2006); A/RES/194(III)",
        ),
        ("de", "Res. 1325 (2000) des UNSC", "S/RES/1325(2000)"),
        ("de", "Resolution 242 aus dem Jahr 1967", "S/RES/242(1967)"),
        ("ar", "قرار مجلس الأمن الدولي رقم 1701", "S/RES/1701(2006)"),
        ("ar", "القرار رقم 1701 الصادر عن مجلس الأمن", "S/RES/1701(2006)"),
        (
            "ar",
            "قرار مجلس الأمن رقم 242 لعام 1967 وقرار الجمعية العامة رقم 194 لعام 1948",
            "S/RES/242(1967); A/RES/194(III)",
        ),
        ("ar", "قرار الجمعية العامة للأمم المتحدة رقم 194", "A/RES/194(III)"),
        ("ar", "قراري مجلس الأمن رقمي 242 و338", "S/RES/242(1967); S/RES/338(1973)"),
        ("ar", "القانون رقم 61/74", ""),
        ("ar", "قرار الجمعية العامة رقم 61/74 والقرار رقم 1540 (2004)", "A/RES/61/74; S/RES/1540(2004)"),
        ("zh", "联大第194号决议", "A/RES/194(III)"),
        ("zh", "安理会第242号和第338号决议", "S/RES/242(1967); S/RES/338(1973)"),
        ("zh", "联大1971年第2758号决议", "A/RES/2758(XXVI)"),
        ("zh", "安全理事会2015年第2231号决议", "S/RES/2231(2015)"),
        ("zh", "联合国大会第61/74号决议第3页", "A/RES/61/74"),
        ("zh", "第71页(1948)", ""),
    ],
)
def test_abbreviations_and_words_for_number(language: str, text: str, expected: str) -> None:
    assert _found(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "其2006年3月15日关于设立人权理事会的第60/251号决议", "A/RES/60/251 2006-03-15"),
        ("zh", "关于大会的第61/74号决议", "A/RES/61/74"),
        ("zh", "大会关于人权理事会的第62/219号决议", "A/RES/62/219"),
        ("zh", "人权理事会关于发展权的2018年3月23日第37/24号决议", "A/HRC/RES/37/24 2018-03-23"),
        ("zh", "安全理事会关于人权委员会的第1993/8号决议", "E/RES/1993/8"),
        ("zh", "大会第十届紧急特别会议通过的第ES-10/15号决议", "A/RES/ES-10/15"),
        ("zh", "大会第二十届特别会议1998年6月10日第S-20/3号决议", "A/RES/S-20/3 1998-06-10"),
        ("zh", "人权理事会通过的第37/24号决议", "A/HRC/RES/37/24"),
        ("zh", "关于人权理事会通过的第37/24号决议", "A/HRC/RES/37/24"),
        ("zh", "关于人权理事会第37/24号决议的报告", "A/HRC/RES/37/24"),
        ("zh", "人权理事会的第37/24号决议", "A/HRC/RES/37/24"),
        ("zh", "经济及社会理事会关于设立统计委员会的1946年6月21日第8(II)号决议", "E/RES/8(II) 1946-06-21"),
        ("en", "General Assembly resolution on the Human Rights Council, 60/251", "A/RES/60/251"),
        ("en", "resolution 60/251 establishing the Human Rights Council", "A/RES/60/251"),
        ("fr", "sa résolution portant création du Conseil des droits de l'homme 60/251", "A/RES/60/251"),
        ("es", "la resolución 60/251, por la que se creó el Consejo de Derechos Humanos", "A/RES/60/251"),
        ("ru", "резолюция 60/251 о Совете по правам человека", "A/RES/60/251"),
        ("ar", "القرار 60/251 بإنشاء مجلس حقوق الإنسان", "A/RES/60/251"),
        ("de", "Resolution 60/251 zur Schaffung des Menschenrechtsrats", "A/RES/60/251"),
    ],
)
def test_a_body_that_a_text_is_about_did_not_adopt_it(language: str, text: str, expected: str) -> None:
    assert _found(language, text) == expected


def test_traditional_chinese_is_read_as_simplified() -> None:
    text = (
        "大會，\n\n回顧其2006年12月6日第61/74號決議和經濟及社會理事會2005年7月22日第2005/20號決議，又重申《聯合國憲章》第二條，\n\n"
        "強調安全理事會第1325（2000）號決議的重要性，\n\n1. 歡迎秘書長的報告(A/79/100)。"
    )
    document = read_document(text.encode(), file="text.txt")
    assert document.record.language == "zh"
    rows = [row for row in find_citations(document) if isinstance(row, Citation)]
    found = [(row.evidence.quote, row.target, row.evidence.relation) for row in rows]
    assert found == [
        ("第61/74號決議", "A/RES/61/74", "recalls"),
        ("第2005/20號決議", "E/RES/2005/20", "recalls"),
        ("聯合國憲章", "treaty:un-charter", "reaffirms"),
        ("第1325（2000）號決議", "S/RES/1325(2000)", "stresses"),
        ("A/79/100", "A/79/100", "welcomes"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "la resolution 31/1 de l'Assemblee generale du 6 decembre 1976 et la decision 31/408",
            "A/RES/31/1 1976-12-06; A/DEC/31/408",
        ),
        ("fr", "la resolution 2005/20 du Conseil economique et social", "E/RES/2005/20"),
        ("fr", "la résolution 61/74 de l'Assemblée générale du 1er août 2007", "A/RES/61/74 2007-08-01"),
        (
            "es",
            "la resolucion 61/74 de la Asamblea General y la resolucion 2004/87 de la Comision de Derechos Humanos",
            "A/RES/61/74; E/CN.4/RES/2004/87",
        ),
        ("es", "el Consejo Economico y Social en su resolucion 2005/20", "E/RES/2005/20"),
        ("de", "Resolution 61/74 vom 6. Marz 2007 und Beschlusse 61/503", "A/RES/61/74 2007-03-06; A/DEC/61/503"),
        (
            "ar",
            "قرار مجلس الامن 1701 (2006) وقرار مجلس حقوق الانسان 16/18 وقرار الجمعية العامة للامم المتحدة 61/74",
            "S/RES/1701(2006); A/HRC/RES/16/18; A/RES/61/74",
        ),
        ("ar", "القرار 61/74 المؤرخ 6 ايلول/سبتمبر 2007", "A/RES/61/74 2007-09-06"),
        ("en", "the résolution 61/74", ""),
        ("fr", "les résolutions 61/1 à 61/3", "A/RES/61/1; A/RES/61/3"),
        ("fr", "la résolution 61/1 a 61 paragraphes", "A/RES/61/1"),
    ],
)
def test_marks_that_are_often_left_out_are_not_missed(language: str, text: str, expected: str) -> None:
    assert _found(language, text) == expected


def _rows(text: str) -> list[tuple[str, str, str | None]]:
    whole = f"General Assembly\n\n99/901. Matters of the sea\n\nThe General Assembly,\n\n{text}"
    document = read_document(whole.encode(), file="text.txt")
    rows = [row for row in find_citations(document) if isinstance(row, Citation)]
    return [(row.target, row.evidence.certainty, row.evidence.date) for row in rows]


def test_a_resolution_of_the_security_council_has_one_symbol() -> None:
    text = "Recalling S/RES/1701 (2006), S/RES/1701 and https://docs.un.org/en/S/RES/1701%20(2006),"
    assert {target for target, _, _ in _rows(text)} == {"S/RES/1701(2006)"}
    assert len(_rows(text)) == 3
    assert _rows("Recalling S/RES/2900,") == [("S/RES/2900", "explicit", None)]


def test_abbreviations_in_a_whole_document() -> None:
    assert [target for target, _, _ in _rows("Recalling UNSCR 1701, UNGA res. 377 A (V) and GA res. 61/74,")] == [
        "S/RES/1701(2006)",
        "A/RES/377A(V)",
        "A/RES/61/74",
    ]


def test_a_shared_date_stays_within_its_session() -> None:
    assert _rows("Recalling its resolutions 62/37 and 63/75 of 2 December 2008,") == [
        ("A/RES/62/37", "explicit", None),
        ("A/RES/63/75", "explicit", "2008-12-02"),
    ]


def test_letters_as_libraries_write_them() -> None:
    text = "Recalling A/RES/217(III)[A], A/RES/46/36 [L], E/RES/663(XXIV)[C] and A/RES/61/74 [3],"
    assert [target for target, _, _ in _rows(text)] == [
        "A/RES/217A(III)",
        "A/RES/46/36L",
        "E/RES/663C(XXIV)",
        "A/RES/61/74",
    ]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "L'Assemblee generale, reaffirmant la resolution 61/74 de l'Assemblee, poursuit ses travaux.",
            "reaffirms",
        ),
        ("La Asamblea General, reconociendo la resolucion 61/74 de la Asamblea, continua sus trabajos.", "recognizes"),
        ("L'Assemblée générale, réaffirmant la résolution 61/74 de l'Assemblée, poursuit ses travaux.", "reaffirms"),
    ],
)
def test_verbs_of_a_text_without_accents(text: str, relation: str) -> None:
    document = read_document(text.encode(), file="text.txt")
    (row,) = find_citations(document)
    assert (row.evidence.quote[-5:], row.evidence.relation) == ("61/74", relation)
