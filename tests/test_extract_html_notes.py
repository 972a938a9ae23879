"""Notes of web pages, linked or not, and what their style sheets hide, strike out and raise."""

import time

import pytest

from extract.find import find_citations
from extract.model.citation import Citation
from extract.model.document import Document
from extract.reading.readers import read_document

HEAD = "<p>99/931. Lanterns</p><p><i>The General Assembly</i>,</p>"


def read(body: str, css: str = "") -> Document:
    page = f"<html><head><style>{css}</style></head><body>{HEAD}{body}</body></html>"
    return read_document(page.encode(), file="page.html")


def notes(document: Document) -> dict[str, str]:
    return {str(block.label): block.text for block in document.blocks if block.label.is_note}


def marks(document: Document) -> list[tuple[str, str]]:
    """What each mark follows, and its number."""
    return [(block.text[: mark.position].split()[-1], mark.number) for block in document.blocks for mark in block.marks]


def cited(document: Document) -> list[tuple[str | None, str]]:
    return [(row.target, str(row.evidence.paragraph)) for row in find_citations(document) if isinstance(row, Citation)]


LINKED = '<p>Recalling the Code of Lanterns,<a {} href="#n">{}</a></p><p>1. Decides to go on.</p>'
NOTED = {"fn1": "See A/RES/61/74."}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (LINKED.format("", "1") + '<aside id="n"><p>See A/RES/61/74.</p></aside>', NOTED),
        (
            LINKED.format('role="doc-noteref"', "1") + '<aside role="doc-footnote" id="n">See A/RES/61/74.</aside>',
            NOTED,
        ),
        (LINKED.format("", "1") + '<aside><ol><li id="n">See A/RES/61/74.</li></ol></aside>', NOTED),
        (LINKED.format("", "1") + '<footer><div class="notes"><p id="n">1. See A/RES/61/74.</p></div></footer>', NOTED),
        (LINKED.format("", "1") + '<aside class="footnote"><p id="n">See A/RES/61/74.</p></aside>', NOTED),
        (LINKED.format("", "<sup>a</sup>") + '<p id="n"><sup>a</sup> See A/RES/61/74.</p>', {"fna": NOTED["fn1"]}),
        (LINKED.format("", "<sup>b</sup>") + '<p id="n">b) See A/RES/61/74.</p>', {"fnb": NOTED["fn1"]}),
        (LINKED.format("", "<sup>ب</sup>") + '<p id="n"><sup>ب</sup> See A/RES/61/74.</p>', {"fnب": NOTED["fn1"]}),
        (
            LINKED.format("", "<b class=EndnoteRef>[ii]</b>") + '<div id="n"><p>[ii] See A/RES/61/74.</p></div>',
            {"fnii": NOTED["fn1"]},
        ),
        (LINKED.format("class=noteref", "*") + '<p id="n">* See A/RES/61/74.</p>', {"fn*": NOTED["fn1"]}),
    ],
)  # fmt: skip
def test_linked_notes_wherever_they_stand_and_whatever_signs_them(body: str, expected: dict[str, str]) -> None:
    document = read(body)
    assert notes(document) == expected
    assert marks(document) == [("Lanterns,", next(iter(expected)).removeprefix("fn"))]
    assert cited(document)[-1] == ("A/RES/61/74", next(iter(expected)))


@pytest.mark.parametrize(
    ("body", "expected", "behind"),
    [
        (
            (
                "<p>Recalling the Code,<sup>a</sup> and the Rules,<sup>b</sup></p><p><sup>a</sup> A/75/132.</p>"
                "<p><sup>b</sup> A/75/133.</p>"
            ),
            {"fna": "A/75/132.", "fnb": "A/75/133."},
            [("Code,", "a"), ("Rules,", "b")],
        ),
        (
            (
                "<p>Recalling the Code,<sup>a</sup> and the Rules,<sup>b</sup></p>"
                "<p><sup>a</sup> A/75/132.<br><sup>b</sup> A/75/133.</p>"
            ),
            {"fna": "A/75/132.", "fnb": "A/75/133."},
            [("Code,", "a"), ("Rules,", "b")],
        ),
        (
            "Recalling the Code,<sup>a</sup><br><br>1. Decides.<br><br><sup>a</sup> A/75/132.<br>",
            {"fna": "A/75/132."},
            [("Code,", "a")],
        ),
        (
            (
                "<p>Recalling the Code,<sup>5</sup> and the Rules,<sup>6</sup></p><p><sup>5</sup> A/75/132.</p>"
                "<p><sup>6</sup> A/75/133.</p>"
            ),
            {"fn5": "A/75/132.", "fn6": "A/75/133."},
            [("Code,", "5"), ("Rules,", "6")],
        ),
        (
            "<p>Recalling the Code,<sup>1</sup></p><aside><p><sup>1</sup> A/75/132.</p></aside>",
            {"fn1": "A/75/132."},
            [("Code,", "1")],
        ),
        (
            (
                "<p>Recalling the Code,<sup>1</sup> and the Rules,<sup>2</sup></p><h4>Notes</h4>"
                "<ol class='footnotes'><li>A/75/132.</li><li>A/75/133.</li></ol>"
            ),
            {"fn1": "A/75/132.", "fn2": "A/75/133."},
            [("Code,", "1"), ("Rules,", "2")],
        ),
        (
            "<p>Recalling the Code,<sup>5</sup></p><hr><ol start=5><li>A/75/132.</li></ol>",
            {"fn5": "A/75/132."},
            [("Code,", "5")],
        ),
        (
            (
                "<table><tr><td>Harbours<sup>a</sup></td><td>61/74</td></tr><tr><td><sup>a</sup></td><td>A/75/132.</td>"
                "</tr></table><table><tr><td>Nets<sup>a</sup></td></tr></table><p><sup>a</sup> See A/75/133.</p>"
            ),
            {"fna": "A/75/132.", "fna.2": "See A/75/133."},
            [("Harbours", "a"), ("Nets", "a.2")],
        ),
        (
            (
                '<p>Recalling the Code,<a href="#n"><sup>1</sup></a> and the Rules,<sup>a</sup></p>'
                '<p id="n"><sup>1</sup> A/75/132.</p><p><sup>a</sup> A/75/133.</p>'
            ),
            {"fn1": "A/75/132.", "fna": "A/75/133."},
            [("Code,", "1"), ("Rules,", "a")],
        ),
    ],
)
def test_notes_that_no_link_joins(body: str, expected: dict[str, str], behind: list[tuple[str, str]]) -> None:
    document = read(body)
    assert notes(document) == expected
    assert marks(document) == behind
    assert all(
        document.text[row.evidence.start : row.evidence.end] == row.evidence.quote for row in find_citations(document)
    )


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="#a">a</a> <a href="#b">b</a></p><p id="a">a Lanterns</p><p id="b">b Harbours</p>',
        "<p>la 61<sup>e</sup> séance, le 1<sup>er</sup> juin, n<sup>o</sup> 7</p><p>2<sup>e</sup> partie</p>",
        "<ol><li>Decides</li></ol><p>CO<sub>2</sub> of 10 km<sup>2</sup></p><hr><ol><li>One</li><li>Two</li></ol>",
        "<table><tr><td>Rice<sup>a</sup></td><td><sup>a</sup> 12</td></tr></table>",
        "<aside>News of A/75/132</aside><p>Lanterns</p>",
    ],
)
def test_what_is_no_note(body: str) -> None:
    assert notes(read(body)) == {}


@pytest.mark.parametrize(
    "mark",
    ["<sup>5</sup>", "<sup>(5)</sup>", '<a href="/x"><sup>5</sup></a>', '<span class="up">5</span>',
     '<span style="vertical-align:super">5</span>', "<sup><i>5</i></sup>"],
)  # fmt: skip
@pytest.mark.parametrize("linked", [True, False])
def test_raised_digits_of_no_known_note_join_no_number(mark: str, *, linked: bool) -> None:
    link = '<p>Recalling the Code,<a href="#n"><sup>1</sup></a></p>' if linked else ""
    body = f"{link}<p>Recalling its resolution 61/74{mark} of 6 December 2006,</p>"
    document = read(body + ('<p id="n"><sup>1</sup> See A/75/132.</p>' if linked else ""), ".up{vertical-align:super}")
    assert ("A/RES/61/74", "pp2" if linked else "pp1") in cited(document)
    assert not any((target or "").startswith("A/RES/61/745") for target, _ in cited(document))


def test_raised_digits_in_a_link_leave_the_link() -> None:
    document = read('<p>Recalling resolution <a href="https://undocs.org/A/RES/61/75">61/74<sup>5</sup></a>,</p>')
    assert [row.evidence.linked for row in find_citations(document) if isinstance(row, Citation)] == ["A/RES/61/75"]


STRUCK = "<p>Recalling its resolutions <{0}>60/1</{1}> 61/74 of 6 December 2006,</p>"


@pytest.mark.parametrize(
    ("attribute", "css"),
    [
        ('span style="text-decoration:line-through"', ""),
        ('span style="TEXT-DECORATION: underline Line-Through red"', ""),
        ('span style="text-decoration-line: line-through"', ""),
        ("span class='old x'", ".old { text-decoration: line-through }"),
        ("span class='old'", "span.new, p span.old{display:none}"),
        ("span class='old'", "@media screen { .old { visibility: hidden } }"),
        ("span id='old'", "/* .old {} */ #old{display:none!important} span{display:inline}"),
        ("span class='old'", "body > p .old{display:none}"),
        ("span class='old' style='display:inline'", ".old{display:none !important}"),
        ("s", ""), ("del", ""), ("strike", ""),
    ],
)  # fmt: skip
def test_hidden_and_struck_text_is_left_out(attribute: str, css: str) -> None:
    document = read(STRUCK.format(attribute, attribute.split(maxsplit=1)[0]), css)
    assert [target for target, _ in cited(document)] == ["A/RES/61/74"]


@pytest.mark.parametrize(
    ("attribute", "css"),
    [
        ("span class='old'", "@media print { .old { display: none } }"),
        ("span class='old'", ".old:hover { display: none } .old::after { text-decoration: line-through }"),
        ("span class='old'", ".old{display:none} span.old{display:inline}"),
        ("span class='old' style='display:inline'", ".old{display:none}"),
        ("span class='old'", "table .old{display:none} .older{display:none} a + .old{display:none}"),
        ("span class='old'", "{{{{ .old{display:none"),
        ("span class='old'", "@import url(http://x.example/a.css); .old { text-decoration: underline }"),
    ],
)  # fmt: skip
def test_what_is_shown_on_the_screen_is_read(attribute: str, css: str) -> None:
    assert "60/1" in read(STRUCK.format(attribute, "span"), css).text


def test_the_main_part_of_a_page_is_read_although_a_script_would_show_it() -> None:
    body = f"<div class='content'><p>Recalling its resolution 61/74,</p>{'<p>Lanterns.</p>' * 30}</div>"
    assert "61/74" in read(body, ".content{display:none}").text


def test_hostile_sheets_and_signs_are_read_in_time() -> None:
    begun = time.process_time()
    css = ("{" * 50_000) + "".join(f".c{at} .d .e .f .g .h .i .j .k{{display:none}}" for at in range(5000))
    deep = '<div class="k j i h g f e d">' * 150 + "<p>Lanterns</p>" + "</div>" * 150
    raised = "".join(f"<p>x<sup>{at % 900}</sup></p><p><sup>{at % 900}</sup> See it.</p>" for at in range(5000))
    assert "Lanterns" in read(deep + raised, css).text
    assert time.process_time() - begun < 20
