"""What Word shows of a DOCX file: raised digits, the numbers of notes, fields within fields, hidden and struck text."""

import pytest
from form_sample import package

from extract.find import find_citations
from extract.model.citation import Citation
from extract.model.document import Document
from extract.reading.readers import read_document

RAISED = '<w:vertAlign w:val="superscript"/>'
STYLES = """<w:styles {names}>
  <w:style w:type="character" w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="OwnMark"><w:basedOn w:val="Mark"/></w:style>
  <w:style w:type="character" w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Seen"><w:basedOn w:val="Unseen"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Instruction"><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Struck"><w:rPr><w:strike/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Circle"><w:basedOn w:val="Circle"/></w:style>
</w:styles>"""


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def line(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def reference(identifier: int, kind: str = "footnote") -> str:
    return f'<w:r><w:rPr>{RAISED}</w:rPr><w:{kind}Reference w:id="{identifier}"/></w:r>'


def notes(kind: str, *texts: str) -> str:
    each = "".join(
        f'<w:{kind} w:id="{at}">{line(f"<w:r><w:{kind}Ref/></w:r>", run(text))}</w:{kind}>'
        for at, text in enumerate(texts, 2)
    )
    return f"<w:{kind}s {{names}}>{each}</w:{kind}s>"


def read(body: str, **parts: str) -> Document:
    return read_document(package(body, parts), file="draft.docx")


def targets(document: Document) -> list[str | None]:
    return [row.target for row in find_citations(document) if isinstance(row, Citation)]


FORMULAS = {
    "en": ("The General Assembly,", "Recalling its resolution 61/74"),
    "fr": ("L'Assemblée générale,", "Rappelant sa résolution 61/74"),
    "es": ("La Asamblea General,", "Recordando su resolución 61/74"),
    "ru": ("Генеральная Ассамблея,", "ссылаясь на свою резолюцию 61/74"),
    "zh": ("大会，", "回顾其第61/74"),
}


@pytest.mark.parametrize("language", FORMULAS)
@pytest.mark.parametrize(
    "mark",
    [
        run("5", RAISED),
        run("12", RAISED),
        run("5, 6", RAISED),
        run("(5)", RAISED),
        run("5", '<w:rStyle w:val="Mark"/>'),
        run("5", '<w:rStyle w:val="OwnMark"/>'),
        run("5", '<w:position w:val="6"/>'),
        run("1", RAISED) + run("2", RAISED),
    ],
)
def test_raised_digits_of_no_known_note_join_no_number(language: str, mark: str) -> None:
    formula, text = FORMULAS[language]
    ending = "号决议，" if language == "zh" else ", 2006,"
    body = line(run(formula)) + line(run("60/7 x,"), reference(2)) + line(run(text), mark, run(ending))
    document = read(body, footnotes=notes("footnote", "A/61/49."), styles=STYLES)
    assert "A/RES/61/74" in targets(document)
    assert not [target for target in targets(document) if target and target.startswith("A/RES/61/74") and target[11:]]


def test_digits_that_are_not_raised_stay_in_their_number() -> None:
    body = line(run("Recalling its resolution 61/7"), run("4", '<w:vertAlign w:val="subscript"/>'), run(" of 2006,"))
    body += line(run("Noting resolution 61/1"), run("0", f'<w:rStyle w:val="Mark"/>{RAISED.replace("super", "base")}'))
    assert [block.text for block in read(body, styles=STYLES).blocks] == [
        "Recalling its resolution 61/74 of 2006,",
        "Noting resolution 61/10",
    ]


def section(kind: str, *said: str, own_paragraph: bool = False) -> str:
    properties = "".join(f"<w:{name}/>" for name in said)
    inside = f"<w:sectPr><w:{kind}Pr>{properties}</w:{kind}Pr></w:sectPr>"
    return f"<w:p><w:pPr>{inside}</w:pPr></w:p>" if own_paragraph else inside


TWO = line(run("the lanterns,"), reference(2)) + line(run("the nets,"), reference(3))


@pytest.mark.parametrize(
    ("body", "settings", "labels"),
    [
        (TWO, "", ["fn1", "fn2"]),
        (TWO + section("footnote", 'numStart w:val="5"'), "", ["fn5", "fn6"]),
        (TWO, '<w:footnotePr><w:numStart w:val="12"/></w:footnotePr>', ["fn12", "fn13"]),
        (TWO + section("footnote", 'numFmt w:val="lowerLetter"'), "", ["fna", "fnb"]),
        (TWO + section("footnote", 'numFmt w:val="chicago"'), "", ["fn*", "fn†"]),
        (
            line(run("the lanterns,"), reference(2))
            + section("footnote", 'numRestart w:val="eachSect"', own_paragraph=True)
            + line(run("the nets,"), reference(3))
            + section("footnote", 'numRestart w:val="eachSect"', 'numStart w:val="4"'),
            "",
            ["fn1", "fn4"],
        ),
        (
            line(run("the lanterns,"), reference(2))
            + section("footnote", 'numStart w:val="3"', own_paragraph=True)
            + line(run("the nets,"), reference(3))
            + section("footnote", 'numStart w:val="9"'),
            "",
            ["fn3", "fn4"],
        ),
        (
            line(run("the lanterns,"), f"<w:del>{reference(9)}</w:del>", reference(2))
            + line(run("the nets,"), reference(3)),
            "",
            ["fn1", "fn2"],
        ),
    ],
)
def test_notes_have_the_numbers_that_word_prints(body: str, settings: str, labels: list[str]) -> None:
    document = read(
        body,
        footnotes=notes("footnote", "See A/75/132.", "See A/75/133."),
        settings=f"<w:settings {{names}}>{settings}</w:settings>",
    )
    marks = [f"fn{mark.number}" for block in document.blocks for mark in block.marks]
    assert marks == [str(block.label) for block in document.blocks if block.label.is_note] == labels


def test_endnotes_have_numbers_of_their_own_and_no_two_notes_one_name() -> None:
    body = line(run("the lanterns,"), reference(2), run(" and the nets,"), reference(2, "endnote"))
    parts = {"footnotes": notes("footnote", "See A/75/132."), "endnotes": notes("endnote", "See A/75/133.")}
    decimal = '<w:settings {names}><w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr></w:settings>'
    found = [
        {str(block.label): block.text for block in read(body, **parts, **more).blocks if block.label.is_note}
        for more in ({}, {"settings": decimal})
    ]
    assert found == [
        {"fn1": "See A/75/132.", "fni": "See A/75/133."},
        {"fn1": "See A/75/132.", "fn1.2": "See A/75/133."},
    ]


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def field(code: str, result: str) -> str:
    return mark("begin") + code + mark("separate") + result + mark("end")


INNER = field(instruction(" DOCPROPERTY number "), run("60/1"))


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (field(instruction(" IF ") + INNER + instruction(' = "60/1" "61/74" "" '), run("61/74")), "61/74"),
        (field(instruction(" REF a "), run("61/") + INNER.replace("60/1", "74")), "61/74"),
        (field(instruction(" IF ") + field(INNER, run("x")) + instruction(" = 1 "), run("61/74")), "61/74"),
        (mark("begin") + instruction(' XE "60/1" ') + mark("end") + run("61/74"), "61/74"),
        (mark("begin") + instruction(" IF ") + run("61/74"), "61/74"),
        (mark("separate") + run("61/") + mark("end") + run("74"), "61/74"),
        (f"<w:del>{mark('begin')}{mark('separate')}</w:del>" + run("61/74"), "61/74"),
    ],
)
def test_a_field_shows_its_result_and_nothing_that_it_reads(runs: str, text: str) -> None:
    assert read(line(run("Recalling resolution "), runs, run(" of 2006,"))).blocks[0].text == (
        f"Recalling resolution {text} of 2006,"
    )


@pytest.mark.parametrize(
    "code",
    [
        ' HYPERLINK "https://undocs.org/A/RES/61/75" ',
        " HYPERLINK https://undocs.org/A/RES/61/75 ",
        " hyperlink https://undocs.org/A/RES/61/75",
        ' HYPERLINK https://undocs.org/A/RES/61/75 \\o "tip" ',
        ' HYPERLINK \\t "_blank" "https://undocs.org/A/RES/61/75" ',
        ' HYPERLINK \\n \\o "A/RES/1/1" https://undocs.org/A/RES/61/75 ',
    ],
)
def test_a_link_is_read_with_and_without_quotes(code: str) -> None:
    fields = [
        field(instruction(code), run("61/74")),
        f"<w:fldSimple w:instr='{code}'>{run('61/74')}</w:fldSimple>",
        field(
            instruction(" HYPERLINK ")
            + field(instruction(" DOCPROPERTY x "), run("https://undocs.org/A/RES/61/75"))
            + instruction(" "),
            run("61/74"),
        ),
    ]
    for each in fields:
        document = read(line(run("See "), each, run(".")))
        assert document.blocks[0].text == "See 61/74."
        assert [(link.start, link.end, link.symbol) for link in document.links] == [(4, 9, "A/RES/61/75")]


def test_a_link_to_a_place_in_the_text_is_none_to_a_document() -> None:
    body = line(run("See "), field(instruction(' HYPERLINK \\l "A_RES_61_75" '), run("61/74")))
    assert read(body).links == ()


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("<w:vanish/>", '<w:vanish w:val="0"/>'),
        ('<w:rStyle w:val="Unseen"/>', '<w:rStyle w:val="Seen"/>'),
        ('<w:rStyle w:val="Struck"/>', '<w:rStyle w:val="Struck"/><w:strike w:val="false"/>'),
        ("<w:strike/>", '<w:strike w:val="off"/>'),
        ("<w:dstrike/>", "<w:b/>"),
        ("<w:strike w:val='0'/><w:vanish/>", '<w:rStyle w:val="Circle"/>'),
    ],
)
def test_hidden_and_struck_text_is_left_out(hidden: str, shown: str) -> None:
    body = line(run("Recalling its resolutions "), run("60/1 ", hidden), run("61/74 ", shown), run("of 2006,"))
    assert read(body, styles=STYLES).blocks[0].text == "Recalling its resolutions 61/74 of 2006,"


def test_a_paragraph_is_hidden_by_its_style_but_for_what_its_runs_show() -> None:
    style = '<w:pStyle w:val="Instruction"/>'
    body = line(run("Do not cite 60/1."), properties=style) + line(run("Recalling 61/74,"))
    body += line(run("see "), run("A/61/49", '<w:vanish w:val="0"/>'), properties=style)
    assert read(body, styles=STYLES).text == "Recalling 61/74,\n\nA/61/49\n\n"


def test_ten_thousand_open_fields_are_read_in_time() -> None:
    runs = "".join(mark("begin") + instruction(" IF ") for _ in range(10_000))
    assert read(line(runs, run("61/74 of 2006"))).blocks[0].text == "61/74 of 2006"
