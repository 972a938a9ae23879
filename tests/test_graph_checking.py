"""Citations held against the catalogue and the registry: planted errors are found, and what is right is left alone."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from command import recalling
from planted import HEADS, PLANTED, Planted, draft

from extract.catalogue.catalogue import load_catalogue
from extract.find import find_citations
from extract.reading.containers.files import PAGE_MARK
from extract.reading.readers import read_document
from graph.checking.check import check
from graph.checking.facts import Dated, Facts
from graph.checking.verdict import Checked
from graph.pages.check import render_check_page
from graph.pipeline.reading import Reading
from graph.pipeline.transcript import transcribe


def _read(text: str, file: str = "draft.txt") -> Reading:
    document = read_document(text.encode(), file=file)
    references = tuple(find_citations(document))
    return Reading(document.record, references, frozenset(), transcribe(document, references), document.text)


def _check(text: str) -> list[Checked]:
    return check([_read(text)], Facts(load_catalogue()))


def _wrong(text: str) -> list[tuple[str, str, str]]:
    """Field, what is printed and what is right of everything that does not agree."""
    return [
        (each.field, each.printed, each.known) for found in _check(text) for each in found.findings if not each.agrees
    ]


def _id(error: Planted) -> str:
    return f"{error.kind}-{error.language}"


@pytest.mark.parametrize("error", PLANTED, ids=_id)
def test_a_planted_error_is_found_with_what_is_right(error: Planted) -> None:
    found = [(field, known) for field, _, known in _wrong(draft(error.language, error))]
    assert any(field == error.field and known.startswith(error.known) for field, known in found), found


@pytest.mark.parametrize("language", HEADS)
def test_errors_are_found_in_one_draft_as_well(language: str) -> None:
    errors = [error for error in PLANTED if error.language == language]
    fields = Counter(field for field, _, _ in _wrong(draft(language, *errors)))
    assert fields["number"] >= 3
    assert {"existence", "title", "date", "registration", "series", "name", "body"} <= fields.keys()


_RIGHT = {
    "a year, a date and a title that agree": (
        "Recalling Security Council resolution 2140 (2014) of 26 February 2014 and its resolution 70/1 of "
        "25 September 2015, entitled “Transforming our world: the 2030 Agenda for Sustainable Development”,"
    ),
    "a letter that agrees": (
        "Recalling its resolution 217 A (III), containing the Universal Declaration of Human Rights,"
    ),
    "a date that stands at the last of a list": "Recalling its resolutions 70/1, and 70/299 of 29 July 2016,",
    "two bodies joined before their numbers": (
        "Recalling General Assembly and Security Council resolutions 70/262 and 2282 (2016) of 27 April 2016,"
    ),
    "a number between a number and a title": (
        "Recalling Security Council resolution 2282 (2016) and its resolution 70/1, entitled “Transforming our world: "
        "the 2030 Agenda for Sustainable Development”,"
    ),
    "a name that is spelled right": (
        "Recalling the Convention on the Elimination of All Forms of Discrimination against Women,"
    ),
    "a treaty of another part of the world": "Recalling the Convention on Cooperation in Western Elbonia,",
}


@pytest.mark.parametrize("text", _RIGHT.values(), ids=_RIGHT)
def test_what_is_right_is_left_alone(text: str) -> None:
    found = _wrong(draft("en", Planted("", "en", text, "", "")))
    assert [each for each in found if each[0] != "series"] == []


def test_verdicts_are_contradicted_superseded_confirmed_unchecked() -> None:
    text = (
        "Recalling Security Council resolution 2140 (2015), its resolutions 74/137 and 70/1 and the Treaty on "
        "Elbonian Lighthouses,"
    )
    found = {
        found.reference.evidence.quote: found.verdict for found in _check(draft("en", Planted("", "en", text, "", "")))
    }
    assert found == {
        "resolution 2140 (2015)": "contradicted",
        "resolutions 74/137": "superseded",
        "70/1": "confirmed",
        "Treaty on Elbonian Lighthouses": "unchecked",
    }


def test_a_later_text_that_is_cited_too_supersedes_nothing() -> None:
    text = "Recalling its resolutions 74/137 and 80/193,"
    assert _wrong(draft("en", Planted("", "en", text, "", ""))) == []


def test_the_date_of_a_text_that_was_read_comes_first() -> None:
    text = draft("en", Planted("", "en", "Recalling its resolution 69/52 of 2 December 2014,", "", ""))
    facts = Facts(load_catalogue(), read={"A/RES/69/52": Dated("2014-12-03", "A/RES/69/52")})
    (found,) = check([_read(text)], facts)
    assert found.telling is not None
    assert (found.telling.field, found.telling.known, found.telling.source) == ("date", "2014-12-03", "A/RES/69/52")


def test_a_misspelt_title_is_quoted_as_the_text_has_it() -> None:
    text = "Recalling its resolution 70/1 and the Convention on the Right  of  the Child,"
    reading = _read(draft("en", Planted("", "en", text, "", "")))
    found = next(
        each for each in check([reading], Facts(load_catalogue())) if each.telling and each.telling.field == "name"
    )
    evidence = found.reference.evidence
    assert reading.text is not None
    assert reading.text[evidence.start : evidence.end] == evidence.quote
    assert " ".join(evidence.quote.split()) == "Convention on the Right of the Child"


def test_the_page_lists_what_is_to_be_looked_up() -> None:
    text = "Taking note of the Treaty on Elbonian Lighthouses and recalling its resolution 74/137,"
    reading = _read(draft("en", Planted("", "en", text, "", "")))
    page = render_check_page([reading], check([reading], Facts(load_catalogue())))
    _, unchecked = page.split("<details>")
    assert "Treaty on Elbonian Lighthouses</span>" in unchecked.partition("</details>")[0]
    assert "Later text</span>: A/RES/80/193" in page


def test_the_page_marks_each_citation_and_escapes_the_text() -> None:
    text = draft(
        "en",
        Planted(
            "", "en", "Recalling <script>alert(1)</script> resolution 2140 (2015) of the Security Council,", "", ""
        ),
    )
    reading = _read(text)
    page = render_check_page([reading], check([reading], Facts(load_catalogue())))
    assert '<a class="mark contradicted" href="#d1r0">resolution 2140 (2015)</a>' in page
    assert "<script>alert" not in page
    assert "S/RES/2140(2014)" in page
    assert "check.source.catalogue" in page  # in the language of the page
    assert PAGE_MARK in page[:512]  # where a folder of drafts is read, the page is told from them


def test_the_command_exits_with_1_when_something_is_contradicted(tmp_path: Path) -> None:
    wrong, right = tmp_path / "wrong.txt", tmp_path / "right.txt"
    wrong.write_text(draft("en", PLANTED[1]), encoding="utf-8")
    right.write_text(draft("en", Planted("", "en", "Recalling its resolution 70/1,", "", "")), encoding="utf-8")
    told = recalling("check", str(wrong), "--format", "jsonl")
    (row,) = map(json.loads, told.stdout.splitlines())
    assert (told.returncode, row["verdict"], row["known"]) == (1, "contradicted", "S/RES/2140(2014)")
    assert recalling("check", str(right)).returncode == 0


def test_a_language_without_tables_is_read_with_the_words_of_english() -> None:
    reading = _read(draft("en", Planted("", "en", "Recalling General Assembly resolution 1325 (2000),", "", "")))
    references = tuple(replace(each, evidence=replace(each.evidence, language="it")) for each in reading.references)
    (found,) = check([replace(reading, references=references)], Facts(load_catalogue()))
    assert [each.field for each in found.findings if not each.agrees] == ["body"]
