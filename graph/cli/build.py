"""The command `build`: texts to a folder of rows, graph, tables and pages."""

import gc
from argparse import Namespace
from collections.abc import Iterable, Mapping

from graph import console
from graph.cli.options.base import DONE, FAILED
from graph.cli.texts import SHOWN, read_texts
from graph.output.folder import write_folder
from graph.output.formats import require
from graph.output.report import report


def build_command(given: Namespace) -> int:
    """`recalling build`."""
    require(given.formats)
    run = read_texts(given)
    gc.disable()  # millions of objects live to the end of the command; looking for cycles costs a fifth
    files = write_folder(given.output, run, formats=given.formats)
    gc.enable()
    figures = report(run, {})
    read, found, unresolved = figures["read"], figures["found"], figures["unresolved"]
    rows: list[tuple[str, object, object]] = [
        ("read", read["documents"], ", ".join(_listed(read["by_language"]))),
        ("found", found["citations"], ", ".join(_listed(found["by_kind"]))),
        ("not resolved", unresolved["references"], _few(_listed(unresolved["by_reason"]))),
        ("skipped", len(run.skipped), _few(f"{each['file']}: {each['reason']}" for each in figures["skipped"])),
        ("repeated", len(run.repeated), _few(f"{file} is the text of {kept}" for file, kept in run.repeated)),
        ("replaced", len(run.replaced), _few(f"{each.file} by the newer {each.newer}" for each in run.replaced)),
    ]
    console.show(console.table(("", "number", "of these"), rows, numbers=("number",)))
    console.say(f"{given.output}: {' '.join(files)}")
    return FAILED if run.skipped else DONE


def _listed(counts: Mapping[str, int]) -> list[str]:
    return [f"{name}: {count}" for name, count in counts.items()]


def _few(lines: Iterable[str]) -> tuple[str, ...]:
    """The first lines; the report has them all."""
    shown = list(lines)
    more = len(shown) - SHOWN
    return (*shown[:SHOWN], *([f"… and {more} more, see report.json"] if more > 0 else ()))
