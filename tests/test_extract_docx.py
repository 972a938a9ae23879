"""Reading DOCX: the same blocks as of plain text, what Word shows and hides, and files that are broken or hostile."""

import io
import random
import zipfile

import pytest
from form_sample import docx, package, plain
from hypothesis import given
from hypothesis import strategies as st
from resolution_sample import ENGLISH, SAMPLES, Sample

from extract.find import find_citations
from extract.model.citation import Citation, to_row
from extract.model.document import Document
from extract.model.errors import UnreadableError
from extract.reading.readers import read_document


def read(data: bytes) -> Document:
    return read_document(data, file="resolution.docx")


def line(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def raised(text: str) -> str:
    return run(text, '<w:vertAlign w:val="superscript"/>')


def shown(body: str, **parts: str) -> list[str]:
    """Paragraphs of the text of a DOCX file with a body."""
    return read(package(body, parts)).text.rstrip("\n").split("\n\n")


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_what_is_read_is_what_is_read_of_the_same_as_plain_text(sample: Sample) -> None:
    given, expected = read(docx(sample)), read_document(plain(sample).encode(), file="resolution.txt")
    assert [(b.label, b.text, b.marks) for b in given.blocks] == [(b.label, b.text, b.marks) for b in expected.blocks]
    assert given.text == expected.text + "\n"
    keys = ("target", "quote", "paragraph", "relation", "pinpoint", "certainty", "via")
    found, wanted = ([to_row(row) for row in find_citations(document)] for document in (given, expected))
    assert [[row[key] for key in keys] for row in found] == [[row[key] for key in keys] for row in wanted]
    for name in ("symbol", "language", "organ", "title", "date"):
        assert getattr(given.record, name) == getattr(expected.record, name)
    assert (given.record.form, given.record.warnings) == ("docx", ())


def test_links_are_compared_with_the_text() -> None:
    address = b"https://undocs.org/A/RES/61/74"
    changed = read(rezipped(SOUND, {address: address[:-1] + b"5"}))
    found = {row.target: row.evidence.linked for row in find_citations(changed) if isinstance(row, Citation)}
    assert (found["A/RES/61/74"], found["A/RES/64/292"]) == ("A/RES/61/75", None)


def test_a_field_links_as_a_hyperlink_does() -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    instruction = '<w:r><w:instrText> HYPERLINK "https://undocs.org/A/RES/61/75" </w:instrText></w:r>'
    body = line(
        run("See "), field.format("begin"), instruction, field.format("separate"), run("61/74"), field.format("end")
    )
    document = read(package(body))
    assert document.text == "See 61/74\n\n"
    assert [(link.start, link.end, link.symbol) for link in document.links] == [(4, 9, "A/RES/61/75")]


def test_deletions_hidden_text_and_comments_are_left_out_and_insertions_read() -> None:
    body = line(
        run("one "), f"<w:del>{run('two ').replace('w:t', 'w:delText')}</w:del>", f"<w:ins>{run('three ')}</w:ins>",
        f"<w:moveFrom>{run('four ')}</w:moveFrom>", f"<w:moveTo>{run('five ')}</w:moveTo>",
        run("six ", "<w:vanish/>"), run("seven", '<w:vanish w:val="0"/>'), "<w:commentReference w:id='1'/>",
    )  # fmt: skip
    assert shown(body) == ["one three five seven"]


def test_signs_that_word_keeps_as_elements_are_read() -> None:
    body = line("<w:r><w:t>S</w:t><w:noBreakHyphen/><w:t>10/2</w:t><w:tab/><w:t>or</w:t><w:br/><w:t>not</w:t></w:r>")
    assert shown(body) == ["S\u201110/2 or not"]


def test_text_boxes_are_read_once_behind_the_paragraph_they_stand_at() -> None:
    box = f"<w:txbxContent>{line(run('A/C.1/99/L.5'))}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert shown(line(run("United Nations"), both) + line(run("Draft"))) == ["United Nations", "A/C.1/99/L.5", "Draft"]


NUMBERING = """<w:numbering {names}>
  <w:abstractNum w:abstractNumId="0">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
    <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
  </w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="0"/>
    <w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
</w:numbering>"""
STYLES = """<w:styles {names}>
  <w:style w:styleId="Numbered"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:styleId="Raised"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
</w:styles>"""


def listed(identifier: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{identifier}"/></w:numPr>'


def test_automatic_numbers_are_written_as_word_shows_them() -> None:
    places = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 3), (1, 0), (1, 1), (2, 0), (9, 0), (0, 0)]
    body = "".join(line(run("x"), properties=listed(*place)) for place in places)
    body += line(run("x"), properties='<w:pStyle w:val="Numbered"/>')
    expected = ["1. x", "(a) x", "(b) x", "(i) x", "x", "2. x", "(a) x", "7. x", "x", "x", "3. x"]
    assert shown(body, numbering=NUMBERING, styles=STYLES) == expected


def test_raised_numbers_that_were_typed_are_marks_where_notes_end_the_text() -> None:
    body = line(run("99/931. Lanterns")) + line(run("The General Assembly,"))
    body += line(run("Recalling its resolution 61/7"), raised("1"), run(" and the report of its forum,"), raised("2"))
    body += line(run("1. Decides to go on.")) + line(raised("1"), run(" See 47/191.")) + line(run("2 A/75/132."))
    document = read(package(body))
    block = next(block for block in document.blocks if block.label == "pp1")
    assert (block.text, [mark.number for mark in block.marks]) == (
        "Recalling its resolution 61/7 and the report of its forum,", ["1", "2"],
    )  # fmt: skip
    assert {row.target for row in find_citations(document) if isinstance(row, Citation)} >= {"A/RES/61/7", "A/75/132"}


def test_what_stands_raised_and_is_no_number_stays() -> None:
    assert shown(
        line(run("Soixante-quinzième session, n"), raised("o"), run(" 12, 1"), raised("er"), run(" juin"))
    ) == ["Soixante-quinzième session, no 12, 1er juin"]


def test_the_symbol_is_found_in_the_head_of_the_pages() -> None:
    head = f"<w:hdr {{names}}>{line(run('A/C.1/99/'), run('L.5'))}</w:hdr>"
    document = read(package(line(run("The General Assembly,")) + line(run("1. Decides to go on.")), {"header1": head}))
    assert document.record.symbol == "A/C.1/99/L.5"
    assert "A/C.1/99/L.5" not in document.text


def test_the_header_of_the_first_page_is_the_masthead_and_those_of_later_sections_are_not() -> None:
    def section(name: str) -> str:
        return f'<w:sectPr><w:headerReference w:type="first" r:id="p{name}"/></w:sectPr>'

    def header(*texts: str) -> str:
        return f"<w:hdr {{names}}>{''.join(line(run(text)) for text in texts)}</w:hdr>"

    body = line(run("Ninety-ninth session"), properties=section("header2")) + line(run("The budget of the harbours."))
    parts = {
        "header1": header("A/98/6 (Sect. 24)", "General Assembly"),
        "header2": header(
            "United Nations", "A/99/6 (Sect. 24)", "General Assembly", "Distr.: General", "28 March 2044"
        ),
    }
    record = read(package(body + section("header1"), parts)).record
    assert (record.symbol, record.organ, record.date) == ("A/99/6(Sect.24)", "General Assembly", "2044-03-28")


def test_a_draft_is_known_by_its_masthead() -> None:
    def cell(*texts: str) -> str:
        return f"<w:tc>{''.join(line(run(text)) for text in texts)}</w:tc>"

    rows = (cell(""), cell("United Nations"), cell("A/C.1/99/L.5")), (cell("General Assembly"), cell("Distr.: Limited"))
    table = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    lines = (
        "9 October 2044", "Ninety-ninth session", "First Committee", "Agenda item 99 (x)",
        "Fiji and Tonga: draft resolution", "Lanterns of small harbours", "The General Assembly,",
        "Recalling its resolution 61/74,", "1. Decides to go on.",
    )  # fmt: skip
    document = read(package(f"<w:tbl>{table}</w:tbl>{''.join(line(run(text)) for text in lines)}"))
    record = document.record
    assert (record.symbol, record.organ, record.language) == ("A/C.1/99/L.5", "General Assembly", "en")
    assert (record.title, record.date) == ("Lanterns of small harbours", "2044-10-09")
    assert [row.evidence.source for row in find_citations(document)] == ["A/C.1/99/L.5"]


def test_a_mark_of_its_own_is_read() -> None:
    note = (
        '<w:footnotes {names}><w:footnote w:id="5">'
        + line(run("* Reissued for technical reasons."))
        + "</w:footnote></w:footnotes>"
    )
    reference = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="5"/><w:t>*</w:t></w:r>'
    document = read(package(line(run("A/99/5"), reference), {"footnotes": note}))
    assert [(block.label, block.text) for block in document.blocks] == [
        ("head", "A/99/5"), ("fn*", "* Reissued for technical reasons."),
    ]  # fmt: skip


def test_macros_are_never_opened_and_said() -> None:
    document = read(package(line(run("General Assembly")), more={"word/vbaProject.bin": b"\x00"}))
    assert "holds macros, which were not read" in document.record.warnings


def test_strict_files_are_read() -> None:
    usual = package(line(run("General Assembly")))
    names = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    assert read(rezipped(usual, names)).text == "General Assembly\n\n"


def rezipped(data: bytes, changes: dict[bytes, bytes], *, without: str = "") -> bytes:
    """A zip file with changes in its members, one of them left out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            for before, after in changes.items():
                content = content.replace(before, after)
            if name != without:
                new.writestr(name, content)
    return stream.getvalue()


SOUND = docx(ENGLISH)
FAULTS = {
    "cut": (SOUND[: len(SOUND) // 2], "is a broken or cut DOCX file"),
    "no main part": (rezipped(SOUND, {}, without="word/document.xml"), "without its main part"),
    "no text": (package("<w:p/>"), "without text"),
    "cut inside": (rezipped(SOUND, {b"</w:body></w:document>": b""}), "is cut off"),
    "bomb": (
        package("<w:p/>", more={}) and rezipped(SOUND, {b"<w:body>": b"<w:body>" + b" " * 30_000_000}),
        "as bombs do",
    ),
    "password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600),
        "password",
    ),
}


@pytest.mark.parametrize(("data", "reason"), FAULTS.values(), ids=FAULTS)
def test_what_cannot_be_read_is_one_clear_line(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(data)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_damaged_data_in_a_part_are_said() -> None:
    place = SOUND.index(b"word/document.xml") + 40
    with pytest.raises(UnreadableError, match=r"resolution.docx: is a broken"):
        read(SOUND[:place] + bytes(60) + SOUND[place + 60 :])


def test_entities_and_outside_parts_are_not_followed() -> None:
    doctype = b'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "boom">]>'
    changed = rezipped(SOUND, {b"<w:document ": doctype + b"<w:document ", b"lanterns;": b"lanterns &x;&y;;"})
    assert "root:" not in read(changed).text
    outside = rezipped(SOUND, {b'Target="footnotes.xml"': b'Target="../../../../etc/passwd"'})
    assert not any(block.label.startswith("fn") for block in read(outside).blocks)


@given(st.integers(min_value=0), st.binary(min_size=1, max_size=40))
def test_no_damage_raises_anything_else(seed: int, damage: bytes) -> None:
    place = random.Random(seed).randrange(len(SOUND))  # noqa: S311  # a place in a file, no secret
    try:
        document = read(SOUND[:place] + damage + SOUND[place + len(damage) :])
    except UnreadableError:
        return
    assert all(0 <= offset < len(document.text) for block in document.blocks for offset in block.flow.origin)


LISTS = """<w:numbering {names}>
  <w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Articles"/></w:abstractNum>
  <w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Articles"/>
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:isLgl/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="russianLower"/><w:lvlText w:val="%3)"/></w:lvl>
    <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="arabicAbjad"/><w:lvlText w:val="(%4)"/></w:lvl>
    <w:lvl w:ilvl="4"><w:start w:val="19"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%5、"/></w:lvl>
  </w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">
    <w:start w:val="4"/><w:numFmt w:val="numberInDash"/><w:lvlText w:val="%1"/></w:lvl></w:lvlOverride></w:num>
</w:numbering>"""
HEIRS = """<w:styles {names}>
  <w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:styleId="Heir"><w:basedOn w:val="Base"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
</w:styles>"""


def test_lists_take_levels_from_their_style_and_styles_from_what_they_are_based_on() -> None:
    body = "".join(
        line(run("x"), properties=f'<w:pStyle w:val="{name}"/>') for name in ("Base", "Heir", "Heir", "Loop")
    )
    body += "".join(line(run("x"), properties=listed(1, level)) for level in (2, 2, 3, 3, 4, 4))
    body += line(run("x"), properties=listed(2, 0))
    expected = ["I. x", "1.1 x", "1.2 x", "x", "а) x", "б) x", "(أ) x", "(ب) x", "十九、 x", "二十、 x", "- 4 - x"]
    assert shown(body, numbering=LISTS, styles=HEIRS) == expected


def test_signs_of_fonts_are_read_as_far_as_they_are_text() -> None:
    signs = [
        ("Symbol", "F02D"),
        ("Symbol", "F044"),
        ("Wingdings", "F0FC"),
        ("Times New Roman", "00A7"),
        ("Symbol", "x"),
    ]
    body = line(run("a"), *(f'<w:r><w:sym w:font="{f}" w:char="{c}"/></w:r>{run("b")}' for f, c in signs))
    assert shown(body) == ["a-b b b§b b"]


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    deleted = '<w:rPr><w:del w:id="1"/></w:rPr>'
    gone = f"<w:del>{run('x').replace('w:t', 'w:delText')}</w:del>"
    body = line(run("one "), properties=listed(1, 0) + deleted) + line(run("two"), properties=listed(1, 0))
    body += line(gone, properties=listed(1, 0) + deleted) + line(run("three"), properties=listed(1, 0))
    assert shown(body, numbering=NUMBERING) == ["1. one two", "2. three"]


def test_what_is_no_text_of_the_document_is_left_out_or_said() -> None:
    form = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>"
    filled = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('resolution 61/74')}</w:sdtContent></w:sdt>"
    ruby = f"<w:r><w:ruby><w:rt>{run('yi')}</w:rt><w:rubyBase>{run('决议')}</w:rubyBase></w:ruby></w:r>"
    document = read(package(line(form, filled, ruby) + '<w:altChunk r:id="rId9"/>'))
    assert document.text == "resolution 61/74决议\n\n"
    assert any("holds other files in its text" in warning for warning in document.record.warnings)


def test_numbers_raised_by_their_position_are_marks() -> None:
    body = line(run("99/931. Lanterns")) + line(run("The General Assembly,"))
    body += line(run("Recalling its resolution 61/7"), run("1", '<w:position w:val="6"/>'), run(","))
    body += line(run("1. Decides to go on.")) + line(run("1", '<w:position w:val="6"/>'), run(" See 47/191."))
    assert next(b.text for b in read(package(body)).blocks if b.label == "pp1") == "Recalling its resolution 61/7,"
