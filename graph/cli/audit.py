"""The command `audit`: what an editor should look at again, as a table, as rows, or as a page."""

import json
from argparse import Namespace
from collections import Counter
from dataclasses import asdict
from typing import Final

from extract.catalogue.catalogue import load_catalogue
from graph import console
from graph.checking.facts import facts_of
from graph.cli.options.base import DONE, FAILED
from graph.cli.texts import read_texts
from graph.files import write_text
from graph.network.audit import audit
from graph.network.finding import CHECKS, Finding
from graph.output.document_pages import places_beside
from graph.output.folder import graph_of
from graph.output.sheet import table_csv
from graph.pages.audit import render_audit_page
from graph.rdf.iri import clean

COLUMNS: Final = ("check", "document", "language", "paragraph", "cited", "instead", "others", "quote")


def audit_command(given: Namespace) -> int:
    """`recalling audit`."""
    run = read_texts(given, keep_texts=True)
    _, network = graph_of(run)
    findings = audit(run, network, facts_of(run.records, load_catalogue()))
    if given.output:
        beside = places_beside(given.output.parent, given.output.parent)
        write_text(given.output, render_audit_page(findings, readings=run.readings, beside=beside))
        counts = Counter(finding.check for finding in findings)
        said = ", ".join(f"{check}: {counts[check]}" for check in CHECKS if counts[check])
        console.say(f"{given.output}: {len(findings)} findings{said and ' (' + said + ')'}")
    elif given.format == "jsonl":
        console.emit(clean(json.dumps(asdict(finding), ensure_ascii=False)) for finding in findings)
    elif given.format == "csv":
        console.emit(table_csv(COLUMNS, map(_row, findings)).decode().removesuffix("\n").split("\n"))
    else:
        console.show(console.table(COLUMNS, map(_row, findings)))
    return FAILED if run.skipped else DONE


def _row(finding: Finding) -> list[str]:
    row = asdict(finding) | {"others": " ".join(finding.others)}
    return [str(row[column]) for column in COLUMNS]
