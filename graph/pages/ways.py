"""`render_way_page`: a page under an earlier name, which opens the explorer at the same text and in its view."""

from collections.abc import Mapping
from typing import Final

from graph.pages.parts.escape import escape_text
from graph.pages.parts.shell import bundle, render_frame, spoken
from graph.pages.parts.strings import languages

WAYS: Final[Mapping[str, str]] = {"network.html": "", "timeline.html": "timeline", "atlas.html": "map"}
"""Name of a page and the view of the explorer that it opens; empty for the one that suits the collection."""


def render_way_page(name: str) -> str:
    """Render the page; query and place in its address go on to the explorer.

    Args:
        name: of `WAYS`.

    Raises:
        KeyError: there is no such name.
    """
    view = WAYS[name]
    there = escape_text("explore.html" + (f"#view={view}" if view else ""))
    link = spoken("page.explore", tag="a", attributes=f'href="{there}"')
    body = f'<main><h1 class="unseen">Recalling</h1><p>{link}</p></main>'
    title = languages()[0].text["page.explore"]
    return render_frame(title=title, kind="index", body=body, view=view, scripts=(bundle("way"),))
