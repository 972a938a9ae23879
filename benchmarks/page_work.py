"""A page in a browser, and what its main thread works for each act of a reader: for `pages.py` and `pages_against.py`.

Measured is processor time of the main thread, from the DevTools protocol (`Performance.getMetrics` in thread ticks),
so that other programs of the machine count little: all it does until the picture is on the screen and the page rests
again, less what it does in as much time without the act. Acts are events of the mouse and the keyboard.
"""

import shutil
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

PATIENCE: Final = 180
"""Seconds after which a page is given up."""

READY: Final = """
    const [opened] = performance.getEntriesByType("navigation");
    const drawn = Number(document.documentElement.dataset.ready || 0);
    return drawn && opened.domContentLoadedEventEnd ? Math.max(drawn, opened.domContentLoadedEventEnd) : 0;
"""
"""Returns the milliseconds until a page was usable; 0 before."""

_FLAGS: Final = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
_DRAWN: Final = """
    const done = arguments[0];
    const settled = () => globalThis.recalling?.settled?.() ?? Promise.resolve();
    const rest = () => settled().then(() => setTimeout(done, 60));
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(rest, 220)));
"""
_SEEN: Final = """
    const box = document.getElementById("stage").getBoundingClientRect();
    const inside = ({x, y}) => x > box.left + 60 && x < box.right - 60 && y > box.top + 60 && y < box.bottom - 90;
    return arguments[0].map((symbol) => recalling.where(symbol)).filter((at) => at && inside(at));
"""


@contextmanager
def browser() -> Iterator[webdriver.Chrome]:
    """A browser without a network, at 1440 × 900."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or "chromium"
    with tempfile.TemporaryDirectory() as folder:
        for flag in (*_FLAGS, f"--user-data-dir={folder}/profile", "--window-size=1440,900"):
            options.add_argument(flag)
        driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        driver.set_script_timeout(PATIENCE)
        driver.set_page_load_timeout(PATIENCE)
        driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
        try:
            yield driver
        finally:
            driver.quit()


class Tab:
    """A page in the browser, and the work of its main thread."""

    def __init__(self, driver: webdriver.Chrome, path: Path) -> None:
        """Hold the browser and what to open in it."""
        self.driver = driver
        self.address = path.as_uri()
        self.places: list[dict[str, float]] = []

    def open(self) -> float:
        """Open the page afresh; the milliseconds until it is usable.

        Raises:
            TimeoutException: it is not within `PATIENCE`.
        """
        self.driver.get("about:blank")
        self.driver.get(self.address)
        WebDriverWait(self.driver, PATIENCE, poll_frequency=0.05).until(lambda tab: tab.execute_script(READY))
        self.driver.execute_async_script(_DRAWN)
        return float(self.driver.execute_script(READY))

    def look(self, symbols: list[str]) -> None:
        """Find some texts on the screen, to point at."""
        self.places = self.driver.execute_script(_SEEN, symbols)

    def work(self) -> float:
        """Seconds of the processor that the main thread has used."""
        found = self.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
        return float(next(each["value"] for each in found if each["name"] == "TaskDuration"))

    def measure(self, act: Callable[[int], None], times: int) -> list[float]:
        """Milliseconds of work for each of some acts."""
        spent = []
        for number in range(times):
            idle = self.work()
            self.driver.execute_async_script(_DRAWN)
            start = self.work()
            act(number)
            self.driver.execute_async_script(_DRAWN)
            spent.append(max(0.0, (self.work() - start) - (start - idle)) * 1000)
        return spent

    def median(self, act: Callable[[int], None], times: int) -> float:
        """The median of `measure`."""
        return statistics.median(self.measure(act, times))

    def mouse(self, kind: str, at: dict[str, float], **more: float) -> None:
        """Send an event of the mouse."""
        event = {"type": kind, "x": at["x"], "y": at["y"], "button": "none"} | more
        self.driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)

    def key(self, name: str, **more: object) -> None:
        """Press a key and release it."""
        for kind in ("keyDown", "keyUp"):
            self.driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": kind, "key": name} | more)

    def focus(self, selector: str) -> None:
        """Give an element the focus."""
        self.driver.execute_script("document.querySelector(arguments[0]).focus()", selector)

    def hover(self, number: int) -> None:
        """Point at a text."""
        self.mouse("mouseMoved", self.places[number % len(self.places)])

    def zoom(self, number: int) -> None:
        """Turn the wheel, in and out by turns."""
        self.mouse("mouseWheel", self.places[0], deltaX=0, deltaY=-120.0 if number % 2 else 120.0)
