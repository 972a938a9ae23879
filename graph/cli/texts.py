"""The commands that read texts: `build`, `extract`, `evaluate`."""

import gc
import json
from argparse import Namespace
from collections.abc import Iterable, Mapping
from typing import Final

from rich.table import Table

from extract.model.citation import COLUMNS, dump_lines, to_row
from extract.scoring.evaluate import evaluate
from extract.scoring.gold import load_rows
from extract.scoring.score import Evaluation
from graph import console
from graph.cli.options.base import DONE, FAILED, UsageError
from graph.defaults import CITATIONS
from graph.output.folder import write_folder
from graph.output.formats import require
from graph.output.report import report
from graph.output.tables import table_csv
from graph.output.texts import write_texts
from graph.pipeline.run import Run, read_all
from graph.rdf.iri import clean

_SHOWN: Final = 20


def build_command(given: Namespace) -> int:
    """`recalling build`."""
    require(given.formats)
    run = read_texts(given)
    gc.disable()  # millions of small things that live to the end of the command: looking for circles costs a fifth
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


def extract_command(given: Namespace) -> int:
    """`recalling extract`."""
    run = read_texts(given, keep_texts=given.text_dir is not None)
    if given.text_dir is not None:
        write_texts(given.text_dir, run.readings)
    references = list(run.references)
    if given.format == "jsonl":
        console.emit(map(clean, dump_lines(references)))
    elif given.format == "csv":
        rows = map(to_row, references)
        written = table_csv(COLUMNS, ([row.get(name) for name in COLUMNS] for row in rows)).decode()
        console.emit(written.removesuffix("\n").split("\n"))
    else:
        names = ("source", "language", "paragraph", "relation", "target", "pinpoint", "quote")
        shown = [to_row(each) | {"source": each.evidence.source or each.evidence.file} for each in references]
        for row in shown:
            row["target"] = row["target"] or f"? {row['reason']}"
        console.show(console.table(names, ([row[name] for name in names] for row in shown)))
    return FAILED if run.skipped else DONE


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
        run = read_all(given.inputs, jobs=given.jobs, time_limit=given.time_limit, progress=told, keep_texts=keep_texts)
    console.tell(*map(str, run.skipped))
    if not run.found_input:
        raise UsageError(
            "there is nothing to read; name a document, a folder or an archive of them, or a citations.jsonl"
        )
    warnings = [f"{record.file}: {warning}" for record in run.records for warning in record.warnings]
    console.tell(*warnings[:_SHOWN])
    if len(warnings) > _SHOWN:
        console.tell(f"… and {len(warnings) - _SHOWN} more warnings like these")
    return run


def _listed(counts: Mapping[str, int]) -> list[str]:
    return [f"{name}: {count}" for name, count in counts.items()]


def _few(lines: Iterable[str]) -> tuple[str, ...]:
    """The first lines; the report has them all."""
    shown = list(lines)
    more = len(shown) - _SHOWN
    return (*shown[:_SHOWN], *([f"… and {more} more, see report.json"] if more > 0 else ()))
