"""`report.json`: what was read, found, unresolved and skipped, and why."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import PurePath
from typing import Any

from extract.catalogue.catalogue import load_catalogue
from extract.model.citation import Citation, Reference
from extract.model.errors import UnreadableError
from extract.model.record import DocumentRecord
from graph import __version__
from graph.pipeline.run import Run
from graph.rdf.iri import clean


def report(run: Run, network: Mapping[str, int]) -> dict[str, Any]:
    """Return the report as a JSON object; files are given by base name, so that it reveals nothing about the computer.

    Args:
        run: what was read.
        network: figures of the citation network: `texts`, `citations`.
    """
    records = list(run.records)
    found, unresolved = _counts(run.references)
    return {
        "software": f"recalling {__version__}",
        "read": _read(records),
        "found": found,
        "unresolved": unresolved,
        "network": dict(network),
        "catalogue": _catalogue(),
        "skipped": [{"file": file, "reason": reason} for file, reason in skipped(run)],
        "repeated": [{"file": file, "same_text_as": kept} for file, kept in run.repeated],
        "replaced": [asdict(each) for each in run.replaced],
        "warnings": [{"file": record.file, "warning": warning} for record in records for warning in record.warnings],
    }


def _catalogue() -> dict[str, Any]:
    """Return what a user added to the catalogue that ships, since it changes what is built."""
    own = load_catalogue().own
    return {"own": {"file": own.file.name, "sha256": own.sha256, "texts": len(own.table.lines)} if own else None}


def _read(records: Sequence[DocumentRecord]) -> dict[str, Any]:
    return {
        "documents": len(records),
        "by_language": _counted(record.language or "unknown" for record in records),
        "by_organ": _counted(record.organ or "unknown" for record in records),
    }


def _counts(references: Iterable[Reference]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the figures of what was found and of what was not resolved, in one pass: millions are not held."""
    targets: set[str] = set()
    found: dict[str, Counter[str]] = {name: Counter() for name in ("kind", "language", "relation", "certainty")}
    unresolved: dict[str, Counter[str]] = {name: Counter() for name in ("reason", "kind")}
    for reference in references:
        if isinstance(reference, Citation):
            evidence = reference.evidence
            targets.add(reference.target)
            found["kind"][reference.kind] += 1
            found["language"][evidence.language or "unknown"] += 1
            found["relation"][evidence.relation] += 1
            found["certainty"][evidence.certainty] += 1
        else:
            unresolved["reason"][reference.reason] += 1
            unresolved["kind"][reference.kind] += 1
    return (
        {"citations": found["kind"].total(), "targets": len(targets)} | _by(found),
        {"references": unresolved["kind"].total()} | _by(unresolved),
    )


def _by(counts: Mapping[str, Counter[str]]) -> dict[str, dict[str, int]]:
    return {f"by_{name}": _counted(counter) for name, counter in counts.items()}


def report_text(run: Run, network: Mapping[str, int]) -> str:
    """Return the report as the text of `report.json`."""
    return clean(json.dumps(report(run, network), ensure_ascii=False, indent=1)) + "\n"


def skipped(run: Run) -> list[tuple[str, str]]:
    """Return what could not be read, by base name, each with the reason."""
    return sorted((_base(error), error.reason) for error in run.skipped)


def _base(error: UnreadableError) -> str:
    base = PurePath(error.file).name or error.file
    return f"{base}: {error.member}" if error.member else base


def _counted(values: Iterable[str]) -> dict[str, int]:
    """Return how often each value occurs, the most frequent first."""
    counts = values if isinstance(values, Counter) else Counter(values)
    return {value: counts[value] for value in sorted(counts, key=lambda value: (-counts[value], value))}
