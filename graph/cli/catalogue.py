"""The command `catalogue`: what is known of a text, and facts of the user's own."""

import json
from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import regex

from extract.catalogue.catalogue import Catalogue, load_catalogue, own_path, read_own
from extract.catalogue.chains import load_chains
from extract.catalogue.entry import FIELDS, TITLE, Entry, from_row
from extract.catalogue.existence import symbol_key
from extract.catalogue.library import read_library
from extract.catalogue.table import packed_table
from extract.symbols.symbol import parse
from graph import console, files
from graph.cli.options.base import DONE, FAILED, UsageError
from graph.rdf import vocabulary as v
from graph.rdf.iri import clean
from graph.rdf.symbols import order

_SHOWN: Final = 10
"""Disagreements that an import lists; the rest is counted."""
_CODE: Final = regex.compile(r"[a-z]{2,3}")


def catalogue_command(given: Namespace) -> int:
    """`recalling catalogue`."""
    return _import(given) if given.action == "import" else _show(given)


def _show(given: Namespace) -> int:
    """Show what is known of a text; the status is 1 if it cannot exist."""
    parse(given.symbol)
    catalogue = load_catalogue()
    said = facts(catalogue, given.symbol)
    if given.format == "json":
        console.emit(clean(json.dumps(said, ensure_ascii=False, indent=1)).split("\n"))
    else:
        console.show(console.table(("field", "value", "source"), _rows(said, catalogue)))
    return FAILED if said["exists"] == "no" else DONE


def facts(catalogue: Catalogue, symbol: str) -> dict[str, Any]:
    """Return what the catalogue knows of a text as a JSON object; what is not known is left out."""
    entry, existence, heading = catalogue.find(symbol), catalogue.exists(symbol), catalogue.heading(symbol)
    conflicts = catalogue.conflicts(symbol)
    said: dict[str, Any] = {"symbol": symbol_key(symbol), "exists": existence.answer, "because": existence.reason}
    if entry:
        said |= {
            "date": entry.date, "titles": dict(entry.titles), "adoption": entry.adoption, "vote": entry.vote,
            "draft": entry.draft, "record": v.LIBRARY + entry.record if entry.record else None,
        }  # fmt: skip
    said |= {
        "agenda": heading.text if heading else None,
        "series": _series(catalogue, symbol),
    }
    said["conflicts"] = [{"field": each.field, "values": each.values, "decision": each.decision} for each in conflicts]
    sources = {**(entry.sources if entry else {}), **({"agenda": heading.sources} if heading else {})}
    said["sources"] = {name: list(sources[name]) for name in FIELDS if sources.get(name)}
    return {name: value for name, value in said.items() if value}


def _rows(said: Mapping[str, Any], catalogue: Catalogue) -> Iterator[tuple[object, object, object]]:
    """Yield field, value and the names of the sources."""
    yield "symbol", said["symbol"], None
    yield "exists", f"{said['exists']}: {said['because']}", None
    for name, key in (("date", "date"), ("titles", "title"), ("agenda", "agenda"), ("adoption", "adoption"),
                      ("vote", "adoption"), ("draft", "draft"), ("record", "record"), ("series", "")):  # fmt: skip
        if value := said.get(name):
            codes = said["sources"].get(key, ())
            yield name, _written(value), tuple(_source(catalogue, code) for code in codes)
    for conflict in said.get("conflicts", ()):
        yield "sources disagree", (f"{conflict['field']}: {conflict['values']}", conflict["decision"]), None


def _source(catalogue: Catalogue, code: str) -> str:
    source = catalogue.sources.get(code)
    return source.name if source else code


def _written(value: object) -> object:
    """Return a value as a cell: titles by language and texts of a series one per line, votes as one text."""
    if isinstance(value, Mapping):
        return tuple(f"{language}: {title}" for language, title in value.items())
    if isinstance(value, tuple) and all(isinstance(each, int) for each in value):
        return "-".join(map(str, value))
    return value


def _import(given: Namespace) -> int:
    """Add files of the Digital Library to the user's own catalogue."""
    into = given.into or own_path()
    if into is None:
        raise UsageError("the environment says that there is no own catalogue; name one with --into")
    if not _CODE.fullmatch(given.language):
        raise UsageError(f"{given.language[:20]!r} is no code of a language")
    own = read_own(into)
    entries = {row["symbol"]: from_row(row) for row in own.table} if own else {}
    read, differing = 0, []
    for file in given.files:
        imported = read_library(file, language=given.language)
        for symbol, entry in imported.entries.items():
            entries[symbol] = entry.filled(entries[symbol]) if symbol in entries else entry
            differing += _differing(load_catalogue(), entry)
        read += len(imported.entries)
        console.say(f"{file}: {imported.rows:,} rows, {len(imported.entries):,} texts, {imported.unread:,} rows unread")
    _write(into, entries)
    console.say(f"{into}: {len(entries):,} texts")
    if differing:
        console.say(f"{len(differing):,} values differ from what ships, which is kept:")
        console.show(console.table(("symbol", "field", "ships", "imported"), differing[:_SHOWN]))
    return DONE if read else FAILED


def _differing(catalogue: Catalogue, entry: Entry) -> list[tuple[str, str, object, object]]:
    """Return the date and the vote of an entry where the catalogue has others."""
    known = catalogue.shipped(entry.symbol)
    pairs = [("date", known.date, entry.date), ("vote", known.vote, entry.vote)] if known else []
    return [
        (entry.symbol, name, _written(one), _written(other))
        for name, one, other in pairs
        if one and other and one != other
    ]


def _write(path: Path, entries: Mapping[str, Entry]) -> None:
    """Write an own catalogue, sorted."""
    rows = [entries[symbol].to_row() for symbol in sorted(entries, key=order)]
    titles = sorted({name for row in rows for name in row if name.startswith(TITLE)})
    columns = ("symbol", "date", *titles, "agenda", "adoption", "draft", "record", "sources")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise files.UnwritableError(str(path), error.strerror or str(error)) from error
    files.write_bytes(path, packed_table(columns, rows))


def _series(catalogue: Catalogue, symbol: str) -> tuple[str, ...]:
    """The series of a text, through changes of its title; else the texts of the same title."""
    chain = load_chains().of(symbol)
    return chain.symbols if chain else catalogue.series(symbol)
