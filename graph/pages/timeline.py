"""`render_timeline_page`: the texts by date of adoption, a lane for each body, series as lines."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from graph.pages.parts.content import Content, day
from graph.pages.parts.groups import BODIES
from graph.pages.parts.shell import bundle, data_block, render_explorer, word

if TYPE_CHECKING:
    import networkx as nx

LIMIT: Final = 5000
"""Texts that the page shows at most where nothing else is said."""

_SCRIPTS: Final = ("surface.js", "timeline.js", "explorer.js")
_COLUMNS: Final = 220  # texts side by side over the whole time; those of one column stand above each other
_GAP: Final = 2  # rows between lanes
_STAGE: Final = (
    '<div id="stage" role="application" tabindex="0" data-t-label="canvas.label"></div>\n'
    '<canvas id="brush" role="img" data-t-label="timeline.brush" aria-label="{brush}"></canvas>'
)


def render_timeline_page(
    network: "nx.MultiDiGraph[str]",
    *,
    title: str | None = None,
    limit: int = LIMIT,
    pages: Sequence[str] = (),
    texts: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Give the page: texts through the years, with the search, filter and panel of the network page.

    Args:
        network: as for `render_network_page`.
        title: heading of the page; its name in the reader's language when None.
        limit: beyond so many texts the page keeps the most cited and their neighbourhood, and says so.
        pages: names of the pages beside it to link to.
        texts: relative address of the page that holds its whole text, for the symbols that have one.

    Raises:
        ValueError: `limit` is below one.
    """
    content = Content.of(network, limit=limit, texts=texts)
    return render_explorer(
        kind="timeline",
        title=title,
        drawing=_STAGE.format(brush=word("timeline.brush")),
        pages=pages,
        blocks=content.blocks() + data_block("places", _places(content)),
        scripts=(bundle(_SCRIPTS, shared=True),),
        later=content.evidence(),
    )


@dataclass(frozen=True, slots=True)
class _Track:
    """What stands in one row of a lane: a series, or one text.

    Attributes:
        rows: numbers of the texts, the earliest first.
        first: column of the first.
        last: column of the last.
    """

    rows: tuple[int, ...]
    first: int
    last: int


def _places(content: Content) -> dict[str, Any]:
    """Give columns x (years) and y (rows, downwards), the lanes, first and last year, and where undated texts are."""
    when = [day(each.get("date") or each.get("year", "")) for each in content.documents]
    known = [years for years in when if years is not None]
    first, last = (min(known), max(known)) if known else (0.0, 1.0)
    width = max((last - first) / _COLUMNS, 0.02)
    lines = _lines(content, when)
    y = [0.0] * len(when)
    x = [years if years is not None else 0.0 for years in when]
    lanes: list[dict[str, Any]] = []
    top, undated = 0, None
    for name in BODIES:
        members = [row for row, each in enumerate(content.documents) if each["body"] == name]
        if not members:
            continue
        tracks = [
            _Track(line, *(int(((when[row] or 0.0) - first) / width) for row in (line[0], line[-1])))
            for line in lines
            if content.documents[line[0]]["body"] == name
        ]
        placed = _stack(tracks)
        high = max(placed.values(), default=0) + 1
        loose = [row for row in members if when[row] is None]
        high = max(high, min(len(loose), 12))
        for row in members:
            if row in placed:
                y[row] = top + high - 1 - placed[row]
        for place, row in enumerate(loose):
            x[row] = round(first - width * (6 + place // high), 3)
            y[row] = top + high - 1 - place % high
            undated = max(undated, x[row]) if undated is not None else x[row]
        lanes.append({"body": name, "low": top, "high": top + high - 1})
        top += high + _GAP
    return {"x": x, "y": y, "lanes": lanes, "first": round(first, 3), "last": round(last, 3), "undated": undated}


def _lines(content: Content, when: Sequence[float | None]) -> list[tuple[int, ...]]:
    """Give the dated texts as series, the longest first, and singles by date."""
    earlier = {
        row: other
        for row, other in content.series
        if when[row] is not None
        and when[other] is not None
        and content.documents[row]["body"] == content.documents[other]["body"]
    }
    after = {other: row for row, other in earlier.items()}
    lines: list[tuple[int, ...]] = []
    seen: set[int] = set()
    for start in (row for row, years in enumerate(when) if years is not None and row not in earlier):
        line = [start]
        while line[-1] in after and after[line[-1]] not in line:
            line.append(after[line[-1]])
        lines.append(tuple(line))
        seen.update(line)
    lines += [(row,) for row, years in enumerate(when) if years is not None and row not in seen]
    return sorted(lines, key=lambda line: (-len(line), when[line[0]] or 0.0, line))


def _stack(tracks: Iterable[_Track]) -> dict[int, int]:
    """Give each text the lowest row that is free in all columns from the first to the last text of its series."""
    taken: dict[int, set[int]] = {}
    rows: dict[int, int] = {}
    for track in tracks:
        columns = range(min(track.first, track.last), max(track.first, track.last) + 1)
        used = set().union(*(taken.get(column, set()) for column in columns))
        free = next(row for row in range(len(used) + 1) if row not in used)
        for column in columns:
            taken.setdefault(column, set()).add(free)
        rows |= dict.fromkeys(track.rows, free)
    return rows
