"""Terminal output: messages, tables and progress; text from files never reaches the terminal unescaped."""

import logging
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.table import Table

_WIDTH: Final = 200  # columns of a table that goes to a file or a pipe
_INVISIBLE: Final = frozenset("\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")  # harmless, and common in Arabic texts


def plain(text: object) -> str:
    """Return text that cannot control a terminal: line breaks become spaces, control and bidi characters escapes."""
    return "".join(map(_printable, str(text)))


def _printable(character: str) -> str:
    if character.isprintable():
        return character
    if character.isspace():
        return " "
    return "" if character in _INVISIBLE else character.encode("unicode_escape").decode("ascii")


class _Escaping(logging.Formatter):
    """One line a record, which cannot control a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        return plain(super().format(record))


def log_from(level: str) -> None:
    """Write what the modules log to standard error, from a level on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Escaping("%(levelname)s %(name)s: %(message)s"))
    for name in ("extract", "graph"):
        logger = logging.getLogger(name)
        logger.handlers[:] = [handler]
        logger.setLevel(level.upper())


def tell(*lines: str) -> None:
    """Write lines to standard error."""
    for line in lines:
        sys.stderr.write(plain(line) + "\n")


def say(line: str) -> None:
    """Write a line to standard output."""
    sys.stdout.write(plain(line) + "\n")


def emit(lines: Iterable[str]) -> None:
    """Write lines of data to standard output: unchanged to a file or a pipe, escaped to a terminal."""
    is_terminal = sys.stdout.isatty()
    sys.stdout.writelines((plain(line) if is_terminal else line) + "\n" for line in lines)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, numbers: Sequence[str] = ()) -> "Table":
    """Make a table whose cells are escaped text.

    Args:
        columns: headings.
        rows: cells in the order of the columns; None is an empty cell, a tuple one line per item.
        numbers: headings of the right-aligned columns.
    """
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415  # rich is slow to load, and lines of data need none of it
    from rich.table import Table  # noqa: PLC0415  # as above

    result = Table(box=SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for column in columns:
        result.add_column(plain(column), justify="right" if column in numbers else "left", overflow="fold")
    for row in rows:
        result.add_row(*map(_cell, row))
    return result


def _cell(value: object) -> str:
    """The text of a cell; a tuple takes one line per item."""
    if isinstance(value, tuple):
        return "\n".join(map(plain, value))
    return "" if value is None else plain(value)


def show(*tables: "Table") -> None:
    """Write tables to standard output."""
    from rich.console import Console  # noqa: PLC0415  # as above

    console = Console(markup=False, emoji=False, highlight=False)
    if console.is_terminal:
        console.print(*tables)
        return
    console.width = _WIDTH
    with console.capture() as shown:
        console.print(*tables)
    sys.stdout.writelines(line.rstrip() + "\n" for line in shown.get().strip("\n").split("\n"))


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Show a progress bar on standard error if that is a terminal; call the result with files done and files in all."""
    from rich.console import Console  # noqa: PLC0415  # as above
    from rich.progress import (  # noqa: PLC0415  # as above
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True, markup=False, emoji=False, highlight=False)
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
