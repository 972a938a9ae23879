"""Phrases that only their notes identify: when a reference near a mark leaves the mark to the phrase."""

from collections.abc import Callable, Mapping
from typing import Final

import pytest
from document_sample import paragraphs

from extract.find import find_citations
from extract.mentions.candidate import Passing, Resolved
from extract.model.citation import Citation, Kind
from extract.resolve.marked_phrase import MarkedPhrase
from extract.resolve.phrases import (
    YIELDING,
    Claim,
    another_document,
    in_passing,
    inside_the_title,
    treaty_of_the_phrase,
)


def _claim(text: str, near: str, target: str, kind: Kind, *, passing: Passing | None = None) -> Claim:
    """The claim of a reference in a text that a mark ends, whose note names document A/63/332."""
    start = text.index(near)
    identified = Resolved(start=0, end=8, kind="document", target="A/63/332")
    seen = Resolved(start=start, end=start + len(near), kind=kind, target=target, passing=passing)
    return Claim(seen, identified, MarkedPhrase(text.index("the "), len(text), document=True), len(text))


ABOUT: Final = _claim("the report on carrying out resolution 61/74", "resolution 61/74", "A/RES/61/74", "resolution")
BEFORE: Final = _claim("resolution 61/74 and the report", "resolution 61/74", "A/RES/61/74", "resolution")
OTHER: Final = _claim("document A/62/10 and the report", "A/62/10", "A/62/10", "document")
SAME: Final = _claim("document A/63/332 and the report", "A/63/332", "A/63/332", "document")
DISTANT: Final = _claim(
    "the report of the parties to the Pact on Wells at their meeting in the old harbour",
    "Pact on Wells",
    "treaty:w",
    "treaty",
)
CLOSE: Final = _claim("the report and the Pact on Wells", "Pact on Wells", "treaty:w", "treaty")
BODY: Final = _claim(
    "the report of the Assembly of the Pact on Wells", "Pact on Wells", "treaty:w", "treaty", passing=Passing.IN_BODY
)

SAMPLES: Final[Mapping[Callable[[Claim], bool], tuple[Claim, Claim]]] = {
    in_passing: (BODY, CLOSE),
    inside_the_title: (ABOUT, BEFORE),
    another_document: (OTHER, SAME),
    treaty_of_the_phrase: (DISTANT, CLOSE),
}
"""Rule -> a claim that it takes and one that it leaves."""


@pytest.mark.parametrize("rule", YIELDING, ids=lambda rule: rule.__name__)
def test_a_rule_takes_its_sample_and_leaves_the_other(rule: Callable[[Claim], bool]) -> None:
    taken, left = SAMPLES[rule]
    assert rule(taken)
    assert not rule(left)


def test_a_number_before_its_mark_keeps_the_mark() -> None:
    assert not any(rule(BEFORE) for rule in YIELDING)


def _via_note(text: str) -> list[str]:
    """What the body of a text cites by its note, which names A/63/332."""
    found = find_citations(paragraphs(pp1=text, fn1="A/63/332."))
    return [each.evidence.quote for each in found if isinstance(each, Citation) and each.evidence.via == "fn1"]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Noting the report on resolution 61/74,^1", ["the report on resolution 61/74"]),
        ("Noting resolution 61/74,^1", []),
        ("Noting document A/62/10 and the report,^1", ["the report"]),
        ("Noting document A/63/332,^1", []),
    ],
)
def test_a_mark_belongs_to_the_phrase_or_to_the_reference_before_it(text: str, quotes: list[str]) -> None:
    assert _via_note(text) == quotes


def test_each_target_of_a_note_is_a_reference_of_the_phrase() -> None:
    found = find_citations(paragraphs(pp1="Noting the report of the board,^1", fn1="A/63/332 and A/64/1."))
    assert [each.target for each in found if isinstance(each, Citation) and each.evidence.paragraph == "pp1"] == [
        "A/63/332",
        "A/64/1",
    ]
