"""What "ibid." means and how sure rows are that rest on it; groups that a note names in part; what is no number."""

from typing import Any

import pytest
from document_sample import paragraphs

from extract.find import find_citations
from extract.model.citation import to_row


def rows(language: str = "en", **texts: str) -> list[dict[str, Any]]:
    """The rows of a document."""
    return [to_row(reference) for reference in find_citations(paragraphs(language=language, **texts))]


@pytest.mark.parametrize(
    ("language", "note", "again"),
    [
        ("en", "A/62/11, annex (see also A/63/22, para. 5).", "Ibid., para. 7."),
        ("en", "See A/62/11; see also A/63/22.", "Ibid."),
        ("fr", "A/62/11 ; voir également A/63/22.", "Ibid."),
        ("es", "A/62/11; véase también A/63/22.", "Ibid."),
        ("ru", "A/62/11; см. также A/63/22.", "Там же."),
        ("zh", "A/62/11；另见A/63/22。", "同上。"),
    ],
)
def test_ibid_means_what_a_note_cites_and_not_what_it_names_for_further_reading(
    language: str, note: str, again: str
) -> None:
    found = rows(language, pp1="X^1 Y^2", fn1=note, fn2=again)
    assert [row["target"] for row in found if row["paragraph"] == "fn2"] == ["A/62/11"]


def test_ibid_means_the_last_text_of_a_note_otherwise() -> None:
    found = rows(pp1="The plan,^1 the report,^2", fn1="A/62/11 and A/63/22.", fn2="Ibid., para. 4.")
    assert [row["target"] for row in found if row["paragraph"] == "fn2"] == ["A/63/22"]


def test_what_rests_on_ibid_is_inferred() -> None:
    found = rows(pp1="Recalling the report of the Panel,^1 and the report of the Group,^2", fn1="A/62/11.", fn2="Ibid.")
    assert [(row["quote"], row["certainty"]) for row in found if row["paragraph"] == "pp1"] == [
        ("the report of the Panel", "named"),
        ("the report of the Group", "inferred"),
    ]


def test_protocols_that_the_note_does_not_name_are_not_added() -> None:
    text = "Recalling the Convention on the Rights of the Child^1 and the Optional Protocols thereto,^2"
    series = "United Nations, Treaty Series, vol. 1577, No. 27531."
    found = rows(pp1=text, fn1=series, fn2="Ibid., vols. 2171 and 2173, No. 27531.")
    assert {row["target"] for row in found if row["paragraph"] == "pp1"} == {
        "treaty:crc", "treaty:crc-opac", "treaty:crc-opsc"
    }  # fmt: skip
    found = rows(pp1=text, fn1=series, fn2="Ibid., vol. 2171, No. 27531.")
    assert {row["target"] for row in found if row["paragraph"] == "pp1"} == {"treaty:crc", "treaty:crc-opsc"}


@pytest.mark.parametrize(
    ("registration", "target"),
    [
        ("vol. 2160, No. 1240", "treaty:un-opcw-relationship-agreement"),
        ("vol. 2160, No. II-1240", "treaty:un-opcw-relationship-agreement"),
        ("vol. 84, No. 1240", "treaty:unts-1240"),
        ("vol. 84, No. I-1240", "treaty:unts-1240"),
        ("vol. 2001, No. II-1201", "treaty:unts-ii-1201"),
        ("vol. 729, No. 10485", "treaty:npt"),
    ],
)
def test_the_two_parts_of_the_treaty_series_have_numbers_of_their_own(registration: str, target: str) -> None:
    found = rows(pp1="Recalling the Agreement,^1", fn1=f"United Nations, Treaty Series, {registration}.")
    assert {row["target"] for row in found if row["paragraph"] == "fn1"} == {target}


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("en", "Recalling its resolution 70/11 on the budget for 2021/22 and a share of 50/50,", ["A/RES/70/11"]),
        ("fr", "Rappelant sa résolution 70/11 sur le budget de l'exercice 2021/22,", ["A/RES/70/11"]),
        ("es", "Recordando su resolución 70/11 sobre los dos tercios (2/3) de los miembros,", ["A/RES/70/11"]),
        ("ru", "ссылаясь на свою резолюцию 70/11 о бюджете на 2021/22 год и доле 50/50,", ["A/RES/70/11"]),
        ("ar", "إذ تشير إلى قرارها 70/11 بشأن ميزانية الفترة 2021/22،", ["A/RES/70/11"]),
        ("zh", "回顾其第70/11号决议以及2021/22年度预算，", ["A/RES/70/11"]),
        (
            "en",
            "Recalling Economic and Social Council resolutions 2020/5 and 2021/22,",
            ["E/RES/2020/5", "E/RES/2021/22"],
        ),
        ("en", "Recalling its resolutions 50/50, 51/51 and 52/48,", ["A/RES/50/50", "A/RES/51/51", "A/RES/52/48"]),
    ],
)
def test_years_shares_and_fractions_are_no_resolutions(language: str, text: str, targets: list[str]) -> None:
    assert [row["target"] for row in rows(language, pp1=text)] == targets


def test_the_country_in_a_bracket_of_its_own_does_not_hide_the_part_of_a_report() -> None:
    note = (
        "Informe de la Cumbre Mundial sobre el Desarrollo Sostenible, Johannesburgo (Sudáfrica), 26 de agosto a 4 de"
        " septiembre de 2002 (publicación de las Naciones Unidas, núm. de venta: S.03.II.A.1), cap. I, resolución 2,"
        " anexo."
    )
    found = rows("es", pp1="Reafirmando el Plan,^1", fn1=note)
    assert [row["pinpoint"] for row in found if row["paragraph"] == "fn1"] == ["cap. I, resolución 2, anexo"]
