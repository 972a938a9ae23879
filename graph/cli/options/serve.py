"""The arguments of `recalling serve` and the help that explains them."""

import argparse
from pathlib import Path
from typing import Final

from graph.cli.options.types import seconds

_ORIGIN: Final = r"https?://(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:]{2,45}\])(?::[0-9]{1,5})?"
SUMMARY: Final = "SPARQL endpoint and pages for this computer, read-only"
ABOUT: Final = """\
Serve a graph: a SPARQL 1.1 endpoint at /sparql, a query editor at /query, and the pages of the folder that
`recalling build` wrote. Nothing can be changed, no other computer is contacted, and none can reach the server unless
--host allows it. A query that takes too long or too much memory is ended. Ctrl-C ends the server.

exit status: 0 ended by Ctrl-C; 1 the graph or the port cannot be opened; 2 wrong usage
example:
  recalling serve out
  recalling serve out --port 8080 --time-limit 60"""


def add_serve(command: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    command.add_argument(
        "graph", metavar="GRAPH", type=Path, help="the folder that `recalling build` wrote, or an RDF file"
    )
    command.add_argument(
        "--port",
        metavar="N",
        type=_port,
        default=8000,
        help="port to listen on; 0 takes a free one (default: %(default)d)",
    )
    command.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: %(default)s, this computer alone)"
    )
    command.add_argument(
        "--allow-origin", metavar="ORIGIN", action="append", default=[], type=_origin, dest="origins",
        help="let pages of this site query the endpoint from a browser on this computer, such as a hosted query editor"
        " (https://yasgui.example); * lets every site (default: none; repeat for several)",
    )  # fmt: skip
    command.add_argument(
        "--time-limit", metavar="SECONDS", type=_seconds, default=30.0,
        help="end a query that takes longer (default: %(default)g)",
    )  # fmt: skip


def _port(text: str) -> int:
    """A port number."""
    if not text.isascii() or not text.isdecimal() or not int(text[:6]) < 2**16:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no port from 0 to 65535")
    return int(text)


def _origin(text: str) -> str:
    """The origin of a site: scheme, host and port, or `*`."""
    import regex  # noqa: PLC0415  # slow to load, and no other argument needs it

    if text != "*" and not regex.fullmatch(_ORIGIN, text):
        raise argparse.ArgumentTypeError(f"{text[:80]!r} is no origin such as https://yasgui.example")
    return text.lower()


def _seconds(text: str) -> float:
    """A number of seconds that a person would wait."""
    given = seconds(text)
    if given > 3600:  # noqa: PLR2004  # an hour
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is more than 3600 seconds")
    return given
