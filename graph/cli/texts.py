"""The commands `extract` and `evaluate`, and how a command reads its inputs."""

import json
from argparse import Namespace
from collections.abc import Iterable
from typing import Final

from rich.table import Table

from extract.model.citation import Reference, dump_lines, to_row
from extract.scoring.evaluate import evaluate
from extract.scoring.gold import load_rows
from extract.scoring.score import Evaluation
from graph import console
from graph.cli.options.base import DONE, FAILED, UsageError
from graph.defaults import CITATIONS
from graph.output.tables import references_csv
from graph.output.texts import write_texts
from graph.pipeline.run import Run, read_all
from graph.rdf.iri import clean

SHOWN: Final = 20
"""Lines of a kind that a command prints; the rest is counted."""


def extract_command(given: Namespace) -> int:
    """`recalling extract`."""
    run = read_texts(given, keep_texts=given.text_dir is not None)
    if given.text_dir is not None:
        write_texts(given.text_dir, run.readings)
    references = list(run.references)
    if given.format == "jsonl":
        console.emit(map(clean, dump_lines(references)))
    elif given.format == "csv":
        written = references_csv(references).decode()
        console.emit(written.removesuffix("\n").split("\n"))
    else:
        console.show(_table(references))
    return FAILED if run.skipped else DONE


def _table(references: Iterable[Reference]) -> Table:
    """References as a table for a person."""
    names = ("source", "language", "paragraph", "relation", "basis", "target", "pinpoint", "quote")
    shown = [to_row(each) | {"source": each.evidence.source or each.evidence.file} for each in references]
    for row in shown:
        row["target"] = row["target"] or f"? {row['reason']}"
    return console.table(names, ([row[name] for name in names] for row in shown))


def evaluate_command(given: Namespace) -> int:
    """`recalling evaluate`."""
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


def _scores(outcome: Evaluation) -> Table:
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


def read_texts(given: Namespace, *, keep_texts: bool = False) -> Run:
    """Read the inputs of a command and name what could not be read.

    Raises:
        UsageError: there was nothing to read.
    """
    with console.progress("reading") as told:
        run = read_all(
            given.inputs, jobs=given.jobs, time_limit=given.time_limit, progress=told, keep_texts=keep_texts,
            columns=given.columns,
        )  # fmt: skip
    console.tell(*map(str, run.skipped))
    if not run.found_input:
        raise UsageError(
            "there is nothing to read; name a document, a folder or an archive of them, or a citations.jsonl"
        )
    warnings = [f"{record.file}: {warning}" for record in run.records for warning in record.warnings]
    console.tell(*warnings[:SHOWN])
    if len(warnings) > SHOWN:
        console.tell(f"… and {len(warnings) - SHOWN} more warnings like these")
    return run
