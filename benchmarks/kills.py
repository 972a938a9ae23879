"""Kill builds at random moments; after each, the folder must hold one run, and the next run must give the same bytes.

Two states of a corpus of small invented documents take turns, so that every build replaces the files of the other
state. Half of the builds start without what was kept, and so are killed while reading, too.

Usage: python benchmarks/kills.py [--kills 100] [--documents 300] [--seed 1946]
"""

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Final

ROOT = Path(__file__).parent.parent
STATES = ("", "\n1. Takes note of General Assembly resolution 62/37 of 8 January 2008;\n")
QUIET: Final = subprocess.DEVNULL
TEXT = """\
A/RES/{session}/{number}

The General Assembly,

Recalling its resolution 61/{number} of 6 December 2006 and Security Council resolution 1540 (2004),

Bearing in mind the Convention on Biological Diversity,
{more}"""


def main() -> int:
    """Kill builds and count what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=100, help="builds that are killed; some trials end before")
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1946)
    given = parser.parse_args()
    chance = random.Random(given.seed)  # noqa: S311  # moments, not secrets
    with tempfile.TemporaryDirectory() as name:
        counts = trials(Path(name), given.kills, given.documents, chance)
    return 1 if counts["mixed"] or counts["differs"] else 0


def trials(folder: Path, kills: int, documents: int, chance: random.Random) -> Counter[str]:
    """Kill so many builds, each at a random moment of its time, and look at the folder each time.

    A build that ends before its moment is looked at as well, but is no kill.
    """
    whole, usual = [], float("inf")
    for state in (0, 1):
        write(folder / "texts", documents, state)
        begun = time.monotonic()
        run(command(folder / "texts", folder / f"whole{state}"))
        usual = min(usual, time.monotonic() - begun)  # the machine may be busy now and then
        whole.append(digests(folder / f"whole{state}"))
    out, counts = folder / "out", Counter[str]()
    shutil.copytree(folder / "whole1", out)
    while counts["killed"] < kills:
        trial = counts["same"] + counts["differs"]
        write(folder / "texts", documents, trial % 2)
        if chance.random() < 0.5:  # noqa: PLR2004  # half
            (folder / "out.cache.sqlite").unlink(missing_ok=True)
        killed = kill(command(folder / "texts", out), chance.uniform(0, usual))
        counts["killed" if killed else "ended before"] += 1
        seen = {name: said for name, said in digests(out).items() if not name.startswith(".")}
        counts["mixed"] += not any(seen.items() <= each.items() for each in whole)
        counts["between the moves"] += seen not in whole
        run(command(folder / "texts", out))
        counts["same" if digests(out) == whole[trial % 2] else "differs"] += 1
        print(", ".join(f"{what}: {number}" for what, number in sorted(counts.items())), flush=True)
    return counts


def write(folder: Path, documents: int, state: int) -> None:
    """Write the documents of a state; half of them differ from those of the other."""
    folder.mkdir(exist_ok=True)
    for number in range(documents):
        more = STATES[state if number % 2 else 0]
        text = TEXT.format(session=70 + number % 9, number=100 + number, more=more)
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")


def command(texts: Path, out: Path) -> list[str]:
    """Return the command of a build."""
    return [sys.executable, "-m", "graph.cli", "build", str(texts), "-o", str(out)]


def environment() -> Mapping[str, str]:
    """Return an environment in which this checkout is what runs."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def run(arguments: list[str]) -> None:
    """Run a command to its end."""
    done = subprocess.run(arguments, env=environment(), capture_output=True, encoding="utf-8", check=False)  # noqa: S603  # our own
    if done.returncode:
        raise RuntimeError(done.stderr)


def kill(arguments: list[str], seconds: float) -> bool:
    """Run a command and kill it and its children after some time; return whether it still ran then."""
    process = subprocess.Popen(  # noqa: S603  # our own command
        arguments, env=environment(), start_new_session=True, stdout=QUIET, stderr=QUIET
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


def digests(folder: Path) -> dict[str, str]:
    """Return the digests of the files in a folder by their names."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


if __name__ == "__main__":
    sys.exit(main())
