"""Titles of a block: their quotation marks, the date of the document, and titles that are named only in passing."""

import pytest

from extract.language.references import load_references
from extract.mentions.block_titles import find_titles, is_covered, passing_of
from extract.mentions.candidate import Passing
from extract.model.span import Span
from extract.registry.gazetteer import NamedHit
from extract.registry.registry import load_registry


def hits(text: str, language: str, *, taken: tuple[Span, ...] = (), until: int | None = None) -> list[NamedHit]:
    """The titles of a text."""
    return list(find_titles(text, load_references(language), load_registry(), taken=taken, until=until))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("遵守1982年《联合国海洋法公约》", "《联合国海洋法公约》", id="both marks belong to the title"),
        pytest.param("遵守联合国海洋法公约的规定", "联合国海洋法公约", id="a title needs no marks"),
    ],
)
def test_a_title_is_taken_with_its_own_quotation_marks(text: str, title: str) -> None:
    (hit,) = hits(text, "zh")
    assert text[hit.start : hit.end].endswith(title)


def test_what_is_taken_already_is_no_title() -> None:
    text = "the Charter of the United Nations"
    assert [text[hit.start : hit.end] for hit in hits(text, "en")] == ["Charter of the United Nations"]
    assert not hits(text, "en", taken=(Span(4, 11),))


def test_a_document_names_no_outcome_of_later_years() -> None:
    text = "the 2030 Agenda for Sustainable Development"
    assert hits(text, "en", until=2016)
    assert not hits(text, "en", until=1999)


@pytest.mark.parametrize(
    ("text", "passing"),
    [
        ("the Conference of the Parties to the Convention on Biological Diversity", Passing.IN_BODY),
        ("the aims of the Convention on Biological Diversity", None),
    ],
)
def test_a_title_within_the_name_of_a_body_is_named_in_passing(text: str, passing: Passing | None) -> None:
    lexicon = load_references("en")
    found = [passing_of(hit, text, lexicon) for hit in hits(text, "en")]
    assert found == [passing]


def test_a_title_alone_is_not_covered_by_itself() -> None:
    (hit,) = hits("the Charter of the United Nations", "en")
    assert not is_covered(hit, [hit])
