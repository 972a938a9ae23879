"""What an editor should look at again, found in records and references made for the purpose."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from command import recalling
from graph_sample import TITLE, cite, evidence, record
from page_browser import Page, chromium, page
from page_networks import IMAGE, SCRIPT

from extract.catalogue.catalogue import load_catalogue
from extract.find import find_citations
from extract.model.citation import Reference, Unresolved
from extract.model.label import Label
from extract.model.record import DocumentRecord
from extract.reading.readers import read_document
from graph.checking.facts import Facts
from graph.network.audit import audit
from graph.network.finding import CHECKS, Finding
from graph.output.folder import graph_of
from graph.pages.audit import render_audit_page
from graph.pipeline.reading import Reading
from graph.pipeline.run import Run
from graph.pipeline.transcript import Passage, transcribe

__all__ = ["chromium", "page"]  # fixtures, found by their names

_FACTS = Facts(load_catalogue())
_SIX = ("ar", "en", "es", "fr", "ru", "zh")


def _found(*read: tuple[DocumentRecord, Sequence[Reference]]) -> list[dict[str, Any]]:
    """The findings, each with what it says."""
    readings = tuple(Reading(record, tuple(references), frozenset()) for record, references in read)
    run = Run(readings, (), (), (), found_input=True)
    rows = [
        {name: getattr(finding, name) for name in Finding.__slots__} for finding in audit(run, graph_of(run)[1], _FACTS)
    ]
    return [{name: value for name, value in row.items() if value and name != "quote"} for row in rows]


def test_a_version_that_prints_another_number_is_told_once_with_both_numbers() -> None:
    read = [
        (record("A/RES/62/37", code), [cite("A/RES/71/75" if code == "ru" else "A/RES/71/57", language=code)])
        for code in _SIX
    ]
    assert _found(*read) == [
        {
            "check": "versions", "document": "A/RES/62/37", "language": "ru", "paragraph": "pp1",
            "cited": "A/RES/71/57", "instead": "A/RES/71/75", "others": ("ar", "en", "es", "fr", "zh"),
        }
    ]  # fmt: skip


def test_what_one_version_prints_alone_is_told_of_that_version() -> None:
    read = [(record("A/RES/62/37", code), [cite("A/RES/71/57")] if code == "fr" else []) for code in ("fr", "ru", "zh")]
    (finding,) = _found(*read)
    assert (finding["check"], finding["language"], finding["others"]) == ("alone", "fr", ("ru", "zh"))


def test_names_that_a_version_paraphrases_are_no_finding() -> None:
    named = cite("treaty:npt", "treaty", certainty="named")
    assert _found((record("A/RES/62/37"), [named]), (record("A/RES/62/37", "zh"), [])) == []


def test_a_link_that_leads_elsewhere_is_told() -> None:
    (finding,) = _found((record("A/RES/62/37"), [cite("A/RES/61/74", linked="A/RES/61/47")]))
    assert (finding["check"], finding["cited"], finding["instead"]) == ("links", "A/RES/61/74", "A/RES/61/47")


def test_a_wrong_date_and_a_younger_text_are_told() -> None:
    cited = record("A/RES/63/73", date="2008-12-02", title="Wells")
    found = _found((record("A/RES/62/37", date="2007-12-05"), [cite("A/RES/63/73", date="2008-12-03")]), (cited, []))
    assert [(each["check"], each["instead"]) for each in found] == [("dates", "2008-12-02"), ("younger", "2008-12-02")]


def test_the_date_of_a_text_that_nothing_knows_is_not_doubted() -> None:
    citing = [cite("A/RES/99/74", date="2044-12-06"), cite("A/RES/99/74", date="2044-12-07", start=200)]
    assert _found((record("A/RES/62/37", date="2007-12-05"), citing)) == []


def test_the_catalogue_dates_texts_that_were_not_read() -> None:
    (finding,) = _found((record("A/RES/62/37", date="2007-12-05"), [cite("A/RES/60/1", date="2007-09-16")]))
    assert (finding["check"], finding["instead"]) == ("dates", "2005-09-16")


def test_where_most_versions_print_a_number_that_no_text_has_they_are_told_and_not_the_right_one() -> None:
    read = [
        (
            record("S/RES/2511(2020)", code),
            [cite(f"S/RES/2140({2014 if code == 'fr' else 2015})", source="S/RES/2511(2020)", language=code)],
        )
        for code in _SIX
    ]
    found = _found(*read)
    wrong = [each for each in found if each["check"] == "contradicted"]
    assert [each["language"] for each in wrong] == ["ar", "en", "es", "ru", "zh"]
    assert {each["instead"] for each in wrong} == {"S/RES/2140(2014)"}
    (others,) = {(each["check"], each["cited"], each["instead"]) for each in found} - {
        ("contradicted", "S/RES/2140(2015)", "S/RES/2140(2014)")
    }
    assert others == ("versions", "S/RES/2140(2014)", "S/RES/2140(2015)")
    assert "fr" not in {each["language"] for each in found}


_AGENDA = "Transforming our world: the 2030 Agenda for Sustainable Development"
_CONTRADICTED = (
    (
        "resolution 2140 (2014) of the Security Council and paragraph 12 of Security Council resolution 2140 (2015)",
        [("contradicted", "S/RES/2140(2015)", "S/RES/2140(2014)")],
    ),
    (
        "resolution 61/974 of 6 December 2006",
        [("contradicted", "A/RES/61/974", "no number over 347 is known")],
    ),
    (
        f"resolution 71/1 of 25 September 2015, entitled \u201c{_AGENDA}\u201d",
        [("contradicted", "A/RES/71/1", "A/RES/70/1"), ("dates", "A/RES/71/1", "2016-09-19")],
    ),
    (
        "resolution 60/1 of 16 September 2007, the 2005 World Summit Outcome",
        [("dates", "A/RES/60/1", "2005-09-16")],
    ),
)


@pytest.mark.parametrize(("cited", "expected"), _CONTRADICTED)
def test_what_check_finds_wrong_in_a_text_is_listed(cited: str, expected: Sequence[tuple[str, ...]]) -> None:
    text = (
        f"A/RES/99/901\n\n\nThe General Assembly,\n\nRecalling {cited},\n\n1. Decides to remain seized of the matter.\n"
    )
    document = read_document(text.encode(), file="draft.txt")
    references = find_citations(document)
    reading = Reading(document.record, references, frozenset(), transcribe(document, references))
    run = Run((reading,), (), (), (), found_input=True)
    found = audit(run, graph_of(run)[1], _FACTS)
    assert [(each.check, each.cited, each.instead) for each in found] == expected


def _series() -> list[tuple[DocumentRecord, list[Reference]]]:
    return [
        (record("A/RES/61/74", title=TITLE, date="2006-12-06"), []),
        (record("A/RES/62/37", title=TITLE, date="2007-12-05"), [cite("A/RES/61/74")]),
    ]


def test_an_earlier_text_of_a_series_cited_alone_is_told_with_the_later() -> None:
    draft = record("A/C.1/63/L.1", title="Ferries", date="2008-10-10")
    (finding,) = _found(*_series(), (draft, [cite("A/RES/61/74", source="A/C.1/63/L.1")]))
    assert (finding["check"], finding["cited"], finding["instead"]) == ("stale", "A/RES/61/74", "A/RES/62/37")


@pytest.mark.parametrize(
    ("date", "cited"), [("2008-10-10", ("A/RES/61/74", "A/RES/62/37")), ("2007-01-01", ("A/RES/61/74",))]
)
def test_an_earlier_text_beside_the_later_or_before_it_stood_is_no_finding(date: str, cited: Sequence[str]) -> None:
    citing = [cite(target, source="A/C.1/63/L.1", start=100 * place) for place, target in enumerate(cited)]
    assert _found(*_series(), (record("A/C.1/63/L.1", title="Ferries", date=date), citing)) == []


def test_a_superseded_text_is_told_from_then_on() -> None:
    newer = record("S/RES/2231(2015)", date="2015-07-20")
    supersedes = cite("S/RES/1929(2010)", source="S/RES/2231(2015)", relation="supersedes")
    later = record("A/RES/71/63", date="2016-12-05")
    earlier = record("A/RES/66/1", date="2011-12-05")
    found = _found(
        (newer, [supersedes]),
        (later, [cite("S/RES/1929(2010)", source="A/RES/71/63")]),
        (earlier, [cite("S/RES/1929(2010)", source="A/RES/66/1")]),
    )
    assert [(each["check"], each["document"], each["instead"]) for each in found] == [
        ("superseded", "A/RES/71/63", "S/RES/2231(2015)")
    ]


def test_what_could_not_be_resolved_is_told_with_the_reason() -> None:
    (finding,) = _found((record("A/RES/62/37"), [Unresolved(evidence=evidence(), kind="decision", reason="no body")]))
    assert (finding["check"], finding["instead"]) == ("unresolved", "no body")


def test_the_command_lists_rows_and_writes_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The General Assembly,\n\nRecalling resolution 9/999,\n", encoding="utf-8")
    done = recalling("audit", tmp_path, "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    assert [json.loads(line)["check"] for line in done.stdout.splitlines()] == ["unresolved"]
    assert "9/999" in recalling("audit", tmp_path, "--format", "csv").stdout
    done = recalling("audit", tmp_path, "-o", tmp_path / "audit.html")
    assert "1 findings (unresolved: 1)" in done.stdout
    assert "9/999" in (tmp_path / "audit.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [1440, 390])
def test_the_page_shows_hostile_texts_as_text(page: Page, width: int) -> None:
    findings = [
        Finding(
            check=check, document=text, language=text, paragraph=text, cited=text, instead=text, quote=text,
            others=(text,),
        )
        for check in CHECKS
        for text in (SCRIPT, IMAGE, "\u202etxet", "w" * 5000)
    ]  # fmt: skip
    page.view(width, 844)
    page.open(render_audit_page(findings))
    assert page.run("return document.title") != "taken"
    assert page.run("return document.querySelectorAll('img, [onerror]').length") == 0
    assert page.run("return document.querySelectorAll('section').length") == len(CHECKS)
    assert page.errors() == []
    assert page.requests() == {page.address}
    assert page.run("return document.documentElement.scrollWidth <= innerWidth")


def test_a_row_shows_the_paragraph_in_every_language_and_leads_to_it(page: Page) -> None:
    said = {
        "en": "Recalls resolution 71/57",
        "fr": "Rappelle la résolution 71/57",
        "ru": "ссылается на резолюцию 71/75",
    }
    readings = []
    for code, text in said.items():
        start = text.index("71/")
        passage = Passage(Label("pp1"), text, spans=((start, len(text), 0),))
        cited = cite("A/RES/71/75" if code == "ru" else "A/RES/71/57", language=code)
        readings.append(Reading(record("A/RES/72/37", code), (cited,), frozenset(), (passage,)))
    run = Run(tuple(readings), (), (), (), found_input=True)
    findings = [each for each in audit(run, graph_of(run)[1], _FACTS) if each.check == "versions"]
    page.open(render_audit_page(findings, readings=readings, beside=lambda *place: "-".join(place)))
    states = page.run("return [...document.querySelectorAll('td.spot .chip')].map((each) => each.className)")
    assert states == ["chip lacks", "chip has", "chip has"]
    page.run("document.querySelector('.beside summary').click()")
    sides = page.run("return [...document.querySelectorAll('.side p')].map((each) => [each.lang, each.textContent])")
    assert sides == [["ru", said["ru"]], ["en", said["en"]], ["fr", said["fr"]]]
    marked = page.run("return [...document.querySelectorAll('.side mark')].map((each) => each.textContent)")
    assert marked == ["71/75", "71/57", "71/57"]
    links = page.run("return [...document.querySelectorAll('td.spot a')].map((each) => each.getAttribute('href'))")
    assert links == [f"A/RES/72/37-{code}-pp1" for code in ("ru", "en", "fr")]


def test_a_page_without_findings_says_so(page: Page) -> None:
    page.open(render_audit_page([]), suffix="?lang=zh")
    assert "未发现" in page.run("return document.querySelector('main').innerText")
