"""Web pages, as the UN's sites show its documents and browsers save them, to a `Document`.

Read is what a reader came for: the text with its lists, tables and notes. Left out are scripts, styles, navigation, and
what is hidden or struck out, also by the page's own style sheets. Old pages that hold a document as typed text (`pre`)
are read as plain text is.
"""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Final

import regex
from lxml import etree

from extract.layout.compose import compose
from extract.layout.plain_text import lay_out
from extract.model.document import Document
from extract.model.errors import SymbolError, UnreadableError
from extract.model.record import DocumentRecord
from extract.reading.encoding import decode
from extract.reading.markup.html_text import Hypertext
from extract.reading.markup.tree import bare, check_size, words
from extract.symbols.symbol import parse
from extract.text.flow import is_seen

_CHARSET: Final = regex.compile(
    rb"""<(?:meta|\?xml)\s[^>]{0,300}?(?:charset|encoding)\s*+=\s*+["']?\s*+(?P<name>[\w\-:.]{1,40})""",
    regex.IGNORECASE,
)
_WIDER: Final = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
}
_HEAD: Final = 8192
_OPENED: Final = regex.compile(r"<html[\s>]", regex.IGNORECASE)
_CLOSED: Final = regex.compile(r"</(?:html|body|frameset)\s*+>", regex.IGNORECASE)
_LEAST: Final = 200  # code points that the main part of a page shows, where it is said which part that is
_NOTHING: Final = "shows no text; where a script loads the document into the page, save the document itself (PDF, DOCX)"
_TOKEN: Final = regex.compile(r"[^\s,;|]{3,80}")


def read_html(data: bytes, *, file: str) -> Document:
    """Read a web page.

    Args:
        data: the file's bytes.
        file: base name of the file, for the record and for messages.

    Raises:
        UnreadableError: the page is in no known encoding, is cut off, holds too much, or shows no text.
    """
    check_size(data, file=file)
    markup = _decode(data, file=file)
    if _OPENED.search(markup, endpos=_HEAD) and not _CLOSED.search(markup):
        raise UnreadableError(file, "is cut off: an HTML page that opens <html> and never closes it; get it again")
    root = _parse(markup, file=file)
    if root is None:
        raise UnreadableError(file, f"is an HTML page that {_NOTHING}")
    sha256 = hashlib.sha256(data).hexdigest()
    metadata = DocumentRecord(
        symbol=None, file=file, language=(root.get("lang") or "")[:2].lower() or None, form="html"
    )
    main = _main(root)
    if typed := _typed(main):
        layout = lay_out(typed)
        layout = replace(layout, furniture=(*layout.furniture, *_titles(root)))
        return compose(typed, layout, file=file, sha256=sha256, metadata=metadata)
    written = Hypertext(main, root)
    if written.writer.is_empty():
        raise UnreadableError(file, f"is an HTML page that {_NOTHING}")
    text, layout, links = written.writer.finish(marked=written.has_notes)
    layout = replace(layout, furniture=_titles(root))
    return replace(compose(text, layout, file=file, sha256=sha256, metadata=metadata), links=links)


def _decode(data: bytes, *, file: str) -> str:
    """Decode a page: UTF-8 where it is, else as it says, else as makes most sense of it."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if said := _CHARSET.search(data[:_HEAD]):
        name = said["name"].decode().lower()
        with suppress(LookupError, UnicodeError):  # no such encoding, or one that only a program may use (`undefined`)
            text = data.decode(_WIDER.get(name, name))
            text.encode()  # escapes may spell halves of surrogate pairs, which are no characters
            return text
    return decode(data, file=file)


def _parse(text: str, *, file: str) -> etree._Element | None:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root: etree._Element | None = etree.fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableError(file, "is an HTML page whose elements are nested too deep to be a document")
    return root


def _main(root: etree._Element) -> etree._Element:
    """The part that the page calls its main one, if it shows anything; else the whole page."""
    for element in root.iter(etree.Element):
        if (bare(element.tag) == "main" or element.get("role") == "main") and len(words(element).strip()) >= _LEAST:
            return element
    return root


def _typed(main: etree._Element) -> str:
    """The typed text of a page that is little else; empty where it is not."""
    typed = [words(element) for element in main.iter("pre")]
    text = "\n\n".join(typed)
    return text if is_seen(text) and 2 * len(text) > len(words(main)) else ""


def _titles(root: etree._Element) -> tuple[str, ...]:
    """Symbols in the page's title, for a page that shows its own nowhere else."""
    return tuple(dict.fromkeys(_symbols(" ".join(words(each) for each in root.iter("title"))[:_HEAD])))


def _symbols(text: str) -> Iterator[str]:
    for found in _TOKEN.finditer(text):
        try:
            yield str(parse(found.group()))
        except SymbolError:
            continue
