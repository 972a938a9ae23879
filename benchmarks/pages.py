"""Measure the explorer: time to make it, its size, and in a browser time until usable, and what a reader's acts cost.

Usable means drawn, every part of the file parsed, and ready to respond to a click. Hovering, filtering, typing in the
search and choosing a text are timed in the page's main thread. For comparison, plain pyvis, which runs its physics
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
from pyvis.network import Network
from selenium import webdriver
from selenium.common.exceptions import TimeoutException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

from graph.pages.explorer import render_explorer_page

ROUNDS = 5
PATIENCE = 180
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND")
KINDS = ("resolution", "decision", "statement", "treaty", "conference-document", "document")
READY = """
    const [opened] = performance.getEntriesByType("navigation");
    const drawn = Number(document.documentElement.dataset.ready || 0);
    return drawn && opened.domContentLoadedEventEnd ? Math.max(drawn, opened.domContentLoadedEventEnd) : 0;
"""
TIMED = """
    const done = arguments[arguments.length - 1];
    const stage = document.querySelector(".view:not([hidden])");
    const query = document.getElementById("query");
    const type = (words) => { query.value = words; query.dispatchEvent(new Event("input")); };
    const point = (round) => stage.dispatchEvent(new PointerEvent("pointermove",
      {clientX: 450 + (round * 37) % 300, clientY: 250 + (round * 53) % 400, pointerId: 1}));
    const rounds = [];
    const go = (round) => {
      if (round === 15) return done(rounds.sort((a, b) => a - b)[7]);
      const start = performance.now();
      ACT
      rounds.push(performance.now() - start);
      setTimeout(() => requestAnimationFrame(() => setTimeout(() => go(round + 1), 30)), 120);
    };
    go(0);
"""
ACTS = {
    "hover": "point(round);",
    "filter": "recalling.filter({from: 1990 + round});",
    "keystroke": "type('question 1' + round);",
    "misspelt": "type('qeustion ' + round);",
    "choose": "recalling.choose(`A/RES/40/${round}`);",
}
"""Act → script, run fifteen times; the drawing of a filter follows when the reader rests, and is not counted in it."""
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


def measure(page: str, *, rounds: int, acts: bool) -> tuple[float, dict[str, float]]:
    """Return the median time, in milliseconds, until a page is usable and of each act; infinite on a timeout."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or "chromium"
    with tempfile.TemporaryDirectory() as folder:
        for flag in (*FLAGS, f"--user-data-dir={folder}/profile", "--window-size=1440,900"):
            options.add_argument(flag)
        path = Path(folder) / "page.html"
        path.write_bytes(page.encode())
        driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        driver.set_script_timeout(PATIENCE)
        driver.set_page_load_timeout(PATIENCE)
        times: list[float] = []
        taken: dict[str, float] = {}
        try:
            for _ in range(rounds):
                driver.get("about:blank")
                driver.get(path.as_uri())
                WebDriverWait(driver, PATIENCE, poll_frequency=0.05).until(lambda tab: tab.execute_script(READY))
                times.append(float(driver.execute_script(READY)))
            if acts:
                time.sleep(3)  # the search has made its index
                taken = {
                    name: float(driver.execute_async_script(TIMED.replace("ACT", act))) for name, act in ACTS.items()
                }
        except TimeoutException:
            times = [float("inf")]
        driver.quit()
    return statistics.median(times), taken


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
            usable, acts = measure(page, rounds=rounds, acts=name == "explorer")
            opened = f"{usable:11.0f}"
        size = len(page.encode()) // 1024
        told = ", ".join(f"{act} {taken:.1f}" for act, taken in acts.items())
        print(f"{name:18} {texts:7} {network.number_of_edges():10} {made:8.2f} {size:7} {opened}  {told}", flush=True)


if __name__ == "__main__":
    main()
