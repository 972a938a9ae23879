"""The command `build`: texts to a folder of rows, graph, tables and pages."""

import gc
import json
import os
from argparse import Namespace
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from graph import console
from graph.cli.options.base import DONE, FAILED, UsageError
from graph.cli.texts import SHOWN, listed_inputs, read_texts, tell_faults, warnings_of
from graph.output.whole import WholeFolder, collections, whole_folder
from graph.pipeline.inputs import Inputs
from graph.pipeline.run import Run
from graph.pipeline.spool import Spool, SpoolError


@dataclass(frozen=True, slots=True)
class _Told:
    """What the command says of a run.

    Attributes:
        skipped: a line for each file that could not be read.
        warnings: a line for each warning.
        rows: of the table: what, its number, and the particulars, one line each.
        files: names of what was written.
    """

    skipped: list[str]
    warnings: list[str]
    rows: list[tuple[str, int, list[str]]]
    files: list[str]

    @classmethod
    def load(cls, text: str) -> Self:
        """Read what `dump` wrote."""
        return cls(**json.loads(text))

    def dump(self) -> str:
        """Write it as text."""
        return json.dumps(asdict(self))


def build_command(given: Namespace) -> int:
    """`recalling build`."""
    if given.formats:
        from graph.output.formats import require  # noqa: PLC0415  # as in `_build`

        require(given.formats)
    if given.store:
        if given.formats:
            raise UsageError("--store writes no further files; leave out --format, or build a folder without --store")
        given.output = given.store
    inputs = listed_inputs(given)
    with whole_folder(given.output) as whole, _spool(given) as spool:
        key = _key(given, inputs, spool)
        told = _unchanged(given, key, whole, spool)
        if told:
            tell_faults(told.skipped, told.warnings)
            console.say(f"{given.output}: nothing has changed since it was written")
        else:
            try:
                told = _build(given, inputs, key, whole, spool)
            except KeyboardInterrupt:
                console.tell(
                    *([] if given.no_cache else ["what was read is kept: the same command goes on from there"])
                )
                raise
    rows = [(what, number, tuple(lines)) for what, number, lines in told.rows]
    console.show(console.table(("", "number", "of these"), rows, numbers=("number",)))
    console.say(f"{given.output}: {' '.join(told.files)}")
    return FAILED if told.skipped else DONE


def _build(given: Namespace, inputs: Inputs, key: str | None, whole: WholeFolder, spool: Spool) -> _Told:
    """Read, write, and note what was said."""
    gc.disable()  # millions of objects live to the end of the command; looking for cycles costs a fifth
    run = read_texts(given, inputs=inputs, spool=spool)
    files = _write(given, whole.new, run)
    told = _Told(list(map(str, run.skipped)), warnings_of(run), _rows(run), files)
    manifest = whole.publish()
    if key and run.is_final:
        spool.note_written(_name(given.output), key, manifest, told.dump())
    spool.tidy()
    gc.freeze()  # else they are looked through when it ends
    gc.enable()
    return told


def _write(given: Namespace, folder: Path, run: Run) -> list[str]:
    """Write what was read into a folder, and return the names of the files."""
    if given.store:
        from graph.output.stored import write_stored  # noqa: PLC0415  # as below

        return write_stored(folder, run)
    from graph.output.folder import write_files  # noqa: PLC0415  # takes a second, which a repeated build has not

    return write_files(folder, run, formats=given.formats, collections=collections(given.output))


def _spool(given: Namespace) -> Spool:
    """Open the file that keeps what is read; where it cannot be beside the folder, nothing is kept."""
    if given.no_cache:
        return Spool()
    options = given.columns
    folder = Path(_name(given.output))
    path = given.cache or folder.parent / f"{folder.name or 'recalling'}.cache.sqlite"
    try:
        return Spool(path, options=options)
    except SpoolError as error:
        if given.cache:
            raise
        console.tell(f"{error}; what is read now is not kept")
        return Spool(options=options)


def _name(folder: Path) -> str:
    """Return the whole path of a folder."""
    return os.path.abspath(folder)  # noqa: PTH100  # what is a link stays one: the file that keeps stands beside it


def _key(given: Namespace, inputs: Inputs, spool: Spool) -> str | None:
    """Return what determines the output, as text; None where a file cannot be read, which may be well next time."""
    digest = inputs.digest(spool.digest)
    return digest and json.dumps([digest, sorted(given.formats), collections(given.output), bool(given.store)])


def _unchanged(given: Namespace, key: str | None, whole: WholeFolder, spool: Spool) -> _Told | None:
    """Return what was said when the folder was written from the same inputs, if it is still as it was written."""
    manifest = whole.manifest_digest() if key else None
    told = spool.written(_name(given.output), key, manifest) if key and manifest else None
    return _Told.load(told) if told else None


def _rows(run: Run) -> list[tuple[str, int, list[str]]]:
    """Return the rows of the table."""
    from graph.output.report import report  # noqa: PLC0415  # as in `_build`

    figures = report(run, {})
    read, found, unresolved = figures["read"], figures["found"], figures["unresolved"]
    return [
        ("read", read["documents"], [", ".join(_listed(read["by_language"]))]),
        ("found", found["citations"], [", ".join(_listed(found["by_kind"]))]),
        ("not resolved", unresolved["references"], _few(_listed(unresolved["by_reason"]))),
        ("skipped", len(run.skipped), _few(f"{each['file']}: {each['reason']}" for each in figures["skipped"])),
        ("repeated", len(run.repeated), _few(f"{file} is the text of {kept}" for file, kept in run.repeated)),
        ("replaced", len(run.replaced), _few(f"{each.file} by the newer {each.newer}" for each in run.replaced)),
    ]


def _listed(counts: Mapping[str, int]) -> list[str]:
    return [f"{name}: {count}" for name, count in counts.items()]


def _few(lines: Iterable[str]) -> list[str]:
    """The first lines; the report has them all."""
    shown = list(lines)
    more = len(shown) - SHOWN
    return [*shown[:SHOWN], *([f"… and {more} more, see report.json"] if more > 0 else ())]
