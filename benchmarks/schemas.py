"""Write the JSON Schemas of the rows that Recalling exchanges: `python benchmarks/schemas.py [FOLDER]`."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from extract.model.citation import citation_rows
from extract.model.record import document_rows
from extract.model.rows import json_schema

FOLDER: Final = Path(__file__).parent.parent / "docs" / "schema"
SCHEMAS: Final[Mapping[str, Callable[[], str]]] = {
    "citations.schema.json": lambda: json_schema(citation_rows()),
    "documents.schema.json": lambda: json_schema(document_rows()),
}
"""File name to what makes its text."""


def main(folder: Path = FOLDER) -> None:
    """Write every schema into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in SCHEMAS.items():
        (folder / name).write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
