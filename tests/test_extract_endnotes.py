"""Notes at the end of a text, among them those of a record that continues the count of the record before."""

from extract.model.document import Document
from extract.reading.readers import read_document


def read(text: str) -> Document:
    return read_document(text.encode(), file="text.txt")


def labels(document: Document) -> list[str]:
    return [block.label for block in document.blocks]


RECORD = """9954 (2048). Resolution of 15 July 2048
[S/9902]

The Security Council,

Having considered the report of the Acting Pilot
on the storms which broke out in the southern sea
on 22 December 2047, 43

Noting General Assembly resolution 268 B
(III) of 28 April 1949 and its resolution 9949
(2048),

Requests the Pilot to report on the harbours that are
left open.

Adopted at the 396th meeting.

43 Official Records of the Security Council, Third Year,
Supplement for December 2047, document S/9852.
44 Adopted without vote.
"""


def test_notes_of_a_record_continue_the_count_of_the_page_before() -> None:
    document = read(RECORD)
    assert [name for name in labels(document) if name.startswith("fn")] == ["fn43", "fn44"]
    lone = read(RECORD.partition("44 Adopted")[0])
    assert [name for name in labels(lone) if name.startswith("fn")] == ["fn43"]
    assert [mark.number for block in lone.blocks for mark in block.marks] == ["43"]


def test_a_number_and_its_session_on_the_next_line_are_one_reference() -> None:
    noting = next(block.text for block in read(RECORD).blocks if block.text.startswith("Noting"))
    assert noting.endswith("268 B (III) of 28 April 1949 and its resolution 9949 (2048),")


def test_a_paragraph_that_merely_begins_with_a_number_is_no_note() -> None:
    text = RECORD.partition("43 Official")[0].replace("2047, 43", "2047,") + "9 Harbours were left open.\n"
    assert not [name for name in labels(read(text)) if name.startswith("fn")]


def test_no_mark_is_cut_out_of_a_number_that_goes_on() -> None:
    text = RECORD.replace("2047, 43", "2047,").replace("268 B\n(III)", "2644\n(III)").replace("S/9902", "S/9944")
    lone = text.replace("43 Official", "4 Official").replace("44 Adopted without vote.\n", "")
    document = read(lone)
    assert not any(block.marks for block in document.blocks)


def test_a_day_before_a_month_on_the_next_line_is_no_mark_but_digits_after_a_year_are() -> None:
    text = RECORD.replace("2047, 43", "2047 43 and heard,").replace(
        "Requests the Pilot to report", "Requests by 43 May\n2048"
    )
    marks = [mark for block in read(text).blocks for mark in block.marks]
    assert [mark.number for mark in marks] == ["43"]
    assert [block.label for block in read(text).blocks if block.marks] == ["pp1"]


STATEMENT = """United Nations    S/PRST/2099/2

Security Council    Distr.: General
5 March 2099

Original: English

Statement by the President of the Security Council

At the 9193rd meeting of the Security Council, the President made the following statement on behalf of the Council:

"The Security Council recalls resolution 9921 (2098) on the harbours of the north and of the south."
"""


def test_a_statement_has_the_symbol_and_the_date_of_its_masthead() -> None:
    record = read(STATEMENT).record
    assert (record.symbol, record.date) == ("S/PRST/2099/2", "2099-03-05")
