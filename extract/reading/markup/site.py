"""The furniture of a web site around its pages: menus, trails, footers and banners, told by the names of elements."""

from typing import Final

import regex
from lxml import etree

from extract.reading.markup.tree import words

_NAMES: Final = (
    "menu", "menus", "navbar", "nav", "navigation", "mainnav", "topnav", "breadcrumb", "breadcrumbs", "footer",
    "sidebar", "cookie", "cookies", "share", "sharing", "addtoany", "skip", "skiplink", "pager", "pagination",
    "toolbar", "langswitch", "languages", "copyright", "subscribe", "newsletter",
)  # fmt: skip
_NAME: Final = regex.compile(
    r"(?:^|[-_\s])(?:\L<names>|language[-_]{1,2}switch\w{0,12}|social[-_]\w{1,12}|site[-_](?:header|branding|search))"
    r"(?:$|[-_\s])",
    regex.IGNORECASE,
    names=list(_NAMES),
)
_TAGS: Final = frozenset(["div", "section", "ul", "ol", "form", "a", "p", "span", "table"])
_CONTENT: Final = frozenset(["h1", "main", "article"])
_LONGEST_NAME: Final = 400
_MOST: Final = 6000
"""Code points of a menu at most: what shows more is the text, whatever its name."""


def is_furniture(element: etree._Element, tag: str) -> bool:
    """Whether an element is a menu, a trail, a footer or the like of the site, by its class or its identifier.

    Args:
        element: of a web page.
        tag: its name, bare.
    """
    if tag not in _TAGS:
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}"[:_LONGEST_NAME]
    if len(names) == 1 or not _NAME.search(names):
        return False
    return len(words(element)) <= _MOST and not any(each.tag in _CONTENT for each in element.iter(*_CONTENT))
