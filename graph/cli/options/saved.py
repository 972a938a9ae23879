"""The arguments of `recalling extract` that save texts, and the help that explains them."""

import argparse
from pathlib import Path
from typing import Final

_TEXT: Final = "save each document's extracted text, to which offsets refer"
_ANNOTATED: Final = (
    "save each document's text with its citations linked, as Akoma Ntoso (NAME.akn.xml), as HTML (NAME.html) and as a"
    " Word file (NAME.docx)"
)


def add_saved(command: argparse.ArgumentParser) -> None:
    """Add the arguments.

    Args:
        command: the parser of `extract`; both folders are created if missing, and files with other names in them are
            kept.
    """
    for name, text in (("--text-dir", _TEXT), ("--annotated-dir", _ANNOTATED)):
        command.add_argument(
            name,
            metavar="DIR",
            type=Path,
            help=text,
        )
