"""Text copied out of pages: broken lines, indents, notes at page feet, marks on lines of their own."""

import pytest

from extract.layout.indents import Indents
from extract.layout.lines import lines
from extract.layout.listing import Listing
from extract.layout.pages import Pages
from extract.model.document import Document
from extract.reading.readers import read_document

RULE = "_______________"

SHORT = f""" 99/910. 旧渡口的登记

 大会，

 回顾其 2043 年 12 月 2 日第 98/910 号和 2042 年 12 月 3 日第 97/910 号决

议，

 重申《渡口公约》
1
是登记旧渡口的依据，并强调登记资料应当在各国档案馆之中完整保

存，

 1. 请秘书长提出报告；

 2. 决定通过本决议附件所载的原则。

2044 年 12 月 5 日
第 62 次全体会议
 附件

 旧渡口登记原则

 1. 登记应当依照大会第 69/292 号决议进行，而且应当在各国档案馆之中长期保存并

予以公布。

{RULE}
1
 联合国，《条约汇编》，第 729 卷，第 10485 号。
"""

GLUED = f"""A/RES/99/911

 99/911. Ferries of the upper lakes

 The General Assembly,

 Recalling its resolution 98/911 of 2 December 2043, as well as Council resolutions 1894

 (2009) and 1989 (2011), and taking note of the report of the Secretary-General on lost

ferries,1 which was written in the course of a year and describes the landing places that

are kept in repair by the villages,

{RULE}
1 Report of the Meeting on Ferries, Port of Spain,

3 to 14 June 2040, vol. I (A/CONF.910/3), and the annexes to it which were issued later,

resolution 1.

2 A/98/77.

 Noting the views of the villages,2

 1. Requests the Secretary-General to report again, and to do so in a manner that all can

understand, before the end of the session in which the present resolution is adopted by it.

62nd plenary meeting
5 December 2044
"""


def read(text: str) -> Document:
    return read_document(text.encode(), file="text.txt")


def texts(document: Document) -> dict[str, str]:
    return {block.label: block.text for block in document.blocks}


def test_a_short_text_is_a_page_where_marks_stand_on_lines_of_their_own() -> None:
    blocks = read(SHORT).blocks
    expected = "title head pp1 pp2 op1 op2 tail annex annex annex/op1 fn1"
    assert [block.label for block in blocks] == expected.split()
    assert [mark.number for block in blocks for mark in block.marks] == ["1"]


def test_the_heading_of_an_annex_is_a_paragraph_even_right_after_the_meeting() -> None:
    document = read(SHORT)
    assert texts(document)["tail"] == "2044年12月5日第62次全体会议"
    assert [block.text for block in document.blocks if block.label == "annex"] == ["附件", "旧渡口登记原则"]
    assert document.record.date == "2044-12-05"


def test_a_note_after_a_rule_may_have_its_number_on_the_same_line() -> None:
    notes = {str(block.label): block.text for block in read(GLUED).blocks if block.label.kind == "fn"}
    assert list(notes) == ["fn1", "fn2"]
    assert notes["fn2"] == "A/98/77."


def test_a_line_of_a_note_that_begins_with_a_day_is_no_note() -> None:
    assert "Port of Spain, 3 to 14 June 2040" in texts(read(GLUED))["fn1"]


def test_the_body_continues_after_the_notes_without_a_page_number_between() -> None:
    document = texts(read(GLUED))
    assert document["pp2"] == "Noting the views of the villages,"
    assert document["fn1"].endswith("resolution 1.")


def test_a_year_in_brackets_at_the_start_of_a_line_continues_the_reference() -> None:
    assert "1894 (2009) and 1989 (2011)" in texts(read(GLUED))["pp1"]


def test_the_meeting_is_a_paragraph_even_after_a_full_line() -> None:
    assert texts(read(GLUED))["tail"] == "62nd plenary meeting 5 December 2044"


def test_a_date_beside_the_meeting_is_part_of_the_tail_and_dates_the_text() -> None:
    body = "大会，\n\n回顾其第98/910号决议，\n\n1. 请秘书长提出报告。\n\n2044年12月5日\n\n第62次全体会议\n"
    document = read("99/910. 旧渡口的登记\n\n" + body)
    assert [block.label for block in document.blocks][-2:] == ["tail", "tail"]
    assert document.record.date == "2044-12-05"


CLEAN = """99/912. Landing places

The General Assembly,

Recalling its resolutions {first} and 61/143,

Recalling also the Harbour Code{mark} and the rules made under it,

1. Decides to remain seized of the matter.

61st plenary meeting 7 December 2044

1 A/98/12.

2 A/98/13.
"""


def test_a_plausible_number_is_whole_where_the_note_has_a_mark_elsewhere() -> None:
    document = texts(read(CLEAN.format(first="57/281", mark="1,2")))
    assert document["pp1"] == "Recalling its resolutions 57/281 and 61/143,"


def test_the_last_digit_of_a_number_is_a_mark_where_the_note_has_no_other() -> None:
    blocks = read(CLEAN.format(first="60/11", mark=",2")).blocks
    first = next(block for block in blocks if block.label == "pp1")
    assert first.text == "Recalling its resolutions 60/1 and 61/143,"
    assert [mark.number for mark in first.marks] == ["1"]


def test_digits_before_a_chinese_unit_are_a_number_rather_than_a_mark() -> None:
    text = "99/913. 渡口\n\n大会，\n\n回顾2020年10月1日的报告1所述情况，\n\n1. 请秘书长提出报告。\n\n1 A/98/12。\n"
    block = next(block for block in read(text).blocks if block.label == "pp1")
    assert block.text == "回顾2020年10月1日的报告所述情况，"


def test_a_mark_after_the_full_stop_of_a_sentence_is_lifted() -> None:
    text = CLEAN.format(first="61/142", mark="1").replace("the matter.", "the Treaty.2")
    block = next(block for block in read(text).blocks if block.label == "op1")
    assert block.text.endswith("the Treaty.")
    assert [mark.number for mark in block.marks] == ["2"]


def page(*, indent: str) -> str:
    """Full lines that end in commas, the lines after them indented or not, and short last lines."""
    full = "Bearing in mind the wish of the villages that ferries be kept in repair, in winter too,"
    return "\n\n".join(
        f" {full}\n\n{indent}as they said in letters which were read,\n\n Noting this," for _ in range(5)
    )


def test_indents_say_nothing_where_all_lines_after_commas_are_indented() -> None:
    full = 88
    assert not Indents(list(lines(page(indent=" "))), margin=0, full=full).speak
    assert Indents(list(lines(page(indent=""))), margin=0, full=full).speak


def test_words_that_surely_begin_paragraphs_show_others_after_full_lines() -> None:
    rows = list(lines(page(indent=" ")))
    indents = Indents(rows, margin=0, full=88)
    assert {"Noting", "Bearing"} >= indents.openers > set()
    row = next(row for row in rows if row.text.startswith("as they"))
    assert not indents.begins(row, rows[0], room=False)


def test_a_bracket_and_a_stop_displaced_by_writing_from_right_to_left_are_read() -> None:
    council = ")S/RES/9902 (2097\n\nالقرار (2097) 9902\n\nإن مجلس الأمن،\n\nإذ يشير إلى قراره،\n"
    assert read(council).record.symbol == "S/RES/9902(2097)"
    assembly = "- .99/914 المعابر\n\nإن الجمعية العامة،\n\nإذ تشير إلى قرارها،\n"
    record = read(assembly).record
    assert (record.symbol, record.title) == ("A/RES/99/914", "المعابر")


def sort(text: str) -> tuple[list[str], list[str], list[str]]:
    """Paragraphs, notes with their numbers, and furniture of a text with broken lines."""
    rows = list(lines(text))
    layout = Pages(text, spaced=False, width=66, listing=Listing(rows)).read(rows)

    def joined(segments: tuple[tuple[int, int], ...]) -> str:
        return " ".join(text[start:end] for start, end in segments)

    body = [joined(paragraph.segments) for paragraph in layout.paragraphs]
    return body, [f"{note.note}: {joined(note.segments)}" for note in layout.notes], list(layout.furniture)


# What a line may be -> a text where it is that, body, notes and furniture; and a text where a similar line is not.
Sorted = tuple[list[str], list[str], list[str]]
SORTED: dict[str, tuple[str, Sorted, str, Sorted]] = {
    "rest of a mark": (
        f"The lake.\n{RULE}\n1\nSee the map.\n",
        (["The lake."], ["1: See the map."], []),
        "The lake\n1\nis deep.\n",
        (["The lake is deep."], [], []),
    ),
    "rule above notes": (
        f"The lake.\n{RULE}\n1 See the map.\n",
        (["The lake."], ["1: See the map."], []),
        "The lake.\n____\n1 See the map.\n",
        (["The lake. ____ 1 See the map."], [], []),
    ),
    "running head": (
        "The lake\n\fA/RES/99/910\nis deep.\n",
        (["The lake is deep."], [], ["A/RES/99/910"]),
        "The lake\n\fof A/RES/99/910\nis deep.\n",
        (["The lake of A/RES/99/910 is deep."], [], []),
    ),
    "running title": (
        f"The lake\n\fA/RES/99/910\n{' ' * 30}Ferries\nis deep.\n",
        (["The lake is deep."], [], ["A/RES/99/910"]),
        "The lake\n\fA/RES/99/910\nFerries are rare.\n",
        (["The lake Ferries are rare."], [], ["A/RES/99/910"]),
    ),
    "page number": (
        "The lake\n\n1234\n\fis deep.\n",
        (["The lake is deep."], [], []),
        "The lake\n\n12345\n\fis deep.\n",
        (["The lake 12345 is deep."], [], []),
    ),
    "further line of a note": (
        f"The lake.\n{RULE}\n1 See the map\nof ferries.\n",
        (["The lake."], ["1: See the map of ferries."], []),
        f"The lake.\n{RULE}\n1 See the map.\n\fof ferries.\n",
        (["The lake. of ferries."], ["1: See the map."], []),
    ),
    "first line of a note": (
        f"The lake.\n{RULE}\n1 See the map.\n2 See the list.\n",
        (["The lake."], ["1: See the map.", "2: See the list."], []),
        f"The lake.\n{RULE}\n1 See the map.\n3 See the list.\n",
        (["The lake."], ["1: See the map. 3 See the list."], []),
    ),
}


@pytest.mark.parametrize("kind", SORTED)
def test_lines_of_a_page_are_sorted(kind: str) -> None:
    text, meant, similar, other = SORTED[kind]
    assert sort(text) == meant
    assert sort(similar) == other
