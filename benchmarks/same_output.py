"""Compare the output of two checkouts: hashes of rows and graphs, and how many lines differ.

    git worktree add ../before COMMIT
    python benchmarks/same_output.py ../before . ../shared/seeds ../shared/corpus/txt ../shared/corpus/pdf

Each input is built by both checkouts with the interpreter that runs this script. Of graphs that differ, the predicates
of added and removed triples are counted, so that an intended change shows as itself and nothing else.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox

FILES: Final = ("citations.jsonl", "documents.jsonl", "graph.ttl")
COMMAND: Final = """
import sys
try:
    from graph.cli.main import main
except ImportError:
    from graph.cli import main
sys.exit(main())
"""
"""The command line of either checkout; its module has moved."""


def main() -> None:
    """Build every input with both checkouts and print a table of hashes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("inputs", type=Path, nargs="+")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    print("| input | file | before | after | same |\n| --- | --- | --- | --- | --- |")
    differences: list[str] = []
    for source in given.inputs:
        with tempfile.TemporaryDirectory() as work:
            folders = [Path(work, side) for side in ("before", "after")]
            for folder, checkout in zip(folders, (given.before, given.after), strict=True):
                build(checkout.resolve(), source.resolve(), folder, jobs=given.jobs)
            for name in FILES:
                old, new = (folder / name for folder in folders)
                same = digest(old) == digest(new)
                print(
                    f"| {source.name} | {name} | {digest(old)} | {digest(new)} | {'yes' if same else 'no'} |",
                    flush=True,
                )
                differences += [] if same else [f"{source.name}/{name}: {line}" for line in changes(old, new)]
    print("\n" + "\n".join(differences) if differences else "\nno difference")


def build(checkout: Path, source: Path, folder: Path, *, jobs: int) -> None:
    """Run `recalling build` of a checkout; exit status 1 means that some inputs could not be read."""
    command = [sys.executable, "-c", COMMAND, "build", str(source), "-o", str(folder), "--jobs", str(jobs)]
    environment = {**os.environ, "PYTHONPATH": str(checkout), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=folder.parent, env=environment, capture_output=True, check=False)  # noqa: S603  # our own command
    if done.returncode > 1:
        raise SystemExit(done.stderr.decode())


def digest(file: Path) -> str:
    """First 16 hexadecimal digits of the SHA-256 of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]


def changes(old: Path, new: Path) -> Iterator[str]:
    """Count added and removed rows, of a graph triples by predicate and language."""
    before, after = (Counter(statements(file)) for file in (old, new))
    for sign, surplus in (("added", after - before), ("removed", before - after)):
        kinds: Counter[str] = Counter()
        for statement, count in surplus.items():
            kinds[kind_of(statement)] += count
        yield from (f"{sign} {count} {kind}" for kind, count in sorted(kinds.items()))


def statements(file: Path) -> Iterator[str]:
    """Rows of a file, triples of a graph."""
    if file.suffix == ".ttl":
        yield from (str(quad.triple) for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE))
    else:
        yield from file.read_text(encoding="utf-8").splitlines()


def kind_of(statement: str) -> str:
    """Predicate of a triple and language of its object, or `row`."""
    if not statement.startswith("<"):
        return "row"
    _, predicate, value = statement.split(maxsplit=2)
    language = value.rpartition('"')[2] if value.startswith('"') else ""
    return f"{predicate}{language if language.startswith('@') else ''}"


if __name__ == "__main__":
    main()
