"""The number in a title makes the symbol of the document: resolutions, decisions, web copies, in several languages."""

import pytest

from extract.find import find_citations
from extract.language.structure import load_structures
from extract.layout.own_number import bare_title, own_symbol
from extract.model.citation import Citation
from extract.model.record import DocumentRecord
from extract.reading.readers import read_document

ASSEMBLY, COUNCIL, ECOSOC, RIGHTS = (
    "General Assembly",
    "Security Council",
    "Economic and Social Council",
    "Human Rights Council",
)


@pytest.mark.parametrize(
    ("language", "title", "organ", "symbol"),
    [
        ("en", "99/901. Safety of harbours", ASSEMBLY, "A/RES/99/901"),
        ("en", "Resolution 99/901", ASSEMBLY, "A/RES/99/901"),
        ("en", "RESOLUTION 99/901. Safety of harbours", ASSEMBLY, "A/RES/99/901"),
        ("en", "General Assembly resolution 99/901", ASSEMBLY, "A/RES/99/901"),
        ("en", "Decision 99/953 A and B", ASSEMBLY, "A/DEC/99/953A-B"),
        ("en", "99/97 A–C. Harbours", ASSEMBLY, "A/RES/99/97A-C"),
        ("en", "217 A (III). Harbours", ASSEMBLY, "A/RES/217A(III)"),
        ("en", "9 (1946). Resolution of 15 May 1946", COUNCIL, "S/RES/9(1946)"),
        ("fr", "Résolution 9901 (2044)", COUNCIL, "S/RES/9901(2044)"),
        ("fr", "Décision 98/117", RIGHTS, "A/HRC/DEC/98/117"),
        ("es", "Resolución 2044/7", ECOSOC, "E/RES/2044/7"),
        ("ru", "Резолюция 9901 (2044)", COUNCIL, "S/RES/9901(2044)"),
        ("ar", "القرار 99/901", ASSEMBLY, "A/RES/99/901"),
        ("zh", "第99/901号决议", ASSEMBLY, "A/RES/99/901"),
        ("en", "Follow-up to resolution 99/901", ASSEMBLY, None),
        ("en", "Report on 99/901", ASSEMBLY, None),
        ("zh", "第99/901号决议的执行情况", ASSEMBLY, None),
        ("en", "Harbours", ASSEMBLY, None),
    ],
)
def test_the_symbol_that_a_title_makes(language: str, title: str, organ: str, symbol: str | None) -> None:
    assert own_symbol(title, organ, load_structures()[language], parts=1, decides=False) == symbol


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("99/901. Safety of harbours", "Safety of harbours"),
        ("Resolution 99/901: Safety of harbours", "Safety of harbours"),
        ("Resolution 9901 (2044)", "Resolution 9901 (2044)"),
        ("183 (1963). Resolution of 11 December 1963", "183 (1963). Resolution of 11 December 1963"),
    ],
)
def test_a_title_without_its_number(title: str, bare: str) -> None:
    assert bare_title(title, load_structures()["en"]) == bare


DECISIONS = {
    "en": "General Assembly\n\n99/953. Harbours\n\nAt its 61st plenary meeting, on 15 March 2044, the General Assembly "
    "took note of the report on harbours and decided to return to it.\n",
    "fr": "Assemblée générale\n\n99/953. Ports\n\nÀ sa 61e séance plénière, le 15 mars 2044, l’Assemblée générale a "
    "pris note du rapport sur les ports et décidé d’y revenir.\n",
    "es": "Asamblea General\n\n99/953. Puertos\n\nEn su 61ª sesión plenaria, celebrada el 15 de marzo de 2044, la "
    "Asamblea General tomó nota del informe sobre los puertos y decidió volver a él.\n",
    "ru": "Генеральная Ассамблея\n\n99/953. Гавани\n\nНа своем 61-м пленарном заседании 15 марта 2044 года Генеральная "
    "Ассамблея приняла к сведению доклад о гаванях и постановила вернуться к нему.\n",
    "ar": "الجمعية العامة\n\n99/953 الموانئ\n\nفي الجلسة العامة 61، المعقودة في 15 آذار/مارس 2044، أحاطت الجمعية "
    "العامة علما بالتقرير عن الموانئ وقررت أن تعود إليه.\n",
    "zh": "大会\n\n99/953. 港口\n\n在2044年3月15日第61次全体会议上，大会注意到关于港口的报告，并决定再审议。\n",
}


@pytest.mark.parametrize("language", DECISIONS)
def test_what_recounts_a_meeting_is_a_decision_with_its_date(language: str) -> None:
    document = read_document(DECISIONS[language].encode(), file="x.txt")
    record = document.record
    assert (record.symbol, record.organ, record.date) == ("A/DEC/99/953", ASSEMBLY, "2044-03-15")
    assert document.blocks[-1].label == "op1"


def read(text: str) -> DocumentRecord:
    return read_document(text.encode(), file="x.txt").record


def test_a_web_copy_has_the_symbol_of_its_heading_and_the_date_below_it() -> None:
    record = read(
        "Resolution 99/901\n(December 14, 2044)\nThe General Assembly,\nRecalling it,\n1. Notes the report;\n"
    )
    assert (record.symbol, record.organ, record.date) == ("A/RES/99/901", ASSEMBLY, "2044-12-14")


def test_a_formula_may_open_the_first_paragraph() -> None:
    record = read("99/943. 关于港口的安排\n大会, 铭记港口的危险, 并回顾其2044年12月3日的宣言,\n")
    assert (record.symbol, record.organ) == ("A/RES/99/943", ASSEMBLY)


def test_a_draft_that_a_resolution_recommends_to_another_body_is_no_part_of_it() -> None:
    record = read(
        "2044/951. Harbours\n\nThe Economic and Social Council,\n\nRecommends to the General Assembly:\n\n"
        "The General Assembly,\n\nStressing the sea,\n\n1. Decides so.\n"
    )
    assert record.symbol == "E/RES/2044/951"


def test_its_own_resolution_is_that_of_the_body_that_speaks() -> None:
    text = (
        "2044/951. Harbours\n\nThe Economic and Social Council,\n\nRecalling its resolution 1503 (XLVIII),\n\n"
        "Recommends to the General Assembly:\n\nThe General Assembly,\n\nRecalling its own resolution 415 (V),\n\n"
        "1. Decides so.\n"
    )
    rows = find_citations(read_document(text.encode(), file="x.txt"))
    assert [row.target for row in rows if isinstance(row, Citation)] == ["E/RES/1503(XLVIII)", "A/RES/415(V)"]


def test_a_printed_symbol_of_what_was_issued_stands_above_a_resolution_in_its_annex() -> None:
    record = read(
        "United Nations\nS/2044/123\nSecurity Council\nDistr.: General\n6 March 2044\n\nLetter dated 5 March 2044 from "
        "the Chair\n\nI have the honour to send the text below.\n\nAnnex\n\n99/901. Harbours\n\nThe General "
        "Assembly,\n\n"
        "1. Decides so.\n"
    )
    assert record.symbol == "S/2044/123"


@pytest.mark.parametrize(
    ("language", "sentence", "target"),
    [
        ("en", "Reaffirming, as stated in its resolution 2022/3 of 8 June 2022, the Commission as the focal point,", 3),
        ("en", "Recalling that, in its resolution 2022/3 of 8 June 2022, the Statistical Commission is named,", 3),
    ],
)
def test_a_body_named_after_a_number_takes_it_only_where_it_numbers_so(
    language: str, sentence: str, target: int
) -> None:
    text = f"2044/951. Harbours\n\nThe Economic and Social Council,\n\n{sentence}\n\n1. Decides so.\n"
    document = read_document(text.encode(), file="x.txt")
    assert document.record.language == language
    [row] = find_citations(document)
    assert isinstance(row, Citation)
    assert row.target == f"E/RES/2022/{target}"


def test_a_conference_of_an_earlier_clause_takes_no_number() -> None:
    clause = "回顾裁军谈判会议1992年届会的报告，又回顾载于1980年12月3日第35/46号决议的宣言，"
    text = f"99/943. 港口\n\n大会，\n\n{clause}\n\n1. 决定如此。\n"
    rows = find_citations(read_document(text.encode(), file="x.txt"))
    assert [row.target for row in rows if isinstance(row, Citation)] == ["A/RES/35/46"]
