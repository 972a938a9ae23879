"""Run the command as a user does, in a separate process, and return its output and exit status."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
SPECIMENS = ROOT / "data" / "specimens"


def recalling(
    *arguments: str | os.PathLike[str],
    cwd: Path | None = None,
    stdin: str = "",
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run the command with the interpreter that runs the tests."""
    return subprocess.run(  # noqa: S603  # our own command
        [sys.executable, "-m", "graph.cli", *(os.fspath(argument) for argument in arguments)],
        cwd=cwd or ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def files(folder: Path) -> dict[str, bytes]:
    """Return the names and contents of the files in a folder, recursively."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
