"""The drawing of a network, made by pyvis without its unsafe markup and its requests to the network.

pyvis fills our template instead of its own, through its `set_template_dir`: its own loads Bootstrap from
a CDN, writes the heading twice unescaped, and treats titles as HTML. Only numbers and words of our own go through
pyvis; all document text is in the page's data blocks. pyvis is untyped, so its use is confined to this module.
"""

import json
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any, Final

_TEMPLATE: Final = "network.html"
_LIBRARY: Final = "vis-network.min.js"


def draw(nodes: Sequence[Mapping[str, Any]]) -> str:
    """Return the markup of a drawing: the data blocks `nodes` and `options`; the page places texts and draws lines.

    Args:
        nodes: `id` (a number), `shape`, `kind`.
    """
    from pyvis.network import Network  # noqa: PLC0415  # slow to load, and few pages are drawn by it

    network = Network(directed=True)
    # from_nx and add_node are quadratic: the list is filled directly.
    network.nodes = [dict(node) for node in nodes]
    network.set_options(json.dumps(_options(), sort_keys=True))
    with resources.as_file(resources.files("graph.pages.parts")) as folder:
        network.set_template_dir(str(folder), _TEMPLATE)
        markup: str = network.generate_html()
    return markup


def read_library() -> str:
    """Read vis-network as pyvis ships it, with LF newlines, since browsers hash a script with LF."""
    folders = sorted(
        (folder for folder in resources.files("pyvis").joinpath("templates", "lib").iterdir() if "vis-" in folder.name),
        key=lambda folder: [int(part) for part in folder.name.removeprefix("vis-").split(".")],
    )
    return folders[-1].joinpath(_LIBRARY).read_text(encoding="utf-8").replace("\r\n", "\n")


def _options() -> dict[str, Any]:
    """Options for vis-network: no physics, texts can be moved by hand; the page handles places, lines and keys."""
    return {
        "autoResize": True,
        "interaction": {
            "dragNodes": True,
            "hover": True,
            "hoverConnectedEdges": False,
            "keyboard": {"enabled": False},
            "multiselect": False,
            "selectConnectedEdges": False,
            "selectable": True,
            "tooltipDelay": 100,
        },
        "layout": {"improvedLayout": False},
        "nodes": {"borderWidth": 1.2, "chosen": False},
        "physics": {"enabled": False},
    }
