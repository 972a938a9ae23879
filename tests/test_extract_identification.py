"""The language of a text: told, likely, or unknown; and what is read of a text too short to tell it."""

import pytest

from extract.find import find_citations
from extract.language.identification import identify_language
from extract.model.citation import Citation
from extract.reading.readers import read_document


@pytest.mark.parametrize(
    ("text", "language", "certain"),
    [
        ("The General Assembly,", "en", True),
        ("Las aguas del mar y los puertos que en ellas hay", "es", True),
        ("大会通过第99/901号决议。", "zh", False),
        ("القرار 99/901", "ar", False),
        ("Резолюция 99/901", "ru", False),
        ("Résolution 99/901", "fr", False),
        ("Consejo de Seguridad, 9901 (2044)", "es", False),
        ("A/RES/99/901", None, False),
        ("S/RES/9901 (2044); A/RES/99/901; E/2044/47.", None, False),
    ],
)
def test_a_language_is_told_likely_or_unknown(text: str, language: str | None, certain: bool) -> None:  # noqa: FBT001  # a column of the table
    tongue = identify_language(text, [text])
    assert (tongue.language, not tongue.doubt) == (language, certain)


def test_metadata_name_the_language_of_a_text_that_does_not_show_it() -> None:
    assert identify_language("A/RES/99/901", ["A/RES/99/901"], named="fr").language == "fr"


def found(text: str) -> list[str]:
    document = read_document(text.encode(), file="x.txt")
    return [row.target for row in find_citations(document) if isinstance(row, Citation)]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("A/RES/99/295\nS/RES/9325 (2044)\nCEDAW/C/GC/95\n", ["A/RES/99/295", "S/RES/9325(2044)", "CEDAW/C/GC/95"]),
        ("S/RES/9540 (2044); A/HRC/RES/96/18.", ["S/RES/9540(2044)", "A/HRC/RES/96/18"]),
        ("General Assembly\nA/RES/99/295\nA/RES/98/1", ["A/RES/99/295", "A/RES/98/1"]),
        ("安理会第1540(2004)号决议", ["S/RES/1540(2004)"]),
        ("قرار مجلس الأمن 1540 (2004)", ["S/RES/1540(2004)"]),
        ("Резолюция 1540 (2004)", ["S/RES/1540(2004)"]),
        ("Résolution 1540 (2004)", ["S/RES/1540(2004)"]),
    ],
)
def test_short_texts_are_read_and_say_that_their_language_is_not_certain(text: str, targets: list[str]) -> None:
    assert found(text) == targets
    warnings = read_document(text.encode(), file="x.txt").record.warnings
    assert any("language" in warning for warning in warnings)


def test_the_lines_of_a_masthead_alone_cite_nothing() -> None:
    assert found("United Nations\nA/99/345\nGeneral Assembly\nDistr.: General\n12 May 2044\nOriginal: English\n") == []
