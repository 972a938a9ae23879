"""`find_citations` on whole documents: the specimens and what they cite, any text at all, hostile text in linear time.

`RECALLING_SNAPSHOTS=write pytest tests/test_extract_find.py` writes the snapshots anew; look at their difference before
it is committed.
"""

import os
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

import pytest
from document_sample import one_sentence
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.find import find_citations
from extract.language.references import languages, load_references
from extract.model.citation import Citation, Reference, Unresolved, dump_lines, to_row
from extract.model.document import Document
from extract.model.errors import UnreadableError
from extract.reading.readers import read_document
from extract.scoring.evaluate import evaluate
from extract.scoring.gold import load_rows
from extract.scoring.score import Evaluation

DATA: Final = Path(__file__).parents[1] / "data"
SNAPSHOTS: Final = Path(__file__).parent / "snapshots"
SHOWN: Final = ("A_RES_76_901.en.txt", "A_RES_78_901.zh.txt", "E_RES_2024_901.en.txt", "S_RES_9901_2024.en.txt")


def _specimen(name: str) -> Document:
    return read_document((DATA / "specimens" / name).read_bytes(), file=name)


def _found(text: str, *, language: str = "en", organ: str = "General Assembly") -> tuple[Reference, ...]:
    return find_citations(one_sentence(text, language=language, organ=organ))


def _targets(references: Sequence[Reference]) -> list[str | None]:
    return [to_row(reference)["target"] for reference in references]


FLOORS: Final[Mapping[str, float]] = {
    "recall": 0.98, "precision": 0.95, "place": 0.96, "relation": 0.95, "pinpoint": 0.86, "date": 0.9,
}  # fmt: skip
"""What the specimens reach; it may rise."""


# --- the specimens ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHOWN)
def test_a_specimen_gives_the_rows_of_its_snapshot(name: str) -> None:
    rows = "".join(f"{line}\n" for line in dump_lines(find_citations(_specimen(name)))).encode()
    snapshot = SNAPSHOTS / f"{name.removesuffix('.txt')}.jsonl"
    if os.environ.get("RECALLING_SNAPSHOTS") == "write":
        snapshot.write_bytes(rows)
    assert snapshot.read_bytes() == rows


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    """The specimens against what a careful reader finds in them."""
    names = sorted(file.name for file in (DATA / "specimens").glob("*.txt"))
    rows = [to_row(reference) for name in names for reference in find_citations(_specimen(name))]
    return evaluate(load_rows(DATA / "expected.jsonl"), rows)


def test_the_specimens_are_read_as_well_as_they_were(evaluation: Evaluation) -> None:
    total = evaluation.scores["total", "all"]
    assert evaluation.documents == 13
    assert total.recall is not None
    assert total.recall >= FLOORS["recall"], evaluation.missed
    assert total.precision is not None
    assert total.precision >= FLOORS["precision"], evaluation.wrong


@pytest.mark.parametrize("name", ["place", "relation", "pinpoint", "date"])
def test_what_is_said_of_a_citation_is_as_right_as_it_was(evaluation: Evaluation, name: str) -> None:
    share = evaluation.shares[name]
    assert share.agree / share.of >= FLOORS[name]


# --- one sentence ----------------------------------------------------------------------------------------------------


def test_a_document_does_not_cite_itself() -> None:
    assert _targets(_found("Recalling resolutions 99/907 and 61/74,")) == ["A/RES/61/74"]
    assert _found("Requests a report on the present resolution;") == ()


def test_one_target_cited_twice_makes_two_rows() -> None:
    assert _targets(_found("Recalling resolution 61/74, and reaffirming resolution 61/74,")) == ["A/RES/61/74"] * 2


def test_what_cannot_be_told_is_kept_with_its_reason() -> None:
    (found,) = _found("Noting resolution 49/7 of the Governing Council of the United Nations Environment Programme,")
    assert isinstance(found, Unresolved)
    assert "no symbol" in found.reason


def test_a_row_repeats_the_record_of_its_document() -> None:
    (found,) = _found("Recalling resolution 61/74,")
    assert isinstance(found, Citation)
    said = found.evidence
    assert (said.source, said.file, said.language, said.paragraph) == ("A/RES/99/907", "sentence.en.txt", "en", "pp1")
    assert (said.relation, said.verb, said.certainty) == ("recalls", "Recalling", "explicit")


def test_a_language_without_a_lexicon_is_read_by_its_symbols() -> None:
    assert _targets(_found("muito A/RES/61/74 e S/PRST/2011/16", language="pt")) == ["A/RES/61/74", "S/PRST/2011/16"]


def test_an_empty_document_cites_nothing() -> None:
    assert _found("") == ()


@pytest.mark.parametrize("language", languages())
def test_finding_is_the_same_every_time(language: str) -> None:
    noun = load_references(language).nouns.resolution[0]
    document = one_sentence(f"{noun} 61/74, A/61/74, S/PRST/2011/16 {noun} 1718 (2006)", language=language)
    assert find_citations(document) == find_citations(document) != ()


# --- any text --------------------------------------------------------------------------------------------------------

PIECES: Final = (
    "The General Assembly,", "大会，", "Recalling ", "回顾", "resolution 61/74", "第61/74号决议", "其", "its ", "(",
    ")", "《", "》", "«", "»", "“", "”", "A/61/74", "S/PRST/2011/16", "NPT/CONF.1995/32 (Part I)", "Ibid.",
    "同上", "the Convention", "《公约》", " of 6 December 2006", "2006年12月6日",
    "Treaty on the Non-Proliferation of Nuclear Weapons", "《不扩散核武器条约》",
    "United Nations, Treaty Series, vol. 729, No. 10485", "1. ", "(a) ", "\n\n", "\n", "\n\n1 ",
    "\n_______________\n1 ", "1", "2", ",", ";", "，", " ", "\u00a0", "\u00ad", "\u200f", "القرار 61/74",
    "الاتفاقية", "د-25", "annex", "article VI", "第六条", "paragraph 4 of ", "Council ", "Security Council ",
    "18 (2006)", "17", "217 A (III)", "ES-10/14", "和", " and ",
)  # fmt: skip
pieces = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map("".join)


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=200), pieces))
def test_any_text_is_read_or_refused_and_every_quote_stands_in_its_place(text: str) -> None:
    try:
        document = read_document(text.encode("utf-8", "surrogatepass"), file="any.txt")
    except UnreadableError:
        return  # the one error that reading may raise
    _assert_sound(document)


@settings(max_examples=150)
@given(st.sampled_from(languages()), pieces, st.booleans())
def test_any_paragraph_gives_sound_rows(language: str, text: str, note: bool) -> None:  # noqa: FBT001  # drawn by hypothesis
    _assert_sound(one_sentence(text, language=language, note=note))


def _assert_sound(document: Document) -> None:
    """Rows stand where they say, in order, in a paragraph of the document, and can be written."""
    found = find_citations(document)
    labels = {block.label for block in document.blocks}
    for reference in found:
        said = reference.evidence
        assert document.text[said.start : said.end] == said.quote != ""
        assert said.paragraph in labels
    places = [(reference.evidence.start, -reference.evidence.end) for reference in found]
    assert places == sorted(places)


# --- hostile text ----------------------------------------------------------------------------------------------------

FLOODS: Final[Mapping[str, tuple[str, str]]] = {
    "lead of a number": ("大会，\n\n回顾", "第"),
    "opening brackets": ("The General Assembly,\n\nRecalling ", "("),
    "opening titles": ("大会，\n\n回顾", "《"),
    "opening quotes": ("The General Assembly,\n\nRecalling ", "“a "),
    "digits": ("The General Assembly,\n\nRecalling ", "1234567890"),
    "slashes": ("The General Assembly,\n\nRecalling ", "/"),
    "digits and slashes": ("The General Assembly,\n\nRecalling ", "61/74/"),
    "numbers with nouns": ("The General Assembly,\n\nRecalling ", "resolution 61/74, "),
    "numbers in Chinese": ("大会，\n\n回顾", "第61/74号、"),
    "symbols": ("The General Assembly,\n\nRecalling ", "A/61/74, "),
    "nouns": ("The General Assembly,\n\nRecalling ", "resolution "),
    "bodies": ("The General Assembly,\n\nRecalling ", "General Assembly "),
    "dates": ("The General Assembly,\n\nRecalling ", "of 3 May 2001 "),
    "pinpoints": ("The General Assembly,\n\nRecalling ", "paragraph 4 of "),
    "pinpoints in Chinese": ("大会，\n\n回顾", "第4段和"),
    "short forms": ("The General Assembly,\n\nRecalling ", "the Convention "),
    "ibid.": ("The General Assembly,\n\nRecalling ", "Ibid. "),
    "broken lines": ("The General Assembly,\n\nRecalling ", "a\n"),
}
"""What stands before, and what is repeated without end."""


def _seconds(text: str) -> float:
    """Processor time that reading a text and finding what it cites takes."""
    started = time.process_time()
    find_citations(read_document(text.encode(), file="flood.txt"))
    return time.process_time() - started


def _assert_linear(make: Callable[[int], str], size: int) -> None:
    """Twice as much text takes hardly more than twice as long; other work may disturb a first measurement."""
    for _ in range(2):
        once, twice = _seconds(make(size)), _seconds(make(2 * size))
        if twice <= 3 * once + 0.2:
            return
    pytest.fail(f"{size} characters take {once:.2f} s, twice as many {twice:.2f} s")


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """Compile the patterns before anything is timed."""
    for language in languages():
        _found("61/74", language=language)


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_takes_time_in_proportion(name: str) -> None:
    lead, piece = FLOODS[name]
    _assert_linear(lambda size: lead + piece * (size // len(piece)), 15_000)


@pytest.mark.parametrize("piece", ["第", "(", "《", "1"])
def test_a_long_run_of_one_sign_is_read_and_cites_nothing(piece: str) -> None:
    document = read_document(("The General Assembly,\n\nRecalling " + piece * 250_000).encode(), file="flood.txt")
    assert find_citations(document) == ()


def test_a_chain_of_notes_takes_time_in_proportion() -> None:
    def chain(notes: int) -> str:
        marks = "\n\n".join(f"Recalling this{i}," for i in range(1, notes + 1))
        return f"The General Assembly,\n\n{marks}\n\n" + "\n\n".join(f"{i} Ibid." for i in range(1, notes + 1))

    _assert_linear(chain, 400)


def test_many_marks_take_time_in_proportion() -> None:
    def marked(notes: int) -> str:
        marks = " ".join(f"word,{i}" for i in range(1, notes + 1))
        return f"The General Assembly,\n\nRecalling {marks}\n\n" + "\n\n".join(
            f"{i} See A/61/{i}." for i in range(1, notes + 1)
        )

    _assert_linear(marked, 400)
