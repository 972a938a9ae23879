"""Hooks of the documentation site: nothing in it points outside, neither to other hosts nor to files that it lacks."""

from typing import Any, Final

import regex

_OUTSIDE: Final = regex.compile(r"\[(?P<words>[^\]\n]{1,200})\]\((?:\.\./|schema/)[^)\n]{0,200}\)")

_SHIM: Final = regex.compile(r"<script src=[\"']https://[^>]{1,200}></script>")


def on_page_markdown(markdown: str, **_: Any) -> str:  # noqa: ANN401  # what MkDocs passes besides
    """Put the words of such a link in its place; in the repository, the same page has the link."""
    return _OUTSIDE.sub(lambda found: found["words"], markdown)


def on_post_page(output: str, **_: Any) -> str:  # noqa: ANN401  # as above
    """Leave out scripts of other hosts: the theme names one, which lets old browsers search a site on disk."""
    return _SHIM.sub("", output)


def on_post_template(output_content: str, **_: Any) -> str:  # noqa: ANN401  # as above
    """The same for the page that stands for missing ones."""
    return _SHIM.sub("", output_content)
