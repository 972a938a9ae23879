"""The commands `extract` and `evaluate`, and how a command reads its inputs."""

import json
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.table import Table

from extract.model.citation import Reference, to_row
from graph import console
from graph.cli.options.base import DONE, FAILED, UsageError
from graph.defaults import CITATIONS
from graph.output.tables import references_csv
from graph.output.texts import write_texts
from graph.pipeline.inputs import Inputs, list_inputs
from graph.pipeline.run import Run, read_all
from graph.pipeline.spool import Spool
from graph.rdf.iri import clean

if TYPE_CHECKING:
    from extract.scoring.score import Evaluation

SHOWN: Final = 20
"""Lines of a kind that a command prints; the rest is counted."""


def extract_command(given: Namespace) -> int:
    """`recalling extract`."""
    if given.scheduler:
        return _extract_on_cluster(given)
    if given.format == "parquet":
        raise UsageError("--format parquet needs --scheduler; `recalling build --format parquet` writes all tables")
    given.inputs = list(map(Path, given.inputs))
    with Spool() as spool:  # on the disk, for rows come in the order of the symbols: all are read before one is told
        keeps = bool(given.text_dir or given.annotated_dir)
        inputs = listed_inputs(given)
        run = read_texts(given, keep_texts=keeps, inputs=inputs, spool=spool)
        if given.text_dir is not None:
            write_texts(given.text_dir, run.readings)
        if given.annotated_dir is not None:
            from graph.output.annotated import write_annotated  # noqa: PLC0415  # slow to load, for what is seldom asked

            write_annotated(given.annotated_dir, run.readings, inputs.sources)
        if given.format == "jsonl":
            console.emit(map(clean, run.lines))
        elif given.format == "csv":
            written = references_csv(list(run.references)).decode()
            console.emit(written.removesuffix("\n").split("\n"))
        else:
            console.show(_table(run.references))
    return FAILED if run.skipped else DONE


def _extract_on_cluster(given: Namespace) -> int:
    """Read on a cluster, and say what came of it."""
    from graph.cluster.schedule import Corpus, extract_on_cluster  # noqa: PLC0415  # an extra, and large

    if given.format not in {"jsonl", "parquet"} or given.text_dir or given.annotated_dir:
        raise UsageError("with --scheduler, the rows are written as jsonl or parquet, and no texts are saved")
    limits = {"time_limit": given.time_limit, "memory_limit": given.memory_limit, "columns": given.columns}
    corpus = Corpus(given.inputs, given.to, given.part_size, given.format, limits)
    with console.progress("reading") as told:
        report = extract_on_cluster(given.scheduler, corpus, progress=told)
    console.tell(*(f"{address}: {reason}" for address, reason in report["skipped"]))
    console.say(
        f"{given.to}: {report['citations']} citations of {report['documents']} documents, {report['parts']} parts"
    )
    return FAILED if report["skipped"] else DONE


def _table(references: Iterable[Reference]) -> Table:
    """References as a table for a person."""
    names = ("source", "language", "paragraph", "relation", "basis", "target", "pinpoint", "quote")
    shown = [to_row(each) | {"source": each.evidence.source or each.evidence.file} for each in references]
    for row in shown:
        row["target"] = row["target"] or f"? {row['reason']}"
    return console.table(names, ([row[name] for name in names] for row in shown))


def evaluate_command(given: Namespace) -> int:
    """`recalling evaluate`."""
    from extract.scoring.evaluate import evaluate  # noqa: PLC0415  # a build, which imports this module, needs none
    from extract.scoring.gold import load_rows  # noqa: PLC0415  # as above

    for path in (given.gold, given.predicted):
        if not path.exists():
            raise UsageError(f"there is no {path}")
    predicted = given.predicted / CITATIONS if given.predicted.is_dir() else given.predicted
    outcome = evaluate(load_rows(given.gold), load_rows(predicted), strict=given.strict)
    if given.json:
        console.emit(clean(json.dumps(outcome.to_json(), ensure_ascii=False, indent=1)).split("\n"))
        return DONE
    console.show(_scores(outcome))
    for name, share in sorted(outcome.shares.items()):
        console.say(f"{name} agrees: {share.agree} of {share.of}, {_percent(share.agree / share.of)}")
    if outcome.agreement is not None:
        console.say(f"language versions agree: {_percent(outcome.agreement)}")
    console.say(f"documents: {outcome.documents}")
    if given.errors:
        for name, cases in (("missed", outcome.missed), ("wrong", outcome.wrong)):
            console.show(console.table((name, "target"), cases))
    return DONE


def _scores(outcome: "Evaluation") -> Table:
    """Precision, recall and F1 as a table."""
    numbers = ("precision", "recall", "F1", "required", "found", "predicted", "right")
    rows = (
        (
            by if by != "total" else "", of, _percent(score.precision), _percent(score.recall), _percent(score.f1),
            score.required, score.found, score.predicted, score.right,
        )
        for by, of, score in outcome.rows()
    )  # fmt: skip
    return console.table(("by", "of", *numbers), rows, numbers=numbers)


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f} %"


def listed_inputs(given: Namespace) -> Inputs:
    """Sort out the inputs of a command.

    Raises:
        UsageError: there is nothing to read; what is wrong with each input has been told.
    """
    inputs = list_inputs(given.inputs)
    if not inputs.sources and not inputs.rows:
        console.tell(*sorted(map(str, inputs.errors)))
        raise UsageError(
            "there is nothing to read; name a document, a folder or an archive of them, or a citations.jsonl"
        )
    return inputs


def read_texts(
    given: Namespace, *, keep_texts: bool = False, inputs: Inputs | None = None, spool: Spool | None = None
) -> Run:
    """Read the inputs of a command and name what could not be read.

    Args:
        given: the arguments.
        keep_texts: whether to keep the text of each document.
        inputs: sorted out before; None to do it here.
        spool: where to keep the readings; None for memory.

    Raises:
        UsageError: there was nothing to read.
    """
    listed = inputs or listed_inputs(given)
    with console.progress("reading") as told:
        run = read_all(
            listed, jobs=given.jobs, time_limit=given.time_limit, memory_limit=given.memory_limit, progress=told,
            keep_texts=keep_texts, columns=given.columns, spool=spool,
        )  # fmt: skip
    tell_faults(list(map(str, run.skipped)), warnings_of(run))
    return run


def warnings_of(run: Run) -> list[str]:
    """Return a line for each warning about a document."""
    return [f"{record.file}: {warning}" for record in run.records for warning in record.warnings]


def tell_faults(skipped: Sequence[str], warnings: Sequence[str]) -> None:
    """Name what could not be read, and the first warnings."""
    console.tell(*skipped, *warnings[:SHOWN])
    if len(warnings) > SHOWN:
        console.tell(f"… and {len(warnings) - SHOWN} more warnings like these")
