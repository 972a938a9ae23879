"""Dates of numbers: in figures, of one session only, before several numbers; days of a period; Arabic signs."""

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
        (
            "en",
            "resolution 2758 (XXVI) of 25.10.1971 and resolution 777 (1992) of 19.9.1992",
            "A/RES/2758(XXVI) 1971-10-25; S/RES/777(1992) 1992-09-19",
        ),
        ("en", "resolution 61/74 dated 2006-12-06", "A/RES/61/74 2006-12-06"),
        ("en", "in section 3.12.2006.4 and resolution 61/74 of 31.02.2006", "A/RES/61/74"),
        (
            "fr",
            "la résolution 61/74 du 6.12.2006 et la résolution 61/75 du 06/12/2006",
            "A/RES/61/74 2006-12-06; A/RES/61/75 2006-12-06",
        ),
        (
            "es",
            "la resolución 61/74, de 6.12.2006, y la resolución 61/75, de 06/12/2006",
            "A/RES/61/74 2006-12-06; A/RES/61/75 2006-12-06",
        ),
        (
            "ru",
            "резолюция 61/74 от 06.12.2006 и резолюция 1701 (2006) от 11.08.2006 г.",
            "A/RES/61/74 2006-12-06; S/RES/1701(2006) 2006-08-11",
        ),
        ("de", "Resolution 61/74 vom 6.12.2006", "A/RES/61/74 2006-12-06"),
        (
            "ar",
            "القرار 61/74 المؤرخ 6/12/2006 والقرار 61/75 المؤرخ 6.12.2006",
            "A/RES/61/74 2006-12-06; A/RES/61/75 2006-12-06",
        ),
        ("ar", "القرار 61/74 المؤرخ 2006/12/6", "A/RES/61/74 2006-12-06"),
        (
            "zh",
            "2006年12月6日第61/74号、第61/75号和2006年12月20日第61/150号决议",
            "A/RES/61/74 2006-12-06; A/RES/61/75 2006-12-06; A/RES/61/150 2006-12-20",
        ),
        ("zh", "第61/74号和2006年12月20日第61/150号决议", "A/RES/61/74; A/RES/61/150 2006-12-20"),
        ("zh", "2006年12月6日第61/74号决议和第62/37号决议", "A/RES/61/74 2006-12-06; A/RES/62/37"),
        ("zh", "2006年12月6日第61/74号和第62/37号决议", "A/RES/61/74 2006-12-06; A/RES/62/37"),
        ("en", "resolutions 1514 (XV) and 1541 (XV) of 15 December 1960", "A/RES/1514(XV); A/RES/1541(XV) 1960-12-15"),
        (
            "fr",
            "les résolutions 1514 (XV) et 1541 (XV) du 15 décembre 1960",
            "A/RES/1514(XV); A/RES/1541(XV) 1960-12-15",
        ),
        ("en", "resolutions 41 (I) and 42 (I) of 14 December 1946", "A/RES/41(I) 1946-12-14; A/RES/42(I) 1946-12-14"),
        ("en", "resolutions 62/37 and 63/75 of 2 December 2008", "A/RES/62/37; A/RES/63/75 2008-12-02"),
        ("fr", "les résolutions 62/37 et 63/75 du 2 décembre 2008", "A/RES/62/37; A/RES/63/75 2008-12-02"),
        ("es", "las resoluciones 62/37 y 63/75, de 2 de diciembre de 2008", "A/RES/62/37; A/RES/63/75 2008-12-02"),
        ("ru", "резолюции 62/37 и 63/75 от 2 декабря 2008 года", "A/RES/62/37; A/RES/63/75 2008-12-02"),
        ("ar", "القراران 62/37 و 63/75 المؤرخان 2 كانون الأول/ديسمبر 2008", "A/RES/62/37; A/RES/63/75"),
        ("ru", "резолюция 194 (III) Генеральной Ассамблеи ООН от 11 декабря 1948 года", "A/RES/194(III) 1948-12-11"),
        (
            "en",
            "resolution 61/74 of the General Assembly of the United Nations of 6 December 2006",
            "A/RES/61/74 2006-12-06",
        ),
    ],
)
def test_a_date_belongs_to_its_number(language: str, text: str, expected: str) -> None:
    assert _found(language, text) == expected


def _cited(text: str) -> dict[str, str | None]:
    """The symbols that a text cites, with their dates."""
    rows = find_citations(read_document(text.encode(), file="text.txt"))
    return {row.target: row.evidence.date for row in rows if isinstance(row, Citation)}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Le rapport sur le budget pour la période du 1er juillet 2026 au 30 juin 2027 (A/80/596) et la "
            "lettre du 3 mai 2025 (S/2025/288) ont été examinés par le Comité."
        ),
        (
            "El informe sobre el presupuesto para el período comprendido entre el 1 de julio de 2026 y el 30 de "
            "junio de 2027 (A/80/596) y la carta de fecha 3 de mayo de 2025 (S/2025/288) fueron examinados."
        ),
        (
            "Доклад о бюджете на период с 1 июля 2026 года по 30 июня 2027 года (A/80/596) и письмо от 3 мая "
            "2025 года (S/2025/288) были рассмотрены Комитетом."
        ),
        (
            "نظرت اللجنة في التقرير عن ميزانية الفترة من 1 تموز/يوليه 2026 إلى 30 حزيران/يونيه 2027 (A/80/596) "
            "وفي الرسالة المؤرخة 3 أيار/مايو 2025 (S/2025/288) المقدمة إلى المجلس."
        ),
        "委员会审议了关于2026年7月1日至2027年6月30日期间预算的报告(A/80/596)和截至2025年12月31日的账目(A/80/5)以及2025年5月3日的信(S/2025/288)。",
        (
            "Der Ausschuss prüfte den Bericht über den Haushalt für den Zeitraum vom 1. Juli 2026 bis 30. Juni "
            "2027 (A/80/596) und das Schreiben vom 3. Mai 2025 (S/2025/288)."
        ),
    ],
)
def test_a_day_that_bounds_a_period_is_no_date_of_a_document(text: str) -> None:
    cited = _cited(text)
    assert (cited["A/80/596"], cited["S/2025/288"]) == (None, "2025-05-03")


def test_arabic_with_vowel_signs_joined_shapes_and_its_own_digits() -> None:
    text = (
        "إنَّ مجلسَ الأمنِ، إذ يُشيرُ إلى قرارِهِ ١٧٠١ (٢٠٠٦) المؤرَّخ ١١ آب/أغسطس ٢٠٠٦ وإلى ﻗﺮار اﻟﺠﻤﻌﻴﺔ اﻟﻌﺎﻣﺔ 61/74 "
        "المؤرّخ ٦ كانون اﻷوّل/ديسمبر ٢٠٠٦ في هذه المسألة، يقرّر ذلك."
    )
    assert _cited(text) == {"S/RES/1701(2006)": "2006-08-11", "A/RES/61/74": "2006-12-06"}
    quotes = [row.evidence.quote for row in find_citations(read_document(text.encode(), file="text.txt"))]
    assert quotes[0] == "قرارِهِ ١٧٠١ (٢٠٠٦)"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Recalls its resolution 61/974of 6 December 2006 and asks for a report of it", "2006-12-06"),
        ("Rappelle sa résolution 61/974du 6 décembre 2006 et demande un rapport à la Commission", "2006-12-06"),
        ("Recuerda su resolución 61/974de 6 de diciembre de 2006 y pide un informe de la Comisión", "2006-12-06"),
        ("ссылаясь на свою резолюцию 61/974от 6 декабря 2006 года и на доклад по этому вопросу", "2006-12-06"),
        ("إذ تشير إلى قرارها 61/974المؤرخ 6 كانون الأول/ديسمبر 2006 وإلى التقرير المقدم من الأمين العام", "2006-12-06"),
        ("Recalls its resolution 61/974offered on 6 December 2006 and asks for a report of it", None),
    ],
)
def test_a_space_that_is_missing_before_the_word_of_a_date_separates_nothing(text: str, date: str | None) -> None:
    found = find_citations(read_document(f"A/99/46\n\n1. {text}.\n".encode(), file="glued.txt"))
    assert [each.evidence.date for each in found if "61/974" in each.evidence.quote] == [date]
