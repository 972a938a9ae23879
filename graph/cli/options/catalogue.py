"""The arguments of `recalling catalogue` and the help that explains them."""

import argparse
from pathlib import Path
from typing import Final

SUMMARY: Final = "look up what is known of a resolution, or add to it"
ABOUT: Final = """\
Look up in the catalogue what is known of a resolution, decision or statement, or complete the catalogue that ships with
a file of your own. Imported facts fill what is empty; they never replace what ships or what a text says.

The United Nations Digital Library offers its voting data and the outcomes of meetings as CSV files: download one
from its page and import it. The own catalogue is kept in the data folder of the user, or where the environment variable
RECALLING_CATALOGUE says (empty: none), and `report.json` names it, since it changes what `build` writes.

example:
  recalling catalogue show A/RES/62/37
  recalling catalogue import voting-data.csv"""

_SHOW: Final = """\
Show what is known of a text, and whether there can be one of this symbol.

exit status: 0 it exists, or may; 1 it cannot exist, or this is no symbol; 2 wrong usage"""


def add_catalogue(command: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    actions = command.add_subparsers(dest="action", metavar="ACTION", required=True, title="actions")
    show = actions.add_parser(
        "show", help="show what is known of a text", description=_SHOW,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    show.add_argument("symbol", metavar="SYMBOL", help="symbol of a resolution, decision or statement")
    show.add_argument("--format", choices=("table", "json"), default="table", help="form (default: table)")
    imported = actions.add_parser(
        "import", help="add facts from a CSV file of the Digital Library",
        description="Add facts from a CSV file of the United Nations Digital Library to your own catalogue.",
    )  # fmt: skip
    imported.add_argument("files", metavar="FILE", nargs="+", type=Path, help="a CSV file of the Digital Library")
    imported.add_argument("--into", metavar="CATALOGUE", type=Path, help="catalogue to write (default: your own)")
    imported.add_argument("--language", metavar="CODE", default="en", help="language of the titles (default: en)")
