"""The facts that ship: rows of the contract, bare references and no sentence, and answers known to be right."""

import gzip
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

import pytest
import rdflib
import regex
from facts import CUT, LONGEST, LONGEST_TITLE, TAIL, bare, day, enriched, width
from graph_sample import REGISTRY, cite, record

from extract.model.citation import COLUMNS, Reference
from extract.model.record import DocumentRecord
from extract.registry.registry import load_registry
from graph.pipeline.reading import Reading, read_earlier
from graph.query.ask import run_query
from graph.rdf.build import build_graph

FACTS: Final = Path(__file__).parents[1] / "data" / "facts"
SENTENCE_END: Final = regex.compile(r"(?:\p{Ll}{6,}[.!?] |[\p{Han}\p{Arabic}]{5,}[.。！？؟])\s*\S")
CHOSEN: Final = regex.compile(r"S/RES/\d++\(200\d\)|A/RES/75/4\d(?!\d)")
MOST_BYTES: Final = 6 * 2**20


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return read_earlier(FACTS)


@pytest.fixture(scope="module")
def references(readings: list[Reading]) -> list[Reference]:
    return [reference for reading in readings for reference in reading.references]


@pytest.fixture(scope="module")
def graph(readings: list[Reading]) -> rdflib.Graph:
    """The Security Council of 2000 to 2009, and a few resolutions of the Assembly in six languages."""
    chosen = [reading for reading in readings if CHOSEN.match(reading.record.symbol or "")]
    return build_graph(
        [reading.record for reading in chosen], (each for reading in chosen for each in reading.references)
    )


def rows(name: str) -> Iterable[dict[str, Any]]:
    with gzip.open(FACTS / name, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def test_the_facts_are_thousands_of_texts_in_six_languages_and_small_in_git(references: list[Reference]) -> None:
    assert len(references) > 50_000
    assert len({row["target"] for row in rows("citations.jsonl.gz")}) > 3_000
    assert len({row["language"] for row in rows("documents.jsonl.gz")}) == 6
    assert sum(path.stat().st_size for path in FACTS.iterdir()) < MOST_BYTES


def test_every_row_is_of_a_document_whose_file_is_told_by_its_hash(readings: list[Reading]) -> None:
    assert all(regex.fullmatch(r"[0-9a-f]{64}", reading.record.sha256 or "") for reading in readings)
    assert len({(reading.record.file, reading.record.language) for reading in readings}) == len(readings)
    assert all("/" not in reading.record.file for reading in readings)


def test_a_quote_that_is_no_title_is_short(references: list[Reference]) -> None:
    for reference in references:
        evidence = reference.evidence
        assert width(evidence.quote) <= (LONGEST_TITLE if evidence.certainty == "named" else LONGEST), evidence
        if CUT in (evidence.note or ""):
            assert width(evidence.quote) <= TAIL, evidence


def test_a_long_quote_is_the_title_of_what_it_cites(references: list[Reference]) -> None:
    registry = load_registry()
    long = {
        (reference.evidence.language, reference.evidence.quote): reference
        for reference in references
        if width(reference.evidence.quote) > LONGEST
    }
    unfit = [key for key, reference in long.items() if bare(reference, registry) != reference]
    assert len(unfit) <= len(long) // 50, unfit[:9]  # the registry may have changed a spelling since


def test_no_sentence_of_a_text_is_in_the_rows(references: list[Reference]) -> None:
    for reference in references:
        evidence = reference.evidence
        assert not SENTENCE_END.search(evidence.quote), evidence
        assert evidence.end - evidence.start == len(evidence.quote)
        assert evidence.prefix is evidence.suffix is None, evidence
        assert len(evidence.verb or "") <= 60, evidence
        assert len(evidence.pinpoint or "") <= 130, evidence
        assert len(evidence.note or "") <= 130, evidence
        assert len(reference.title or "") <= 300, reference


def test_the_rows_hold_no_key_that_could_hold_more() -> None:
    assert all(set(row) <= set(COLUMNS) - {"prefix", "suffix"} for row in rows("citations.jsonl.gz"))
    known = {field.name for field in fields(DocumentRecord)}
    longest: Counter[str] = Counter()
    for row in rows("documents.jsonl.gz"):
        assert set(row) <= known
        longest |= Counter({key: len(value) for key, value in row.items() if isinstance(value, str)})
    assert longest["title"] <= 600
    assert longest["meeting"] <= 200
    assert longest["agenda_item"] <= 600


def test_metadata_tell_votes_subjects_and_goals(readings: list[Reading]) -> None:
    voted = {reading.record.symbol: reading.record.vote for reading in readings if reading.record.vote}
    assert len(voted) > 150
    vote = voted["S/RES/2511(2020)"]
    assert vote is not None
    assert (vote.in_favour, vote.against, vote.abstaining) == (13, 0, 2)
    assert "CHINA" in {state.upper() for state in vote.states_abstaining}
    subjects = {subject.label for reading in readings for subject in reading.record.subjects}
    assert len(subjects) > 300
    assert {goal for reading in readings for goal in reading.record.sdgs} == set(range(1, 18))


def test_a_citation_in_six_languages_is_one_edge_with_six_pieces_of_evidence(graph: rdflib.Graph) -> None:
    edge = "ASK { <https://undocs.org/A/RES/75/45> cito:cites <https://w3id.org/recalling/treaty/npt> }"
    assert run_query(graph, edge).rows == ((True,),)
    told = """SELECT DISTINCT ?language WHERE {
      ?c cito:hasCitingEntity <https://undocs.org/A/RES/75/45> ;
         cito:hasCitedEntity <https://w3id.org/recalling/treaty/npt> .
      ?mention oa:hasBody ?c ; dc:language ?language }"""
    assert {row[0] for row in run_query(graph, told).rows} == {"ar", "en", "es", "fr", "ru", "zh"}


def test_what_is_known_of_women_peace_and_security_is_in_the_graph(graph: rdflib.Graph) -> None:
    citing = {row[0] for row in run_query(graph, "what-cites", {"symbol": "S/RES/1325(2000)"}).rows}
    assert {"S/RES/1460(2003)", "S/RES/1539(2004)", "S/RES/1820(2008)"} <= citing


def test_the_most_cited_are_what_one_expects(graph: rdflib.Graph) -> None:
    assert run_query(graph, "most-cited").rows[0][0] == "treaty:un-charter"
    resolutions = [row[0] for row in run_query(graph, "most-cited", {"kind": "Resolution"}).rows]
    assert {"S/RES/1325(2000)", "S/RES/1373(2001)"} <= set(resolutions)


def test_a_resolution_rests_upon_what_it_recalls_and_what_that_recalls(graph: rdflib.Graph) -> None:
    rests = {row[0] for row in run_query(graph, "rests-on", {"symbol": "S/RES/1820(2008)"}).rows}
    assert {"S/RES/1325(2000)", "S/RES/1261(1999)"} <= rests  # 1820 recalls 1325, which recalls 1261


def test_a_phrase_is_cut_to_its_last_words_with_their_place() -> None:
    phrase = "the report of the Panel of Lamplighters on the sunken lighthouses of the southern sounds"
    reference = cite("A/75/99", quote=phrase, start=10, end=10 + len(phrase), certainty="named", via="fn3")
    cut = bare(reference, REGISTRY).evidence
    assert cut.quote == "lighthouses of the southern sounds"
    assert phrase[cut.start - 10 : cut.end - 10] == cut.quote
    assert cut.note == CUT


def test_a_registered_title_a_number_and_a_short_phrase_stay_whole() -> None:
    title = "Treaty on the Non-Proliferation of Nuclear Weapons"
    for quote, certainty in ((title, "named"), ("resolutions 61/74 and 62/37", "explicit"), ("the wells", "named")):
        reference = cite("treaty:npt", quote=quote, certainty=certainty, via="fn3")
        assert bare(reference, REGISTRY) == reference


def test_the_words_around_a_quote_are_left_out() -> None:
    reference = cite("A/RES/61/74", prefix="and recalls ", suffix=" on the wells of small islands")
    assert bare(reference, REGISTRY) == cite("A/RES/61/74")


def test_a_title_inside_a_phrase_is_what_is_kept() -> None:
    quote = "the wells of small islands in the light of the Treaty on the Non-Proliferation of Nuclear Weapons of 1968"
    reference = cite("treaty:npt", quote=quote, start=0, end=len(quote), certainty="named", via="fn3")
    assert bare(reference, REGISTRY).evidence.quote == "Treaty on the Non-Proliferation of Nuclear Weapons"


def test_metadata_fill_what_a_record_lacks() -> None:
    row = {
        "symbol": "S/RES/9901 (2097)", "adoption_date": "7 March 2097", "draft_resolution": "S/2097/4",
        "resolution_title": "Security Council resolution 9901 (2097) [on ferries][on boats]",
        "MS_in_favour_count": "14", "MS_against_count": "0", "MS_abstaining_count": "1", "MS_abstaining": ["NOWHERE"],
        "SDGs": ["16", "16.9", "3"], "subjects": [["FERRIES", "UNBIS Thesaurus"], ["on ferries", "DHL"]],
    }  # fmt: skip
    known = enriched(record("S/RES/9901(2097)"), {"S/RES/9901(2097)": row})
    assert known.vote is not None
    assert known.vote.states_abstaining == ("NOWHERE",)
    assert (known.date, known.draft, known.sdgs) == ("2097-03-07", "S/2097/4", (3, 16))
    assert known.title == "Security Council resolution 9901 (2097) [on ferries]"
    assert [subject.label for subject in known.subjects] == ["FERRIES"]
    assert day("someday") is None
