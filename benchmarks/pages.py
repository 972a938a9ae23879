"""Measure the explorer: time to make it, its size, in a browser time until usable, and what a reader's acts cost.

Usable means drawn, every part of the file parsed, and ready to respond to a click. Acts are measured as `page_work.py`
says: processor time of the page's main thread, drawing included. For comparison, plain pyvis, which runs its physics
first; it is abandoned after three minutes.

Run: python benchmarks/pages.py [--quick] — needs chromium and chromedriver. `--quick` leaves pyvis and the largest out.
"""

import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import networkx as nx
from page_work import Tab, browser
from pyvis.network import Network
from selenium.common.exceptions import TimeoutException

from graph.pages.explorer import render_explorer_page

ROUNDS = 5
TIMES = 15
"""How often each act is done; the median counts."""
CHOOSE = "recalling.choose(arguments[0])"
WORDS = "question 1234 of the general debate"
KINDS = ("resolution", "decision", "statement", "treaty", "conference-document", "document")
SETTLED = """<script>
network.once("stabilizationIterationsDone", () => requestAnimationFrame(() => {
  document.documentElement.dataset.ready = String(performance.now());
}));
</script></body>"""


def make_network(texts: int) -> "nx.MultiDiGraph[str]":
    """Make a network of `texts` texts and five times as many citations, most of them within a subject."""
    choose = random.Random(texts)  # noqa: S311  # an invented network, not a secret
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(texts):
        symbol = f"A/RES/{40 + number // 300}/{number % 300}"
        title = f"Question {number} of the general debate on matters of common interest"
        titles = {"title": title, "title_en": title, "title_zh": f"共同关心事项一般性辩论问题 {number}"}
        date = f"{1985 + number * 40 // texts}-12-{1 + number % 28:02}"
        network.add_node(symbol, kind=KINDS[min(number % 11, 5)], read=number % 8 == 0, date=date, **titles)
    symbols = list(network)
    for number in range(texts * 5):
        citing, cited = choose.randrange(texts), int(choose.random() ** 3 * texts)
        if choose.random() < 0.85:  # noqa: PLR2004  # the share within a subject
            cited = min(texts - 1, cited - cited % 40 + citing % 40)
        relation = choose.choice(("recalls", "recalls", "recalls", "reaffirms", "notes", "requests", "pursuant"))
        evidence = {"paragraph": f"pp{number % 20}", "language": "en", "verb": "Recalling", "certainty": "explicit"}
        quote = f"Recalling its resolution {number}"
        network.add_edge(symbols[citing], symbols[cited], key=f"{number:x}", relation=relation, quote=quote, **evidence)
    return network


def render_by_pyvis(network: "nx.MultiDiGraph[str]") -> str:
    """Make a page as a pyvis user would; its lists are filled directly, because adding is quadratic."""
    drawing = Network(directed=True, cdn_resources="in_line")
    drawing.nodes = [{"id": symbol, "label": symbol, "shape": "dot"} for symbol in network]
    drawing.edges = [{"from": citing, "to": cited} for citing, cited in set(network.edges())]
    page: str = drawing.generate_html()
    return page.replace("</body>", SETTLED)


def measure(page: str, *, rounds: int, symbols: list[str]) -> tuple[float, dict[str, float]]:
    """Return the median time, in milliseconds, until a page is usable and of each act; infinite on a timeout.

    Args:
        page: its markup.
        rounds: how often it is opened.
        symbols: texts to point at; none where acts are not measured.
    """
    with tempfile.TemporaryDirectory() as folder, browser() as driver:
        path = Path(folder) / "page.html"
        path.write_bytes(page.encode())
        tab = Tab(driver, path)
        try:
            opened = statistics.median(tab.open() for _ in range(rounds))
        except TimeoutException:
            return float("inf"), {}
        if not symbols:
            return opened, {}
        time.sleep(4)  # the search has made its index
        tab.look(symbols)
        spent = {name: tab.median(getattr(tab, name), TIMES) for name in ("hover", "zoom")}
        tab.mouse("mouseMoved", {"x": 2, "y": 2})
        tab.focus("#years input")
        spent["filter"] = tab.median(
            lambda _: tab.key("ArrowRight", code="ArrowRight", windowsVirtualKeyCode=39), TIMES
        )
        driver.execute_script("document.getElementById('reset').click()")
        tab.focus("#query")
        spent["keystroke"] = tab.median(lambda number: tab.key(WORDS[number], text=WORDS[number]), TIMES)
        spent["choose"] = tab.median(lambda number: driver.execute_script(CHOOSE, symbols[number]), TIMES)
    return opened, spent


def main() -> None:
    """Print one row per page."""
    plan: list[tuple[str, Callable[[nx.MultiDiGraph[str]], str], int, int]] = [
        ("explorer", render_explorer_page, 500, ROUNDS),
        ("explorer", render_explorer_page, 2000, ROUNDS),
    ]
    if "--quick" not in sys.argv:
        plan.append(("explorer", render_explorer_page, 20_000, ROUNDS))
        plan += [("pyvis as it comes", render_by_pyvis, texts, 1) for texts in (500, 2000)]
    print(f"{'page':18} {'texts':>7} {'citations':>10} {'made, s':>8} {'KiB':>7} {'usable, ms':>11}  acts, ms")
    for name, render, texts, rounds in plan:
        network = make_network(texts)
        start = time.perf_counter()
        page = render(network)
        made = time.perf_counter() - start
        opened = "no browser"
        acts: dict[str, float] = {}
        if shutil.which("chromedriver"):
            cited = sorted(network, key=lambda symbol: (-network.in_degree(symbol), symbol))[:600:20]
            usable, acts = measure(page, rounds=rounds, symbols=cited if name == "explorer" else [])
            opened = f"{usable:11.0f}"
        size = len(page.encode()) // 1024
        told = ", ".join(f"{act} {taken:.1f}" for act, taken in acts.items())
        print(f"{name:18} {texts:7} {network.number_of_edges():10} {made:8.2f} {size:7} {opened}  {told}", flush=True)


if __name__ == "__main__":
    main()
