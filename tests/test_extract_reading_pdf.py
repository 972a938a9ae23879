"""PDFs: what stands where on a page is body, note, mark or furniture; lines are read in the direction of the script."""

import pytest
import regex
from pdf_pages import Page, make_pdf, seen

from extract.find import find_citations
from extract.model.document import Block, Document
from extract.model.errors import UnreadableError
from extract.reading.readers import read_document


def read(*pages: Page) -> Document:
    return read_document(make_pdf(pages), file="a.pdf")


def labels(document: Document) -> dict[str, Block]:
    return {block.label: block for block in document.blocks}


def masthead(page: Page) -> None:
    page.put("United Nations", 120, 734)
    page.put("A", 480, 734, size=20)
    page.put("/RES/99/901", 490, 734)
    page.put("General Assembly", 120, 705, size=20)
    page.put("Distr.: General", 400, 705)
    page.put("3 May 2097", 400, 693)
    page.y = 690
    page.line("Resolution adopted by the General Assembly", x=120, size=14)
    page.line("on 2 May 2097", x=120, size=14, pitch=15)
    page.line("99/901.  Harbours of the north", x=70, size=12, pitch=40)
    page.line("The General Assembly,", x=144, pitch=24)


def first_page() -> Page:
    page = Page()
    masthead(page)
    page.paragraph(
        "Recalling its resolution 98/17 of 3 May 2096 and the Convention on the",
        "Harbours of the North,^1^ as well as all of its earlier resolutions on the use",
        "of harbours and of what is built in them,^2^",
    )
    page.paragraph(
        "Recalling also that the harbours of the north are open to the ships of all",
        "States, and bearing in mind that what was built there was built by all of the",
    )
    page.rule(100, 170, 130)
    page.y = 130
    page.line("^1^ United Nations, Treaty Series, vol. 12, No. 345.", x=116, size=8)
    page.line("^2^ Resolutions 97/5 and 97/6; see also the", x=116, size=8, pitch=10)
    page.line("report in A/97/40.", x=123, size=8, pitch=10)
    page.put("97-12345 (E)", 65, 44)
    page.put("*9712345*", 65, 30, size=12)
    return page


def second_page() -> Page:
    page = Page()
    page.put("A/RES/99/901", 60, 740)
    page.put("Harbours of the north", 440, 740)
    page.y = 730
    page.line("States that are party to it, in their own time,")
    page.paragraph("1.    Decides to remain seized of the matter, and requests the Secretary-", "General to report;^3^")
    page.paragraph("2.    Takes note of resolution 98/18.")
    page.rule(100, 170, 90)
    page.y = 90
    page.line("^3^ A/98/40.", x=116, size=8)
    page.put("2/2", 60, 38, size=7)
    page.put("97-12345", 500, 38, size=7)
    return page


def test_a_resolution_is_taken_apart_by_where_things_stand() -> None:
    document = read(first_page(), second_page())
    assert document.record.symbol == "A/RES/99/901"
    assert document.record.title == "Harbours of the north"
    assert document.record.date == "2097-05-02"
    assert document.record.organ == "General Assembly"
    assert document.record.form == "pdf"
    assert document.record.warnings == ()
    blocks = labels(document)
    assert [label for label in blocks if label.startswith(("pp", "op", "fn"))] == [
        "pp1", "pp2", "op1", "op2", "fn1", "fn2", "fn3",
    ]  # fmt: skip
    assert blocks["pp1"].text.endswith("on the use of harbours and of what is built in them,")
    assert [(mark.number, blocks["pp1"].text[: mark.position][-6:]) for mark in blocks["pp1"].marks] == [
        ("1", "North,"), ("2", " them,"),
    ]  # fmt: skip
    assert blocks["fn2"].text == "Resolutions 97/5 and 97/6; see also the report in A/97/40."


def test_a_paragraph_goes_on_over_the_page_and_keeps_the_page_it_begins_on() -> None:
    blocks = labels(read(first_page(), second_page()))
    assert blocks["pp2"].text.endswith("was built by all of the States that are party to it, in their own time,")
    assert [blocks[label].page for label in ("pp1", "pp2", "op1", "fn2", "fn3")] == [1, 1, 2, 1, 2]


def test_running_heads_page_numbers_and_job_numbers_are_in_the_text_and_in_no_paragraph() -> None:
    document = read(first_page(), second_page())
    body = " ".join(block.text for block in document.blocks if block.label != "head")
    for furniture in ("97-12345", "*9712345*", "2/2", "Harbours of the north"):
        assert furniture in document.text
        assert furniture not in body.replace("99/901. Harbours of the north", "")


def test_a_last_page_of_one_line_keeps_it_though_its_head_and_number_are_near() -> None:
    last = Page()
    last.put("A/RES/99/901", 60, 740)
    last.y = 734
    last.line("3.    Decides to remain seized of the matter.", x=89)
    last.put("3/3", 60, 38, size=7)
    blocks = labels(read(first_page(), second_page(), last))
    assert blocks["op3"].text == "3. Decides to remain seized of the matter."
    assert blocks["op3"].page == 3


def test_paragraphs_without_indents_or_leading_are_told_by_their_verbs() -> None:
    page = Page()
    masthead(page)
    lines = (
        "Recalling its resolution 98/17 of 2 December 2096 on the harbours of the north, all of them,",
        "and the letters of the villages, which hold that a harbour serves everybody who comes to it,",
        "Deeply concerned that the harbours of the north are no longer kept in good repair by anyone,",
        "Noting the report on lost harbours, which was read in all the villages in the year before it,",
        "1. Requests the Secretary-General to report on the harbours of the north once more this year.",
    )
    page.paragraph(*lines, indent=0)
    for line in (*["harbours " * 10] * 6, "ships.", "2. Decides to go on.", "3. Decides to remain seized of it."):
        page.line(line.strip())
    blocks = labels(read(page))
    assert [label for label in blocks if label.startswith(("pp", "op"))] == ["pp1", "pp2", "pp3", "op1", "op2", "op3"]
    assert blocks["pp1"].text.endswith("who comes to it,")


def test_offsets_point_into_the_text_of_the_pages() -> None:
    document = read(first_page(), second_page())
    rows = find_citations(document)
    assert {row.target for row in rows if hasattr(row, "target")} >= {"A/RES/98/17", "A/RES/98/18", "A/RES/97/5"}
    for row in rows:
        evidence = row.evidence
        assert document.text[evidence.start : evidence.end] == evidence.quote
    assert document.text.count("\f") == 2
    assert document.text.endswith("\f")


def test_a_line_broken_behind_a_hyphen_is_closed_up_as_the_document_writes_the_word() -> None:
    page = Page()
    page.paragraph(
        "The harbours of the resolution and of the reso-",
        "lution of the harbours, as said by the Secretary-",
        "General of the harbours; and of all the consi-",
        "deration of the Secretary-General, in conside-",
        "ration of the consideration of harbours.",
    )
    (block,) = read(page).blocks
    assert "the resolution of the harbours, as said by the Secretary-General of" in block.text
    assert "the consideration of the Secretary-General, in consideration of the" in block.text


def test_two_columns_are_read_one_after_the_other() -> None:
    page = Page()
    page.put("Record of the harbours of the north and of all that is built in them", 120, 720)
    for at in range(12):
        page.put(f"left column line {at:02} of many with words", 60, 690 - 12 * at)
        page.put(f"right column line {at:02} and words as well", 330, 686 - 12 * at)
    text = read(page).text
    assert text.index("Record of") < text.index("left column line 00")
    assert text.index("left column line 11") < text.index("right column line 00")
    assert "left column line 03 of many with words\nleft column line 04" in text


def test_the_rows_of_a_table_stay_rows() -> None:
    page = Page()
    page.put("Vote by roll call on the harbours of the north", 120, 720)
    for at, state in enumerate(("Austria", "Belize", "Chad", "Denmark", "Egypt", "France", "Ghana", "Haiti", "India")):
        page.put(state, 120, 690 - 12 * at)
        page.put("Yes" if at % 2 else "No", 400, 690 - 12 * at)
    assert "Chad    No\n" in read(page).text


ARABIC = "تشير إلى قرارها 61/74 المؤرخ 6 كانون الأول والقرار 1718 (2006) وتقرر الميناء (أ) وما فيه"


def test_lines_from_right_to_left_are_read_in_their_order_with_numbers_and_brackets_right() -> None:
    page = Page()
    page.leftward(seen("إن الجمعية العامة،"))
    page.leftward(seen(ARABIC), seen("من كل شيء في الميناء والموانئ."))
    text = read(page).text
    assert ARABIC in text
    assert "من كل شيء في الميناء والموانئ." in text


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("S/PRST/2006/41( ناسلجم", "مجلسان (S/PRST/2006/41"),
        ("Series, vol. 2225, No. 39574 (1)", "(1) Series, vol. 2225, No. 39574"),
        ("(S/2020/840) يف ريرقتلا", "التقرير في (S/2020/840)"),
        ("12 ىلإ 16 نم", "من 16 إلى 12"),
        ("S/RES/1718 (2006) رارقلا", "القرار S/RES/1718 (2006)"),
        ("2020 ماع 19-ديفوك ءابو", "وباء كوفيد-19 عام 2020"),
    ],
)
def test_words_of_other_scripts_keep_their_order_inside_such_lines(shown: str, meant: str) -> None:
    page = Page()
    page.leftward(seen("إن الجمعية العامة، إذ تشير إلى جميع ما في الميناء من كل شيء"))
    page.leftward(shown)
    assert meant in read(page).text


def test_forms_of_letters_and_ligatures_are_read_as_the_letters() -> None:
    page = Page()
    page.leftward("ﺔﻴﻌﻤﺠﻟﺍ ﻥﺇ")
    page.leftward(seen("الميناء والموانئ وكل شيء فيها من قبل"))
    assert "إن الجمعية" in read(page).text
    latin = Page()
    latin.paragraph("The ofﬁcial harbours of the north,")
    assert "The official harbours" in read(latin).text


def test_chinese_paragraphs_are_told_by_their_indents() -> None:
    page = Page()
    page.line("62/901. 北方港口", x=120, size=12)
    page.line("大会，", x=140, pitch=20)
    page.line("回顾其2096年5月3日第98/17号决议和所有以往关于北方港口的各项决议和决", x=140, pitch=18)
    page.line("定，重申《北方港口公约》^1^ 的重要性，", x=120)
    page.line("又回顾港口对所有国家开放，", x=140)
    page.line("1. 决定继续处理此案。", x=140)
    page.rule(100, 170, 100)
    page.y = 100
    page.line("^1^ 联合国，《条约汇编》，第12卷，第345号。", x=116, size=8)
    blocks = labels(read(page))
    assert blocks["pp1"].text.startswith("回顾其2096年5月3日第98/17号决议")
    assert blocks["pp1"].text.endswith("重要性，")
    assert [mark.number for mark in blocks["pp1"].marks] == ["1"]
    assert blocks["pp2"].text == "又回顾港口对所有国家开放，"
    assert blocks["fn1"].text.startswith("联合国")


def test_a_raised_digit_without_a_note_stays_a_digit() -> None:
    page = Page()
    page.paragraph("The harbours have 12 km^2^ of water and are open.")
    (block,) = read(page).blocks
    assert block.text == "The harbours have 12 km2 of water and are open."
    assert block.marks == ()


def scanned() -> Page:
    page = Page()
    page.picture()
    return page


def private() -> Page:
    """A page in a font whose characters mean something to that font alone."""
    page = Page()
    for _ in range(9):
        page.line("".join(chr(0xE000 + at) for at in range(40)))
    return page


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (make_pdf([scanned()]), r"scanned.*ocrmypdf"),
        (make_pdf([Page()]), "without text"),
        (make_pdf([]), "without pages"),
        (make_pdf([first_page()], encrypted=True), "password"),
        (make_pdf([private()]), r"do not tell.*\(Test\).*ocrmypdf"),
        (b"%PDF-1.7\n" + b"\x00" * 500, "broken or truncated"),
        (make_pdf([first_page()])[:200], "broken or truncated|without pages"),
        (make_pdf([Page()] * 2001), "2001 pages"),
    ],
)
def test_what_cannot_be_read_is_refused_with_one_line_that_says_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as caught:
        read_document(data, file="a.pdf")
    assert "\n" not in str(caught.value)


def test_a_scanned_page_among_others_is_told_of() -> None:
    document = read(first_page(), scanned(), second_page())
    assert any("page 2" in warning and "ocrmypdf" in warning for warning in document.record.warnings)


def test_a_file_that_lost_its_end_is_refused_or_told_of() -> None:
    whole = make_pdf([first_page(), second_page()])
    document = read_document(whole.removesuffix(b"%%EOF\n"), file="a.pdf")
    assert any("end is missing" in warning for warning in document.record.warnings)
    lost = make_pdf([first_page(), Page()]).removesuffix(b"%%EOF\n")
    with pytest.raises(UnreadableError, match="broken or truncated"):
        read_document(lost, file="a.pdf")


def test_the_same_bytes_give_the_same_document() -> None:
    data = make_pdf([first_page(), second_page()])
    assert read_document(data, file="a.pdf") == read_document(data, file="a.pdf")


UNTOLD = {
    "no table of characters": make_pdf([first_page()]).replace(b"/ToUnicode 4 0 R", b" " * 16),
    "a table for some": make_pdf([first_page()]).replace(b"<0000> <00FF> <0000>", b"<0000> <0040> <0000>"),
}


@pytest.mark.parametrize("data", UNTOLD.values(), ids=UNTOLD)
def test_a_font_whose_characters_mean_nothing_is_named(data: bytes) -> None:
    warnings = read_document(data, file="a.pdf").record.warnings
    assert any(regex.search(r"\d{3,} characters of the font Test mean nothing.*ocrmypdf", each) for each in warnings)


def test_words_that_mean_nothing_are_named_and_bullets_are_not() -> None:
    words, bullets = first_page(), first_page()
    words.line("".join(chr(0xE000 + at) for at in range(20)))
    for _ in range(9):
        bullets.line("\uf0b7 to light the lanterns of the harbours")
    found = [[each for each in read(page).record.warnings if "font" in each] for page in (words, bullets)]
    assert [len(each) for each in found] == [1, 0]
    assert "19 characters of the font Test" in found[0][0]
