"""The arguments of `recalling view` and the help that explains them."""

import argparse
from pathlib import Path
from typing import Final

from graph.cli.options.types import whole

PAGES: Final = ("network", "list", "ego", "series", "map", "timeline", "atlas")
"""What the explorer opens with, by the names that `view --page` knows; `atlas` is an earlier name of the map."""

SUMMARY: Final = "draw a graph, one document, or two side by side"
ABOUT: Final = """\
Draw a graph, or the neighbourhood of one document, as an HTML page that works offline; show where a document cites
what; or compare two documents: what both cite, what was updated, dropped and added.
example:
  recalling view out --focus A/RES/75/43 --depth 2 -o neighbours.html
  recalling view out --page timeline -o timeline.html
  recalling view out A/RES/75/43
  recalling view out --compare A/RES/75/43 A/RES/75/63"""

_GRAPH: Final = "a graph.ttl, or the folder that `recalling build` wrote (default: out)"


def add_view(command: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    command.add_argument("graph", metavar="GRAPH", nargs="?", type=Path, default=Path("out"), help=_GRAPH)
    command.add_argument(
        "symbol", metavar="SYMBOL", nargs="?", help="show the page of this text: its paragraphs with what they cite"
    )
    shown = command.add_mutually_exclusive_group()
    shown.add_argument("--focus", metavar="SYMBOL", help="show the network around this text only")
    shown.add_argument(
        "--compare", metavar=("EARLIER", "LATER"), nargs=2, help="show what two texts cite, side by side"
    )
    command.add_argument(
        "--depth", metavar="N", type=whole, default=1, help="how many citations away from it (default: %(default)s)"
    )
    command.add_argument(
        "--page", choices=PAGES, default=PAGES[0], help="what the page opens with; network is what suits its size "
        "(default: %(default)s)",
    )  # fmt: skip
    command.add_argument(
        "-o",
        "--output",
        metavar="PAGE",
        type=Path,
        help="page to write (default: view.html, document.html or compare.html)",
    )
