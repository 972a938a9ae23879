"""Measure the network page: seconds to make it, its size, and milliseconds until a browser shows it.

Run: python benchmarks/pages.py [TEXTS ...] — needs chromium and chromedriver for the last column.
"""

import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import networkx as nx
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

from graph.pages.network import render_network_page

ROUNDS = 5
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND")


def make_network(texts: int) -> "nx.MultiDiGraph[str]":
    """Make a network of `texts` texts and five times as many citations, most of them within a subject."""
    choose = random.Random(texts)  # noqa: S311  # a made-up network, no secret
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    kinds = ("resolution", "decision", "statement", "treaty", "conference-document", "document")
    for number in range(texts):
        symbol = f"A/RES/{40 + number // 300}/{number % 300}"
        network.add_node(symbol, kind=kinds[min(number % 11, 5)], title=f"Question {number}", read=number % 8 == 0)
    symbols = list(network)
    for number in range(texts * 5):
        citing, cited = choose.randrange(texts), int(choose.random() ** 3 * texts)
        if choose.random() < 0.85:  # noqa: PLR2004  # the share within a subject
            cited = min(texts - 1, cited - cited % 40 + citing % 40)
        quote = f"Recalling its resolution {number}"
        network.add_edge(symbols[citing], symbols[cited], key=f"{number:x}", relation="recalls", quote=quote)
    return network


def usable(driver: webdriver.Chrome) -> float:
    """Give the milliseconds from navigation to the first complete drawing; 0 before it."""
    return float(driver.execute_script("return Number(document.documentElement.dataset.ready || 0)"))


def measure_opening(page: str) -> float:
    """Give the median of the milliseconds from navigation to the first complete drawing."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or "chromium"
    with tempfile.TemporaryDirectory() as folder:
        for flag in (*FLAGS, f"--user-data-dir={folder}/profile", "--window-size=1440,900"):
            options.add_argument(flag)
        path = Path(folder) / "network.html"
        path.write_bytes(page.encode())
        driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        times: list[float] = []
        for _ in range(ROUNDS):
            driver.get("about:blank")
            driver.get(path.as_uri())
            WebDriverWait(driver, 60, poll_frequency=0.05).until(usable)
            times.append(usable(driver))
        driver.quit()
    return statistics.median(times)


def main() -> None:
    """Print one row a network."""
    print(f"{'texts':>7} {'citations':>10} {'made, s':>8} {'KiB':>7} {'usable, ms':>11}")
    for texts in [int(each) for each in sys.argv[1:]] or [200, 500, 2000]:
        network = make_network(texts)
        start = time.perf_counter()
        page = render_network_page(network, limit=max(2000, texts))
        made = time.perf_counter() - start
        opened = f"{measure_opening(page):11.0f}" if shutil.which("chromedriver") else "no browser"
        print(f"{texts:7} {network.number_of_edges():10} {made:8.2f} {len(page.encode()) // 1024:7} {opened}")


if __name__ == "__main__":
    main()
