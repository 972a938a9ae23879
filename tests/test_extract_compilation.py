"""Compilations: one file, several resolutions or decisions, each a document of its own; and what is none."""

from pathlib import Path

import pytest
from table_sample import docx

from extract.find import find_citations
from extract.model.citation import Citation
from extract.model.document import Document
from extract.reading.readers import read_document, read_documents


def divided(folder: Path, text: str) -> list[Document]:
    file = folder / "volume.txt"
    file.write_text(text, encoding="utf-8")
    documents = [read for read in read_documents([file]) if isinstance(read, Document)]
    assert all(document.text == documents[0].text for document in documents)
    return documents


def cited(document: Document) -> list[str]:
    rows = [row for row in find_citations(document) if isinstance(row, Citation)]
    for row in rows:
        evidence = row.evidence
        assert document.text[evidence.start : evidence.end] == evidence.quote
    return [row.target for row in rows]


CLIMATE = """|  | United Nations | FCCC/CP/2044/10/Add.1 |
|  |  | Distr.: General 29 January 2045 |

Conference of the Parties
Report of the Conference of the Parties on its forty-ninth session

Contents
Decision 1/CP.49 Harbours 3
Decision 2/CP.49 Wells 5

Decision 1/CP.49
Harbours
The Conference of the Parties,
Recalling decision 1/CP.21,
1. Decides to go on.

Decision 2/CP.49
Wells
The Conference of the Parties,
Recalling decisions 1/CP.49 and 3/CP.20,
1. Decides to go on.
"""
CLIMATE_ES = """FCCC/CP/2044/10/Add.1

Decisión 1/CP.49

Puertos

La Conferencia de las Partes,

Recordando la decisión 1/CP.21,

1. Decide proseguir.

Decisión 2/CP.49

Pozos

La Conferencia de las Partes,

Recordando la decisión 1/CP.49,

1. Decide proseguir.
"""
HEALTH = """RESOLUTIONS

WHA93.1 Safe wells

The Ninety-third World Health Assembly,
Recalling resolution WHA58.3 (2005) on wells;
1. CALLS for action.

DECISIONS

WHA93(1) Composition of the committee

The Ninety-third World Health Assembly elected a committee pursuant to resolution WHA20.2.
"""
VOLUME = """Resolutions adopted during the ninety-ninth session

RESOLUTION 99/901

Adopted at the 3rd plenary meeting, on 21 September 2044, without a vote, on the basis of draft resolution A/99/L.1

99/901. Harbours

The General Assembly,

Recalling its resolution 98/1 of 3 October 2043,

1. Decides to go on.

RESOLUTION 99/902

Adopted at the 4th plenary meeting, on 22 September 2044, without a vote, on the basis of draft resolution A/99/L.2

99/902. Wells

The General Assembly,

Recalling its resolution 99/901 and Security Council resolution 1325 (2000),

1. Decides to go on.
"""
DECISIONS = """Assemblée générale

Décisions

99/951. Nominations

À sa 1re séance plénière, le 15 septembre 2044, l’Assemblée générale a noté A/99/5 et sa résolution 98/7.

99/952. Élections

À sa 2e séance plénière, le 16 septembre 2044, l’Assemblée générale, conformément à sa décision 99/951, a élu ceci.
"""
COUNCIL_AR = """قرارات مجلس الأمن

القرار 9901 (2044)

إن مجلس الأمن،

إذ يشير إلى قراره 1325 (2000)،

1 - يقرر أن يبقي المسألة قيد نظره.

القرار 9902 (2044)

إن مجلس الأمن،

إذ يشير إلى قراره 1540 (2004)،

1 - يقرر أن يبقي المسألة قيد نظره.
"""
ASSEMBLY_ZH = (
    "第98/901号决议\n\n大会，\n\n回顾其第97/1号决议，\n\n1. 决定如此。\n\n"
    "第98/902号决议\n\n大会，\n\n回顾第96/9号决议，\n\n1. 决定如此。\n"
)
ASSEMBLY_RU = (
    "99/901. Гавани\n\nГенеральная Ассамблея,\n\nссылаясь на свою резолюцию 98/1,\n\n1. постановляет это.\n\n"
    "99/902. Колодцы\n\nГенеральная Ассамблея,\n\nссылаясь на свою резолюцию 98/2,\n\n1. постановляет это.\n"
)
ATOMIC = """GC(90)/RES/7

Nuclear safety

The General Conference,

(a) Recalling resolution GC(89)/RES/7 of the Conference,

1. Requests the Director General to report.

GC(90)/RES/8

Wells

The General Conference,

(a) Recalling resolution GC(90)/RES/7,

1. Requests the Director General to report.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CLIMATE, {"FCCC/CP/2044/10/Add.1": [], "1/CP.49": ["1/CP.21"], "2/CP.49": ["1/CP.49", "3/CP.20"]}),
        (CLIMATE_ES, {"FCCC/CP/2044/10/Add.1": [], "1/CP.49": ["1/CP.21"], "2/CP.49": ["1/CP.49"]}),
        (HEALTH, {"WHA93.1": ["WHA58.3"], "WHA93(1)": ["WHA20.2"]}),
        (VOLUME, {"A/RES/99/901": ["A/RES/98/1"], "A/RES/99/902": ["A/RES/99/901", "S/RES/1325(2000)"]}),
        (DECISIONS, {"A/DEC/99/951": ["A/99/5", "A/RES/98/7"], "A/DEC/99/952": ["A/DEC/99/951"]}),
        (COUNCIL_AR, {"S/RES/9901(2044)": ["S/RES/1325(2000)"], "S/RES/9902(2044)": ["S/RES/1540(2004)"]}),
        (ASSEMBLY_ZH, {"A/RES/98/901": ["A/RES/97/1"], "A/RES/98/902": ["A/RES/96/9"]}),
        (ASSEMBLY_RU, {"A/RES/99/901": ["A/RES/98/1"], "A/RES/99/902": ["A/RES/98/2"]}),
        (ATOMIC, {"GC(90)/RES/7": ["GC(89)/RES/7"], "GC(90)/RES/8": ["GC(90)/RES/7"]}),
    ],
    ids=["climate", "climate-es", "health", "volume", "decisions-fr", "council-ar", "zh", "ru", "atomic"],
)  # fmt: skip
def test_each_resolution_of_a_compilation_is_a_document(
    tmp_path: Path, text: str, expected: dict[str, list[str]]
) -> None:
    assert {document.record.symbol: cited(document) for document in divided(tmp_path, text)} == expected


def test_a_decision_of_parties_is_a_decision_and_keeps_what_follows_its_number(tmp_path: Path) -> None:
    text = CLIMATE.replace("decision 1/CP.21,", "decision 1/CP.21, paragraph 29,")
    [row] = find_citations(divided(tmp_path, text)[1])
    assert isinstance(row, Citation)
    assert (row.target, row.kind, row.evidence.pinpoint) == ("1/CP.21", "decision", "paragraph 29")


def test_the_documents_have_titles_dates_and_labels_of_their_own(tmp_path: Path) -> None:
    first, second = divided(tmp_path, VOLUME)
    assert (first.record.title, first.record.date) == ("Harbours", "2044-09-21")
    assert (second.record.title, second.record.date) == ("Wells", "2044-09-22")
    assert [block.label for block in second.blocks][-2:] == ["pp1", "op1"]


def test_a_note_belongs_to_the_document_that_bears_its_mark(tmp_path: Path) -> None:
    marked = VOLUME.replace("3 October 2043,", "3 October 2043,1").replace("(2000),", "(2000),2")
    first, second = divided(tmp_path, f"{marked}\n1 A/98/7.\n\n2 A/98/8.\n")
    assert [block.text for block in first.blocks if block.label.is_note] == ["A/98/7."]
    assert [block.text for block in second.blocks if block.label.is_note] == ["A/98/8."]


def test_a_document_that_is_printed_in_two_places_is_one(tmp_path: Path) -> None:
    again = VOLUME + VOLUME.partition("session\n")[2].partition("RESOLUTION 99/902")[0].replace("98/1 of", "98/3 of")
    documents = divided(tmp_path, again)
    assert [document.record.symbol for document in documents] == ["A/RES/99/901", "A/RES/99/902"]
    assert cited(documents[0]) == ["A/RES/98/1", "A/RES/98/3"]


_ANNEX = "\n\n2044/5. Wells\n\nThe Economic and Social Council,\n\n1. Decides so.\n"
ONE = {
    "one resolution": "99/901. Harbours\n\nThe General Assembly,\n\n1. Decides so.\n",
    "parts": "99/97. Harbours\n\nA\n\nThe General Assembly,\n\n1. Decides so.\n\nB\n\nThe General Assembly,\n\n1. Go.",
    "annex": "99/901. Harbours\n\nThe General Assembly,\n\n1. Adopts the text.\n\nAnnex" + _ANNEX,
    "two in an annex": "99/901. Harbours\n\nThe General Assembly,\n\n1. Adopts the texts.\n\nAnnex"
    + _ANNEX
    + _ANNEX.replace("2044/5", "2044/6"),
    "letter": "United Nations\nS/2044/123\nSecurity Council\nDistr.: General\n6 March 2044\n\nLetter dated 5 March "
    "2044 from the Chair\n\nI have the honour to send two texts.\n\nAnnex\n\n99/901. Harbours\n\nThe General "
    "Assembly,\n\n1. Decides so.\n\n99/902. Wells\n\nThe General Assembly,\n\n1. Decides so.\n",
    "list": "Resolutions\n\n99/901. Harbours\n\n99/902. Wells\n\n99/903. Lights\n",
}


@pytest.mark.parametrize("text", ONE.values(), ids=ONE)
def test_what_holds_one_document_stays_one(tmp_path: Path, text: str) -> None:
    [document] = divided(tmp_path, text)
    assert document == read_document(text.encode(), file="volume.txt")


def test_cells_of_a_table_keep_their_labels_in_the_document_that_holds_them(tmp_path: Path) -> None:
    file = tmp_path / "volume.docx"
    second = ["79/902. Wells", "The General Assembly,", "Recalling its resolution 71/243,"]
    table = [["Number", "Title"], ["70/1", "Agenda"], ["71/2", "Wells"]]
    file.write_bytes(
        docx(
            "Resolutions adopted",
            "79/901. Harbours",
            "The General Assembly,",
            "Recalling its resolution 70/2,",
            "1. Decides to continue.",
            *second,
            table,
            "1. Decides to continue.",
        )
    )
    documents = [read for read in read_documents([file]) if isinstance(read, Document)]
    labels = [str(block.label) for block in documents[-1].blocks]
    assert len(documents) == 2
    assert [label for label in labels if label.startswith("table1/r2")] == ["table1/r2c1", "table1/r2c2"]
    assert labels[-1] == "op1"
