"""Compare a drawing of 2,000 texts with that of an earlier commit: hover, zoom and filter, side by side in one run.

The earlier code is taken from git; both pages are made of the same invented network and opened in one browser.
Measured is what the browser's main thread does per action (`TaskDuration` of the DevTools protocol), since a reader
waits for it; the two pages take turns, and the median counts.

Run: python benchmarks/pages_against.py [COMMIT] [TEXTS] — needs git, chromium and chromedriver.
"""

import io
import os
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from pages import FLAGS, READY, make_network
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

from graph.pages.explorer import render_explorer_page

BEFORE: Final = "ea444da"
TEXTS: Final = 2000
ROUNDS: Final = 3
ACTIONS: Final = 12
OLD: Final = """
import sys
from pages import make_network
from graph.pages.network import render_network_page
sys.stdout.buffer.write(render_network_page(make_network(int(sys.argv[1]))).encode())
"""
DRAWN: Final = """
    const done = arguments[0];
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 220)));
"""
SEEN: Final = """
    const box = document.getElementById("stage").getBoundingClientRect();
    const inside = ({x, y}) => x > box.left + 60 && x < box.right - 60 && y > box.top + 60 && y < box.bottom - 90;
    return arguments[0].map((symbol) => recalling.where(symbol)).filter((at) => at && inside(at));
"""
TOGGLE: Final = "document.querySelector('#kinds input, [data-kind]').click()"


class Tab:
    """A page in the browser, and the work of its main thread."""

    def __init__(self, driver: webdriver.Chrome, address: str) -> None:
        """Hold the browser and what to open in it."""
        self.driver = driver
        self.address = address
        self.places: list[dict[str, float]] = []

    def open(self, symbols: list[str]) -> None:
        """Open the page afresh and find some texts on its screen."""
        self.driver.get("about:blank")
        self.driver.get(self.address)
        WebDriverWait(self.driver, 60, poll_frequency=0.05).until(lambda tab: tab.execute_script(READY))
        self.driver.execute_async_script(DRAWN)
        self.places = self.driver.execute_script(SEEN, symbols)

    def work(self) -> float:
        """Seconds that the main thread has worked."""
        found = self.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
        return float(next(each["value"] for each in found if each["name"] == "TaskDuration"))

    def mouse(self, kind: str, at: dict[str, float], **more: float) -> None:
        """Send an event of the mouse as a person's would come."""
        event = {"type": kind, "x": at["x"], "y": at["y"], "button": "none"} | more
        self.driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)

    def measure(self, act: Callable[[int], None]) -> list[float]:
        """Milliseconds of work for each of some actions, until the drawing is finished."""
        spent = []
        for number in range(ACTIONS):
            idle = self.work()
            self.driver.execute_async_script(DRAWN)
            start = self.work()
            act(number)
            self.driver.execute_async_script(DRAWN)
            spent.append(max(0.0, (self.work() - start) - (start - idle)) * 1000)
        return spent

    def hover(self, number: int) -> None:
        """Point at a text."""
        self.mouse("mouseMoved", self.places[number % len(self.places)])

    def zoom(self, number: int) -> None:
        """Turn the wheel, in and out by turns."""
        self.mouse("mouseWheel", self.places[0], deltaX=0, deltaY=-120.0 if number % 2 else 120.0)

    def filter(self, _: int) -> None:
        """Hide texts of a kind, or show them again."""
        self.driver.execute_script(TOGGLE)


def render_before(commit: str, texts: int) -> bytes:
    """Return the network page as the code of a commit makes it."""
    root = Path(__file__).parents[1]
    git = shutil.which("git") or "git"
    packed = subprocess.run([git, "-C", str(root), "archive", commit], capture_output=True, check=True).stdout  # noqa: S603  # our own repository
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        path = os.pathsep.join((folder, str(Path(folder) / "benchmarks")))
        command = [sys.executable, "-c", OLD, str(texts)]
        environment = os.environ | {"PYTHONPATH": path}
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True).stdout  # noqa: S603  # our own code


def main() -> None:
    """Print one row per action."""
    commit = sys.argv[1] if len(sys.argv) > 1 else BEFORE
    texts = int(sys.argv[2]) if len(sys.argv) > 2 else TEXTS  # noqa: PLR2004  # the second argument
    network = make_network(texts)
    symbols = sorted(network, key=lambda symbol: (-network.in_degree(symbol), symbol))[:60]
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or "chromium"
    with tempfile.TemporaryDirectory() as folder:
        for flag in (*FLAGS, f"--user-data-dir={folder}/profile", "--window-size=1440,900"):
            options.add_argument(flag)
        pages = {"before": render_before(commit, texts), "after": render_explorer_page(network, view="map").encode()}
        for name, page in pages.items():
            (Path(folder) / f"{name}.html").write_bytes(page)
        driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        driver.execute_cdp_cmd("Performance.enable", {})
        tabs = {name: Tab(driver, (Path(folder) / f"{name}.html").as_uri()) for name in pages}
        spent: dict[tuple[str, str], list[float]] = {}
        for _ in range(ROUNDS):
            for name, tab in tabs.items():
                tab.open(symbols)
                for action in ("hover", "zoom", "filter"):
                    spent.setdefault((action, name), []).extend(tab.measure(getattr(tab, action)))
        driver.quit()
    print(f"{texts} texts, {network.number_of_edges()} citations; milliseconds of the main thread per action, median")
    print(f"{'action':8} {commit:>9} {'now':>8} {'ratio':>7}")
    for action in ("hover", "zoom", "filter"):
        before, after = (statistics.median(spent[action, name]) for name in ("before", "after"))
        print(f"{action:8} {before:9.1f} {after:8.1f} {before / max(after, 0.05):7.1f}")
    print(f"{'page, KiB':8} {len(pages['before']) // 1024:8} {len(pages['after']) // 1024:8}")


if __name__ == "__main__":
    main()
