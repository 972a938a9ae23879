"""The columns of the tables of a build, their types and meanings, and the descriptor that says so to other programs."""

import functools
import json
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any, Final, Literal

from extract.model.tables import Table, load_table

Kind = Literal["string", "integer", "boolean"]


class _Columns(Table):
    """Shape of `columns.toml`: column -> type, and what it says.

    Attributes:
        nodes: of `nodes.csv`.
        edges: of `edges.csv`.
        citations: of `citations.csv`.
    """

    nodes: Mapping[str, tuple[Kind, str]]
    edges: Mapping[str, tuple[Kind, str]]
    citations: Mapping[str, tuple[Kind, str]]


_KEYS: Final[Mapping[str, Mapping[str, Any]]] = {
    "nodes": {"primaryKey": "symbol"},
    "edges": {
        "primaryKey": "key",
        "foreignKeys": [
            {"fields": end, "reference": {"resource": "nodes", "fields": "symbol"}} for end in ("source", "target")
        ],
    },
    "citations": {},
}


@functools.cache
def load_columns() -> Mapping[str, Mapping[str, tuple[Kind, str]]]:
    """Table -> column -> type and meaning."""
    table = load_table(_Columns, resources.files("graph.output") / "columns.toml", name="output/columns.toml")
    return {name: getattr(table, name) for name in _KEYS}


def kind_of(table: str, column: str) -> Kind:
    """Type of a column; a further one, such as the title in a language, is a string."""
    return load_columns()[table].get(column, ("string", ""))[0]


def descriptor(columns: Mapping[str, Iterable[str]]) -> bytes:
    """Describe the tables beside it as a Tabular Data Package (`datapackage.json`).

    Args:
        columns: table -> its columns, in their order.

    Source: Data Package, version 1 (specs.frictionlessdata.io).
    """
    known = load_columns()
    resources_ = [
        {
            "name": name,
            "path": f"{name}.csv",
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {
                "fields": [_field(column, *known[name].get(column, ("string", ""))) for column in columns[name]],
                "missingValues": [""],
                **_KEYS[name],
            },
        }
        for name in columns
    ]
    package = {"profile": "tabular-data-package", "name": "recalling", "resources": resources_}
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _field(name: str, kind: Kind, meaning: str) -> dict[str, str]:
    return {"name": name, "type": kind} | ({"description": meaning} if meaning else {})
