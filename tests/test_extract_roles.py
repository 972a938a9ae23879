"""What a note is to the text at its mark: its identity, its support, its source, or further reading."""

from typing import Any

import pytest
from document_sample import paragraphs

from extract.find import find_citations
from extract.model.citation import to_row


def _rows(*, language: str = "en", **texts: str) -> list[dict[str, Any]]:
    return [to_row(reference) for reference in find_citations(paragraphs(language=language, **texts))]


def _roles(**texts: str) -> list[tuple[str, str | None, str | None]]:
    """Paragraph, target and role of every row."""
    return [(row["paragraph"], row["target"], row.get("role")) for row in _rows(**texts)]


_STATEMENTS = [
    ("en", "The harbours must shelter refugees^1 and their boats.", "See A/HRC/91/66, para. 18."),
    ("fr", "Les ports sont tenus d'abriter les réfugiés^1 et leurs bateaux.", "Voir A/HRC/91/66, par. 18."),
    ("es", "Los puertos deben acoger a los refugiados^1 y sus barcos.", "Véase A/HRC/91/66, párr. 18."),
    ("ru", "Порты обязаны принимать беженцев^1 и их лодки.", "См. A/HRC/91/66, пункт 18."),
    ("zh", "港口必须接纳难民^1及其船只。", "见A/HRC/91/66，第18段。"),
    ("ar", "يجب على الموانئ أن تستقبل اللاجئين^1 وقواربهم.", "انظر A/HRC/91/66، الفقرة 18."),
    ("de", "Die Häfen müssen Flüchtlinge^1 und ihre Boote aufnehmen.", "Siehe A/HRC/91/66, Ziff. 18."),
]


@pytest.mark.parametrize(("language", "statement", "note"), _STATEMENTS)
def test_a_note_supports_a_statement_and_renames_none_of_its_words(language: str, statement: str, note: str) -> None:
    rows = _roles(language=language, p1=statement, p2=statement.replace("^1", ""), fn1=note)
    assert rows == [("fn1", "A/HRC/91/66", "supports")]


@pytest.mark.parametrize(
    ("language", "text", "phrase"),
    [
        ("en", "The Working Group presented its report^1 in May.", "its report"),
        ("fr", "La Rapporteuse spéciale a présenté son rapport^1 en mai.", "son rapport"),
        ("es", "El Relator Especial presentó su informe^1 en mayo.", "su informe"),
        ("ru", "Специальный докладчик представил доклад о лодках^1 в мае.", "доклад о лодках"),
        ("zh", "特别报告员提交了关于船只的报告^1。", "特别报告员提交了关于船只的报告"),
        ("ar", "وقدمت المقررة الخاصة تقريرا عن القوارب^1 في أيار/مايو.", "تقريرا عن القوارب"),
        ("en", "The study “Boats at Night”^1 is of use.", "“Boats at Night”"),
        ("zh", "欢迎《船只宣言》^1。", "《船只宣言》"),
    ],
)
def test_a_note_identifies_a_text(language: str, text: str, phrase: str) -> None:
    body, note = _rows(language=language, p1=text, fn1="A/HRC/91/22.")
    assert (body["quote"], body["target"], body["via"], body.get("role")) == (phrase, "A/HRC/91/22", "fn1", None)
    assert (note["target"], note["role"]) == ("A/HRC/91/22", "identifies")


def test_a_quoted_word_is_no_title_and_does_not_recur() -> None:
    rows = _roles(
        p1="The statute speaks of “moorings”^1 at night.", p2="It speaks of “moorings” again.", fn1="A/91/542/Add.1."
    )
    assert rows == [("fn1", "A/91/542/Add.1", "quotes")]


@pytest.mark.parametrize(
    ("language", "note", "roles"),
    [
        ("en", "A/91/1, para. 4. See also A/91/2 and A/91/3.", ["supports", "see", "see"]),
        ("en", "See A/91/1; cf. A/91/2. See A/91/3.", ["supports", "see", "supports"]),
        ("fr", "Voir A/91/1. Voir également A/91/2 et A/91/3.", ["supports", "see", "see"]),
        ("es", "Véase también A/91/1.", ["see"]),
        ("ru", "См. A/91/1; см. также A/91/2.", ["supports", "see"]),
        ("zh", "见A/91/1；另见A/91/2。", ["supports", "see"]),
        ("ar", "انظر A/91/1؛ انظر أيضا A/91/2.", ["supports", "see"]),
        ("de", "Siehe A/91/1. Siehe auch A/91/2.", ["supports", "see"]),
    ],
)
def test_further_reading_is_told_by_its_introduction(language: str, note: str, roles: list[str]) -> None:
    rows = _rows(language=language, p1="Boats need moorings.^1" if language == "en" else "XX^1", fn1=note)
    assert [row["role"] for row in rows] == roles


def test_the_members_of_a_list_share_the_noun_of_the_first() -> None:
    rows = _roles(
        pp1="Recalling the reports of the Committee of 2090^1 and 2093,^2",
        fn1="A/65/201.",
        fn2="A/68/98.",
    )
    assert [row for row in rows if row[0] == "pp1"] == [("pp1", "A/65/201", None), ("pp1", "A/68/98", None)]


def test_a_statement_is_no_member_of_a_list_of_texts() -> None:
    rows = _roles(
        p1="It recalls the report of the Committee,^1 and boats need moorings.^2", fn1="A/91/1.", fn2="A/91/2."
    )
    assert rows == [("p1", "A/91/1", None), ("fn1", "A/91/1", "identifies"), ("fn2", "A/91/2", "supports")]


def test_where_the_noun_closes_a_list_its_dates_are_texts() -> None:
    rows = _roles(
        language="zh", p1="主席2091年3月2日^1和2092年5月5日的声明^2。", fn1="S/PRST/2091/1。", fn2="S/PRST/2092/2。"
    )
    assert [row[1] for row in rows if row[0] == "p1"] == ["S/PRST/2091/1", "S/PRST/2092/2"]


def test_a_note_that_repeats_the_phrase_says_what_it_is() -> None:
    body, note = _rows(
        pp1="Recalling what was agreed at the Tenth World Conference on Lighthouses,^1",
        fn1="See Tenth World Conference on Lighthouses, Final Document, vol. I (A/CONF.999/8).",
    )
    assert (body["target"], note["role"]) == ("A/CONF.999/8", "identifies")


def test_a_registration_identifies_any_phrase() -> None:
    body, note = _rows(pp1="Parties to Tlatelolco^1 meet.", fn1="United Nations, Treaty Series, vol. 634, No. 9068.")
    assert (body["target"], note["role"]) == ("treaty:treaty-of-tlatelolco", "identifies")
