"""The arguments of `recalling fetch` and the help that explains them."""

import argparse
import os
from pathlib import Path
from typing import Final

BASE_VARIABLE: Final = "RECALLING_BASE"
"""Environment variable with the address that answers, where `--base` is not given."""

SUMMARY: Final = "download documents from the UN document system"
ABOUT: Final = """\
Ask the United Nations document system for documents by symbol, and save each as a file of its own. This is the one
command that uses the network. One request is made at a time, with a pause between two; a document that is in
the folder already is not requested again, and an interrupted transfer resumes where it stopped.

exit status: 0 every document is there; 1 some could not be downloaded (each is named); 2 wrong usage
example:
  recalling fetch A/RES/62/37 'S/RES/1540(2004)' --lang zh,en --to texts
  recalling build texts -o out
  recalling fetch --cited-by out --most 20 --to texts       the most-cited documents not read yet"""


def add_fetch(command: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    command.add_argument(
        "symbols",
        metavar="SYMBOL",
        nargs="*",
        help="symbol of a document, such as A/RES/62/37; - reads symbols from standard input",
    )
    command.add_argument(
        "--from", metavar="FILE", type=Path, dest="listed", help="read symbols from a file, one per line"
    )
    command.add_argument(
        "--cited-by", metavar="OUT", type=Path,
        help="documents cited in an earlier run but not read in it; its folder, or its citations.jsonl",
    )  # fmt: skip
    command.add_argument(
        "--most", metavar="N", type=int, help="request the first N symbols only (--cited-by: the most cited)"
    )
    command.add_argument(
        "--lang", metavar="CODES", default="en", dest="languages",
        help="languages, separated by commas: ar, en, es, fr, ru, zh (default: en)",
    )  # fmt: skip
    command.add_argument(
        "--to", metavar="DIR", type=Path, default=Path("texts"), help="folder to write (default: texts)"
    )
    command.add_argument("--form", choices=("pdf", "docx"), default="pdf", help="form of the files (default: pdf)")
    command.add_argument("--again", action="store_true", help="request documents that are there already as well")
    command.add_argument(
        "--pause", metavar="SECONDS", type=_pause, default=1.0, help="pause between two requests (default: 1)"
    )
    command.add_argument(
        "--base", metavar="ADDRESS", default=os.environ.get(BASE_VARIABLE),
        help=f"address of the server to ask instead of the UN's (default: the environment variable {BASE_VARIABLE})",
    )  # fmt: skip


def _pause(text: str) -> float:
    """Seconds, zero or more."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no number of seconds")
    return seconds
