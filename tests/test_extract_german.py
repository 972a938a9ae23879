"""German, which was added by data alone: a whole document of our own wording, read from its bytes to its rows."""

from extract.find import find_citations
from extract.model.citation import to_row
from extract.reading.readers import read_document

TEXT = """\
Vereinte Nationen                                                  A/RES/79/906

Generalversammlung

Resolution der Generalversammlung, verabschiedet am 12. Dezember 2024

79/906. Archive der Abrüstung

Die Generalversammlung,

unter Hinweis auf ihre Resolutionen 61/74 vom 6. Dezember 2006 und 62/37 vom 5. Dezember 2007,

eingedenk des Vertrags über die Nichtverbreitung von Kernwaffen1 und insbesondere seines Artikels VI,

1. bekräftigt ihre Resolution 60/1 vom 16. September 2005;

2. ersucht den Generalsekretär, der Versammlung gemäß Resolution 1540 (2004) des Sicherheitsrats Bericht zu erstatten;

3. beschließt, den Punkt in die vorläufige Tagesordnung ihrer achtzigsten Tagung aufzunehmen.

60. Plenarsitzung
12. Dezember 2024

1 United Nations, Treaty Series, Vol. 729, Nr. 10485.
"""

DOCUMENT = read_document(TEXT.encode(), file="de.txt")


def test_the_masthead_is_read() -> None:
    record = DOCUMENT.record
    assert (record.language, record.symbol, record.organ) == ("de", "A/RES/79/906", "General Assembly")
    assert (record.title, record.date) == ("Archive der Abrüstung", "2024-12-12")


def test_every_reference_is_found_with_its_paragraph_verb_and_date() -> None:
    rows = [to_row(reference) for reference in find_citations(DOCUMENT)]
    assert [(row["paragraph"], row["relation"], row["target"], row["date"]) for row in rows] == [
        ("pp1", "recalls", "A/RES/61/74", "2006-12-06"),
        ("pp1", "recalls", "A/RES/62/37", "2007-12-05"),
        ("pp2", "bears-in-mind", "treaty:npt", None),
        ("op1", "reaffirms", "A/RES/60/1", "2005-09-16"),
        ("op2", "requests", "S/RES/1540(2004)", None),
        ("fn1", "bears-in-mind", "treaty:npt", None),
    ]


def test_the_note_identifies_the_treaty_and_the_article_is_its_pinpoint() -> None:
    row = next(row for row in map(to_row, find_citations(DOCUMENT)) if row["paragraph"] == "pp2")
    assert (row["via"], row["pinpoint"]) == ("fn1", "Artikels VI")
