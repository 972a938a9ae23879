"""How other triple stores load what `recalling load` writes: the commands for each, with the names filled in."""

import shlex
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from graph.files import write_text
from graph.rdf import vocabulary as v

QLEVERFILE: Final = "Qleverfile"


def commands(program: str, folder: Path, names: Sequence[str]) -> list[str]:
    """Return the commands that load the files into a program and start it.

    Args:
        program: one of `graph.defaults.PROGRAMS`.
        folder: with the files.
        names: of the files.
    """
    return _COMMANDS[program](folder.absolute(), names)


def write_settings(program: str, folder: Path, names: Sequence[str]) -> list[str]:
    """Write the file of settings that a program needs beside the data, and return its name; none for most.

    Raises:
        UnwritableError: it cannot be written.
    """
    if program != "qlever":
        return []
    form = "nq" if names[0].endswith(".nq.gz") else "nt"
    lines = [
        "[data]",
        "NAME = recalling",
        f"FORMAT = {form}",
        "DESCRIPTION = Citations of United Nations documents",
        "",
        "[index]",
        f"INPUT_FILES = {' '.join(names)}",
        "CAT_INPUT_FILES = zcat ${INPUT_FILES}",
        'SETTINGS_JSON = { "num-triples-per-batch": 1000000 }',
        "",
        "[server]",
        "PORT = 7019",
        "",
        "[runtime]",
        "SYSTEM = docker",
        "",
    ]
    write_text(folder / QLEVERFILE, "\n".join(lines))
    return [QLEVERFILE]


def _fuseki(folder: Path, names: Sequence[str]) -> list[str]:
    files = " ".join(_quoted(folder / name) for name in names)
    return [
        f"tdb2.tdbloader --loc=recalling-tdb2 {files}",
        "fuseki-server --loc=recalling-tdb2 /recalling",
    ]


def _graphdb(folder: Path, names: Sequence[str]) -> list[str]:
    files = " ".join(_quoted(folder / name) for name in names)
    return [f"importrdf preload --force --id recalling {files}", "graphdb"]


def _qlever(folder: Path, _: Sequence[str]) -> list[str]:
    return [f"cd {_quoted(folder)}", "qlever index", "qlever start"]


def _virtuoso(folder: Path, names: Sequence[str]) -> list[str]:
    pattern = f"*{names[0][names[0].index('.') :]}"
    place = str(folder).replace("'", "''")
    statements = f"ld_dir('{place}', '{pattern}', '{v.GRAPH}'); rdf_loader_run(); checkpoint;"
    return [f"isql 1111 dba dba exec={_quoted(statements)}"]


def _quoted(text: object) -> str:
    """Return a text as one word of a shell."""
    return shlex.quote(str(text))


_COMMANDS: Final[Mapping[str, Callable[[Path, Sequence[str]], list[str]]]] = MappingProxyType(
    {"fuseki": _fuseki, "graphdb": _graphdb, "qlever": _qlever, "virtuoso": _virtuoso}
)
