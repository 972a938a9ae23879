"""Markdown: told by its marks, and read as the text that they set."""

import time

import pytest

from extract.find import find_citations
from extract.model.citation import to_row
from extract.reading.plain.markdown import is_markdown, plain_of
from extract.reading.readers import read_document


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("*Recalling* its resolution", "Recalling its resolution"),
        ("**Recalling** and ***noting***", "Recalling and noting"),
        ("__Décide__ de _rester_ saisie", "Décide de rester saisie"),
        ("*大会*，*回顾*其决议", "大会，回顾其决议"),
        ("*إذ تشير* إلى قرارها", "إذ تشير إلى قرارها"),
        ("[resolution 61/74](https://undocs.org/A/RES/61/74)", "resolution 61/74"),
        ('[S/RES/1718 (2006)](https://undocs.org/S/RES/1718(2006) "text")', "S/RES/1718 (2006)"),
        ("[the report][1]\n\n[1]: https://undocs.org/A/61/1", "the report\n\n"),
        ("# Heading #\n\nText\n====", "Heading\n\nText\n"),
        ("> quoted\n> text", "quoted\ntext"),
        ("`A/RES/61/74`", "A/RES/61/74"),
        ("wells[^1]\n\n[^1]: See A/61/1.", "wells1\n\n1 See A/61/1."),
        ("A/61/1\\* and \\[x\\]", "A/61/1* and [x]"),
        ("a<br/>b &amp; <em>c</em><!-- d -->", "ab & c"),
        ("|A|B|\n|---|---|\n|61/74|61/75|", "A\n\nB\n\n\n61/74\n\n61/75\n"),
        ("more_than_one_word and 2 * 3 * 4", "more_than_one_word and 2 * 3 * 4"),
        ("A/76/1*\n\n* Reissued.", "A/76/1*\n\n* Reissued."),
        ("____________\n1 See A/61/1.", "____________\n1 See A/61/1."),
    ],
)
def test_marks_are_left_out(written: str, read: str) -> None:
    assert plain_of(written) == read


@pytest.mark.parametrize(
    ("text", "file", "expected"),
    [
        ("plain", "x.md", True),
        ("*Recalling* A and *noting* B", "x.txt", True),
        ("See [A/61/1](https://undocs.org/A/61/1).", "x.txt", True),
        ("# Report\n\n*Recalling* A", "x.txt", True),
        ("A/76/1*\n\n* Reissued for technical reasons.\n* * *", "x.txt", False),
        ("2 * 3 * 4 * 5 * 6", "x.txt", False),
        ("#1 is one, # 2 is two", "x.txt", False),
        ("one *word* only", "x.txt", False),
    ],
)
def test_markdown_is_told_by_name_or_marks(text: str, file: str, *, expected: bool) -> None:
    assert is_markdown(text, file=file) is expected


def test_a_resolution_in_markdown_is_read_like_any_other() -> None:
    text = (
        "*The General Assembly*,\n\n"
        "*Recalling* its [resolution 61/74](https://undocs.org/en/A/RES/61/74) of 6 December 2006,[^1]\n\n"
        "*Noting* Security Council resolution 1718 (2006),\n\n"
        "1. *Decides* to meet in the light of resolution 55/2.\n\n"
        "[^1]: See A/61/100.\n"
    )
    document = read_document(text.encode(), file="draft.txt")
    rows = [to_row(each) for each in find_citations(document)]
    assert [(row["target"], row["paragraph"], row["relation"]) for row in rows] == [
        ("A/RES/61/74", "pp1", "recalls"),
        ("S/RES/1718(2006)", "pp2", "notes"),
        ("A/RES/55/2", "op1", "decides"),
        ("A/61/100", "fn1", "recalls"),
    ]
    assert all(document.text[row["start"] : row["end"]] == row["quote"] for row in rows)


@pytest.mark.parametrize("text", ["*a " * 100_000, "[a](" * 100_000, "<!--" * 100_000, "|" * 500_000, "`a" * 200_000])
def test_hostile_marks_take_little_time(text: str) -> None:
    start = time.process_time()
    is_markdown(text, file="x.txt")
    plain_of(text)
    assert time.process_time() - start < 5
