"""What a note's mark marks: the quoted title, or the noun of a document with what belongs to it."""

import pytest

from extract.language.references import load_references
from extract.resolve.marked_phrase import marked_phrase


def _phrase(text: str, *, language: str = "en", cited: str | None = None, floor: int = 0) -> str:
    """The phrase that a mark at the end of a text marks; `cited` is a reference in it."""
    places = [text.index(cited)] if cited else []
    found = marked_phrase(text, len(text), floor, verbs=(), cited=places, lexicon=load_references(language))
    return text[found.start : found.end]


@pytest.mark.parametrize(
    ("language", "text", "phrase"),
    [
        ("en", "Noting, as well as the annual report of the board,", "the annual report of the board"),
        ("en", "Noting that the means at hand come to it through its statute", "its statute"),
        ("en", "Noting the study “Wells without water”,", "“Wells without water”"),
        ("fr", "Notant, et prenant acte du rapport du comité", "du rapport du comité"),
        ("es", "Observando, según consta en el informe del comité", "el informe del comité"),
        ("ru", "отмечая, как указано в докладе комитета", "докладе комитета"),
        ("ar", "وإذ تلاحظ، على النحو المبين في تقرير اللجنة", "تقرير اللجنة"),
        ("zh", "注意到，以及委员会的报告", "委员会的报告"),
    ],
)
def test_a_phrase_begins_with_the_noun_of_its_document(language: str, text: str, phrase: str) -> None:
    assert _phrase(text, language=language) == phrase


def test_the_noun_of_a_printed_number_is_not_the_marked_document() -> None:
    text = "Noting the report of 14 October 2020, on the carrying out of decision EC-94/DEC.2"
    assert _phrase(text, cited="EC-94/DEC.2").startswith("the report of 14 October 2020")


def test_a_phrase_does_not_cross_the_mark_before() -> None:
    text = "the report of the board and on the loss of wells"
    assert _phrase(text, floor=text.index("on the")) == "on the loss of wells"


def test_no_phrase_begins_within_a_word() -> None:
    text = "слово" * 80 + " конец"
    assert _phrase(text, language="ru") == "конец"
