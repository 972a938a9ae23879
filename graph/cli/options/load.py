"""The arguments of `recalling load` and the help that explains them."""

import argparse
from pathlib import Path
from typing import Final

from graph.cli.options.types import whole
from graph.defaults import PROGRAMS

SUMMARY: Final = "write a graph for another triple store, with the commands that load it"
ABOUT: Final = """\
Write a graph as N-Triples or N-Quads, packed with gzip, and print the commands that load it into Apache Jena Fuseki,
GraphDB, QLever or Virtuoso. A store on disk is written without holding it in memory. Nothing is started and no other
computer is contacted.
example:
  recalling load out --for qlever -o qlever
  recalling load big --for virtuoso --split 1000000"""


def add_load(command: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    command.add_argument(
        "graph", metavar="GRAPH", type=Path, help="a graph.ttl, or the folder that `recalling build` wrote"
    )
    command.add_argument(
        "--for", choices=PROGRAMS, dest="program", help="print the commands for this program alone (default: for all)"
    )
    command.add_argument(
        "-o", "--output", metavar="FOLDER", type=Path, default=Path("load"),
        help="folder to write, an empty one (default: %(default)s)",
    )  # fmt: skip
    command.add_argument(
        "--format", choices=("nt", "nq"), default="nt",
        help="nt: the graph alone (N-Triples); nq: with its provenance, each in a named graph (N-Quads)"
        " (default: %(default)s)",
    )  # fmt: skip
    command.add_argument(
        "--split", metavar="N", type=whole, help="N triples in a file, so that several can be loaded at a time"
    )


def add_place(command: argparse.ArgumentParser) -> None:
    """Add where `build` writes: a folder, or a store on disk."""
    place = command.add_mutually_exclusive_group()
    out = Path("out")
    place.add_argument(
        "-o", "--output", metavar="FOLDER", type=Path, default=out, help="folder to write (default: out)"
    )
    place.add_argument(
        "--store", metavar="FOLDER", type=Path,
        help="write rows and graph as a store on disk instead, in bounded memory: for graphs larger than the memory",
    )  # fmt: skip
