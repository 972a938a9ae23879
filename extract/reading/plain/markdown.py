"""Markdown: told by its marks, and read as the text that they set."""

import html
from typing import Final

import regex

SUFFIXES: Final = (".md", ".markdown")

_FLAGS: Final = regex.MULTILINE
_WORD: Final = r"[\p{L}--\p{Han}]\p{N}"
_OPENS: Final = r"(?=[\p{L}\p{N}“\"«(《\[])"
_EMPHASIS: Final = regex.compile(
    rf"(?<![{_WORD}*\\)\]])(\*{{1,3}}){_OPENS}((?:[^\n*]|\n(?!\n)){{0,400}}?[^\s*])\1(?![{_WORD}*])", regex.V1
)
_UNDERSCORED: Final = regex.compile(
    rf"(?<![{_WORD}_\\/.])(_{{1,3}}){_OPENS}((?:[^\n_]|\n(?!\n)){{0,400}}?[^\s_])\1(?![{_WORD}_])", regex.V1
)
_LINK: Final = regex.compile(
    r"!?\[(?<label>[^\[\]\n]{0,300}+)\]\((?:<[^<>\n]{0,1000}+>|[^()\s]{0,1000}(?:\([^()\s]{0,200}+\)[^()\s]{0,500}+){0,3})"
    r"(?:\s+[\"'][^\"'\n]{0,300}+[\"'])?\)"
)
_REFERRED: Final = regex.compile(r"(?<!\\)\[(?<label>[^\[\]\n^]{1,300}+)\]\[[^\[\]\n]{0,100}+\]")
_TARGET: Final = regex.compile(r"^ {0,3}\[[^\[\]\n^]{1,100}+\]:[ \t]+\S{1,2000}+(?:[ \t]+[\"'(][^\n]{0,300})?$", _FLAGS)
_HEADING: Final = regex.compile(r"^ {0,3}#{1,6}[ \t]++(?<text>[^\n]*+)$", _FLAGS)
_UNDERLINE: Final = regex.compile(r"^(?:={3,200}+|-{3,200}+)[ \t]*$", _FLAGS)
_QUOTATION: Final = regex.compile(r"^ {0,3}>[ \t]?", _FLAGS)
_FENCE: Final = regex.compile(r"^ {0,3}(?:```|~~~)[^\n]{0,100}$", _FLAGS)
_CODE: Final = regex.compile(r"(?<!`)`{1,2}+(?<text>[^`\n]{1,300}+)`{1,2}+(?!`)")
_NOTE: Final = regex.compile(r"^ {0,3}\[\^(?<number>\d{1,3})\]:[ \t]*", _FLAGS)
_MARK: Final = regex.compile(r"\[\^(?<number>\d{1,3})\]")
_RULED: Final = regex.compile(r"^[ \t]*+\|[ \t:|-]{3,500}+$", _FLAGS)
_ROW: Final = regex.compile(r"^[ \t]*+\|(?<cells>[^\n]{1,4000}+)$", _FLAGS)
_CELLS: Final = regex.compile(r"[ \t]*+(?<!\\)\|[ \t]*+")
_TAG: Final = regex.compile(
    r"</?(?:em|strong|b|i|u|p|div|span|a|sup|sub|br|center|small)(?:\s[^<>]{0,300}+)?/?>", regex.IGNORECASE
)
_COMMENT: Final = ("<!--", "-->")
_ESCAPED: Final = regex.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")
_NESTED: Final = 3
"""Times that emphasis is looked for in emphasis."""
_FEWEST: Final = 2


def is_markdown(text: str, *, file: str) -> bool:
    """Whether a text is Markdown: by the name of its file, or by a link, or two emphasised passages or headings."""
    if file.lower().endswith(SUFFIXES):
        return True
    if "](" in text and any("://" in link[0] for link in _LINK.finditer(text)):
        return True
    if text.count("*") < 2 * _FEWEST and "#" not in text:
        return False
    marks = sum(1 for _ in zip(_EMPHASIS.finditer(text), range(_FEWEST), strict=False))
    return marks >= _FEWEST or (marks > 0 and _HEADING.search(text) is not None)


def plain_of(text: str) -> str:
    """The text that Markdown sets: without marks of emphasis, addresses of links, signs of headings and quotations.

    Notes (`[^1]`) become digits at their place and numbered notes at theirs, rows of tables a paragraph per cell.
    """
    text = _FENCE.sub("", _TARGET.sub("", _without_comments(text)))
    text = _NOTE.sub(lambda found: f"{found['number']} ", text)
    text = _MARK.sub(lambda found: found["number"], text)
    text = _LINK.sub(lambda found: found["label"], text)
    text = _REFERRED.sub(lambda found: found["label"], text)
    text = _HEADING.sub(lambda found: found["text"].rstrip(" \t#"), _UNDERLINE.sub("", text))
    text = _ROW.sub(_paragraphs, _RULED.sub("", _QUOTATION.sub("", text)))
    for _ in range(_NESTED):
        text = _UNDERSCORED.sub(r"\2", _EMPHASIS.sub(r"\2", text))
    text = _CODE.sub(lambda found: found["text"], text)
    return html.unescape(_ESCAPED.sub(r"\1", _TAG.sub("", text)))


def _without_comments(text: str) -> str:
    """A text without comments; one that is never closed stays."""
    opening, closing = _COMMENT
    kept, at = [], 0
    while (start := text.find(opening, at)) >= 0 and (end := text.find(closing, start)) >= 0:
        kept.append(text[at:start])
        at = end + len(closing)
    return "".join((*kept, text[at:]))


def _paragraphs(row: regex.Match[str]) -> str:
    """The cells of a row of a table, each a paragraph."""
    cells = row["cells"].rstrip(" \t")
    cells = cells[:-1] if len(cells) > 1 and cells.endswith("|") else cells  # the stroke that closes the row
    return "\n\n".join(cell for cell in _CELLS.split(cells.strip()) if cell) + "\n"
