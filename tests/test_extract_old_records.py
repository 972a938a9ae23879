"""Records as scans show them: lost notes, lost stops and lines, long votes, paragraphs without numbers."""

import pytest

from extract.model.document import Document
from extract.reading.readers import read_document

HEAD = "451 (2044). Resolution of 3 March 2044\n\nThe Security Council,\n\n"
TAIL = "Adopted unanimously at the 1551st meeting."


def read(text: str) -> Document:
    return read_document(text.encode(), file="x.txt")


def labels(*paragraphs: str) -> list[str]:
    return [str(block.label) for block in read(HEAD + "\n\n".join(paragraphs)).blocks][2:]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            (
                "Having considered the report of the Secretary-General on the harbours of the north, 26",
                "Noting the letter of the keepers,",
                "1. Decides to go on.",
                TAIL,
            ),
            ["pp1", "pp2", "op1", "tail"],
        ),
        (
            ("Having considered the report of the keepers on the lanterns. 7", "1. Decides to go on.", TAIL),
            ["pp1", "op1", "tail"],
        ),
        (
            ("Having noted what the keepers said of the lanterns (S/12) 9", "1. Decides to go on.", TAIL),
            ["pp1", "op1", "tail"],
        ),
        (
            ("Noting the lanterns,", "A. Lanterns of the north", "1. Decides to go on.", TAIL),
            ["pp1", "heading", "op1", "tail"],
        ),
        (
            (
                "Noting the lanterns,",
                "1. Decides to go on.",
                (
                    "Adopted at the 1608th meeting by 11 votes to none, with 4 abstentions (Lantern Islands, Harbours, "
                    "United Keepers of the Northern and the Southern Coast, Union of Lighted Republics, their Islands)."
                ),
            ),
            ["pp1", "op1", "tail"],
        ),
        (
            ("Noting the lanterns,", "1. Decides to go on;", "2, Requests a report;", "3. Ends.", TAIL),
            ["pp1", "op1", "op2", "op3", "tail"],
        ),
        (
            ("Noting the lanterns,", "1, Decides to go on;", "2. Requests a report.", TAIL),
            ["pp1", "op1", "op2", "tail"],
        ),
        (
            (
                "Noting the lanterns,",
                "1. Decides to go on;",
                "8. Requests all of the keepers to report on the lanterns at dawn;",
                "3. Ends.",
                TAIL,
            ),
            ["pp1", "op1", "op2", "op3", "tail"],
        ),
        (
            (
                "Noting the lanterns,",
                "Resolves that the keepers shall go on until dawn, and that",
                "Provided that they can.",
                TAIL,
            ),
            ["pp1", "op1", "op2", "tail"],
        ),
        (("Demands that the keepers light all the lanterns of the north", TAIL), ["op1", "tail"]),
        (
            (
                "Whereas the harbours of the north are open to the ships of all States ; and",
                "Whereas the lanterns are lit,",
                "1. Decides to go on.",
                TAIL,
            ),
            ["pp1", "pp2", "op1", "tail"],
        ),
    ],
)
def test_paragraphs_of_a_scan_keep_their_places(paragraphs: tuple[str, ...], expected: list[str]) -> None:
    assert labels(*paragraphs) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Having examined the application of the Republic of\nthe Islands,\n\nRecommends that the Republic be "
                "admitted to membership in\nthe United Nations.\n\nAdopted unanimously at the\n891st meeting.\n"
            ),
            [
                "Having examined the application of the Republic of the Islands,",
                "Recommends that the Republic be admitted to membership in the United Nations.",
                "Adopted unanimously at the 891st meeting.",
            ],
        ),
        (
            (
                "Recalling its resolution 107 (1955) of 30 March 1955,\nHaving received the report of the\n"
                "keepers on the lanterns of the north and the harbours of\nthe south,\n\n"
                "1. Decides to keep the lanterns\nof all harbours alight.\n\n"
                "Adopted at the 12th meeting 3\n\n3 No vote was taken on the\npreamble.\n"
            ),
            [
                "Recalling its resolution 107 (1955) of 30 March 1955,",
                "Having received the report of the keepers on the lanterns of the north and the harbours of the south,",
                "1. Decides to keep the lanterns of all harbours alight.",
                "Adopted at the 12th meeting",
                "No vote was taken on the preamble.",
            ],
        ),
        (
            (
                "Recalling the obligation of all Member\nStates to keep lanterns alight in harbours\nof the north,\n\n"
                "1. Decides that the lanterns of the harbours\nshall be lit at dawn.\n\nAdopted at the 9th meeting.\n"
            ),
            [
                "Recalling the obligation of all Member States to keep lanterns alight in harbours of the north,",
                "1. Decides that the lanterns of the harbours shall be lit at dawn.",
                "Adopted at the 9th meeting.",
            ],
        ),
    ],
)
def test_lines_of_a_short_record_are_joined(text: str, expected: list[str]) -> None:
    assert [block.text for block in read(HEAD + text).blocks][2:] == expected


def test_a_table_that_skips_numbers_keeps_those_that_it_prints() -> None:
    rows = ("2. Harbours", "12. Lanterns", "4. Nets")
    assert [str(block.label) for block in read(HEAD + "\n\n".join(("1. Lists:", *rows, TAIL))).blocks][4] != "op3"
