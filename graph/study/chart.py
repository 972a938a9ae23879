"""`Chart`: a matplotlib figure in the house style, with an alternative text for readers who do not see it.

Colours are told apart by readers with any colour vision, in print and in grey: those of bodies are the pages', any
others Okabe and Ito's ("Color Universal Design", 2008), and heat maps are in shades of one blue, in order in grey too.
"""

import base64
import io
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from typing import Any, Final

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from graph.study.view import COLOURS, ELSEWHERE, TREATY

INK: Final = "#1b242e"
RULE: Final = "#e2dfd8"
SERIES: Final = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8a8a8a")
"""Colours of what has none of its own, in the order of use."""
HEAT: Final = "Blues"
"""Colour map of quantities: pale is little, dark is much."""
MARKS: Final = ("o", "s", "^", "D", "v", "P", "X")
"""Marks that tell lines apart where colours cannot, in the order of use."""

_STYLE: Final[dict[Any, Any]] = {
    "font.family": "sans-serif",
    "font.size": 9,
    "axes.titlesize": 11,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.labelcolor": INK,
    "axes.edgecolor": INK,
    "axes.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.grid": True,
    "grid.color": RULE,
    "grid.linewidth": 0.6,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "legend.frameon": False,
    "svg.hashsalt": "recalling",  # the same figure has the same bytes
    "svg.fonttype": "path",
}
_DPI: Final = 110
_CJK: Final = 0x2E80  # from here on the usual fonts of matplotlib have no letters
_LONGEST: Final = 44


class Chart(Figure):
    """A figure in the house style.

    Attributes:
        alternative: what it shows, in a sentence or two.
    """

    alternative: str = ""

    def __repr__(self) -> str:
        """What it shows."""
        return f"<Chart: {self.alternative}>"

    def _repr_html_(self) -> str:
        """The picture with its alternative text, as a notebook shows it."""
        data = base64.b64encode(self.png()).decode()
        return f'<img alt="{escape(self.alternative)}" src="data:image/png;base64,{data}" style="max-width:100%">'

    def png(self) -> bytes:
        """Return the picture as PNG; the same figure has the same bytes."""
        file = io.BytesIO()
        self.savefig(file, format="png", dpi=_DPI, bbox_inches="tight", metadata={"Software": None})
        return file.getvalue()


@contextmanager
def charted(width: float, height: float, title: str) -> Iterator[tuple[Chart, Axes]]:
    """Give a chart of so many inches and its axes; what is drawn inside is in the house style."""
    with mpl.rc_context(_STYLE):
        chart = Chart(figsize=(width, height), layout="constrained")
        axes = chart.add_subplot()
        axes.set_title(title)
        yield chart, axes


def colour_of(group: str, place: int) -> str:
    """Return the colour of a body, of treaties, or of the group at a place in a legend."""
    if group in COLOURS:
        return COLOURS[group]
    return TREATY if group == "treaty" else ELSEWHERE if group == "other" else SERIES[place % len(SERIES)]


def short(label: str, key: str = "", *, longest: int = _LONGEST, ending: int = 0) -> str:
    """Return a label for a chart: cut to one line, and the key instead of letters that the fonts lack.

    Args:
        label: words.
        key: of the text that they name.
        longest: number of letters at most.
        ending: number of letters at the end of which whole words are kept where the label is cut.
    """
    text = key if key and any(ord(letter) >= _CJK for letter in label) else label
    if len(text) > longest:
        cut = "\N{HORIZONTAL ELLIPSIS}"
        tail = text[-ending:].partition(" ")[2] if ending else ""
        head = text[: longest - 1 - len(tail)].rstrip()
        text = f"{head.rpartition(' ')[0]} {cut} {tail}" if tail else head + cut
    return text.replace("$", r"\$")  # matplotlib reads what stands between two of them as a formula
