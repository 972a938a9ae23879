"""`render_table`: the paragraphs of a table as a table, with their references marked and interpreted beside it."""

from collections.abc import Iterator, Sequence

from extract.model.cell import Cell
from extract.model.citation import Reference
from graph.pages.parts.escape import escape_text
from graph.pages.passage import Lookup, interpretations, lang, marked
from graph.pipeline.transcript import Passage


def render_table(
    passages: Sequence[Passage], references: Sequence[Reference], *, version: str, language: str | None, lookup: Lookup
) -> str:
    """Render a table.

    Args:
        passages: its paragraphs in reading order, at least one, each with its cell.
        references: all references of the document.
        version: prefix of the identifiers of this version of the text.
        language: of the text; None when unknown.
        lookup: what is known of a cited work.
    """
    held: dict[Cell, list[Passage]] = {}
    for each in passages:
        if each.cell is not None:
            held.setdefault(each.cell, []).append(each)
    rows: dict[int, list[Cell]] = {}
    for cell in sorted(held, key=lambda cell: (cell.row, cell.column)):
        rows.setdefault(cell.row, []).append(cell)
    grid = _Grid(sorted(rows))
    body = "".join(f"<tr>{''.join(_row(rows[row], held, grid, references, version=version))}</tr>" for row in grid.rows)
    name = escape_text(passages[0].label.partition("/")[0])
    place = f'<a href="#{escape_text(version)}/{escape_text(passages[0].label)}">{name}</a>'
    read = "".join(interpretations(each, references, version=version, lookup=lookup) for each in passages)
    return (
        f'<div class="passage table"><div class="place">{place}</div>'
        f'<div class="cells"><table dir="auto"{lang(language)}><tbody>{body}</tbody></table></div>'
        f'<ul class="rows">{read}</ul></div>\n'
    )


class _Grid:
    """The rows of a table that hold anything, and how far cells reach into those below."""

    def __init__(self, rows: Sequence[int]) -> None:
        self.rows = rows
        self.taken: dict[int, int] = {}  # column to the last row that a cell above reaches

    def height(self, cell: Cell) -> int:
        """How many of the rows a cell spans."""
        last = cell.row + cell.rows - 1
        for column in range(cell.column, cell.column + cell.columns):
            self.taken[column] = last
        return sum(cell.row <= row <= last for row in self.rows) if cell.rows > 1 else 1

    def gap(self, row: int, start: int, end: int) -> int:
        """How many columns before a cell no cell fills."""
        return sum(self.taken.get(column, 0) < row for column in range(start, end))


def _row(
    cells: Sequence[Cell],
    held: dict[Cell, list[Passage]],
    grid: _Grid,
    references: Sequence[Reference],
    *,
    version: str,
) -> Iterator[str]:
    """The cells of a row, with empty ones where nothing stands."""
    column = 1
    for cell in cells:
        if gap := grid.gap(cell.row, column, cell.column):
            yield f"<td{_span('col', gap)}></td>"
        column = cell.column + cell.columns
        lines = "".join(f'<p dir="auto">{marked(each, references, version=version)}</p>' for each in held[cell])
        name = escape_text(f"{version}/{held[cell][0].label}")
        yield f'<td id="{name}"{_span("col", cell.columns)}{_span("row", grid.height(cell))}>{lines}</td>'


def _span(way: str, size: int) -> str:
    return f' {way}span="{size}"' if size > 1 else ""
