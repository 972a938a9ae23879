"""Measure the pages with a drawing: time to make them, their size, and time until usable in a browser.

Usable means drawn, every part of the file parsed, and ready to respond to a click. For comparison, plain pyvis, which
runs its physics first; it is abandoned after three minutes.

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

from graph.pages.atlas import render_atlas_page
from graph.pages.network import render_network_page
from graph.pages.timeline import render_timeline_page

ROUNDS = 5
PATIENCE = 180
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND")
KINDS = ("resolution", "decision", "statement", "treaty", "conference-document", "document")
READY = """
    const [opened] = performance.getEntriesByType("navigation");
    const drawn = Number(document.documentElement.dataset.ready || 0);
    return drawn && opened.domContentLoadedEventEnd ? Math.max(drawn, opened.domContentLoadedEventEnd) : 0;
"""
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


def measure_opening(page: str, *, rounds: int) -> float:
    """Return the median time from navigation to a usable page, in milliseconds; infinite on a timeout."""
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
        try:
            for _ in range(rounds):
                driver.get("about:blank")
                driver.get(path.as_uri())
                WebDriverWait(driver, PATIENCE, poll_frequency=0.05).until(lambda tab: tab.execute_script(READY))
                times.append(float(driver.execute_script(READY)))
        except TimeoutException:
            times = [float("inf")]
        driver.quit()
    return statistics.median(times)


def main() -> None:
    """Print one row per page."""
    quick = "--quick" in sys.argv
    plan: list[tuple[str, Callable[[nx.MultiDiGraph[str]], str], int, int]] = [
        ("network", render_network_page, 500, ROUNDS),
        ("network", render_network_page, 2000, ROUNDS),
        ("timeline", render_timeline_page, 5000, ROUNDS),
        ("atlas", render_atlas_page, 5000, ROUNDS),
    ]
    if not quick:
        plan.append(("atlas", render_atlas_page, 20_000, ROUNDS))
        plan += [("pyvis as it comes", render_by_pyvis, texts, 1) for texts in (500, 2000)]
    print(f"{'page':18} {'texts':>7} {'citations':>10} {'made, s':>8} {'KiB':>7} {'usable, ms':>11}")
    for name, render, texts, rounds in plan:
        network = make_network(texts)
        start = time.perf_counter()
        page = render(network)
        made = time.perf_counter() - start
        opened = f"{measure_opening(page, rounds=rounds):11.0f}" if shutil.which("chromedriver") else "no browser"
        size = len(page.encode()) // 1024
        print(f"{name:18} {texts:7} {network.number_of_edges():10} {made:8.2f} {size:7} {opened}", flush=True)


if __name__ == "__main__":
    main()
