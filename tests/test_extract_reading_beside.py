"""What stands on a page beside the words: raised digits, numbers of lines, letters that are set apart."""

import pytest
from pdf_pages import Page, make_pdf, seen

from extract.find import find_citations
from extract.model.citation import Citation
from extract.model.document import Document
from extract.reading.readers import read_document

HEAD = ("Resolution adopted by the General Assembly on 7 December 2044", "99/931. Lanterns of the harbours")
LINES = (
    *HEAD, "The General Assembly,",
    "Noting that the harbours of the north are wide, and that", "ships of all States enter them in every season,",
    "Recalling its resolution", "61/74 of 6 December 2006, and its resolutions 62/37 and", "63/75 on the same matter,",
    "1. Decides to keep the lanterns alight, and invites all", "keepers to do so;",
    "2. Requests a report.",
)  # fmt: skip
OPENS = frozenset([0, 1, 2, 3, 5, 8, 10])


def read(*pages: Page) -> Document:
    return read_document(make_pdf(pages), file="page.pdf")


def cited(document: Document) -> dict[str | None, str]:
    rows = [row for row in find_citations(document) if isinstance(row, Citation)]
    return {row.target: str(row.evidence.paragraph) for row in rows}


def numbered(first: int = 1, step: int = 1, *, right: bool = False, size: float = 7) -> Page:
    """The resolution with the numbers of its lines in the margin."""
    page = Page()
    for at, text in enumerate(LINES):
        page.line(text, x=144 if at in OPENS else 120, pitch=18 if at in OPENS else 12)
        if (first + at) % step == 0:
            page.put(str(first + at), 500 if right else 80, page.y, size=size)
    return page


EXPECTED = {"A/RES/61/74": "pp2", "A/RES/62/37": "pp2", "A/RES/63/75": "pp2"}


@pytest.mark.parametrize(
    "page",
    [Page(), numbered(), numbered(first=30), numbered(first=96), numbered(step=5), numbered(step=2, first=5),
     numbered(right=True), numbered(size=10)],
    ids=["without", "each", "from 30", "to 106", "every fifth", "every second", "at the right", "as large"],
)  # fmt: skip
def test_a_page_reads_the_same_with_numbered_lines(page: Page) -> None:
    if not page.commands:
        page = numbered(step=1000)
    document = read(page)
    assert (document.record.symbol, document.record.title) == ("A/RES/99/931", "Lanterns of the harbours")
    assert cited(document) == EXPECTED
    assert not any(block.label.is_note for block in document.blocks)


def test_the_numbers_of_a_short_last_page_are_known_by_their_place() -> None:
    last = Page()
    last.line("3. Recalls resolution", x=144)
    last.put("1", 80, last.y, size=7)
    last.line("64/292 on the lanterns.")
    last.put("2", 80, last.y, size=7)
    assert cited(read(numbered(), last)) == {**EXPECTED, "A/RES/64/292": "op3"}


def test_numbers_at_the_right_of_arabic_lines_are_those_of_the_lines() -> None:
    lines = ["إن الجمعية العامة،", "إذ تشير إلى قرارها 61/74 المؤرخ", "6 كانون الأول/ديسمبر 2006 وإلى القرار 62/37"]
    page = Page()
    for at, text in enumerate((lines * 4)[:10], 1):
        page.leftward(seen(text), gap=14)
        page.put(str(at), 510, page.y, size=7)
    plain = Page()
    for text in (lines * 4)[:10]:
        plain.leftward(seen(text), gap=14)
    assert read(page).text == read(plain).text


@pytest.mark.parametrize(
    "rows",
    [
        [f"{at} {name} 61/{70 + at}" for at, name in enumerate(("Fiji", "Chad", "Peru", "Oman", "Mali", "Cuba"), 1)],
        [f"{at}. to light the lanterns" for at in range(1, 9)],
        [f"{at} lanterns of the north" for at in (12, 30, 7, 8, 44, 51, 3)],
    ],
    ids=["a table", "items", "numbers"],
)
def test_what_numbers_rows_and_items_is_read(rows: list[str]) -> None:
    page = Page()
    for text in rows:
        number, _, rest = text.partition(" ")
        page.line(number, x=80)
        page.put(rest, 120, page.y)
    assert [line.split()[0] for line in read(page).text.split("\n") if line.strip("\f")] == [
        text.split(maxsplit=1)[0] for text in rows
    ]


@pytest.mark.parametrize("mark", ["5", "12", "5, 6", "(5)", "⁵"])
@pytest.mark.parametrize("noted", [True, False])
def test_raised_digits_of_no_known_note_join_no_number(mark: str, *, noted: bool) -> None:
    page = Page()
    page.paragraph("99/931. Lanterns of the harbours")
    page.paragraph("The General Assembly,")
    raised = mark if mark == "⁵" else f"^{mark}^"
    page.paragraph(f"Recalling its resolution 61/74{raised} of 6 December 2006,", "the Code of Lanterns,^1^ and nets,")
    page.paragraph("1. Decides to keep the lanterns alight.")
    if noted:
        page.rule(120, 220, 92)
        page.y = 90
        page.line("1 See A/75/132.", size=8)
    found = cited(read(page))
    assert found["A/RES/61/74"] == "pp1"
    assert not any((target or "").startswith("A/RES/61/74") and target != "A/RES/61/74" for target in found)


def test_notes_may_begin_with_any_number_that_stands_raised_in_the_text() -> None:
    page = Page()
    page.paragraph("99/931. Lanterns of the harbours")
    page.paragraph("The General Assembly,")
    page.paragraph("Recalling its resolution 61/74^5^ and the Code of Lanterns,^6^")
    page.paragraph("1. Decides to keep the lanterns alight.")
    page.rule(120, 220, 92)
    page.y = 90
    page.line("5 See A/75/132.", size=8)
    page.line("6 See A/75/133.", size=8)
    document = read(page)
    assert {str(block.label): block.text for block in document.blocks if block.label.is_note} == {
        "fn5": "See A/75/132.",
        "fn6": "See A/75/133.",
    }
    assert [mark.number for block in document.blocks for mark in block.marks] == ["5", "6"]


def test_lines_in_small_type_that_are_no_notes_stay_in_the_text() -> None:
    page = Page()
    page.paragraph("The General Assembly,")
    page.paragraph("Recalling its resolution 61/74 on the lanterns of the harbours,")
    page.rule(120, 220, 92)
    page.y = 90
    page.line("30 Harbours took part; see A/75/132.", size=8)
    assert "A/75/132" in "".join(block.text for block in read(page).blocks)


def test_a_raised_2_makes_a_unit_square_and_is_kept() -> None:
    page = Page()
    page.paragraph("The harbours measure 12 km^2^ and 30 m^3^ of water as in resolution 61/74^2^ of 2006")
    assert read(page).blocks[0].text == "The harbours measure 12 km2 and 30 m3 of water as in resolution 61/74 of 2006"


def spaced(page: Page, text: str, *, gap: float) -> None:
    """Draw a line whose characters, spaces included, are set apart by a gap."""
    page.commands.append(f"{gap} Tc")
    page.line(text)
    page.commands.append("0 Tc")


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("Recalling its resolution 61/74 of 2006,", 2.5),
        ("Recalling its resolution 61/74 of 2006,", 4),
        ("RECALLING RESOLUTION 61/74", 3),
        ("RESOLUTION 61/74", 6),
        ("Rappelant sa résolution 61/74,", 2.5),
        ("ссылаясь на свою резолюцию 61/74,", 2.5),
        ("Recalling its resolution 61/74 of 2006,", 0),
        ("Recalling its resolution 61/74 of 2006,", 1.5),
    ],
)
def test_letters_that_are_set_apart_are_words(text: str, gap: float) -> None:
    page = Page()
    spaced(page, text, gap=gap)
    page.paragraph("Noting the lanterns of the harbours of the north,", "and of the south,")
    assert read(page).text.splitlines()[0] == text


def test_letters_that_spaces_set_apart_are_words() -> None:
    page = Page()
    page.line("R e c a l l i n g   i t s   r e s o l u t i o n   6 1 / 7 4 ,")
    page.line("The Council d e c i d e s to keep the lanterns alight,")
    assert read(page).text.splitlines()[:2] == [
        "Recalling its resolution 61/74,",
        "The Council decides to keep the lanterns alight,",
    ]


@pytest.mark.parametrize("text", ["1 2 3 4 5 6 7 8", "A b 12 c 4 d 51", "part A and part B, annex C", "S / 61"])
def test_single_figures_and_letters_stay_apart(text: str) -> None:
    page = Page()
    page.line(text)
    page.paragraph("Noting the lanterns of the harbours of the north,", "and of the south,")
    assert read(page).text.splitlines()[0] == text


@pytest.mark.parametrize(
    "right",
    [
        [
            "Генеральная Ассамблея,",
            "ссылаясь на резолюцию",
            "62/37 о фонарях, и на",
            "свои решения,",
            "1. постановляет.",
        ],
        [
            "大会一致决定如下，",
            "回顾其关于灯笼问题的第",
            "62/37号决议以及第二个",
            "决定和各项其他的决定，",
            "1. 决定继续处理该问题。",
        ],
    ],
    ids=["Russian", "Chinese"],
)
def test_versions_side_by_side_are_read_one_after_the_other(right: list[str]) -> None:
    left = [
        "The General Assembly,",
        "Recalling resolution",
        "61/74 on the lanterns, and",
        "its decisions,",
        "1. Decides.",
    ]
    page = Page()
    for one, other in zip(left, right, strict=True):
        page.line(one, x=80)
        page.put(other, 330, page.y)
    assert read(page).text.split() == " ".join([*left, *right]).split()


def test_a_table_of_names_in_two_scripts_is_read_by_its_rows() -> None:
    page = Page()
    rows = [("Oman", "عمان"), ("Chad", "تشاد"), ("Mali", "مالي"), ("Iraq", "العراق"), ("Peru", "بيرو")]
    for one, other in rows:
        page.line(one, x=80)
        page.put(seen(other), 330, page.y)
    page.paragraph("Noting the lanterns of the harbours of the north, and those of the south as well,", x=80)
    text = read(page).text
    assert all(text.index(other) < text.index(rows[at + 1][0]) for at, (_, other) in enumerate(rows[:-1]))
