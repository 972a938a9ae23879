"""`lanes`: the texts by date of adoption, a lane for each body, series as lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graph.pages.parts.content import Content, day
from graph.pages.parts.groups import BODIES

_COLUMNS: Final = 220  # columns of the whole time span; texts in one column are stacked
_GAP: Final = 2  # rows between lanes
_HIGHEST_UNDATED: Final = 12  # minimum number of rows over which a lane's undated texts are spread


@dataclass(frozen=True, slots=True)
class _Track:
    """One row of a lane: a series, or one text.

    Attributes:
        rows: numbers of the texts, the earliest first.
        first: column of the first.
        last: column of the last.
    """

    rows: tuple[int, ...]
    first: int
    last: int


def lanes(content: Content) -> dict[str, Any]:
    """Columns x (years) and y (rows, downwards), the lanes, first and last year, and the positions of undated texts."""
    when = [day(each.get("date") or each.get("year", "")) for each in content.documents]
    known = [years for years in when if years is not None]
    first, last = (min(known), max(known)) if known else (0.0, 1.0)
    width = max((last - first) / _COLUMNS, 0.02)
    y = [0.0] * len(when)
    x = [years if years is not None else 0.0 for years in when]
    found: list[dict[str, Any]] = []
    top = 0
    for name, tracks, undated in _lanes(content, when, first=first, width=width):
        placed = _stack(tracks)
        high = max(max(placed.values(), default=0) + 1, min(len(undated), _HIGHEST_UNDATED))
        for row, place in placed.items():
            y[row] = top + high - 1 - place
        for place, row in enumerate(undated):
            x[row] = round(first - width * (6 + place // high), 3)
            y[row] = top + high - 1 - place % high
        found.append({"body": name, "low": top, "high": top + high - 1})
        top += high + _GAP
    loose = max((x[row] for row, years in enumerate(when) if years is None), default=None)
    return {"x": x, "y": y, "lanes": found, "first": round(first, 3), "last": round(last, 3), "undated": loose}


def _lanes(
    content: Content, when: Sequence[float | None], *, first: float, width: float
) -> Iterator[tuple[str, list[_Track], list[int]]]:
    """For each body that has texts its name, its tracks and its undated texts."""
    lines = _lines(content, when)
    for name in BODIES:
        members = [row for row, each in enumerate(content.documents) if each["body"] == name]
        if members:
            tracks = [
                _Track(line, *(int(((when[row] or 0.0) - first) / width) for row in (line[0], line[-1])))
                for line in lines
                if content.documents[line[0]]["body"] == name
            ]
            yield name, tracks, [row for row in members if when[row] is None]


def _lines(content: Content, when: Sequence[float | None]) -> list[tuple[int, ...]]:
    """The dated texts as series, the longest first, and single texts by date."""
    dated = [row for row, years in enumerate(when) if years is not None]
    earlier = dict(_steps(content, frozenset(dated)))
    later = {other: row for row, other in earlier.items()}
    lines = [_series_from(row, later) for row in dated if row not in earlier]
    seen = {row for line in lines for row in line}
    lines += [(row,) for row in dated if row not in seen]
    return sorted(lines, key=lambda line: (-len(line), when[line[0]] or 0.0, line))


def _steps(content: Content, dated: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Pairs (later, earlier) of dated texts of one body that continue each other."""
    for row, other in content.series:
        if row in dated and other in dated and content.documents[row]["body"] == content.documents[other]["body"]:
            yield row, other


def _series_from(start: int, later: Mapping[int, int]) -> tuple[int, ...]:
    """The series that begins with a text; a cycle ends where it closes."""
    line = [start]
    while line[-1] in later and later[line[-1]] not in line:
        line.append(later[line[-1]])
    return tuple(line)


def _stack(tracks: Iterable[_Track]) -> dict[int, int]:
    """Assign each text the lowest row that is free in all columns from the first to the last text of its series."""
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
