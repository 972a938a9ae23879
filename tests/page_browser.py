"""A browser without a network, for tests of the pages: Chromium, headless, with all name lookups refused."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

CHROMIUM: Final = shutil.which("chromium") or shutil.which("google-chrome")
DRIVER: Final = shutil.which("chromedriver")
_FLAGS: Final = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--window-size=1440,900",
    "--lang=en",
)


class Page:
    """A page opened in the browser, with its errors and requests."""

    def __init__(self, driver: webdriver.Chrome, folder: Path) -> None:
        """Hold the browser and a folder for the files it opens."""
        self.driver = driver
        self.folder = folder
        self.address = ""

    def open(self, html: str, *, suffix: str = "") -> None:
        """Write the page, open it as a file and wait until it is usable."""
        path = self.folder / "page.html"
        path.write_bytes(html.encode("utf-8"))
        self.driver.get("about:blank")
        self.errors()
        self.requests()
        self.address = path.as_uri()
        self.driver.get(self.address + suffix)

    def open_network(self, html: str, *, suffix: str = "") -> None:
        """Open a network page and wait for its first drawing."""
        self.open(html, suffix=suffix)
        self.wait("return document.documentElement.dataset.ready !== undefined")

    def run(self, script: str, *arguments: object) -> Any:  # noqa: ANN401  # whatever the script returns
        """Run a script in the page as a person's tools would; the page's policy does not apply to it."""
        return self.driver.execute_script(script, *arguments)

    def wait(self, script: str, *arguments: object) -> None:
        """Wait until a script returns true, at most ten seconds."""
        WebDriverWait(self.driver, 10, poll_frequency=0.05).until(lambda _: self.run(script, *arguments))

    def settle(self) -> None:
        """Wait for two drawings, and for what a worker draws, so that the requested state is on the canvas."""
        self.driver.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "requestAnimationFrame(() => requestAnimationFrame(() => (globalThis.recalling?.settled() ?? "
            "Promise.resolve()).then(() => done())));"
        )

    def view(self, width: int, height: int, *, dark: bool = False) -> None:
        """Set the window's size and colour scheme; animation is off so that nothing has to be waited for."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        features = [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def errors(self) -> list[str]:
        """Return the console messages since the last call."""
        return [entry["message"] for entry in self.driver.get_log("browser")]  # type: ignore[no-untyped-call]  # selenium leaves it untyped

    def requests(self) -> set[str]:
        """Return the addresses requested since the last call, except data: URLs."""
        events = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))  # type: ignore[no-untyped-call]  # selenium leaves it untyped
        sent = (event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent")
        return {url for url in sent if not url.startswith(("data:", "about:"))}

    def colour(self, symbol: str) -> tuple[int, int, int]:
        """Return the colour at a text's position on the canvas."""
        script = """
            const {x, y} = recalling.where(arguments[0]);
            const canvas = document.querySelector(".view:not([hidden]) canvas");
            const box = canvas.getBoundingClientRect();
            const ratio = canvas.width / box.width;
            const at = [Math.round((x - box.left) * ratio), Math.round((y - box.top) * ratio)];
            return [...canvas.getContext("2d").getImageData(at[0], at[1], 1, 1).data];
        """
        red, green, blue, _ = self.run(script, symbol)
        return red, green, blue


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """One browser for a module's tests."""
    if CHROMIUM is None or DRIVER is None:
        pytest.skip("needs chromium and chromedriver")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*_FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def page(chromium: webdriver.Chrome, tmp_path: Path) -> Page:
    """A fresh page at 1440 × 900, light."""
    opened = Page(chromium, tmp_path)
    opened.view(1440, 900)
    return opened
