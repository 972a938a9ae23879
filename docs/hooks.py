"""Hooks of the documentation site: links to files of the repository that the site does not hold become their names."""

from typing import Any, Final

import regex

_OUTSIDE: Final = regex.compile(r"\[(?P<words>[^\]\n]{1,200})\]\((?:\.\./|schema/)[^)\n]{0,200}\)")


def on_page_markdown(markdown: str, **_: Any) -> str:  # noqa: ANN401  # what MkDocs passes besides
    """Put the words of such a link in its place; in the repository, the same page has the link."""
    return _OUTSIDE.sub(lambda found: found["words"], markdown)
