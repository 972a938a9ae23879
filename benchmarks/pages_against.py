"""Compare a drawing of 2,000 texts with that of an earlier commit: hover, zoom and filter, side by side in one run.

The earlier code is taken from git; both pages are made of the same invented network and opened in one browser.
Measured is what the browser's main thread works per action (`page_work.py`), since a reader waits for it; the two pages
take turns, and the median counts.

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
from pathlib import Path
from typing import Final

from page_work import Tab, browser
from pages import make_network

from graph.pages.explorer import render_explorer_page

BEFORE: Final = "7620d1b"
TEXTS: Final = 2000
ROUNDS: Final = 3
ACTIONS: Final = 12
OLD: Final = """
import sys
from pages import make_network
from graph.pages.network import render_network_page
sys.stdout.buffer.write(render_network_page(make_network(int(sys.argv[1]))).encode())
"""
TOGGLE: Final = "document.querySelector('#kinds input, [data-kind]').click()"


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
    pages = {"before": render_before(commit, texts), "after": render_explorer_page(network, view="map").encode()}
    spent: dict[tuple[str, str], list[float]] = {}
    with tempfile.TemporaryDirectory() as folder, browser() as driver:
        for name, page in pages.items():
            (Path(folder) / f"{name}.html").write_bytes(page)
        tabs = {name: Tab(driver, Path(folder) / f"{name}.html") for name in pages}
        for _ in range(ROUNDS):
            for name, tab in tabs.items():
                tab.open()
                tab.look(symbols)
                for action in ("hover", "zoom"):
                    spent.setdefault((action, name), []).extend(tab.measure(getattr(tab, action), ACTIONS))
                filtered = tab.measure(lambda _: driver.execute_script(TOGGLE), ACTIONS)
                spent.setdefault(("filter", name), []).extend(filtered)
    print(f"{texts} texts, {network.number_of_edges()} citations; milliseconds of the main thread per action, median")
    print(f"{'action':8} {commit:>9} {'now':>8} {'ratio':>7}")
    for action in ("hover", "zoom", "filter"):
        before, after = (statistics.median(spent[action, name]) for name in ("before", "after"))
        print(f"{action:8} {before:9.1f} {after:8.1f} {before / max(after, 0.05):7.1f}")
    print(f"{'page, KiB':8} {len(pages['before']) // 1024:8} {len(pages['after']) // 1024:8}")


if __name__ == "__main__":
    main()
