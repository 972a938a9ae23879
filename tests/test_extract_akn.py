"""Reading Akoma Ntoso: the same blocks as of plain text, metadata, links, and files that are broken or hostile."""

import dataclasses
from collections.abc import Iterator

import pytest
from form_sample import akn, plain
from hypothesis import given
from hypothesis import strategies as st
from resolution_sample import ENGLISH, SAMPLES, Sample

from extract.find import find_citations
from extract.model.adoption import Subject, Vote
from extract.model.citation import Citation, Reference, to_row
from extract.model.document import Document
from extract.model.errors import UnreadableError
from extract.reading.markup.akn import read_akn
from extract.reading.markup.sponsors import sponsor_names
from extract.reading.readers import read_document

METADATA = """
<classification source="http://metadata.un.org/sdg">
  <keyword value="14" href="http://metadata.un.org/sdg/14" showAs="sdg_14" dictionary="SDGO"/>
  <keyword value="sea_lights" href="http://eurovoc.europa.eu/1" showAs="pilots&amp;#39;_lights" dictionary="EuroVoc"/>
  <keyword value="harbours" href="http://metadata.un.org/thesaurus/7" showAs="harbours" dictionary="UNBIS Thesaurus"/>
</classification>
<classification source="DHLAUTH">
  <keyword value="6" showAs="sdg_6" dictionary="SDGO"/><keyword value="14" showAs="sdg_14" dictionary="SDGO"/>
  <keyword value="HARBOURS" showAs="HARBOURS" dictionary="UNBIS"/>
  <keyword value="X" showAs="The situation of lanterns." dictionary="S/"/>
</classification>
<workflow>
  <step date="2044-11-02" outcome="draftResolution" as="A/C.2/99/L.14/Rev.1 (as amended in A/C.2/99/L.60)"
    by="Nauru (on behalf of Palau and Tonga), Bosnia and Herzegovina,
    United Kingdom of Great Britain and Northern Ireland and Trinidad and Tobago"/>
  <step date="0001-01-01" outcome="draftResolutionAdditionalSponsors" by="Fiji and  Tuvalu"/>
  <step date="2044-12-07" outcome="adopted" as="A/99/PV.37" by="Nobody"/>
</workflow>
<analysis><parliamentary><voting outcome="adoptedRecordedVote">
  <count value="002" refersTo="inFavour"><akn4un:voters>
    <organization refersTo="memberState">FIJI</organization><organization>TONGA</organization>
  </akn4un:voters></count>
  <count value="1" refersTo="#abstaining"><akn4un:voters><organization>PALAU</organization></akn4un:voters></count>
</voting></parliamentary></analysis>
"""


def read(data: bytes) -> Document:
    return read_document(data, file="resolution.xml")


def rows(document: Document) -> list[tuple[object, ...]]:
    """What was found, without its places."""
    keys = ("target", "kind", "quote", "paragraph", "relation", "verb", "pinpoint", "date", "certainty", "via")
    return [tuple(to_row(reference)[key] for key in keys) for reference in find_citations(document)]


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_what_is_read_is_what_is_read_of_the_same_as_plain_text(sample: Sample) -> None:
    given, expected = read(akn(sample)), read_document(plain(sample).encode(), file="resolution.txt")
    blocks = [block for block in given.blocks if not block.text.startswith("Agenda item")]
    assert {(b.label, b.text, b.marks) for b in blocks} == {(b.label, b.text, b.marks) for b in expected.blocks}
    assert rows(given) == rows(expected)
    assert len(rows(given)) >= 4
    for name in ("symbol", "language", "organ", "title", "date"):
        assert getattr(given.record, name) == getattr(expected.record, name)
    assert given.record.form == "akn"


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_every_offset_points_into_the_text(sample: Sample) -> None:
    document = read(akn(sample))
    for reference in find_citations(document):
        evidence = reference.evidence
        assert document.text[evidence.start : evidence.end] == evidence.quote
        assert evidence.linked is None
    shown = {document.text[link.start : link.end] for link in document.links}
    assert {"61/74", "64/292", "47/191", "A/75/132"} <= shown


def test_the_text_is_readable() -> None:
    text = read(akn(ENGLISH)).text
    assert "\n\nGuided by the Convention on the Rights of the Child,2\n\n1. Takes note" in text
    assert text.endswith("\n\n2 United Nations, Treaty Series, vol. 1577, No. 27531.\n\n3 A/75/132.\n\n")


def test_metadata_go_to_the_record() -> None:
    record = read(akn(ENGLISH, metadata=METADATA)).record
    assert record.akn == "/akn/un/statement/deliberation/unga/2044-12-07/99-931/"
    assert record.draft == "A/C.2/99/L.14/Rev.1"
    assert (record.agenda_item, record.meeting) == ("Agenda item 74 (b)", "37th plenary meeting")
    assert record.vote == Vote(
        in_favour=2, against=0, abstaining=1, states_in_favour=("FIJI", "TONGA"), states_abstaining=("PALAU",)
    )
    assert record.sponsors == (
        "Nauru (on behalf of Palau and Tonga)", "Bosnia and Herzegovina",
        "United Kingdom of Great Britain and Northern Ireland", "Trinidad and Tobago", "Fiji", "Tuvalu",
    )  # fmt: skip
    assert record.subjects == (
        Subject(label="pilots' lights", scheme="EuroVoc", iri="http://eurovoc.europa.eu/1"),
        Subject(label="harbours", scheme="UNBIS Thesaurus", iri="http://metadata.un.org/thesaurus/7"),
    )
    assert record.sdgs == (6, 14)
    assert record.warnings == ()


def test_a_resolution_adopted_without_a_vote_has_none() -> None:
    assert read(akn(ENGLISH, metadata='<voting outcome="adoptedWithoutVote"><quorum/></voting>')).record.vote is None


@pytest.mark.parametrize(
    ("by", "sponsors"),
    [
        ("", ()),
        ("submitted by the Committee on Rules and Forms", ("Committee on Rules and Forms",)),
        ("Antigua and Barbuda", ("Antigua and Barbuda",)),
        ("Fiji and Saint Vincent and the Grenadines", ("Fiji", "Saint Vincent and the Grenadines")),
        ("Fiji, the Gambia, and Tonga", ("Fiji", "Gambia", "Tonga")),
        ("Fiji (on behalf of A, B and C) and Tonga", ("Fiji (on behalf of A, B and C)", "Tonga")),
    ],
)
def test_sponsors_are_told_apart(by: str, sponsors: tuple[str, ...]) -> None:
    assert read(akn(ENGLISH, metadata=f'<step outcome="draftResolution" by="{by}"/>')).record.sponsors == sponsors


def test_a_filler_is_no_date_of_adoption_where_a_step_has_it() -> None:
    filler = akn(ENGLISH, metadata='<step date="2044-12-06" outcome="adopted" as="A/99/PV.37"/>')
    filler = filler.replace(b'date="2044-12-07"', b'date="0001-01-01"')
    record = read(filler.replace(ENGLISH.day.encode(), b"")).record
    assert record.date == "2044-12-06"


def test_the_formula_without_its_comma_is_a_line_of_the_masthead() -> None:
    line = f"<docAuthority>{SAMPLES['ar'].formula[:-1]}</docAuthority>"
    document = read(akn(SAMPLES["ar"]).replace(b"<coverPage>", f"<coverPage><p>{line}</p>".encode()))
    assert document.record.symbol == "A/RES/99/931"
    assert document.record.title == SAMPLES["ar"].title
    assert document.record.warnings == ()
    assert "pp1" in [block.label for block in document.blocks]


def test_where_metadata_and_text_differ_the_record_says_so() -> None:
    record = read(akn(ENGLISH).replace(b">A/RES/99/931</docNumber>", b">A/RES/99/932</docNumber>")).record
    assert record.symbol == "A/RES/99/932"
    assert record.warnings == ("the text shows the symbol A/RES/99/931, the metadata A/RES/99/932",)


def linked(document: Document) -> dict[str, str | None]:
    found: Iterator[Reference] = iter(find_citations(document))
    return {row.target: row.evidence.linked for row in found if isinstance(row, Citation)}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://undocs.org/en/A/RES/61/75", "A/RES/61/75"),
        ("https://docs.un.org/A/RES/61/75", "A/RES/61/75"),
        ("http://www.un.org/en/ga/search/view_doc.asp?symbol=A/RES/61/75", "A/RES/61/75"),
        ("https://undocs.org/en/A/RES/61/74B", None),
        ("https://undocs.org/en/A/RES/61/74", None),
        ("https://undocs.org/ch/A%2FRES%2F61%2F74", None),
        ("https://example.org/en/A/RES/61/75", None),
        ("javascript:alert(1)", None),
        ("", None),
    ],
)
def test_a_link_that_disagrees_with_the_text_is_said_and_changes_nothing(address: str, expected: str | None) -> None:
    changed = akn(ENGLISH).replace(b"https://undocs.org/en/A/RES/61/74", address.encode().replace(b"&", b"&amp;"))
    assert linked(read(changed))["A/RES/61/74"] == expected
    assert rows(read(changed)) == rows(read(akn(ENGLISH)))


def test_a_link_around_nothing_is_none() -> None:
    blank = b'<a href="https://undocs.org/en/A/RES/1/1"> </a>by 2046;<a href="https://undocs.org/en/A/RES/1/2"> </a>'
    document = read(akn(ENGLISH).replace(b"by 2046;", blank))
    assert document.links == read(akn(ENGLISH)).links


def test_brackets_around_marks_and_in_notes_go_with_them() -> None:
    raised = akn(ENGLISH).replace(b"<authorialNote ", b"<sup>(</sup><authorialNote ")
    raised = raised.replace(b"</authorialNote>", b"</authorialNote><sup>)</sup>").replace(b"<p>\t", b"<p>\t()\t")
    document = read(raised)
    block = next(block for block in document.blocks if block.label == "pp2")
    assert (block.text, block.marks) == next((b.text, b.marks) for b in read(akn(ENGLISH)).blocks if b.label == "pp2")
    assert "Child,(2)\n" in document.text
    assert [b.text for b in document.blocks if b.label == "fn2"] == [
        "United Nations, Treaty Series, vol. 1577, No. 27531."
    ]


def test_a_raised_number_of_a_note_is_a_mark_and_any_other_stays() -> None:
    changed = akn(ENGLISH).replace(b"by 2046;", b"by<sup>3</sup> 2046 on the 1<sup>st</sup> and 10<sup>9</sup>;")
    block = next(block for block in read(changed).blocks if block.label == "op2(b)")
    assert block.text == "(b) To report on them by 2046 on the 1st and 109;"
    assert [mark.number for mark in block.marks] == ["3"]


JOINT = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<documentCollection name="publication"><meta/>
  <coverPage><p><docNumber refersTo="#symbol">A/RES/99/940 A-B</docNumber></p></coverPage>
  <preface><p><docNumber>99/940.</docNumber><docTitle refersTo="#resolutionTitle">Ferries</docTitle></p></preface>
  <collectionBody><component><documentRef href="c0" showAs="Resolution A"/></component></collectionBody>
</documentCollection>
<components>{}</components></akomaNtoso>"""
PART = """<component><statement name="resolution"><meta/>
  <preface><p><docNumber>{}</docNumber><docTitle>Ferries of the {}</docTitle></p></preface>
  <preamble><formula><p>The General Assembly,</p></formula>
    <container><p>Recalling its resolution {},</p></container></preamble>
  <mainBody><paragraph><num>1.</num><content><p>Decides to go on.</p></content></paragraph></mainBody>
</statement></component>"""


def test_joint_resolutions_keep_their_letters() -> None:
    parts = PART.format("A", "north", "61/74") + PART.format("B", "south", "62/37")
    document = read(JOINT.format(parts).encode())
    assert document.record.symbol == "A/RES/99/940A-B"
    found = {row.evidence.paragraph: row.target for row in find_citations(document) if isinstance(row, Citation)}
    assert found == {"A/pp1": "A/RES/61/74", "B/pp1": "A/RES/62/37"}
    assert [block.label for block in document.blocks][-3:] == ["head", "B/pp1", "B/op1"]


def test_lists_sections_and_tables_are_paragraphs_of_their_own() -> None:
    body = """<section><num>I.</num><crossHeading>Lanterns</crossHeading>
      <paragraph><num>1.</num><list><intro><p>Decides:</p></intro>
        <point><num>(a)</num><content><p>To light;</p></content></point>
        <point><num>(b)</num><sublist><point><num>(i)</num><content><p>To dim;</p></content></point></sublist></point>
      </list></paragraph></section>
      <container name="table"><table><tr><td><p>Fiji</p></td><td></td><td><p>17</p></td></tr></table></container>
      <paragraph><num>II.</num><subheading>II. Harbours</subheading></paragraph>"""
    start, rest = akn(ENGLISH).split(b"<mainBody>", 1)
    text = read(start + b"<mainBody>" + body.encode() + rest[rest.index(b"</mainBody>") :]).text
    expected = (
        "I. Lanterns\n\n1. Decides:\n\n(a) To light;\n\n(b) (i) To dim;\n\nFiji\n\n17\n\nII. Harbours\n\n37th plenary"
    )
    assert expected in text


def test_malformed_xml_is_read_as_repaired_and_the_record_says_so() -> None:
    document = read(akn(ENGLISH).replace(b"</container>", b"", 1).replace(b"lanterns;", b"lanterns & lights;"))
    assert [warning for warning in document.record.warnings if "malformed XML" in warning] != []
    assert "A/RES/64/292" in linked(document)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (akn(ENGLISH)[:2500], "is cut off"),
        (b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>', "without text"),
        (b"<akomaNtoso>" + b"<p>" * 300 + b"A/RES/61/74" + b"</p>" * 300 + b"</akomaNtoso>", "without text"),
        (b"<akomaNtoso>" + b"<p/>" * 1_100_000 + b"</akomaNtoso>", "more than 1000000 tags"),
    ],
    ids=["cut", "empty", "deep", "many"],
)
def test_what_cannot_be_read_is_one_clear_line(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(data)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_entities_are_not_followed() -> None:
    bomb = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10 if n else b"lol") for n in range(12))
    secret = b'<!ENTITY file SYSTEM "file:///etc/passwd">'
    start = b"<!DOCTYPE akomaNtoso [" + bomb + secret + b"]>"
    data = akn(ENGLISH).replace(b"<akomaNtoso", start + b"<akomaNtoso", 1)
    document = read_akn(data.replace(b"by 2046;", b"by &e11; and &file; then;"), file="bomb.xml")
    assert "root:" not in document.text
    assert len(document.text) < 2000


@given(st.binary(max_size=300), st.integers(min_value=0, max_value=3000))
def test_no_damage_raises_anything_else(damage: bytes, place: int) -> None:
    data = akn(ENGLISH)
    try:
        document = read(data[:place] + damage + data[place + len(damage) :])
    except UnreadableError:
        return
    for block in document.blocks:
        assert all(0 <= offset < len(document.text) for offset in block.flow.origin)


def test_a_note_with_no_number_is_counted() -> None:
    document = read(akn(dataclasses.replace(ENGLISH, annex=())).replace(b'marker="2" ', b""))
    assert [block.label for block in document.blocks if block.label.startswith("fn")] == ["fn1", "fn2", "fn3"]


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("Angola, Bosnia and Herzegovina and the Gambia", ["Angola", "Bosnia and Herzegovina", "Gambia"]),
        ("Angola, Cuba and Trinidad and Tobago", ["Angola", "Cuba", "Trinidad and Tobago"]),
        ("Submitted by the Chair of the Committee on Ports and Light", ["Chair of the Committee on Ports and Light"]),
        (
            "Chile (on behalf of ports, piers and others), Cuba",
            ["Chile (on behalf of ports, piers and others)", "Cuba"],
        ),
        ("", []),
    ],
)
def test_a_list_of_sponsors_is_taken_apart(listed: str, names: list[str]) -> None:
    assert list(sponsor_names(listed)) == names
