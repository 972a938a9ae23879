"""Documents with tables, made of paragraphs and rows, in every format that has tables."""

from collections.abc import Sequence
from html import escape

from form_sample import package

Part = str | Sequence[Sequence[str]]
"""A paragraph, or rows of cells; the only cell of a row spans all columns, an empty one continues that above it."""


def docx(*parts: Part) -> bytes:
    """A Word file."""
    body = "".join(_word_line(part) if isinstance(part, str) else _word_table(part) for part in parts)
    return package(body)


def _word_line(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _word_table(rows: Sequence[Sequence[str]]) -> str:
    width = max(map(len, rows))
    made = []
    for place, row in enumerate(rows):
        span = f'<w:gridSpan w:val="{width}"/>' if len(row) < width else ""
        cells = []
        for column, text in enumerate(row):
            below = place + 1 < len(rows) and len(rows[place + 1]) > column and not rows[place + 1][column]
            merged = "<w:vMerge/>" if not text else '<w:vMerge w:val="restart"/>' if below else ""
            lines = "".join(_word_line(line) for line in text.split("\n"))
            cells.append(f"<w:tc><w:tcPr>{span}{merged}</w:tcPr>{lines}</w:tc>")
        made.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return f"<w:tbl>{''.join(made)}</w:tbl>"


def html(*parts: Part, language: str = "en") -> bytes:
    """A web page."""
    body = "".join(f"<p>{escape(part)}</p>" if isinstance(part, str) else _table(part, "") for part in parts)
    return f'<!DOCTYPE html><html lang="{language}"><body><main>{body}</main></body></html>'.encode()


def akn(*parts: Part) -> bytes:
    """An Akoma Ntoso document."""
    body = "".join(f"<p>{escape(part)}</p>" if isinstance(part, str) else _table(part, "p") for part in parts)
    return (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="report"><meta/>'
        f"<mainBody><container>{body}</container></mainBody></doc></akomaNtoso>"
    ).encode()


def _table(rows: Sequence[Sequence[str]], line: str) -> str:
    width = max(map(len, rows))
    made = []
    for place, row in enumerate(rows):
        cells = []
        for column, text in enumerate(row):
            if not text:
                continue
            below = 0
            while place + below + 1 < len(rows) and len(rows[place + below + 1]) > column:
                if rows[place + below + 1][column]:
                    break
                below += 1
            span = f' rowspan="{below + 1}"' if below else ""
            span += f' colspan="{width}"' if len(row) < width else ""
            held = f"<{line}>{escape(text)}</{line}>" if line else escape(text)
            cells.append(f"<td{span}>{held}</td>")
        made.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(made)}</table>"
