"""What a body cites beyond what each paragraph shows by itself: marked phrases, titles learned, short forms."""

from typing import Any

from document_sample import paragraphs

from extract.find import find_citations
from extract.model.citation import to_row


def _rows(*, language: str = "en", **texts: str) -> list[dict[str, Any]]:
    return [to_row(reference) for reference in find_citations(paragraphs(language=language, **texts))]


def _body(*, language: str = "en", **texts: str) -> list[tuple[str, str, str | None, str | None]]:
    """Paragraph, quote, target and source of the identification of what the body cites."""
    found = _rows(language=language, **texts)
    return [
        (row["paragraph"], row["quote"], row["target"], row["via"])
        for row in found
        if not row["paragraph"].startswith("fn")
    ]


def test_a_marked_phrase_is_what_its_note_says() -> None:
    assert _body(pp1="Welcoming the report of the Panel,^1", fn1="See A/63/332.") == [
        ("pp1", "the report of the Panel", "A/63/332", "fn1")
    ]


def test_a_marked_phrase_begins_behind_the_verb() -> None:
    (row,) = _body(pp1="回顾秘书长的报告，^1", fn1="A/63/332。", language="zh")
    assert row[1:] == ("秘书长的报告", "A/63/332", "fn1")


def test_a_marked_quoted_title_is_quoted_whole() -> None:
    (row,) = _body(pp1="Noting the study entitled “Wells, ferries and lighthouses”,^1", fn1="A/63/332.")
    assert row == ("pp1", "“Wells, ferries and lighthouses”", "A/63/332", "fn1")


def test_a_title_learned_from_a_note_is_known_later() -> None:
    found = _body(
        pp1="Welcoming “The wells of the islands”,^1", op1="Takes note of “The wells of the islands”;", fn1="A/63/332."
    )
    assert found == [
        ("pp1", "“The wells of the islands”", "A/63/332", "fn1"),
        ("op1", "“The wells of the islands”", "A/63/332", "fn1"),
    ]


def test_a_named_outcome_is_the_resolution_in_its_note() -> None:
    (row,) = _body(pp1="回顾《2005年世界首脑会议成果》，^1", fn1="见第60/1号决议。", language="zh")
    assert row[2:] == ("A/RES/60/1", "fn1")


def test_a_number_in_the_text_is_not_overruled_by_its_note() -> None:
    found = _body(pp1="Recalling resolution 61/74,^1", fn1="See A/61/PV.67.")
    assert [target for _, _, target, _ in found] == ["A/RES/61/74"]


def test_a_note_that_cites_nothing_identifies_nothing() -> None:
    assert _body(pp1="Welcoming the report of the Panel,^1", fn1="The vote was close.") == []


def test_a_short_form_is_the_treaty_named_last_with_its_noun() -> None:
    found = _body(
        pp1="Recalling the Treaty on the Non-Proliferation of Nuclear Weapons",
        pp2="Recalling the Comprehensive Nuclear-Test-Ban Treaty,",
        pp3="Recalling also the Convention on the Rights of the Child,",
        op1="Urges the States that are outside the Treaty and the Convention;",
    )
    assert [(label, target) for label, _, target, _ in found] == [
        ("pp1", "treaty:npt"),
        ("pp2", "treaty:ctbt"),
        ("pp3", "treaty:crc"),
        ("op1", "treaty:ctbt"),
        ("op1", "treaty:crc"),
    ]
    assert [via for *_, via in found[3:]] == ["pp2", "pp3"]


def test_a_short_form_without_an_antecedent_is_left_out_but_the_charter_is_known() -> None:
    found = _body(op1="Urges the States that are outside the Convention, the Protocol and the Charter;")
    assert [target for _, _, target, _ in found] == ["treaty:un-charter"]


def test_an_article_behind_or_before_a_treaty_is_its_pinpoint() -> None:
    found = _rows(pp1="Recalling article VI of the Treaty on the Non-Proliferation of Nuclear Weapons,")
    assert [(row["target"], row["pinpoint"]) for row in found] == [("treaty:npt", "article VI")]
    found = _rows(pp1="回顾《不扩散核武器条约》第六条，", language="zh")
    assert [(row["target"], row["pinpoint"]) for row in found] == [("treaty:npt", "第六条")]


def test_a_lettered_paragraph_has_the_verb_of_its_chapeau() -> None:
    found = _rows(
        op3="Requests the Secretary-General:", op3_a="To apply resolution 61/74;", op4="Decides on 62/37 no more."
    )
    assert [(row["paragraph"], row["relation"]) for row in found] == [("op3(a)", "requests")]


def test_the_head_of_a_document_cites_nothing() -> None:
    assert _body(head="A/RES/61/74", pp1="Recalling resolution 62/37,") == [
        ("pp1", "resolution 62/37", "A/RES/62/37", None)
    ]
