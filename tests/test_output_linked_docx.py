"""Word files with hyperlinks at their citations: copies of the file that was read, with its own runs, notes, tables."""

import io
import random
import zipfile
from pathlib import Path
from typing import Any

import pytest
from command import recalling
from lxml import etree

from extract.reading.word.docx import read_docx
from graph.output.linked_docx import linked_docx
from graph.rdf.iri import work_iri

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = {"w": W, "r": R}
TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/></Types>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>"""
MAIN = f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/>'
NOTES = f'<Relationship Id="rIdLink1" Type="{R}/footnotes" Target="footnotes.xml"/>'
THERE = f'<Relationship Id="rId7" Type="{R}/hyperlink" Target="https://undocs.org/A/RES/60/1" TargetMode="External"/>'


def run(words: str, properties: str = "", more: str = "") -> str:
    """A run."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t>{more}</w:r>'


BOLD = '<w:rPr><w:b/><w:sz w:val="24"/></w:rPr>'
MARK = '<w:footnoteReference w:id="2"/>'
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
INSTRUCTION = '<w:r><w:instrText> HYPERLINK "https://undocs.org/A/RES/60/2" </w:instrText></w:r>'
PARAGRAPHS = (
    run("The General Assembly,"),
    run("Recalling ", "<w:rPr><w:i/></w:rPr>")
    + run("its resolution 61/", BOLD)
    + '<w:bookmarkStart w:id="4" w:name="b"/><w:bookmarkEnd w:id="4"/>'
    + run("74  of 6 December 2006,", more=MARK),
    f'<w:ins w:id="9" w:author="a">{run("Recalling also resolution 62/37 of ")}{run("2007,")}</w:ins>',
    f'<w:hyperlink r:id="rId7">{run("Noting also resolution 60/1,")}</w:hyperlink>',
    FIELD.format("begin")
    + INSTRUCTION
    + FIELD.format("separate")
    + run("Noting resolution 60/2,")
    + FIELD.format("end"),
)
TABLE = f"<w:tbl><w:tr><w:tc><w:p>{run('Noting A/63/332 and A/63/333,')}</w:p></w:tc></w:tr></w:tbl>"
BODY = "".join(f"<w:p>{each}</w:p>" for each in PARAGRAPHS) + TABLE + f"<w:p>{run('1. Decides so.')}</w:p>"
NOTE = f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{run(" See A/64/100.")}</w:p></w:footnote>'
CITED = (
    "its resolution 61/74", "resolution 62/37", "resolution 60/1", "resolution 60/2", "A/63/332", "A/63/333",
    "A/64/100",
)  # fmt: skip


def word(body: str = BODY, note: str = NOTE, **more: str) -> bytes:
    """A Word file."""
    packed = io.BytesIO()
    root = f'<w:{{0}} xmlns:w="{W}" xmlns:r="{R}">{{1}}</w:{{0}}>'
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS.format(MAIN),
        "word/document.xml": root.format("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": RELATIONS.format(NOTES + THERE),
        "word/footnotes.xml": root.format("footnotes", note),
        "word/media/picture.bin": "\x00\x01",
    }
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (parts | more).items():
            archive.writestr(name, content)
    return packed.getvalue()


def spans(text: str, cited: tuple[str, ...] = CITED) -> list[tuple[int, int, str]]:
    """Where the cited words stand."""
    return sorted((text.index(words), text.index(words) + len(words), work_iri(words)) for words in cited)


def part(data: bytes, name: str) -> Any:  # noqa: ANN401  # an element; the stubs of XPath are too wide
    """A part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def links(data: bytes, name: str = "word/document.xml") -> list[tuple[str, str]]:
    """The words and the address of each link of a part."""
    folder, _, base = name.rpartition("/")
    targets = {each.get("Id"): each.get("Target") for each in part(data, f"{folder}/_rels/{base}.rels")}
    found = part(data, name).iter(f"{{{W}}}hyperlink")
    return [("".join(map(str, link.itertext())), str(targets[link.get(f"{{{R}}}id")])) for link in found]


@pytest.fixture(scope="module")
def copy() -> bytes:
    """The sample with its links."""
    data = word()
    text = read_docx(data, file="a.docx").text
    made = linked_docx(data, text, spans(text))
    assert made is not None
    return made


def test_each_citation_is_linked_once_and_links_that_were_there_are_left(copy: bytes) -> None:
    assert links(copy) == [
        ("its resolution 61/", work_iri(CITED[0])),
        ("74", work_iri(CITED[0])),
        ("resolution 62/37", work_iri(CITED[1])),
        ("Noting also resolution 60/1,", "https://undocs.org/A/RES/60/1"),
        ("A/63/332", work_iri("A/63/332")),
        ("A/63/333", work_iri("A/63/333")),
    ]
    assert links(copy, "word/footnotes.xml") == [("A/64/100", work_iri("A/64/100"))]


def test_words_and_all_other_parts_are_the_same(copy: bytes) -> None:
    assert read_docx(copy, file="a.docx").text == read_docx(word(), file="a.docx").text
    for name in ("word/document.xml", "word/footnotes.xml"):
        one, other = (
            ["".join(map(str, line.itertext())) for line in part(data, name).iter(f"{{{W}}}p")]
            for data in (copy, word())
        )
        assert one == other
    with zipfile.ZipFile(io.BytesIO(copy)) as made, zipfile.ZipFile(io.BytesIO(word())) as given:
        for name in set(given.namelist()) - {"word/document.xml", "word/footnotes.xml", "word/_rels/document.xml.rels"}:
            assert made.read(name) == given.read(name)
        assert set(made.namelist()) == {*given.namelist(), "word/_rels/footnotes.xml.rels"}


def test_the_look_of_a_run_is_kept_in_each_of_its_pieces(copy: bytes) -> None:
    (linked,) = part(copy, "word/document.xml").xpath(
        "//w:hyperlink[contains(., 'its resolution')]/w:r", namespaces=NAMES
    )
    names = [each.tag.rpartition("}")[2] for each in linked.find(f"{{{W}}}rPr")]
    assert names == ["b", "color", "sz", "u"]  # in the order of the schema


def test_a_tracked_change_is_split_with_its_run_and_stands_in_the_link(copy: bytes) -> None:
    root = part(copy, "word/document.xml")
    assert not root.xpath("//w:ins//w:hyperlink", namespaces=NAMES)
    changes = root.xpath("//w:ins", namespaces=NAMES)
    assert ["".join(map(str, each.itertext())) for each in changes] == [
        "Recalling also ",
        "resolution 62/37",
        " of 2007,",
    ]
    assert len({each.get(f"{{{W}}}id") for each in changes}) == len(changes)
    assert {each.get(f"{{{W}}}author") for each in changes} == {"a"}


def test_a_copy_that_cannot_be_is_none() -> None:
    data = word()
    text = read_docx(data, file="a.docx").text
    assert linked_docx(data, text + "more", []) is None
    assert linked_docx(b"no Word file", text, []) is None
    for name in ("word/vbaProject.bin", "../../evil.xml", "/etc/evil", "_xmlsignatures/sig1.xml"):
        assert linked_docx(word(**{name: "x"}), text, spans(text)) is None
    bomb = word(**{"word/media/bomb.bin": "0" * 50_000_000})
    assert linked_docx(bomb, text, spans(text)) is None


def test_any_pieces_of_the_text_can_be_linked() -> None:
    data = word()
    text = read_docx(data, file="a.docx").text
    dice = random.Random(17)  # noqa: S311  # test data, not a secret
    for _ in range(40):
        cuts = sorted(dice.sample(range(len(text) + 1), 12))
        pieces = [(start, end, "urn:x") for start, end in zip(cuts[::2], cuts[1::2], strict=True)]
        copy = linked_docx(data, text, pieces)
        assert copy is not None
        assert read_docx(copy, file="a.docx").text == text


def test_the_command_copies_the_file_that_it_read(tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(word())
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.writestr("other.docx", word(BODY.replace("61/", "63/")))
    done = recalling("extract", tmp_path / "draft.docx", tmp_path / "more.zip", "--annotated-dir", tmp_path / "marked")
    assert done.returncode == 0, done.stderr
    for name, cited in (("draft.docx", "A/RES/61/74"), ("other.docx", "A/RES/63/74")):
        copy = (tmp_path / "marked" / name).read_bytes()
        assert work_iri(cited) in dict(map(reversed, links(copy)))  # type: ignore[arg-type]  # pairs
        assert part(copy, "word/document.xml").find(f".//{{{W}}}tbl") is not None
