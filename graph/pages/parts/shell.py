"""The frame of every page: head, content security policy, stylesheet, language switch, strings and scripts."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any, Final

from extract.reading.containers.files import PAGE_MARK
from graph.pages.parts.escape import escape_text, json_block
from graph.pages.parts.strings import languages, used_keys

# A page may load, send or run nothing but itself. Scripts and the stylesheet are allowed by their hash,
# so text that ends up in the markup stays inert. vis-network styles its canvas through the object model, which
# the policy leaves alone: neither 'unsafe-inline' nor 'unsafe-eval' is needed. `data:` is the empty icon.
_POLICY: Final = (
    "default-src 'none'; script-src {scripts}; worker-src {works}; style-src {styles}; img-src data:; "
    "connect-src {sends}; "
    "base-uri 'none'; form-action {sends}; object-src 'none'"
)

PAGES: Final = ("index.html", "explore.html", "compare.html")
"""Pages that link to one another where they stand in one folder."""


def read_asset(name: str) -> str:
    """Read a text file of this package with LF newlines, since browsers hash a script with LF."""
    room = "bundles" if name.endswith(".js") else "parts"
    text = resources.files("graph.pages").joinpath(room, name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def bundle(name: str) -> str:
    """Return the script of a page, as `make bundles` made it from `scripts/entries/NAME.js` and what that imports."""
    return read_asset(f"{name}.js")


def word(key: str, /, **values: str) -> str:
    """Return a string in the first language of the pages, escaped; `values` fill its `{name}` placeholders."""
    text = languages()[0].text[key]
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return escape_text(text)


def spoken(key: str, /, tag: str = "span", attributes: str = "", **values: str) -> str:
    """Return an element whose words the language switch changes; `values` fill their `{name}` placeholders."""
    data = "".join(f' data-{name}="{escape_text(value)}"' for name, value in values.items())
    return f'<{tag} data-t="{escape_text(key)}"{data}{attributes and " " + attributes}>{word(key, **values)}</{tag}>'


def badge(mark: str) -> str:
    """Return the badge of a text with a mark (`mark_of`), after a space; the empty string for any other."""
    return " " + spoken(mark, attributes='class="badge"') if mark else ""


def mark_of(node: Mapping[str, Any]) -> str:
    """Return the key of the badge of a text: that it is invented, or cannot exist; empty for any other."""
    return "invented" if node.get("invented") else "impossible" if node.get("impossible") else ""


def data_block(name: str, value: Any) -> str:  # noqa: ANN401  # any JSON value
    """Return a block of data that is never run: `<script type="application/json" id=name>`."""
    return f'<script type="application/json" id="{escape_text(name)}">{json_block(value)}</script>\n'


def worker(name: str) -> str:
    """Return the script of a worker as a block that the page itself does not run, but starts a worker of."""
    return f'<script type="text/plain" id="{escape_text(name)}">{bundle(name)}</script>\n'


def language_switch() -> str:
    """Return the list of languages that a reader may choose from."""
    options = "".join(
        f'<option value="{escape_text(each.code)}" lang="{escape_text(each.code)}">{escape_text(each.name)}</option>'
        for each in languages()
    )
    return f'<select id="language" data-t-label="language" aria-label="{word("language")}">{options}</select>'


def ways(pages: Sequence[str], *, current: str) -> str:
    """Return links to the pages beside this one, in the order of `PAGES`; `current` is the name of this page."""
    shown = [name for name in PAGES if name in pages and name != current]
    links = "".join(
        spoken(f"page.{name.removesuffix('.html')}", tag="a", attributes=f'href="{escape_text(name)}"')
        for name in shown
    )
    return f'<nav data-t-label="ways" aria-label="{word("ways")}">{links}</nav>' if links else ""


def render_frame(  # noqa: PLR0913  # all are named at the call
    *,
    title: str,
    kind: str,
    body: str,
    view: str = "",
    blocks: str = "",
    scripts: Sequence[str] = (),
    later: str = "",
    sends: bool = False,
    works: bool = False,
) -> str:
    """Render a complete page.

    Args:
        title: for the title bar, unescaped.
        kind: class of the body element (`network`, `index`).
        body: markup, already escaped.
        view: of the explorer, where its address names none.
        blocks: data blocks, from `data_block`.
        scripts: scripts to run at the end, in order.
        later: data blocks after the scripts.
        sends: whether the page may query the server that it came from; a page opened as a file may not.
        works: whether its scripts may start a worker from a script that the page holds.
    """
    style = read_asset("page.css")
    first = languages()[0]
    strings = data_block("strings", _table(used_keys(body, scripts)))
    runnable = " ".join(map(_source, scripts)) or "'none'"
    policy = _POLICY.format(
        scripts=runnable,
        works="blob:" if works else "'none'",
        styles=_source(style),
        sends="'self'" if sends else "'none'",
    )
    shown = f' data-view="{escape_text(view)}"' if view else ""
    runs = "".join(f"<script>{script}</script>\n" for script in scripts)
    return (
        f'<!DOCTYPE html>\n<html lang="{first.code}" dir="{first.direction}">\n<head>\n<meta charset="utf-8">\n'
        f"{PAGE_MARK}\n"
        f'<meta http-equiv="Content-Security-Policy" content="{escape_text(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f'<title>{escape_text(title)}</title>\n<link rel="icon" href="data:,">\n<style>{style}</style>\n</head>\n'
        f'<body class="{escape_text(kind)}"{shown}>\n{body}\n{strings}{blocks}{runs}{later}'
        "</body>\n</html>\n"
    )


def _source(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _table(keys: Sequence[str]) -> dict[str, Any]:
    """The words of a page in every language, in the order of their keys."""
    spoken_in = [
        {"code": each.code, "direction": each.direction, "words": [each.text[key] for key in keys]}
        for each in languages()
    ]
    return {"keys": keys, "languages": spoken_in}
