"""Lines copied from a page with marks of embedding are read in the order in which they are written."""

import pytest

from extract.find import find_citations
from extract.reading.plain.embeddings import restore
from extract.reading.readers import read_document

RLE, LRE, POP, MARK = "\u202b", "\u202a", "\u202c", "\u200f"
VOWELS = "        \u064b"
FEED = "\f"


def embedded(line: str) -> str:
    """A line with `<` and `>` around what its tool wrote from left to right."""
    return RLE + line.replace("<", LRE).replace(">", POP) + POP


@pytest.mark.parametrize(
    ("copied", "meant"),
    [
        ("القرار < (2006) 1718>ومع الميناء", "القرار 1718 (2006) ومع الميناء"),
        (")< (2006>و < (2009) 1874>و <2050>", "(2006) و 1874 (2009) و 2050"),
        ("الثالثة (< ،A/75/471>الفقرة <])80>", "الثالثة (A/75/471، الفقرة 80)]"),
        ("< - .75/158>الاتجار", "75/158. - الاتجار"),
        ("الوطنية(< )1>والميناء", "الوطنية(1) والميناء"),
        ("(<.United Nations, Treaty Series, No. 39574 )1>", "(1) United Nations, Treaty Series, No. 39574."),
        ("قراراتها < 61/74>المؤرخ < 6>كانون الأول", "قراراتها 61/74 المؤرخ 6 كانون الأول"),
        ("أكتوبر < (S/PRST/2006/41) 2006>و", "أكتوبر 2006 (S/PRST/2006/41) و"),
        ("<S/RES/2569 (2021)>", "S/RES/2569 (2021)"),
        ("الأمن وتحسينها< ،>واضعة", "الأمن وتحسينها، واضعة"),
    ],
)  # fmt: skip
def test_numbers_and_brackets_find_their_places(copied: str, meant: str) -> None:
    line = embedded(copied)
    restored = restore(line)
    assert restored.replace(MARK, "") == meant
    assert len(restored) == len(line)


def test_pieces_of_one_line_are_read_from_the_right() -> None:
    line = f"   {embedded('ثم الميناء')} {embedded('إن الجمعية')}\n"
    assert restore(line).replace(MARK, "") == "   إن الجمعية ثم الميناء\n"


def test_other_lines_stay_as_they_are() -> None:
    text = "The Assembly,\n(2006) 1718 و القرار\n"
    assert restore(text) == text
    assert restore(text + embedded("القرار < 5>و")).startswith(text)


@pytest.mark.parametrize("line", [RLE, POP + RLE, RLE + LRE + LRE, RLE + "م" + LRE, LRE + RLE + POP * 3, RLE * 50])
def test_marks_out_of_place_lose_no_letter(line: str) -> None:
    restored = restore(f"a{line}b\n")
    assert len(restored) == len(line) + 3
    assert sorted(sign for sign in restored if sign.isalpha()) == sorted(sign for sign in f"a{line}b" if sign.isalpha())


PAGE = "\n\n".join(
    embedded(line)
    for line in (
        "إن الجمعية العامة<،>",
        "إذ تشير إلى قرارها < 61/74>المؤرخ < 6>كانون الأول<2006 /> وإلى اتفاقية الميناء والموانئ(< )1>وما جاء فيها من",
        "القرارات السابقة بشأن الميناء والموانئ في كل مكان وكل ما يتصل بها من أمور ومسائل أخرى تهم الدول<،>",
    )
)


def test_references_of_such_a_page_are_found_and_their_quotes_stand_in_the_text() -> None:
    document = read_document(PAGE.encode(), file="a.txt")
    rows = find_citations(document)
    assert [getattr(row, "target", None) for row in rows] == ["A/RES/61/74"]
    for row in rows:
        assert document.text[row.evidence.start : row.evidence.end] == row.evidence.quote


FOOT = f"""إن الجمعية العامة،

إذ تشير إلى اتفاقية الميناء والموانئ(1) وما جاء فيها من أحكام بشأن السفن كلها والبضائع
التي تنقلها وكل ما يتصل بها، وإذ تضع في اعتبارها القرارات السابقة بشأن الميناء والموانئ
في كل مكان(2)،
{VOWELS}
وإذ تؤكد أهمية الميناء والموانئ في كل مكان لجميع الدول ولجميع السفن التي تنقل البضائع
من بلد إلى بلد،

(1) الأمم المتحدة، مجموعة المعاهدات، المجلد 12، الرقم 345.
(2) القرار 61/74.
{FEED}
1 - تقرر أن تبقي المسألة قيد نظرها في كل دورة من دوراتها وفي كل اجتماع من اجتماعاتها
المقبلة كلها بلا استثناء.
"""


def test_notes_in_brackets_at_a_page_foot_need_no_rule() -> None:
    blocks = {str(block.label): block for block in read_document(FOOT.encode(), file="a.txt").blocks}
    assert blocks["fn1"].text == "الأمم المتحدة، مجموعة المعاهدات، المجلد 12، الرقم 345."
    assert blocks["fn2"].text == "القرار 61/74."
    assert [mark.number for mark in blocks["pp1"].marks] == ["1", "2"]
    assert blocks["op1"].text.endswith("بلا استثناء.")
    assert [blocks[label].page for label in ("pp1", "fn2", "op1")] == [1, 1, 2]
