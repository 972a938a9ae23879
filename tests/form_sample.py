"""An invented resolution in every format: plain text, AKN XML, DOCX, HTML.

Every format is made from the same texts, so that what is read from one can be compared with another.
"""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Final

import regex
from resolution_sample import Sample

_PIECE: Final = regex.compile(r"\^(?P<mark>\d{1,3})|\[(?P<text>[^\]]*)\]\((?P<symbol>[^ ]*?)\)(?=[^)]|$)")
_LANGUAGES: Final = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"}


def plain(sample: Sample) -> str:
    """The resolution as clean text: one paragraph per block, marks as digits, notes at the end."""
    title = f"{sample.number}. {sample.title}"
    operative = [f"{sign} {text}" for sign, text in sample.operative]
    tail = f"{sample.meeting} {sample.day}"
    notes = [f"{number} {text}" for number, text in sample.notes.items()]
    lines = [*sample.masthead, title, sample.formula, *sample.preamble, *operative, tail, *sample.annex, *notes]
    return "\n\n".join(_written(line, mark=str, link=lambda text, _: text, text=str) for line in lines) + "\n"


def akn(sample: Sample, *, metadata: str = "") -> bytes:
    """The resolution as Akoma Ntoso as in the UN's edition, with notes in mid-sentence."""

    def note(number: str) -> str:
        return (
            f'<authorialNote marker="{number}" placement="bottom"><p>\t{line(sample.notes[number])}</p></authorialNote>'
        )

    def line(text: str) -> str:
        return _written(text, mark=note, link=_anchor(sample.language), text=_italic)

    cover = "".join(f"<p><span>{escape(text)}</span></p>" for text in sample.masthead if text[:2] != "A/")
    preamble = "".join(
        f'<container name="x"><p xml:space="preserve">\t{line(text)}</p></container>' for text in sample.preamble
    )
    body = "".join(
        f"<paragraph><num>\t{sign}</num><content><p>\t{line(text)}</p></content></paragraph>"
        if sign[0].isdigit()
        else f"<paragraph><content><p>\t{sign}\t{line(text)}</p></content></paragraph>"
        for sign, text in sample.operative
    )  # fmt: skip
    annex = "".join(f"<paragraph><content><p>{line(text)}</p></content></paragraph>" for text in sample.annex)
    doc = f'<doc name="annex"><meta/><mainBody>{annex}</mainBody></doc>'
    attachments = f"<attachments><attachment>{doc}</attachment></attachments>"
    formula = f'<span class="italic">{sample.formula[:-1]}</span>{sample.formula[-1]}'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:akn4un="http://un.org/akn4un">
  <statement name="resolution">
    <meta>
      <identification source="#x">
        <FRBRWork>
          <FRBRuri value="/akn/un/statement/deliberation/unga/2044-12-07/99-931/"/>
          <FRBRdate date="2044-12-07" name="adoption"/>
          <FRBRauthor href="ga" as="author"/>
        </FRBRWork>
        <FRBRExpression><FRBRlanguage language="{_LANGUAGES[sample.language]}"/></FRBRExpression>
      </identification>
      {metadata}
      <references><TLCOrganization eId="ga" href="/akn/x" showAs="General Assembly"/></references>
    </meta>
    <coverPage>
      <p><docNumber refersTo="#symbol">A/RES/99/931</docNumber></p>
      {cover}
      <p><inline name="agenda item">Agenda item 74 (b)</inline></p>
    </coverPage>
    <preface><p>
      <docNumber>{sample.number}.</docNumber>
      <docTitle refersTo="#resolutionTitle">{escape(sample.title)}</docTitle>
    </p></preface>
    <preamble><formula name="enactingFormula"><p>{formula}</p></formula>
    {preamble}</preamble>
    <mainBody>{body}</mainBody>
    <conclusions><p>
      <inline name="adoptionMeeting">{sample.meeting}</inline>
      <eol/>
      <docDate date="2044-12-07" refersTo="#adoptionDate">{sample.day}</docDate>
    </p></conclusions>
    {attachments if sample.annex else ""}
  </statement>
</akomaNtoso>
""".encode()


_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(sample: Sample) -> bytes:
    """The resolution as a Word file: symbol in a table, footnotes in their own part."""

    def run(text: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    def note(number: str) -> str:
        raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        return f'<w:r>{raised}<w:footnoteReference w:id="{int(number) + 1}"/></w:r>'

    def link(text: str, symbol: str) -> str:
        return f'<w:hyperlink r:id="{symbol}">{run(text)}</w:hyperlink>'

    def line(text: str) -> str:
        return f"<w:p>{_written(text, mark=note, link=link, text=run)}</w:p>"

    tail = f"<w:p>{run(sample.meeting)}<w:r><w:br/></w:r>{run(sample.day)}</w:p>"
    operative = [f"{sign}\t{text}" for sign, text in sample.operative]
    cells = "".join(f"<w:tc>{line(text)}</w:tc>" for text in sample.masthead[:2])
    lines = [*sample.masthead[2:], f"{sample.number}.\t{sample.title}", sample.formula, *sample.preamble, *operative]
    body = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>{''.join(map(line, lines))}{tail}{''.join(map(line, sample.annex))}"
    notes = "".join(
        f'<w:footnote w:id="{int(number) + 1}">{line(text)}</w:footnote>' for number, text in sample.notes.items()
    )
    apart = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    return package(body, {"footnotes": f"<w:footnotes {{names}}>{apart}{notes}</w:footnotes>"}, links=_symbols(sample))


def package(
    body: str,
    parts: Mapping[str, str] | None = None,
    *,
    links: Iterable[str] = (),
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """A DOCX file.

    Args:
        body: the content of the body, as XML.
        parts: further parts by kind; `{names}` in a part is replaced by the namespace declarations.
        links: symbols, each the identifier of a relationship to its address.
        more: further members that nothing refers to.
    """
    names = (
        f'xmlns:w="{_WORD}" xmlns:r="{_KIND}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    kinds = parts or {}
    relations = "".join(
        f'<Relationship Id="p{kind}" Type="{_KIND}/{kind.rstrip("0123456789")}" Target="{kind}.xml"/>' for kind in kinds
    )
    relations += "".join(
        f'<Relationship Id="{symbol}" Type="{_KIND}/hyperlink" TargetMode="External"'
        f' Target="https://undocs.org/{symbol}"/>'
        for symbol in links
    )
    frame = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": frame.format(f'<Relationship Id="m" Type="{_KIND}/officeDocument" Target="word/document.xml"/>'),
        "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": frame.format(relations),
        **{f"word/{kind}.xml": text.replace("{names}", names) for kind, text in kinds.items()},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name), head + text)
        for name, data in (more or {}).items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return stream.getvalue()


def html(sample: Sample) -> bytes:
    """The resolution as a web page: notes reached by links, numbers generated by lists, other content around it."""

    def note(number: str) -> str:
        return f'<a id="back{number}" href="#note{number}"><sup>{number}</sup></a>'

    def line(text: str) -> str:
        return _written(text, mark=note, link=_anchor(sample.language), text=_italic)

    direction = "rtl" if sample.language == "ar" else "ltr"
    head = "".join(f"<div>{escape(text)}</div>" for text in sample.masthead)
    preamble = "".join(f"<p>{line(text)}</p>" for text in sample.preamble)
    operative = "".join(f"<p>{sign}&nbsp;&nbsp;{line(text)}</p>" for sign, text in sample.operative)
    annex = "".join(f"<p>{line(text)}</p>" for text in sample.annex)
    notes = "".join(
        f'<li id="note{number}">{line(text)} <a href="#back{number}">↑</a></li>'
        for number, text in sample.notes.items()
    )
    return f"""<!DOCTYPE html>
<html lang="{sample.language}" dir="{direction}">
<head><meta charset="utf-8"><title>A/RES/99/931 - E</title><style>p {{ margin: 0 }}</style></head>
<body>
<nav><ul><li><a href="/en/A/RES/1/1">A/RES/1/1</a></li></ul></nav>
<main>
{head}
<h1>{sample.number}. {escape(sample.title)}</h1>
<p><i>{sample.formula}</i></p>
{preamble}{operative}
<p>{sample.meeting}<br>{sample.day}</p>
{annex}
<ol>{notes}</ol>
</main>
<script>document.write("A/RES/2/2")</script>
<footer>A/RES/3/3</footer>
</body></html>
""".encode()


def _written(
    line: str, *, mark: Callable[[str], str], link: Callable[[str, str], str], text: Callable[[str], str]
) -> str:
    """Render a text in some format, piece by piece."""
    made, at = [], 0
    for found in _PIECE.finditer(line):
        made.append(text(line[at : found.start()]))
        made.append(mark(found["mark"]) if found["mark"] else link(found["text"], found["symbol"]))
        at = found.end()
    return "".join([*made, text(line[at:])])


def _symbols(sample: Sample) -> list[str]:
    texts = [*sample.preamble, *(text for _, text in sample.operative), *sample.notes.values(), *sample.annex]
    return sorted({found["symbol"] for text in texts for found in _PIECE.finditer(text) if found["symbol"]})


def _anchor(language: str) -> Callable[[str, str], str]:
    return lambda text, symbol: f'<a href="https://undocs.org/{language}/{symbol}">{escape(text)}</a>'


def _italic(text: str) -> str:
    """Set the first word in italics, as verbs are."""
    first, blank, rest = text.partition(" ")
    return f"<span>{escape(first)}</span>{blank}{escape(rest)}" if rest else escape(text)
