"""Dates and years printed with titles: which is the title's own, what happened on it, and which namesake it tells."""

import pytest
from document_sample import paragraphs

from extract.find import find_citations
from extract.model.citation import to_row

Found = tuple[str | None, str | None, str | None]
CRC, GENEVA, REFUGEES = "treaty:crc", "treaty:geneva-conventions", "treaty:refugee-convention"


def dated(text: str, language: str = "en") -> list[Found]:
    """Target, date and what it is of, of every reference of a paragraph."""
    rows = map(to_row, find_citations(paragraphs(language=language, pp1=text)))
    return [(row["target"], row["date"], row.get("date_of")) for row in rows]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Stressing the 1951 Convention relating to the Status of Refugees,", (REFUGEES, "1951", "adoption")),
        ("fr", "Soulignant la Convention de 1951 relative au statut des réfugiés,", (REFUGEES, "1951", "adoption")),
        ("es", "Destacando la Convención de 1951 sobre el Estatuto de los Refugiados,", (REFUGEES, "1951", "adoption")),
        ("ru", "подчеркивая Конвенцию 1951 года о статусе беженцев,", (REFUGEES, "1951", "adoption")),
        ("zh", "着重指出1951年《关于难民地位的公约》，", (REFUGEES, "1951", "adoption")),
        ("ar", "وإذ تشدد على اتفاقية عام 1951 الخاصة بوضع اللاجئين،", (REFUGEES, "1951", "adoption")),
        ("en", "Stressing the Geneva Conventions of 12 August 1949,", (GENEVA, "1949-08-12", "adoption")),
        ("ru", "подчеркивая Женевские конвенции от 12 августа 1949 года,", (GENEVA, "1949-08-12", "adoption")),
        ("zh", "着重指出1989年11月20日通过的《儿童权利公约》，", (CRC, "1989-11-20", "adoption")),
        (
            "en",
            "Noting the Non-Proliferation Treaty, opened for signature at London, Moscow and Paris on 1 July 1968,",
            ("treaty:npt", "1968-07-01", "signature"),
        ),
        (
            "en",
            "Noting the entry into force of the Treaty on the Prohibition of Nuclear Weapons on 22 January 2021,",
            ("treaty:tpnw", "2021-01-22", "entry-into-force"),
        ),
        (
            "fr",
            "Notant que la Convention sur les armes à sous-munitions, entrée en vigueur le 1er août 2010, est ouverte,",
            ("treaty:ccm", "2010-08-01", "entry-into-force"),
        ),
        (
            "en",
            "Stressing the International Convention for the Safety of Life at Sea, 1974,",
            ("treaty:solas", "1974", "adoption"),
        ),
    ],
)
def test_the_date_printed_with_a_title_is_kept_as_far_as_it_is_printed(language: str, text: str, found: Found) -> None:
    assert dated(text, language) == [found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Welcoming the 2010 Treaty on the Non-Proliferation of Nuclear Weapons Review Conference,"),
        ("en", "Noting that States acceded to the Convention on the Rights of the Child on 3 May 2011,"),
        ("en", "Noting the Convention on the Rights of the Child in the light of the session held on 3 May 2011,"),
        ("es", "Observando que se adhirieron a la Convención sobre los Derechos del Niño el 3 de mayo de 2011,"),
        ("ar", "وإذ تلاحظ الانضمام إلى اتفاقية حقوق الطفل في 3 أيار/مايو 2011،"),
        ("zh", "注意到2014年5月6日签署的《儿童权利公约》补充议定书草案，"),
    ],
)
def test_the_date_of_another_event_is_not_that_of_a_title(language: str, text: str) -> None:
    assert {date for target, date, _ in dated(text, language) if target in {CRC, "treaty:npt"}} == {None}


def test_the_year_of_a_conference_that_reviews_a_treaty_is_not_the_treaty_s() -> None:
    named = "وإذ تشير إلى معاهدة عدم انتشار الأسلحة النووية وإلى اتفاقية الذخائر العنقودية المؤرخة 30 أيار/مايو 2008،"
    found = dated(f"{named} وإلى مؤتمر استعراض المعاهدة عام 2008،", "ar")
    assert [target for target, _, _ in found] == ["treaty:npt", "treaty:ccm"]


def test_a_year_that_is_only_part_of_a_name_dates_nothing() -> None:
    text = "Stressing the 2030 Agenda for Sustainable Development and the Sendai Framework for Disaster Risk Reduction"
    assert {date for _, date, _ in dated(f"{text} 2015–2030,")} == {None}


def test_a_contradiction_with_the_registry_is_kept_as_written_and_said() -> None:
    document = paragraphs(language="en", pp1="Stressing the Convention on the Rights of the Child of 20 November 1990,")
    (row,) = map(to_row, find_citations(document))
    assert (row["date"], row["note"]) == ("1990-11-20", "the registry dates it 1989-11-20")


@pytest.mark.parametrize(
    ("language", "text", "target"),
    [
        ("en", "Noting the Pretoria Agreement of 30 July 2002,", "treaty:pretoria-agreement-drc-rwanda"),
        ("en", "Noting the Pretoria Agreement signed on 6 April 2005,", "treaty:pretoria-agreement-cote-divoire"),
        ("en", "Noting the Pretoria Agreement,", "treaty:pretoria-agreement-cote-divoire"),
        ("en", "Noting the Pretoria Agreement of 3 March 2011,", None),
        ("ru", "отмечая Преторийское соглашение от 30 июля 2002 года,", "treaty:pretoria-agreement-drc-rwanda"),
        ("zh", "注意到2002年7月30日在比勒陀利亚签署的《比勒陀利亚协定》，", "treaty:pretoria-agreement-drc-rwanda"),
        (
            "en",
            "Noting the 2019 political declaration of the high-level meeting on universal health coverage,",
            "A/RES/74/2",
        ),
        (
            "en",
            "Noting the political declaration of the high-level meeting on universal health coverage,",
            "A/RES/78/4",
        ),
    ],
)
def test_namesakes_are_told_by_the_printed_date(language: str, text: str, target: str | None) -> None:
    assert [found for found, _, _ in dated(text, language)] == [target]


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("en", "Noting the report for the period from 1 July 2026 to 30 June 2027 (A/80/596),", [None]),
        ("en", "Noting the accounts for the year ended 31 December 2025 (A/80/5),", [None]),
        ("fr", "Notant les comptes de l'exercice clos le 31 décembre 2025 (A/80/5),", [None]),
        ("es", "Observando las cuentas del ejercicio terminado el 31 de diciembre de 2025 (A/80/5),", [None]),
        ("ru", "отмечая доклад за период с 1 июля 2026 года по 30 июня 2027 года (A/80/596),", [None]),
        ("zh", "注意到2026年7月1日至2027年6月30日期间的报告(A/80/596)，", [None]),
        ("en", "Noting the letter of 5 May 2006 from the Chair (S/2006/280),", ["2006-05-05"]),
    ],
)
def test_the_end_of_a_period_is_not_the_date_of_a_report(language: str, text: str, dates: list[str | None]) -> None:
    assert [date for _, date, _ in dated(text, language)] == dates


def test_a_date_right_behind_a_number_is_kept_as_written() -> None:
    assert dated("Recalling its resolution 61/4 of 16 September 2009,") == [("A/RES/61/4", "2009-09-16", "adoption")]
    assert dated("Extending until 1 February 2022 the mandate of resolution 2244 (2015),")[0][1] is None


@pytest.mark.parametrize(
    ("language", "phrase", "date"),
    [
        ("en", "the report covering the period from 1 January to 31 December 2019", None),
        ("en", "the decision adopted at the Conference held in Lima on 24 and 25 February 2003", None),
        ("en", "the guidelines endorsed in its resolution 33/71 E of 14 December 1978", None),
        ("en", "the report of 5 May 2006", "2006-05-05"),
        ("fr", "le rapport sur la session tenue du 12 au 30 septembre 2011", None),
        ("en", "the report of the panel on its session held from 12 to 30 September and on 21 October 2011", None),
        ("fr", "le rapport sur la session tenue du 12 au 30 septembre et le 21 octobre 2011", None),
        ("es", "el informe sobre la reunión celebrada en Lima los días 24 y 25 de febrero de 2003", None),
        ("ru", "доклад о сессии, состоявшейся 12–30 сентября и 21 октября 2011 года", None),
        ("ar", "التقرير عن الدورة التي عقدت من 12 إلى 30 أيلول/سبتمبر وفي 21 تشرين الأول/أكتوبر 2011", None),
        ("ru", "доклад за период с 1 января по 31 декабря 2019 года", None),
        ("es", "el informe de 5 de mayo de 2006", "2006-05-05"),
    ],
)
def test_a_marked_phrase_has_no_date_of_a_period_a_meeting_or_a_number(
    language: str, phrase: str, date: str | None
) -> None:
    document = paragraphs(language=language, pp1=f"Recalling {phrase}^1", fn1="INFCIRC/13.")
    found = [row["date"] for row in map(to_row, find_citations(document)) if row["target"] == "INFCIRC/13"]
    assert found == [date, None] or (found == [None] and date is None)
