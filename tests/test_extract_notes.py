"""Notes: registrations, ibid. chains, and what a note says of the phrase that carries its mark."""

from typing import Any

import pytest
from document_sample import paragraphs

from extract.find import find_citations
from extract.model.citation import to_row


def _rows(*, language: str = "en", **texts: str) -> list[dict[str, Any]]:
    return [to_row(reference) for reference in find_citations(paragraphs(language=language, **texts))]


def _notes(**texts: str) -> list[tuple[str, str | None, str]]:
    """Paragraph, target and certainty of what the notes cite."""
    found = _rows(**texts)
    return [(row["paragraph"], row["target"], row["certainty"]) for row in found if row["paragraph"].startswith("fn")]


def test_a_registration_names_its_treaty() -> None:
    (row,) = _rows(fn1="United Nations, Treaty Series, vol. 729, No. 10485.")
    assert (row["target"], row["unts"], row["certainty"], row["kind"]) == ("treaty:npt", 10485, "explicit", "treaty")
    assert row["quote"] == "United Nations, Treaty Series, vol. 729, No. 10485"


def test_a_registration_that_the_registry_does_not_know_is_its_own_name() -> None:
    body, note = _rows(
        pp1="Noting the Protocol on the Wells,^1", fn1="United Nations, Treaty Series, vol. 9999, No. 99999."
    )
    assert (note["target"], note["unts"]) == ("treaty:unts-99999", 99999)
    assert (body["target"], body["via"]) == ("treaty:unts-99999", "fn1")


def test_a_registration_of_the_league_of_nations_is_no_number_of_the_united_nations() -> None:
    (row,) = _rows(fn1="League of Nations, Treaty Series, vol. VIII, No. 222.")
    assert row["target"] is row["unts"] is None
    assert "League of Nations" in row["reason"]


def test_ibid_with_a_number_names_the_series_only() -> None:
    assert _notes(
        fn1="United Nations, Treaty Series, vol. 729, No. 10485.", fn2="Ibid., vol. 1577, No. 27531."
    ) == [("fn1", "treaty:npt", "explicit"), ("fn2", "treaty:crc", "inferred")]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "see", "ibid"),
    [
        ("en", "See A/63/332.", "Ibid."), ("zh", "见A/63/332。", "同上。"), ("ru", "См. A/63/332.", "Там же."),
        ("fr", "Voir A/63/332.", "Ibid."),
    ],
)  # fmt: skip
def test_ibid_means_the_note_before(language: str, see: str, ibid: str) -> None:
    first, second = _rows(language=language, fn1=see, fn2=ibid)
    assert (first["target"], second["target"]) == ("A/63/332", "A/63/332")
    assert (second["certainty"], second["via"]) == ("inferred", "fn1")


def test_a_chain_of_ibid_leads_to_its_first_member() -> None:
    found = _rows(fn1="See A/63/332, para. 2.", **{f"fn{number}": f"Ibid., para. {number}." for number in range(2, 9)})
    assert [row["target"] for row in found] == ["A/63/332"] * 8
    assert [row["pinpoint"] for row in found] == ["para. 2", *(f"para. {number}" for number in range(2, 9))]


def test_ibid_within_a_note_means_what_stands_before_it() -> None:
    found = _notes(fn1="See A/61/1.", fn2="See A/63/332; ibid., annex II.")
    assert found == [("fn1", "A/61/1", "explicit"), ("fn2", "A/63/332", "explicit"), ("fn2", "A/63/332", "inferred")]


def test_ibid_without_a_reference_before_it_stays_open() -> None:
    (row,) = _rows(fn1="Ibid., para. 4.")
    assert row["target"] is None
    assert row["reason"] == "ibid. without a reference before it"


def test_a_note_that_cites_nothing_breaks_the_chain() -> None:
    assert _notes(fn1="See A/63/332.", fn2="The vote was close.", fn3="Ibid.")[-1] == ("fn3", None, "inferred")


def test_a_note_has_the_relation_of_the_sentence_that_carries_its_mark() -> None:
    found = _rows(
        pp1="Welcoming the work done^1 on wells,", pp2="Deploring delay,^2", fn1="See A/63/332.", fn2="See A/64/1."
    )
    relations = {row["paragraph"]: row["relation"] for row in found}
    assert relations["fn1"] == "welcomes"
    assert relations["fn2"] == "condemns"


def test_a_note_to_a_report_is_not_governed_by_what_the_report_was_made_for() -> None:
    document = paragraphs(
        language="ar",
        pp1="وإذ تحيط علما بتقرير الأمين العام المقدم عملا بالقرار 61/74^1،",
        fn1="A/62/999.",
    )
    said = {row.evidence.paragraph: (row.evidence.relation, row.evidence.basis) for row in find_citations(document)}
    assert said == {"pp1": ("takes-note", "pursuant"), "fn1": ("takes-note", "object")}


def test_a_title_and_its_registration_are_two_rows() -> None:
    found = _rows(
        pp1="Recalling the Convention on the Rights of the Child,^1",
        fn1="United Nations, Treaty Series, vol. 1577, No. 27531.",
    )
    assert [(row["paragraph"], row["target"], row["certainty"], row["via"]) for row in found] == [
        ("pp1", "treaty:crc", "named", "fn1"),
        ("fn1", "treaty:crc", "explicit", None),
    ]


def test_a_report_cited_by_its_sales_number_is_its_symbol_and_what_ibid_means() -> None:
    first, second = _rows(
        language="es",
        fn1="Informe de la Conferencia Mundial sobre la Alimentación, Roma (publicación de las Naciones Unidas, "
        "núm. de venta S.75.II.A.3), resolución 1, anexo I.",
        fn2="Ibid., anexo II.",
    )
    assert (first["target"], first["pinpoint"], first["certainty"]) == ("E/CONF.65/20", "anexo I", "named")
    assert (second["target"], second["pinpoint"], second["via"]) == ("E/CONF.65/20", "anexo II", "fn1")


def test_a_report_that_opens_its_note_says_what_the_phrase_is() -> None:
    body, _ = _rows(
        language="fr",
        pp1="Rappelant le plan relatif aux réserves de grains^1,",
        fn1="Rapport de la Conférence mondiale de l'alimentation, Rome (publication des Nations Unies), chap. I.",
    )
    assert (body["target"], body["via"]) == ("E/CONF.65/20", "fn1")


def test_a_note_means_every_volume_that_its_sentence_lists() -> None:
    rows = _rows(
        language="es",
        pp1="Recordando las conclusiones de la conferencia^1,",
        fn1="A/CONF.9/10 (Vol. I), A/CONF.9/10 (Vol. II) y A/CONF.9/10 (Vol. III). Véase también A/60/88.",
    )
    found = [row["target"] for row in rows if row["paragraph"] == "pp1"]
    assert found == ["A/CONF.9/10(Vol.I)", "A/CONF.9/10(Vol.II)", "A/CONF.9/10(Vol.III)"]
    assert all(row["pinpoint"] is None for row in rows)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Rappelant ses résolutions 73/272 du 22 décembre 2018 et 73/271, également du 22 décembre 2018,"),
        ("es", "Resoluciones 73/272, de 22 de diciembre de 2018 y 73/271, también de 22 de diciembre de 2018"),
    ],
)  # fmt: skip
def test_a_date_given_once_more_dates_its_own_reference(language: str, text: str) -> None:
    assert [row["date"] for row in _rows(language=language, pp1=text)] == ["2018-12-22", "2018-12-22"]


def test_a_marked_phrase_begins_with_the_document_or_after_what_introduces_it() -> None:
    document = paragraphs(
        language="en",
        pp1="Taking note of the reports of the Board written in accordance with the usual practice,^1",
        op1="Requests the Director to proceed in accordance with the report of the Board of May;^2",
        fn1="A/99/12.",
        fn2="A/99/13.",
    )
    quotes = {row.evidence.paragraph: row.evidence.quote for row in find_citations(document)}
    assert quotes["pp1"].startswith("the reports of the Board")
    assert quotes["op1"] == "the report of the Board of May"
