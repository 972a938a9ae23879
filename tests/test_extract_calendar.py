"""What bodies reached in each session, and when they met: numbers that no body has, and bodies told by a date."""

import datetime as dt

import pytest

from extract.catalogue.catalogue import load_catalogue
from extract.language.references import load_references
from extract.numbers.decide import Decision, decide
from extract.numbers.finder import NumberFinder
from extract.symbols.bodies import load_bodies
from extract.symbols.calendar import load_calendar
from extract.symbols.dating import can_bear
from extract.symbols.symbol import parse

ASSEMBLY, COUNCIL, RIGHTS = "general-assembly", "security-council", "human-rights-council"
ECONOMIC, COMMISSION = "economic-and-social-council", "commission-on-human-rights"


def _decided(text: str, *, language: str = "en", adopting: str | None = ASSEMBLY) -> list[Decision]:
    mentions = NumberFinder(load_references(language), adopting=adopting).find(text)
    return [decision for m in mentions if any((decision := decide(m, adopting=adopting))[:2])]


def _symbols(text: str, *, language: str = "en", adopting: str | None = ASSEMBLY) -> list[str | None]:
    return [decision.symbol for decision in _decided(text, language=language, adopting=adopting)]


def test_the_calendar_is_in_order() -> None:
    calendar = load_calendar()
    assert set(calendar) == {ASSEMBLY, RIGHTS, ECONOMIC, COMMISSION}
    for body, sessions in calendar.items():
        assert body in load_bodies()
        for session in sessions.values():
            assert session.first <= session.last
            assert session.opens is None or session.closes is None or session.opens <= session.closes
    council = calendar[RIGHTS]["46"]
    assert (council.last, council.closes) == (30, dt.date(2021, 3, 24))


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("resolution S-29/1 of 12 February 2021", "A/HRC/RES/S-29/1"),
        ("resolution S-27/2 of 10 May 2002", "A/RES/S-27/2"),
        ("resolution S-20/2 of 10 June 1998", "A/RES/S-20/2"),
        ("resolution S-20/1 of 20 January 2014", "A/HRC/RES/S-20/1"),
        ("resolution S-32/1 of 5 November 2021 of the Council and its work", "A/HRC/RES/S-32/1"),
        ("resolution ES-10/17 of 15 December 2006", "A/RES/ES-10/17"),
        ("Human Rights Council resolution ES-10/17", "A/RES/ES-10/17"),
        ("resolution 46/21 of 24 March 2021", "A/HRC/RES/46/21"),
        ("resolution 46/21 of 9 December 1991", "A/RES/46/21"),
    ],
)
def test_a_date_tells_whose_session_it_was(text: str, symbol: str) -> None:
    assert _symbols(text) == [symbol]


@pytest.mark.parametrize(
    ("language", "text", "symbol"),
    [
        ("en", "the Human Rights Council, and resolution 48/141", "A/RES/48/141"),
        ("fr", "le Conseil des droits de l'homme, et la résolution 48/141", "A/RES/48/141"),
        ("es", "el Consejo de Derechos Humanos, y la resolución 60/251", "A/RES/60/251"),
        ("ru", "Совет по правам человека и резолюция 60/251", "A/RES/60/251"),
        ("ar", "مجلس حقوق الإنسان، والقرار 48/141", "A/RES/48/141"),
        ("zh", "人权理事会的第60/251号决议", "A/RES/60/251"),
        (
            "en",
            "support to the Commission on Narcotic Drugs, as set forth in resolutions 70/299 and 78/225",
            "A/RES/70/299",
        ),
        ("en", "the Commission on the Status of Women, in line with resolution 64/289", "A/RES/64/289"),
    ],
)
def test_a_body_is_not_meant_by_a_number_it_cannot_have(language: str, text: str, symbol: str) -> None:
    assert _symbols(text, language=language, adopting=None)[0] == symbol


@pytest.mark.parametrize(
    "text",
    [
        "resolution 61/450",
        "General Assembly resolution 75/340",
        "resolution 574 (XXVII)",
        "resolution 1514 (XVI)",
        "decision 934 (XXXVIII) of 16 February 2025",
        "Noting the centre that the Economic Commission for Africa established in its resolution 58/3 of 20 May 2011",
    ],
)
def test_a_number_that_no_body_can_have_stays_unresolved_with_the_reason(text: str) -> None:
    (decision,) = _decided(text)
    assert decision.symbol is None
    assert decision.reason


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Human Rights Council resolution 45/93"),
        ("en", "resolution 45/93 of the Human Rights Council"),
        ("fr", "la résolution 45/93 du Conseil des droits de l'homme"),
        ("es", "la resolución 45/93 del Consejo de Derechos Humanos"),
        ("ru", "резолюция 45/93 Совета по правам человека"),
        ("ar", "قرار مجلس حقوق الإنسان 45/93"),
        ("zh", "人权理事会第45/93号决议"),
    ],
)
def test_a_number_that_the_body_beside_it_has_not_reached_is_of_no_other(language: str, text: str) -> None:
    (decision,) = _decided(text, language=language)
    assert decision.symbol is None
    assert decision.reason == "resolution 45/93: session 45 of the Human Rights Council has no such resolution"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Economic and Social Council resolution 75/93"),
        ("fr", "la résolution 75/93 du Conseil économique et social"),
        ("es", "la resolución 75/93 del Consejo Económico y Social"),
        ("ru", "резолюция 75/93 Экономического и Социального Совета"),
        ("ar", "قرار المجلس الاقتصادي والاجتماعي 75/93"),
        ("zh", "经济及社会理事会第75/93号决议"),
    ],
)
def test_a_body_that_counts_by_years_has_no_numbers_of_sessions(language: str, text: str) -> None:
    (decision,) = _decided(text, language=language)
    assert decision.symbol is None
    assert decision.reason == "resolution 75/93: the Economic and Social Council does not number so"


@pytest.mark.parametrize(
    "text",
    [
        "the establishment of the Human Rights Council in resolution 60/251",
        "Human Rights Council resolution 60/251 of 15 March 2006",
    ],
)
def test_a_body_that_is_only_described_or_a_date_of_another_body_decides_nothing(text: str) -> None:
    assert _symbols(text) == ["A/RES/60/251"]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("resolution 1998/72 of 22 April 1998", "E/CN.4/RES/1998/72"),
        ("resolution 1998/46 of 31 July 1998", "E/RES/1998/46"),
        ("resolution 2005/7 of 14 April 2005 and the Commission on Human Rights", "E/CN.4/RES/2005/7"),
        ("resolution 1990/7 of 19 February 1990 and the Commission on Human Rights", "E/CN.4/RES/1990/7"),
        ("Economic and Social Council resolution 2005/7 of 14 April 2005", "E/RES/2005/7"),
        ("resolution 2008/27 of 24 April 2008", "E/RES/2008/27"),
    ],
)
def test_the_commission_on_human_rights_is_told_by_its_months(text: str, symbol: str) -> None:
    assert _symbols(text) == [symbol]


def test_the_number_tells_resolutions_from_decisions() -> None:
    listed = "decisions 34/22 of 24 March 2017, S-27/1 of 5 December 2017 and 36/115 of 29 September 2017"
    assert _symbols(f"Human Rights Council {listed}") == ["A/HRC/RES/34/22", "A/HRC/RES/S-27/1", "A/HRC/DEC/36/115"]
    assert _symbols("resolutions 60/1 and 60/551") == ["A/RES/60/1", "A/DEC/60/551"]
    assert _symbols("resolutions 2005/20 and 2005/213 of the Economic and Social Council") == [
        "E/RES/2005/20",
        "E/DEC/2005/213",
    ]


@pytest.mark.parametrize(
    ("language", "text", "symbol"),
    [
        ("ar", "قرارها 149/62 المؤرخ 18 كانون الأول/ديسمبر 2007", "A/RES/62/149"),
        ("ar", "قرار مجلس حقوق الإنسان 33/37 المؤرخ 23 آذار/مارس 2018", "A/HRC/RES/37/33"),
        ("ar", "قرار الجمعية العامة 217/75", "A/RES/75/217"),
        ("en", "resolution 149/62 of 18 December 2007", "A/RES/62/149"),
        ("fr", "résolution 33/65 du 8 décembre 2010", "A/RES/65/33"),
        ("ru", "резолюция 149/62 от 18 декабря 2007 года", "A/RES/62/149"),
        ("zh", "2007年12月18日第149/62号决议", "A/RES/62/149"),
        ("ar", "قرارها 62/149 المؤرخ 18 كانون الأول/ديسمبر 2007", "A/RES/62/149"),
        ("en", "resolution 61/62 of 6 December 2007", "A/RES/61/62"),
        ("en", "resolution 149/62", None),
    ],
)
def test_a_number_that_stands_reversed_is_told_by_its_date(language: str, text: str, symbol: str | None) -> None:
    (decision,) = _decided(text, language=language)
    assert decision.symbol == symbol
    assert decision.is_reversed == (symbol is not None and symbol.split("/", 2)[-1] not in text.replace("HRC/RES/", ""))


def test_a_session_is_told_by_number_and_date() -> None:
    (decision,) = _decided("resolution 2145 (XXII) of 27 October 1966")
    assert (decision.symbol, decision.certainty) == ("A/RES/2145(XXI)", "inferred")
    assert decision.note == "session told by number and date: printed 2145 (XXII)"
    assert _symbols("resolution 186 (S-II)") == ["A/RES/186(S-2)"]


@pytest.mark.parametrize(
    ("symbol", "date", "expected"),
    [
        ("A/RES/S-19/1", "2012-06-01", False),  # the Human Rights Council's nineteenth special session
        ("A/RES/S-19/1", "1997-06-28", True),
        ("A/HRC/RES/S-19/1", "2012-06-01", True),
        ("A/RES/S-36/1", "2023-05-11", False),  # the Assembly has had no such session
        ("A/RES/62/37", "2007-12-05", True),
        ("A/RES/62/37", "1997-12-05", False),
        ("S/RES/1718(2006)", "2006-10-14", True),
        ("CBD/COP/DEC/10/2", "2010-10-29", True),  # of no session that is known
    ],
)
def test_a_text_bears_no_date_on_which_its_session_did_not_meet(symbol: str, date: str, expected: bool) -> None:  # noqa: FBT001  # a parameter of a test
    assert can_bear(parse(symbol), date) is expected


def test_no_text_of_the_catalogue_bears_a_date_that_only_others_print_and_that_cannot_be_its_own() -> None:
    catalogue = load_catalogue()
    special = [f"A/RES/S-{session}/1" for session in range(1, 37)]
    dated = {symbol: entry.date for symbol in special if (entry := catalogue.find(symbol)) and entry.date}
    assert all(can_bear(parse(symbol), date) for symbol, date in dated.items())
    assert "A/RES/S-19/1" not in dated
