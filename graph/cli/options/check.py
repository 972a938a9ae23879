"""The arguments of `recalling check` and the help that explains them."""

import argparse
from pathlib import Path
from typing import Final

SUMMARY: Final = "does each citation exist, and does what the text says of it agree"
ABOUT: Final = """\
Hold every citation of a draft against what is known: the catalogue of resolutions, decisions and statements, the
registry of treaties and named texts, and the other inputs. Each citation is one of

  contradicted  its number, date, title, registration, body or spelling is not that of what is cited
  superseded    a later text continues it, and the draft cites none of these
  confirmed     nothing that the text says disagrees
  unchecked     no fact is at hand

with what is right and where that is printed. If anything is contradicted, the exit status is 1.
example:
  recalling check draft.docx -o check.html"""


def add_check(command: argparse.ArgumentParser) -> None:
    """Add the arguments that follow the inputs."""
    command.add_argument(
        "--format", choices=("table", "csv", "jsonl"), default="table", help="form of the answer (default: table)"
    )
    command.add_argument("--all", action="store_true", help="list the confirmed and the unchecked citations as well")
    command.add_argument(
        "-o", "--output", metavar="PAGE", type=Path, help="write the text with a mark at each citation as an HTML page"
    )
