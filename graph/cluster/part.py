"""One part of a corpus, in a process of its own: read it, or write its results; `python -m graph.cluster.part`.

What is to be done comes as JSON on standard input, what was done goes as JSON to standard output. A worker of the
cluster starts this process anew for each part: so what a hostile file does to it never reaches the worker.
"""

import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from extract.model.citation import COLUMNS, from_row
from extract.model.errors import RecallingError
from extract.model.record import DocumentRecord
from extract.reading.containers.source import Source
from graph.cluster.storage import base_name, pack_rows, read, unpack_rows, write
from graph.pipeline.inputs import Inputs
from graph.pipeline.readings import StoredReadings
from graph.pipeline.run import read_all
from graph.pipeline.spool import Spool
from graph.rdf.iri import clean

STAGED: Final = "staged"
"""Folder of what was read; removed when the results are written."""


def read_part(task: Mapping[str, Any]) -> dict[str, Any]:
    """Read the documents at some addresses and stage what was found.

    Args:
        task: `part`, `addresses`, `to`, `time_limit`, `memory_limit`, `columns`.

    Returns:
        `documents`: of each, in their order in the staged file, symbol, language, file, digest and identities;
        `skipped`: address and reason of what could not be read; `repeated`: pairs of names of the same text.
    """
    with tempfile.TemporaryDirectory() as name, Spool() as spool:
        places, skipped = _fetched(Path(name), task["addresses"])
        run = read_all(
            Inputs(tuple(map(Source, places)), (), ()), jobs=1, spool=spool, columns=task["columns"],
            time_limit=task["time_limit"], memory_limit=task["memory_limit"],
        )  # fmt: skip
        skipped += [[_said(error.file, error.member, places), error.reason] for error in run.skipped]
        documents, staged = [], []
        readings = run.readings if isinstance(run.readings, StoredReadings) else StoredReadings(spool, ())
        for stub, record, lines in readings.rows():
            documents.append([stub.symbol, stub.language, stub.file, stub.sha256, stub.hashes])
            staged.append([record, lines])
        write(task["to"], f"{STAGED}/{task['part']}.jsonl.gz", pack_rows(staged))
    return {"documents": documents, "skipped": skipped, "repeated": run.repeated}


def write_part(task: Mapping[str, Any]) -> dict[str, Any]:
    """Write the results of a part: rows, records, and the graph as sorted N-Quads.

    Args:
        task: `part`, `to`, `kept` (numbers of the documents to write, in order), `format`.

    Returns:
        `documents` and `citations`: how many were written.
    """
    from graph.output.formats import parquet_table  # noqa: PLC0415  # reading needs no tables and no graph
    from graph.rdf.build import build_graph  # noqa: PLC0415  # as above
    from graph.rdf.store import write_graph  # noqa: PLC0415  # as above

    part, to = task["part"], task["to"]
    staged = list(unpack_rows(read(f"{to}/{STAGED}/{part}.jsonl.gz")))
    kept = [staged[number] for number in task["kept"]]
    lines = [clean(line) for _, rows in kept for line in rows]
    rows = [json.loads(line) for line in lines]
    if task["format"] == "parquet":
        table = parquet_table("citations", COLUMNS, [{name: row.get(name) for name in COLUMNS} for row in rows])
        write(to, f"citations/{part}.parquet", table)
    else:
        write(to, f"citations/{part}.jsonl", _lines(lines))
    write(to, f"documents/{part}.jsonl", _lines([clean(record) for record, _ in kept]))
    records = [DocumentRecord.from_row(json.loads(record)) for record, _ in kept]
    with tempfile.TemporaryDirectory() as name:
        shard = Path(name) / "graph.nq"
        write_graph(build_graph(records, map(from_row, rows)), shard)
        quads = shard.read_bytes().splitlines(keepends=True)  # no line end stands inside a quad: it is escaped
        write(to, f"graph/{part}.nq", b"".join(sorted(quads)))  # so that shards can be merged as they are read
    return {"documents": len(kept), "citations": len(rows)}


def _fetched(folder: Path, addresses: Sequence[str]) -> tuple[dict[Path, str], list[list[str]]]:
    """Bring the documents here, each under its own name; return where each is, and what could not be reached."""
    places, skipped = {}, []
    for number, address in enumerate(addresses):
        place = folder / str(number) / base_name(address)
        try:
            place.parent.mkdir()
            place.write_bytes(read(address))
        except RecallingError as error:
            skipped.append([address, str(error).removeprefix(f"{address}: ")])
        except OSError as error:
            skipped.append([address, error.strerror or "cannot be kept"])
        else:
            places[place] = address
    return places, skipped


def _said(file: str, member: str | None, places: Mapping[Path, str]) -> str:
    """Return the address of what could not be read, with the member of an archive."""
    address = places.get(Path(file), file)
    return f"{address}: {member}" if member else address


def _lines(lines: Sequence[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def main() -> int:
    """Do what standard input says."""
    task = json.load(sys.stdin)
    json.dump({"read": read_part, "write": write_part}[task["do"]](task), sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
