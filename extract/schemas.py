"""The JSON Schemas of the project's TOML files, for editors: `python -m extract.schemas` writes them to `docs/schema`.

A TOML file names its schema in a first line such as `#:schema ../../../../docs/schema/verbs.schema.json`.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from extract.language.records import Records
from extract.language.reference_table import ReferenceTable
from extract.language.script import Script
from extract.language.structure import StructureTable
from extract.language.titles import Titles
from extract.language.verbs import VerbTable
from extract.model.tables import Table, json_schema
from extract.registry.rows import InstrumentFile, TreatyFile
from extract.symbols.body_table import BodyTable

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs" / "schema"
MODELS: Final[Mapping[str, type[Table]]] = {
    "bodies": BodyTable,
    "instruments": InstrumentFile,
    "records": Records,
    "references": ReferenceTable,
    "script": Script,
    "structure": StructureTable,
    "titles": Titles,
    "treaties": TreatyFile,
    "verbs": VerbTable,
}
"""Name of a schema to the model of the files it describes."""


def write_schemas(folder: Path) -> None:
    """Write `NAME.schema.json` for every model into a folder, which is created if it does not exist."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, model in MODELS.items():
        (folder / f"{name}.schema.json").write_text(json_schema(model), encoding="utf-8")


if __name__ == "__main__":
    write_schemas(FOLDER)
