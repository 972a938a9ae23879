"""The command `check`: whether each citation exists and agrees with what is known."""

import json
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from extract.catalogue.catalogue import load_catalogue
from extract.model.citation import Citation
from graph import console
from graph.checking.check import check
from graph.checking.facts import facts_of
from graph.checking.verdict import LISTED, VERDICTS, Checked, Verdict
from graph.cli.options.base import DONE, FAILED
from graph.cli.texts import read_texts
from graph.files import write_text
from graph.output.sheet import table_csv
from graph.pages.check import render_check_page
from graph.rdf.iri import clean

COLUMNS: Final = (
    "verdict",
    "document",
    "language",
    "paragraph",
    "quote",
    "target",
    "field",
    "printed",
    "known",
    "source",
)


def check_command(given: Namespace) -> int:
    """`recalling check`."""
    run = read_texts(given, keep_texts=True)
    checked = check(run.readings, facts_of(run.records, load_catalogue()))
    counts = Counter(each.verdict for each in checked)
    if given.output:
        write_text(given.output, render_check_page(run.readings, checked))
        console.say(f"{given.output}: {_counted(counts)}")
    else:
        _tell(given, [each for each in checked if given.all or each.verdict in LISTED], counts)
    return FAILED if run.skipped or counts["contradicted"] else DONE


def _tell(given: Namespace, shown: Sequence[Checked], counts: Counter[Verdict]) -> None:
    """Write what was checked to standard output."""
    if given.format == "jsonl":
        console.emit(clean(json.dumps(_row(each), ensure_ascii=False)) for each in shown)
    elif given.format == "csv":
        rows = ([_row(each)[name] for name in COLUMNS] for each in shown)
        console.emit(table_csv(COLUMNS, rows).decode().removesuffix("\n").split("\n"))
    else:
        if shown:
            console.show(console.table(COLUMNS, ([str(_row(each)[name] or "") for name in COLUMNS] for each in shown)))
        console.say(_counted(counts))
        if counts["unchecked"] and not given.all:
            console.say("--all lists the unchecked and the confirmed citations as well")


def _counted(counts: Counter[Verdict]) -> str:
    return ", ".join(f"{counts[verdict]} {verdict}" for verdict in VERDICTS)


def _row(checked: Checked) -> dict[str, Any]:
    """A checked citation as a row: the verdict with the finding that it rests on, and all findings."""
    evidence, telling = checked.reference.evidence, checked.telling
    reference = checked.reference
    return {
        "verdict": checked.verdict,
        "document": checked.document,
        "file": evidence.file,
        "language": evidence.language,
        "paragraph": evidence.paragraph,
        "quote": " ".join(evidence.quote.split()),
        "start": evidence.start,
        "end": evidence.end,
        "target": reference.target if isinstance(reference, Citation) else None,
        "field": telling and telling.field,
        "printed": telling and telling.printed,
        "known": telling and telling.known,
        "source": telling and telling.source,
        "findings": [asdict(each) for each in checked.findings],
    }
