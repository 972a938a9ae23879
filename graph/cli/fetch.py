"""The command `fetch`: documents from the UN document system."""

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Final

from extract.fetching import BASE, Fetched, Service, Wanted, fetch
from extract.fetching.transfer import Manners
from extract.language.structure import load_structures
from extract.model.citation import Citation
from extract.model.errors import SymbolError, UnreadableError
from extract.symbols.symbol import Symbol, parse
from graph import console
from graph.cli.options.base import DONE, FAILED, UsageError
from graph.pipeline.reading import is_earlier, read_earlier

_REMARK: Final = "#"
_LONGEST_LIST: Final = 16 * 2**20  # bytes


def fetch_command(given: Namespace) -> int:
    """`recalling fetch`."""
    languages = _languages(given.languages)
    if given.most is not None and given.most < 1:
        raise UsageError("--most must be 1 or more")
    symbols, faults = _symbols(_written(given))
    read: set[tuple[str | None, str | None]] = set()
    if given.cited_by:
        cited, read = _cited(given.cited_by)
        symbols += cited
    console.tell(*faults)
    pairs = product(list(dict.fromkeys(symbols))[: given.most], languages)
    wanted = [Wanted(symbol, language) for symbol, language in pairs if (str(symbol), language) not in read]
    if not wanted and not given.cited_by:
        raise UsageError("there is nothing to fetch; name a symbol, as A/RES/62/37")
    service = Service(base=given.base or BASE, form=given.form, manners=Manners(pause=given.pause))
    try:
        found = fetch(wanted, given.to, service=service, again=given.again)
    except ValueError as error:
        raise UsageError(f"{service.base} is no address of a web server") from error
    missing = _tell(found)
    console.say(f"{given.to}: {len(wanted) - missing} of {len(wanted)} documents")
    return FAILED if missing or faults else DONE


def _tell(found: Iterable[Fetched]) -> int:
    """Report on each document, and count those that are missing."""
    missing, last = 0, ""
    for each in found:
        if each.path:
            console.say(f"{each.wanted}: {each.path}{f' ({each.reason})' if each.reason else ''}")
        else:
            missing += 1
            console.tell(f"{each.wanted}: {each.reason}" if each.reason != last else f"{each.wanted}: the same")
            last = each.reason or ""
    return missing


def _languages(names: str) -> list[str]:
    chosen = list(dict.fromkeys(name.strip().lower() for name in names.split(",") if name.strip()))
    if unknown := [name for name in chosen if name not in load_structures()]:
        raise UsageError(f"no language {unknown[0]!r}; there are {', '.join(load_structures())}")
    if not chosen:
        raise UsageError(f"name a language: {', '.join(load_structures())}")
    return chosen


def _written(given: Namespace) -> Iterator[str]:
    """The symbols as they are written: arguments, a file, standard input."""
    for argument in given.symbols:
        yield from _lines(sys.stdin.read(_LONGEST_LIST)) if argument == "-" else [argument]
    if given.listed:
        try:
            with given.listed.open(encoding="utf-8-sig") as file:
                yield from _lines(file.read(_LONGEST_LIST))
        except OSError as error:
            raise UsageError(f"{given.listed}: {error.strerror or 'cannot be read'}") from error
        except UnicodeDecodeError as error:
            raise UsageError(f"{given.listed}: is no list of symbols in UTF-8") from error


def _lines(text: str) -> Iterator[str]:
    """The lines of a list that are not empty, without comments."""
    lines = (line.partition(_REMARK)[0].strip() for line in text.splitlines())
    return (line for line in lines if line)


def _symbols(written: Iterable[str]) -> tuple[list[Symbol], list[str]]:
    """The symbols, and an error message for each text that is none."""
    symbols, faults = [], []
    for text in written:
        try:
            symbols.append(parse(text))
        except SymbolError as error:
            faults.append(str(error))
    return symbols, faults


def _cited(path: Path) -> tuple[list[Symbol], set[tuple[str | None, str | None]]]:
    """What the texts of an earlier run cite, the most cited first; and their own symbols, with their languages."""
    if not is_earlier(path):
        raise UsageError(f"{path} is no folder that `recalling build` wrote, and no citations.jsonl")
    try:
        readings = read_earlier(path)
    except UnreadableError as error:
        raise UsageError(str(error)) from error
    targets = Counter(
        reference.target for reading in readings for reference in reading.references if isinstance(reference, Citation)
    )
    by_count = sorted(targets, key=lambda target: (-targets[target], target))
    return _symbols(by_count)[0], {(reading.record.symbol, reading.record.language) for reading in readings}
