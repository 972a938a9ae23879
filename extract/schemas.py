"""The JSON Schemas of rows and of TOML files: `python -m extract.schemas` writes them to `docs/schema`.

A TOML file names its schema for editors in a first line such as `#:schema ../../../../docs/schema/verbs.schema.json`.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from extract.language.records import Records
from extract.language.reference_table import ReferenceTable
from extract.language.script import Script
from extract.language.structure import StructureTable
from extract.language.titles import Titles
from extract.language.verb_table import VerbTable
from extract.model import rows, tables
from extract.model.citation import citation_rows
from extract.model.record import document_rows
from extract.model.relations import ActTable
from extract.registry.committees import CommitteeTable
from extract.registry.rows import InstrumentFile, TreatyFile
from extract.symbols.body_table import BodyTable

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs" / "schema"
_TABLES: Final[Mapping[str, type[tables.Table]]] = {
    "bodies": BodyTable,
    "committees": CommitteeTable,
    "instruments": InstrumentFile,
    "records": Records,
    "references": ReferenceTable,
    "relations": ActTable,
    "script": Script,
    "structure": StructureTable,
    "titles": Titles,
    "treaties": TreatyFile,
    "verbs": VerbTable,
}
_ROWS: Final[Mapping[str, Callable[[], str]]] = {
    "citations": lambda: rows.json_schema(citation_rows()),
    "documents": lambda: rows.json_schema(document_rows()),
}


def schemas() -> Mapping[str, str]:
    """File name to the text of every schema that is published."""
    made = {name: tables.json_schema(model) for name, model in _TABLES.items()}
    made |= {name: make() for name, make in _ROWS.items()}
    return {f"{name}.schema.json": text for name, text in sorted(made.items())}


def write_schemas(folder: Path) -> None:
    """Write every schema into a folder, which is created if it does not exist."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_schemas(FOLDER)
