"""Trees of markup out of hostile bytes: no entity, no network, no tree beyond a limit; what was broken is said."""

from functools import lru_cache
from typing import Final

import regex
from lxml import etree

from extract.model.errors import UnreadableError

_END: Final = regex.compile(rb"</(?:[\w.\-]{1,40}:)?(?P<name>[\w.\-]{1,40})\s*+>\s*+\Z")
_MOST_TAGS: Final = 1_000_000


def parse_xml(data: bytes, *, file: str) -> tuple[etree._Element, str | None]:
    """Parse XML; what is malformed is repaired as libxml2 does it.

    Args:
        data: the XML.
        file: what messages name.

    Returns:
        The root, and what was wrong where it had to be repaired.

    Raises:
        UnreadableError: there are too many elements, they are nested too deep, or nothing can be made of the bytes.
    """
    check_size(data, file=file)
    try:
        return etree.fromstring(data, _parser(recover=False)), None
    except etree.XMLSyntaxError as error:
        fault = f"malformed XML (line {error.lineno}: {_first_line(error)})"
        try:
            root: etree._Element | None = etree.fromstring(data, _parser(recover=True))
        except etree.XMLSyntaxError:
            root = None
        if root is not None and not _is_whole(data, root):
            raise UnreadableError(file, "is cut off before its end; get it again") from error
        if root is None:
            raise UnreadableError(file, f"is {fault}, of which nothing can be read") from error
        return root, f"{fault}: read as repaired by libxml2, parts may be missing"


def _is_whole(data: bytes, root: etree._Element) -> bool:
    """Whether the bytes end with the end of the root, as those that were not cut do."""
    found = _END.search(data[-_TAIL:].replace(b"\x00", b""))
    return found is not None and found["name"].decode() == bare(root.tag)


_TAIL: Final = 400


@lru_cache
def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        recover=recover, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip


def words(element: etree._Element) -> str:
    """All text of an element, as it stands."""
    if len(element) == 0:
        return element.text or ""
    return "".join(piece for piece in element.itertext() if isinstance(piece, str))


def check_size(data: bytes, *, file: str) -> None:
    """Refuse markup that would make a tree too large for memory.

    Raises:
        UnreadableError: there are too many tags.
    """
    if len(data) > _MOST_TAGS and data.count(b"<") > _MOST_TAGS:
        raise UnreadableError(file, f"holds more than {_MOST_TAGS} tags; split it")


@lru_cache(maxsize=4096)
def bare(tag: str) -> str:
    """Name of a tag without its namespace."""
    return tag.rpartition("}")[2]


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0].partition(", line ")[0]
