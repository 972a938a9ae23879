"""Reading web pages: the same blocks as of plain text, notes in their manners, what is left out, hostile pages."""

import base64
import quopri

import pytest
from form_sample import html, plain
from hypothesis import given
from hypothesis import strategies as st
from resolution_sample import ENGLISH, SAMPLES, Sample

from extract.find import find_citations
from extract.model.citation import Citation, to_row
from extract.model.document import Document
from extract.model.errors import UnreadableError
from extract.reading.readers import read_document


def read(data: bytes | str) -> Document:
    return read_document(data.encode() if isinstance(data, str) else data, file="page.html")


def shown(body: str) -> list[str]:
    """Paragraphs of the text of a page with a body."""
    return read(f"<html><body>{body}</body></html>").text.rstrip("\n").split("\n\n")


def notes(document: Document) -> dict[str, str]:
    return {block.label: block.text for block in document.blocks if block.label.startswith("fn")}


def marks(document: Document) -> dict[str, str]:
    """Number of each mark, and the word that it stands behind."""
    return {
        mark.number: block.text[: mark.position].rpartition(" ")[2] for block in document.blocks for mark in block.marks
    }


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_what_is_read_is_what_is_read_of_the_same_as_plain_text(sample: Sample) -> None:
    given, expected = read(html(sample)), read_document(plain(sample).encode(), file="resolution.txt")
    assert [(b.label, b.text, b.marks) for b in given.blocks] == [(b.label, b.text, b.marks) for b in expected.blocks]
    keys = ("target", "paragraph", "relation", "pinpoint", "certainty", "via", "linked")
    found, wanted = ([to_row(row) for row in find_citations(document)] for document in (given, expected))
    assert [[row.get(key) for key in keys] for row in found] == [[row.get(key) for key in keys] for row in wanted]
    assert all(given.text[row["start"] : row["end"]] == row["quote"] for row in found)
    for name in ("symbol", "language", "organ", "title", "date"):
        assert getattr(given.record, name) == getattr(expected.record, name)
    assert (given.record.form, given.record.warnings) == ("html", ())


def test_a_link_that_disagrees_with_the_text_is_said() -> None:
    changed = html(ENGLISH).replace(b"/en/A/RES/64/292", b"/en/A/RES/64/293")
    found = {row.target: row.evidence.linked for row in find_citations(read(changed)) if isinstance(row, Citation)}
    assert (found["A/RES/64/292"], found["A/RES/61/74"]) == ("A/RES/64/293", None)


WORD = """<div><p>Recalling the Code of Lanterns,<a style='mso-footnote-id:ftn1' href="page.htm#_ftn1"
name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> and resolution 61/74,<a href="#_ftn2"
name="_ftnref2"><sup>[2]</sup></a></p></div>
<div><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> See A/75/132.</p><p>And A/75/133.</p></div>
<div id=ftn2><p><a href="#_ftnref2" name="_ftn2">[2]</a> 12 lanterns.</p></div></div>"""
TYPED = """<p>99/931. Lanterns</p><p>The General Assembly,</p><p>Recalling the Code of Lanterns,<sup>1</sup></p>
<p>Guided by its resolution 61/7<sup>2</sup>,</p><p>1. Decides to go on.</p><hr>
<p><sup>1</sup> See A/75/132.</p><p>2 See A/75/133.</p>"""
NAMED = """<p>Recalling the Code,<sup>[<a href="#n1">1</a>]</sup> and the Rules,<sup>(<a href="#n2">2</a>)</sup></p>
<table><tr><td>x</td></tr></table><p><a name="n1"></a>1. See A/75/132.</p><p><a name="n2"></a>(2) See A/75/133.</p>"""


@pytest.mark.parametrize(
    ("body", "expected", "behind"),
    [
        (WORD, {"fn1": "See A/75/132. And A/75/133.", "fn2": "12 lanterns."}, {"1": "Lanterns,", "2": "61/74,"}),
        (TYPED, {"fn1": "See A/75/132.", "fn2": "See A/75/133."}, {"1": "Lanterns,", "2": "61/7"}),
        (NAMED, {"fn1": "See A/75/132.", "fn2": "See A/75/133."}, {"1": "Code,", "2": "Rules,"}),
    ],
    ids=["word", "typed", "named"],
)
def test_notes_are_found_however_they_are_set(body: str, expected: dict[str, str], behind: dict[str, str]) -> None:
    document = read(f"<html><body>{body}</body></html>")
    assert notes(document) == expected
    assert marks(document) == behind


def test_links_to_pages_of_a_list_are_no_notes() -> None:
    body = '<p>Page <a href="#two">2</a> <a href="#three">3</a></p><div id="two"><p>Lanterns</p></div>'
    body += '<p id="three">Harbours</p>'
    assert shown(body) == ["Page 2 3", "Lanterns", "Harbours"]


def test_what_no_reader_came_for_is_left_out() -> None:
    body = """<header>Site</header><nav>Menu</nav><div role="navigation">Crumbs</div><aside>News</aside>
      <style>p {}</style><script>var symbol = "A/RES/2/2"</script><noscript>Turn on</noscript>
      <p hidden>One</p><p style="DISPLAY: none">Two</p>
      <p aria-hidden="true">Three</p><span class="sr-only">Four</span><!-- Five --><del>Six</del>
      <article><header>Lanterns</header><p>Seven<img alt="Eight"></p></article><footer>Terms</footer>"""
    assert shown(body) == ["Lanterns", "Seven"]


def test_the_main_part_is_read_where_the_page_says_which_it_is() -> None:
    body = f"<p>A/RES/4/4</p><div role='main'><p>{'Lanterns of harbours. ' * 20}</p></div><p>A/RES/5/5</p>"
    assert len(shown(body)) == 1
    assert shown("<p>A/RES/4/4</p><main><p>Loading</p></main>") == ["A/RES/4/4", "Loading"]


def test_lists_are_numbered_as_a_browser_shows_them() -> None:
    body = """<ol start="3"><li>Decides:<ol type="a"><li>to light;</li><li>to dim;
      <ol style="list-style-type: lower-roman"><li>slowly;</li></ol></li></ol></li>
      <li value="7">Invites States;</li><li>8. Requests more.</li></ol><ul><li>Plain</li></ul>"""
    assert shown(body) == [
        "3. Decides:", "(a) to light;", "(b) to dim;", "(i) slowly;",
        "7. Invites States;", "8. Requests more.", "Plain",
    ]  # fmt: skip


def test_a_number_in_a_cell_of_its_own_begins_the_paragraph_beside_it() -> None:
    body = "<table><tr><td>1.</td><td><p>Decides to go on;</p></td></tr><tr><td>(a)</td><td>to light</td></tr>"
    assert shown(body + "<tr><td>Fiji</td><td>17</td></tr></table>") == [
        "1. Decides to go on;",
        "(a) to light",
        "Fiji",
        "17",
    ]


def test_two_line_breaks_end_a_paragraph_and_one_does_not() -> None:
    assert shown("Recalling its<br>resolution 61/74,<br> <br>Decides\n to\tgo on.<br><br><br>End") == [
        "Recalling its resolution 61/74,", "Decides to go on.", "End",
    ]  # fmt: skip


def test_an_old_page_of_typed_text_is_read_as_plain_text_is() -> None:
    text = plain(ENGLISH).replace("2 of", "2  of")
    document = read(f"<html><head><title>A/RES/99/931</title></head><body><pre>{text}</pre></body></html>")
    expected = read_document(text.encode(), file="page.txt")
    assert [(block.label, block.text) for block in document.blocks] == [(b.label, b.text) for b in expected.blocks]
    assert document.record.form == "html"


def test_the_symbol_may_stand_in_the_title_only() -> None:
    page = "<html><head><title>S/2044/12 - E - Desktop</title></head><body><p>Letter on lanterns</p></body></html>"
    assert read(page).record.symbol == "S/2044/12"


def page(charset: str, words: str) -> str:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    return f"<html><head>{meta}</head><body><p>{words}</p></body></html>"


@pytest.mark.parametrize(
    ("charset", "encoding", "words"),
    [
        ("utf-8", "utf-8", "大会，"),
        ("gb2312", "gb18030", "大会，回顾其决议"),
        ("big5", "big5", "大會，回顧其決議"),
        ("windows-1251", "cp1251", "Генеральная Ассамблея,"),
        ("koi8-r", "koi8-r", "Генеральная Ассамблея,"),
        ("windows-1256", "cp1256", "إن الجمعية العامة،"),
        ("iso-8859-1", "cp1252", "L’Assemblée générale,"),
        ("windows-1251", "utf-8", "Генеральная Ассамблея,"),
        ("x-unknown", "utf-16", "Генеральная Ассамблея,"),
    ],
)
def test_encodings_are_told_by_the_page_and_by_the_bytes(charset: str, encoding: str, words: str) -> None:
    assert read(page(charset, words).encode(encoding)).text == words + "\n\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html><body><script>load()</script></body></html>", "shows no text"),
        (b"<!DOCTYPE html>", "shows no text"),
        (html(ENGLISH)[:1200], "is cut off"),
        (b"<body>" + b"<div>" * 5000 + b"A/RES/61/74", "nested too deep"),
        (b"<html>" + b"<p>x" * 1_100_000, "more than 1000000 tags"),
        (b"<html><body><p>\x00\x01\x02</p>" + bytes(range(128, 256)) * 30, "is binary, not text"),
    ],
    ids=["script", "empty", "cut", "deep", "many", "binary"],
)
def test_what_cannot_be_read_is_one_clear_line(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(data)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_tags_left_open_as_old_pages_do_cost_nothing() -> None:
    body = "".join(f"<font><p>Lantern {number}" for number in range(600))
    assert shown(body)[-1] == "Lantern 599"


_TAGS = st.sampled_from([
    "<p>", "</p>", "<li>", "<ol>", "</ol>", "<a href=#n>", "</a>", "<sup>", "</sup>", "<td>", "<table>", "</table>",
    "<div id=n>", "</div>", "<br>", "<pre>", "1", "x",
])  # fmt: skip


@given(st.lists(_TAGS, max_size=60))
def test_no_page_raises_anything_else_and_offsets_stay_inside(tags: list[str]) -> None:
    try:
        document = read("<html><body>" + " ".join(tags) + "</html>")
    except UnreadableError:
        return
    for block in document.blocks:
        assert all(0 <= offset < len(document.text) for offset in block.flow.origin)
        assert all(0 <= mark.position <= len(block.text) for mark in block.marks)


def test_the_number_of_an_item_goes_with_its_first_paragraph() -> None:
    body = "<ol start=9><li><p>One.</p><p>(a) More;</p></li><li></li><li><div><p>Two.</p></div></li></ol><p>End.</p>"
    assert shown(body) == ["9. One.", "(a) More;", "10.", "11. Two.", "End."]


FROM_WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1252"><style><!-- p {mso-style-name:x} --></style>
<!--[if gte mso 9]><xml><o:Author>x</o:Author></xml><![endif]--></head><body lang=FR><div class=WordSection1>
<p class=MsoNormal>60/901.<span style='mso-spacerun:yes'>\xa0 </span>Les lanternes</p>
<p class=MsoNormal><i>L\x92Assembl\xe9e g\xe9n\xe9rale</i>,<o:p></o:p></p>
<p class=MsoNormal>Rappelant sa r\xe9solution\xa061/74 du 6&nbsp;d\xe9cembre 2006<a style='mso-footnote-id:ftn1'
href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:
footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span lang=FR>[1]</span></span><![endif]></span>
</span></a>,</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>D\xe9cide d\x92y revenir.</p>
</div><div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%">
<![endif]><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1'
href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Voir A/75/132.</p></div></div>
</body></html>"""
BLOCKS = [
    ("title", "60/901. Les lanternes"),
    ("head", "L'Assemblée générale,"),
    ("pp1", "Rappelant sa résolution 61/74 du 6 décembre 2006,"),
    ("op1", "1. Décide d'y revenir."),
    ("fn1", "Voir A/75/132."),
]


def test_a_page_that_word_saved_is_read_in_its_encoding_with_its_notes() -> None:
    document = read(FROM_WORD.encode("latin-1"))
    assert [(block.label, block.text) for block in document.blocks] == BLOCKS
    assert marks(document) == {"1": "2006"}


@pytest.mark.parametrize("coding", ["quoted-printable", "base64"])
def test_a_page_in_one_file_with_its_pictures_is_read(coding: str) -> None:
    page = FROM_WORD.encode("latin-1")
    coded = quopri.encodestring(page) if coding == "quoted-printable" else base64.encodebytes(page)
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="--=_x"\n\nA single-file page.\n\n'
    part = "----=_x\nContent-Location: file:///C:/x.htm\nContent-Transfer-Encoding: {}\nContent-Type: {}\n\n"
    data = (head + part.format("base64", "image/png") + "AAAA\n").encode()
    data += part.format(coding, 'text/html; charset="windows-1252"').encode() + coded + b"\n----=_x--\n"
    document = read(data)
    assert [(block.label, block.text) for block in document.blocks] == BLOCKS
    with pytest.raises(UnreadableError, match="without a page"):
        read(head + part.format("base64", "image/png") + "AAAA\n----=_x--\n")


_PAGE = """<html lang="en"><body class="menu-open">
<a class="skip-link" href="#x">Skip A/RES/1/1</a>
<div class="region-header"><ul class="menu menu--main"><li>A/HRC/1/1</li></ul></div>
<div id="block-breadcrumbs">Home A/RES/48/141</div>
<div class="nav-wrapper"><h1>Wells</h1><p>Recalling General Assembly resolution 61/74, the Committee welcomes it.</p>
<div class="footnotes"><p>See A/61/1.</p></div></div>
<div class="social-links">A/RES/11/1</div><div class="cookie-banner">S/2020/1</div>
<div id="site-footer"><p>ST/SGB/2019/4</p></div>
</body></html>"""


def test_the_furniture_of_a_site_is_left_out() -> None:
    document = read_document(_PAGE.encode(), file="x.html")
    rows = [to_row(each) for each in find_citations(document)]
    assert [row["target"] for row in rows] == ["A/RES/61/74", "A/61/1"]


def test_what_shows_much_text_is_no_menu() -> None:
    text = "The harbours must be lit at night. " * 300
    page = f'<html lang="en"><body><div class="menu"><p>{text}</p><p>See A/61/1.</p></div></body></html>'
    document = read_document(page.encode(), file="x.html")
    assert "A/61/1" in document.text
