"""Notes that share a mark: numbers that start again on each page, and reference marks instead of numbers."""

import pytest
from form_sample import package
from pdf_pages import Page, make_pdf

from extract.find import find_citations
from extract.model.citation import Citation
from extract.model.document import Document
from extract.reading.readers import read_document


def read(text: str) -> Document:
    return read_document(text.encode(), file="x.txt")


def notes(document: Document) -> dict[str, str]:
    return {block.label: block.text for block in document.blocks if block.label.kind == "fn"}


def marks(document: Document) -> list[tuple[str, str]]:
    """The word that each mark follows, and its number."""
    return [
        (block.text[: mark.position].rpartition(" ")[2], mark.number)
        for block in document.blocks
        for mark in block.marks
    ]


def cited(document: Document) -> dict[str, str | None]:
    rows = (row for row in find_citations(document) if isinstance(row, Citation))
    return {row.target: row.evidence.via or row.evidence.paragraph for row in rows}


def test_numbers_that_start_again_on_each_page_are_bound_to_the_notes_of_their_page() -> None:
    first, second = Page(), Page()
    first.paragraph("99/931. Lanterns")
    first.paragraph("The General Assembly,")
    first.paragraph(
        "Recalling the report of its forum^1^ and the words of its", "friends,^2^ which it has read with great care,"
    )
    first.paragraph("Recalling also its resolution 61/74 of 6 December 2006,")
    second.paragraph(
        "Noting the report of its secretary^1^ and what the others", "have said about the lanterns of the harbours,"
    )
    second.paragraph("1. Decides to go on.")
    for page, lines in ((first, ("^1^ See A/75/132.", "^2^ See A/75/133.")), (second, ("^1^ See A/75/134.",))):
        page.rule(120, 200, 92)
        page.y = 95
        for line in lines:
            page.line(line, size=8, pitch=10)
    document = read_document(make_pdf([first, second]), file="x.pdf")
    assert notes(document) == {"fn1": "See A/75/132.", "fn2": "See A/75/133.", "fn1.2": "See A/75/134."}
    assert marks(document) == [("forum", "1"), ("friends,", "2"), ("secretary", "1.2")]
    assert cited(document)["A/75/134"] in {"fn1.2", "pp3"}


PASTED = """99/931. Lanterns

The General Assembly,

Recalling the report of its forum1 and the words of its friends,2 which it has read with
great care and which it has kept in the archives of the harbours, as was asked for in the
letters of the villages,
_______________
1{gap} See A/75/132.
2{gap} See A/75/133.
\f
Noting the report of its secretary1 and what the others have said about the lanterns of all
the harbours and of the landing places in the north, which are kept by the villages and by
nobody else,

1. Decides to go on with the lanterns of the harbours and to ask the villages for advice on
all that they know about them.
_______________
1{gap} See A/75/134.
"""


@pytest.mark.parametrize("gap", ["", "\n"], ids=["beside", "apart"])
def test_numbers_that_start_again_on_a_pasted_page_are_distinguished(gap: str) -> None:
    document = read(PASTED.format(gap=gap))
    assert notes(document) == {"fn1": "See A/75/132.", "fn2": "See A/75/133.", "fn1.2": "See A/75/134."}
    assert marks(document) == [("forum", "1"), ("friends,", "2"), ("secretary", "1.2")]
    assert cited(document)["A/75/134"] in {"fn1.2", "pp3"}


REPORT = """A/99/132

Item 42 of the preliminary list*

Report of the Secretary-General**

1. The present report is submitted pursuant to resolution 98/31.†

* First of a list, see A/98/213.

* Second of a list.

2. It was late.

* A/99/50.

** Reissued.

† Resolution 61/105.
"""


def test_a_reference_mark_after_a_word_belongs_to_the_paragraph_that_begins_with_it() -> None:
    document = read(REPORT.replace("* First of a list, see A/98/213.\n\n* Second of a list.\n\n", ""))
    assert notes(document) == {"fn*": "A/99/50.", "fn**": "Reissued.", "fn†": "Resolution 61/105."}
    assert marks(document) == [("list", "*"), ("Secretary-General", "**"), ("98/31.", "†")]
    assert cited(document) == {"A/RES/98/31": "p1", "A/99/50": "fn*", "A/RES/61/105": "fn†"}


def test_a_list_with_asterisks_stays_a_list() -> None:
    document = read("A/99/132\n\n1. The forum has:\n\n* The boats of A/98/213;\n\n* Lanterns.\n\n2. It ended 3 * 4.")
    assert notes(document) == {}
    assert [block.label for block in document.blocks] == ["head", "p1", "p1", "p1", "p2"]


@pytest.mark.parametrize("end", [".", "。", ")", "”"])
def test_a_reference_mark_may_follow_any_end_of_a_word(end: str) -> None:
    assert notes(read(f"A/99/132\n\n1. The lantern of the harbour{end}**\n\n2. It ended.\n\n**See 61/105.")) == {
        "fn**": "See 61/105."
    }


def test_notes_with_custom_marks_are_distinguished_in_a_docx() -> None:
    def reference(identifier: int) -> str:
        return f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="{identifier}"/><w:t>*</w:t></w:r>'

    def line(text: str, end: str = "") -> str:
        return f"<w:p><w:r><w:t>{text}</w:t></w:r>{end}</w:p>"

    held = "".join(f'<w:footnote w:id="{n}">{line(f"See A/75/13{n}.")}</w:footnote>' for n in (1, 2))
    body = line("1. One lantern", reference(1)) + line("2. Another lantern", reference(2))
    document = read_document(
        package(body, {"footnotes": f"<w:footnotes {{names}}>{held}</w:footnotes>"}), file="x.docx"
    )
    assert notes(document) == {"fn*": "See A/75/131.", "fn*.2": "See A/75/132."}
    assert marks(document) == [("lantern", "*"), ("lantern", "*.2")]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Recalling its resolution 61/74⁵ of 6 December 2006,", {"A/RES/61/74": "pp1"}),
        ("Recalling Security Council resolution 1540 (2004)¹²,", {"S/RES/1540(2004)": "pp1"}),
        ("Rappelant ses résolutions 61/74¹ et 62/37²,", {"A/RES/61/74": "pp1", "A/RES/62/37": "pp1"}),
        ("回顾其第61/74⁵号决议，", {"A/RES/61/74": "pp1"}),
        ("إذ تشير إلى قرارها 61/74⁵ المؤرخ 6 كانون الأول/ديسمبر 2006،", {"A/RES/61/74": "pp1"}),
    ],
)  # fmt: skip
def test_raised_digits_that_are_characters_join_no_number(text: str, targets: dict[str, str]) -> None:
    formula = {"R": "L'Assemblée générale,", "回": "大会，", "إ": "إن الجمعية العامة،"}
    first = "The General Assembly," if text.startswith("Recalling") else formula[text[0]]
    document = read(f"{first}\n\n{text}\n\n")
    assert cited(document) == targets
    assert not any(mark for block in document.blocks for mark in block.marks)


def test_raised_digits_that_are_characters_lead_to_their_notes() -> None:
    document = read(
        "99/931. Lanterns\n\nThe General Assembly,\n\nRecalling the Code of Lanterns,⁵ and islands of 12 km²,\n\n"
        "1. Decides to go on.⁶\n\n⁵ See A/75/132.\n\n⁶ See A/75/133.\n"
    )
    assert notes(document) == {"fn5": "See A/75/132.", "fn6": "See A/75/133."}
    assert marks(document) == [("Lanterns,", "5"), ("on.", "6")]
    assert "12 km²," in document.blocks[2].text
