"""Published schemas: they are current, and what they accept is what the readers accept."""

import json
from pathlib import Path

import pytest

from extract.model.citation import COLUMNS
from extract.schemas import FOLDER, schemas, write_schemas

SCHEMAS = schemas()


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_published_schema_is_current(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == SCHEMAS[name], "run: python -m extract.schemas"


def test_the_command_writes_every_schema_and_no_other_file(tmp_path: Path) -> None:
    write_schemas(tmp_path / "schema")
    assert {path.name for path in (tmp_path / "schema").iterdir()} == {*SCHEMAS} == {p.name for p in FOLDER.iterdir()}


def test_the_schema_of_citations_has_the_columns_in_order_each_with_its_meaning() -> None:
    schema = json.loads(SCHEMAS["citations.schema.json"])
    assert tuple(schema["properties"]) == COLUMNS
    assert all(each.get("description") for each in schema["properties"].values())
    assert set(schema["required"]) == set(COLUMNS[: COLUMNS.index("parts")]) - {"basis", "date_of"}


def test_the_schema_of_documents_requires_what_every_row_has() -> None:
    assert json.loads(SCHEMAS["documents.schema.json"])["required"] == ["symbol", "file", "language"]
