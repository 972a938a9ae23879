"""Transcripts: every reference of a document stands in its paragraph where it stands in the text."""

from pathlib import Path

import pytest
from command import SPECIMENS

from extract.find import find_citations
from extract.reading.readers import read_document
from graph.pipeline import transcript
from graph.pipeline.transcript import transcribe


@pytest.mark.parametrize("file", sorted(SPECIMENS.glob("*.txt")), ids=lambda file: file.name)
def test_every_reference_has_its_place_in_its_paragraph(file: Path) -> None:
    document = read_document(file.read_bytes(), file=file.name)
    references = find_citations(document)
    passages = transcribe(document, references)
    assert [each.label for each in passages] == [block.label for block in document.blocks]
    spans = [(each, span) for each in passages for span in each.spans]
    assert sorted(place for _, (_, _, place) in spans) == list(range(len(references)))
    for each, (start, end, place) in spans:
        evidence = references[place].evidence
        assert each.label == evidence.paragraph
        assert each.text[start] == document.text[evidence.start].translate({0x2011: "-", 0x2019: "'"})
        assert 0 < end - start <= len(evidence.quote)


def test_a_document_beyond_the_limit_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    document = read_document(b"The General Assembly,\n\nRecalling its resolution 61/74,\n", file="a.txt")
    assert transcribe(document, find_citations(document))
    monkeypatch.setattr(transcript, "LONGEST", len(document.text) - 1)
    assert transcribe(document, find_citations(document)) == ()
