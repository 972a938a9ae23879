"""What the command shows on a terminal: messages, tables, progress; no text from a file reaches it unescaped."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from graph.pipeline.run import Progress as Told

_WIDE: Final = 200  # columns of a table that goes to a file or a pipe
_UNSEEN: Final = frozenset("\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")  # harmless, and all over Arabic texts


def plain(text: object) -> str:
    """Give text that cannot steer a terminal: blanks for line breaks, escapes for what controls or reorders."""
    return "".join(map(_sign, str(text)))


def _sign(sign: str) -> str:
    if sign.isprintable():
        return sign
    if sign.isspace():
        return " "
    return "" if sign in _UNSEEN else sign.encode("unicode_escape").decode("ascii")


def tell(*lines: str) -> None:
    """Write lines to standard error."""
    for line in lines:
        sys.stderr.write(plain(line) + "\n")


def say(line: str) -> None:
    """Write a line to standard output."""
    sys.stdout.write(plain(line) + "\n")


def emit(lines: Iterable[str]) -> None:
    """Write lines of data to standard output: as they are to a file or a pipe, plain to a terminal."""
    watched = sys.stdout.isatty()
    sys.stdout.writelines((plain(line) if watched else line) + "\n" for line in lines)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, numbers: Sequence[str] = ()) -> Table:
    """Make a table of plain cells.

    Args:
        columns: headings.
        rows: cells in the columns' order; None is empty, a tuple a line each.
        numbers: the columns that are set flush right.
    """
    made = Table(box=SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for column in columns:
        made.add_column(plain(column), justify="right" if column in numbers else "left", overflow="fold")
    for row in rows:
        made.add_row(*map(_cell, row))
    return made


def _cell(said: object) -> str:
    """A cell; a tuple is a line each."""
    if isinstance(said, tuple):
        return "\n".join(map(plain, said))
    return "" if said is None else plain(said)


def show(*tables: Table) -> None:
    """Write tables to standard output."""
    console = Console(markup=False, emoji=False, highlight=False)
    if console.is_terminal:
        console.print(*tables)
        return
    console.width = _WIDE
    with console.capture() as shown:
        console.print(*tables)
    sys.stdout.writelines(line.rstrip() + "\n" for line in shown.get().strip("\n").split("\n"))


@contextmanager
def progress(what: str) -> Iterator[Told]:
    """Show how far the reading is, on standard error where that is a terminal, else nothing."""
    console = Console(stderr=True, markup=False, emoji=False, highlight=False)
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
