"""Figures of a citation graph: each takes frames of `CitationGraph` and returns a `Chart` with an alternative text."""

import math
import textwrap
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from matplotlib.axes import Axes
from matplotlib.colors import PowerNorm
from matplotlib.ticker import MaxNLocator

from extract.model.relations import load_acts
from graph.network.ageing import half_life
from graph.network.treatment import PLACES
from graph.study.chart import HEAT, INK, MARKS, SERIES, Chart, charted, colour_of, short

if TYPE_CHECKING:
    import pandas as pd

_GROUPS: Final = 5  # lines that a reader can follow
_OLDEST: Final = 60  # years on the axis of ages
_LONG: Final = 30  # years from which on periods are drawn instead
_PERIOD: Final = 5
_WRAPPED: Final = 22  # letters of a line below a column
_LEVEL: Final = 10  # letters that fit below a column without turning
_DARK: Final = 0.55  # share of the darkest cell from which on a number in it is white


def over_time(citations: "pd.DataFrame", chosen: "pd.DataFrame", *, by: str, what: str) -> Chart:
    """Draw how many works a text cites on average, by year of the citing texts, or by five years over long spans.

    Of one cited work that is the share of the texts that cite it.

    Args:
        citations: from `CitationGraph.citations`; their citing texts are those that count.
        chosen: the citations to count.
        by: column that divides them.
        what: the one work that is cited, for the title; empty for all.
    """
    dated = citations.dropna(subset=["year"])
    span = int(dated["year"].max() - dated["year"].min()) if len(dated) else 0
    step = _PERIOD if span > _LONG else 1
    texts = dated.assign(period=dated["year"] // step * step).groupby("period")["citing"].nunique()
    pairs = chosen.dropna(subset=["year"]).drop_duplicates(["citing", "cited"])
    groups = pairs[by].astype("string").fillna("treaty" if by == "cited_body" else "other")
    order = list(groups.value_counts().index[:_GROUPS])
    groups = groups.where(groups.isin(order), "other")
    order += ["other"] if "other" in set(groups) - set(order) else []
    counted = pairs.assign(group=groups, period=pairs["year"] // step * step).groupby(["period", "group"]).size()
    title = f"Share of the texts that cite {what}" if what else "Works cited per text"
    with charted(7.5, 4, title) as (chart, axes):
        for place, group in enumerate(order):
            every = range(int(texts.index.min()), int(texts.index.max()) + 1, step)
            values = [_per_text(counted.get((year, group), 0), texts.get(year, 0)) for year in every]
            axes.plot(
                every, values, color=colour_of(group, place), marker=MARKS[place % len(MARKS)], markersize=4,
                linewidth=1.4, label=short(group),
            )  # fmt: skip
        axes.set_ylim(bottom=0)
        _measured_in(axes, "share of the texts read" if what else "works per citing text", is_share=bool(what))
        axes.set_xlabel("year of the citing text" + (f" (periods of {step} years)" if step > 1 else ""))
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        if order:
            axes.legend(loc="upper left", bbox_to_anchor=(1, 1))
    chart.alternative = (
        f"Lines: {title[0].lower()}{title[1:]}, by {by.replace('_', ' ')} and year. "
        f"Most often cited: {', '.join(order[:3]) or 'nothing'}."
    )
    return chart


def ageing(citations: "pd.DataFrame", *, by: str | None, what: str) -> Chart:
    """Draw how old what is cited is: the share of citations that reach back no more than so many years.

    Args:
        citations: from `CitationGraph.citations`.
        by: column that divides them; None for one line.
        what: the one work that is cited, for the title; empty for all.
    """
    pairs = citations.dropna(subset=["age"]).drop_duplicates(["citing", "cited"])
    pairs = pairs[pairs["age"] >= 0]
    groups = pairs[by].astype("string") if by else pairs["cited"].map(lambda _: "all")
    order = list(groups.value_counts().index[:_GROUPS])
    told = []
    with charted(7.5, 4, "How old is what texts cite?" if not what else f"How long is {what} cited?") as (chart, axes):
        for place, group in enumerate(order):
            ages = sorted(int(age) for age in pairs.loc[groups == group, "age"])
            half = half_life(ages) or 0.0
            # as for the half-life, what is of one age is spread over the year that follows
            shares = [bisect_left(ages, age) / len(ages) for age in range(_OLDEST + 1)]
            colour = colour_of(str(group), place)
            axes.plot(
                range(_OLDEST + 1), shares, color=colour, linewidth=1.6, label=f"{short(str(group))}: {half:.1f} years"
            )
            axes.plot([half], [0.5], color=colour, marker=MARKS[place % len(MARKS)], markersize=6)
            told.append(f"{group} {half:.1f} years")
        axes.axhline(0.5, color=INK, linewidth=0.6, linestyle=":")
        axes.set_xlim(0, _OLDEST)
        axes.set_ylim(0, 1)
        axes.set_xlabel("years between the citing and the cited text")
        _measured_in(axes, "share of citations", is_share=True)
        if order:
            axes.legend(title="half-life", loc="lower right")
    chart.alternative = (
        f"Cumulative share of citations by the age of the cited text. Half-lives: {'; '.join(told) or 'none'}."
    )
    return chart


def bodies(citations: "pd.DataFrame", *, most: int) -> Chart:
    """Draw which bodies cite which, as a heat map of shares: each row adds up to one.

    Args:
        citations: from `CitationGraph.citations`.
        most: number of cited bodies at most.
    """
    pairs = citations.dropna(subset=["citing_body"]).drop_duplicates(["citing", "cited"])
    cited = pairs["cited_body"].astype("string").where(pairs["cited_kind"] != "treaty", "treaties").fillna("other")
    rows = list(pairs["citing_body"].astype("string").value_counts().index[:most])
    columns = _in_order(list(cited.value_counts().index[:most]), rows)
    table = [[int(((pairs["citing_body"] == row) & (cited == column)).sum()) for column in columns] for row in rows]
    totals = [int((pairs["citing_body"] == row).sum()) for row in rows]
    shares = [[count / (total or 1) for count in line] for line, total in zip(table, totals, strict=True)]
    labels = [f"{short(row)} ({total:,})" for row, total in zip(rows, totals, strict=True)]
    chart = heat(
        shares,
        labels,
        [short(each) for each in columns],
        title="Which bodies cite which (share of the works cited)",
        form=_percent,
    )
    best = max(
        (
            (share, row, column)
            for line, row in zip(shares, rows, strict=True)
            for share, column in zip(line, columns, strict=True)
        ),
        default=(0, "", ""),
    )
    chart.alternative = (
        f"Heat map of which bodies cite which. The largest share is {best[0]:.0%}: {best[1]} cites {best[2]}."
    )
    return chart


def acts(citations: "pd.DataFrame", *, most: int, what: str = "") -> Chart:
    """Draw with which acts texts cite, and where, as a heat map of numbers of citations.

    Args:
        citations: from `CitationGraph.citations`.
        most: number of acts at most.
        what: the one work that is cited, for the title; empty for all.
    """
    known = citations[citations["relation"] != "other"]
    names = list(known["relation"].astype("string").value_counts().index[:most])
    shown = known[known["relation"].isin(names)]
    places = [place for place in PLACES if (shown["place"] == place).any()]
    counted = known.groupby(["relation", "place"], observed=True).size().to_dict()
    table = [[float(counted.get((name, place), 0)) for place in places] for name in names]
    labels = [_labelled(name) for name in names]
    title = f"How, and where, texts cite {what}" if what else "With which acts texts cite, and where"
    chart = heat(table, labels, places, title=title)
    chart.axes[0].set_xlabel("number of citations")
    chart.alternative = f"Heat map of acts by place in the text. The most frequent acts are {', '.join(labels[:3])}."
    return chart


def treaties(frame: "pd.DataFrame", *, most: int) -> Chart:
    """Draw the treaties that most texts cite, as bars.

    Args:
        frame: from `CitationGraph.treaties`.
        most: number of treaties at most.
    """
    chosen = frame.head(most)
    labels = [
        short(str(title), key, longest=80, ending=25)  # what tells protocols apart stands at the end
        for title, key in zip(chosen["title"], chosen["symbol"], strict=True)
    ]
    counts = [int(count) for count in chosen["cited"]]
    with charted(9, 0.8 + 0.26 * max(len(labels), 1), "The treaties that most texts cite") as (chart, axes):
        bars = axes.barh(range(len(labels)), counts, color=colour_of("treaty", 0), height=0.7)
        axes.bar_label(bars, padding=3, fontsize=8)
        axes.set_yticks(range(len(labels)), labels)
        axes.invert_yaxis()
        axes.grid(visible=False)
        axes.set_xlabel("citing texts")
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    first = "; ".join(f"{label}, {count}" for label, count in zip(labels[:3], counts, strict=False))
    chart.alternative = f"Bars of the {len(labels)} treaties that most texts cite. The first: {first or 'none'}."
    return chart


def series(matrix: Mapping[str, Mapping[str, str]], members: Sequence[str], labels: Mapping[str, str]) -> Chart:
    """Draw what the texts of a series cite: a row a cited text, a column a text of the series, a square a citation.

    Args:
        matrix: cited text → text of the series → group of acts (`changes`, `recalling`, `noting` …).
        members: texts of the series that were read, the oldest first.
        labels: cited text → its label.
    """
    groups = sorted({group for row in matrix.values() for group in row.values()})
    rows = list(matrix)
    with charted(
        2.6 + 0.95 * max(len(members), 2), 1 + 0.2 * max(len(rows), 2), "What the texts of the series cite"
    ) as (chart, axes):
        for place, group in enumerate(groups):
            points = [
                (members.index(member), number)
                for number, row in enumerate(rows)
                for member in matrix[row]
                if matrix[row][member] == group
            ]
            across, down = zip(*points, strict=True)
            axes.scatter(
                across, down, s=60, color=SERIES[place % len(SERIES)], marker=MARKS[place % len(MARKS)], label=group
            )
        axes.set_xticks(range(len(members)), members, rotation=30, ha="left")
        axes.xaxis.tick_top()
        axes.set_xlim(-0.5, len(members) - 0.5)
        axes.set_yticks(range(len(rows)), [short(labels[row], row) for row in rows], fontsize=7)
        axes.set_ylim(len(rows) - 0.5, -0.5)
        if groups:
            axes.legend(title="act", loc="upper left", bbox_to_anchor=(1, 1))
    every = sum(len(row) == len(members) for row in matrix.values())
    chart.alternative = (
        f"Matrix of {len(rows)} works cited by {len(members)} texts of a series, {', '.join(members)}; "
        f"{every} are cited by all."
    )
    return chart


def heat(
    table: Sequence[Sequence[float]],
    rows: Sequence[str],
    columns: Sequence[str],
    *,
    title: str,
    form: Callable[[float], str] = "{:,.0f}".format,
) -> Chart:
    """Draw a table as a heat map with the numbers in its cells; `form` writes a number."""
    most = max((value for line in table for value in line), default=0.0) or 1.0
    with charted(2.8 + 0.85 * max(len(columns), 2), 1.4 + 0.32 * max(len(rows), 4), title) as (chart, axes):
        axes.grid(visible=False)
        if rows and columns:
            axes.imshow([list(line) for line in table], cmap=HEAT, norm=PowerNorm(0.5, 0, most), aspect="auto")
        for down, line in enumerate(table):
            for across, value in enumerate(line):
                if value:
                    colour = "white" if math.sqrt(value / most) > _DARK else INK
                    axes.text(across, down, form(value), ha="center", va="center", color=colour, fontsize=7.5)
        axes.set_xticks(range(len(columns)), [_wrapped(column) for column in columns], **_turned(columns))
        axes.set_yticks(range(len(rows)), list(rows))
    return chart


def group_of(relation: str) -> str:
    """Return the group of an act, such as `recalling`; `mention` for one that is not known."""
    act: Any = load_acts().get(relation)
    return str(act.group) if act else "mention"


def _per_text(works: int, texts: int) -> float:
    """Return works per text; a period without texts is a gap in the line."""
    return int(works) / int(texts) if texts else math.nan


def _measured_in(axes: Axes, label: str, *, is_share: bool) -> None:
    """Label the axis of quantities, whose numbers are percentages of a share."""
    axes.set_ylabel(label)
    if is_share:
        axes.yaxis.set_major_formatter(lambda share, _: f"{share:.0%}")


def _turned(columns: Sequence[str]) -> dict[str, Any]:
    """Return how labels below columns stand: level, or turned where one is long."""
    return {"rotation": 35, "ha": "right"} if max(map(len, columns), default=0) > _LEVEL else {}


def _in_order(names: Sequence[str], first: Sequence[str]) -> list[str]:
    """Return names in their order, but those of `first` before the others, in the order that these have there."""
    return [*(name for name in first if name in names), *(name for name in names if name not in first)]


def _percent(share: float) -> str:
    return f"{share:.0%}" if share >= 0.005 else "<1%"  # noqa: PLR2004  # what would be rounded to 0%


def _labelled(relation: str) -> str:
    return relation.replace("-", " ")


def _wrapped(label: str) -> str:
    return textwrap.fill(label, _WRAPPED)
