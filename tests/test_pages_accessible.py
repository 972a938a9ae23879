"""axe-core finds no fault on any page, in any view or state, light or dark, on a desk and in a hand.

Runs where axe-core is installed (`npm --prefix graph/pages/scripts ci`) and chromium with its driver.
"""

from pathlib import Path

import pytest
from command import SPECIMENS, recalling
from page_browser import Page, chromium, page
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from test_pages_ego import two_texts

from graph.pages.explorer import render_explorer_page
from graph.pages.query import render_query_page

__all__ = ["chromium", "page"]  # fixtures are found by their names in this module

AXE = Path(__file__).parents[1] / "graph" / "pages" / "scripts" / "node_modules" / "axe-core" / "axe.min.js"
STATES = (
    "",
    "#view=list",
    "#view=map",
    "#view=timeline",
    "#treaty:npt&view=ego",
    "#treaty:npt&view=ego&depth=2",
    "#A/RES/62/37&and=A/RES/69/52&view=ego",
    "#A/RES/62/37&view=list",
    "#view=series",
    "#A/RES/62/37&and=A/RES/69/52&view=series",
    "#view=map&from=2010",
    "#A/RES/62/37&view=series",
    "#A/RES/62/37&and=A/RES/69/52&view=series",
    "#no such text",
)
"""Addresses of the explorer."""

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")

PAGES = ("index", "query", "check", "audit", "compare")

RUN = """
    const done = arguments[0];
    axe.run(document, {resultTypes: ["violations"]}).then(
      ({violations}) => done(violations.map(({id, nodes}) => [id, ...nodes.map(({html}) => html)].join(" "))),
      (error) => done([String(error)]),
    );
"""

pytestmark = pytest.mark.skipif(not AXE.is_file(), reason="needs axe-core of npm")


def faults(page: Page) -> list[str]:
    """What axe-core finds on the page that is open."""
    page.settle()
    page.run(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.driver.execute_async_script(RUN)
    return found


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_every_view_of_the_explorer(page: Page, state: str, *, dark: bool) -> None:
    page.view(1440, 900, dark=dark)
    page.open_network(render_explorer_page(two_texts(), pages=("index.html", "explore.html")), suffix=state)
    assert faults(page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_what_opens_over_the_explorer(page: Page, *, dark: bool) -> None:
    page.view(1440, 900, dark=dark)
    page.open_network(render_explorer_page(two_texts()))
    page.driver.find_element(By.ID, "query").send_keys("npt")
    assert faults(page) == []
    page.driver.find_element(By.ID, "query").send_keys(Keys.ESCAPE)
    page.driver.find_element(By.ID, "keep").click()
    assert faults(page) == []
    page.driver.find_element(By.ID, "figure-open").click()
    assert faults(page) == []


@pytest.mark.parametrize("state", ["", "#treaty:npt&view=ego", "#view=map"])
def test_the_explorer_in_a_hand_and_in_arabic(page: Page, state: str) -> None:
    page.view(390, 844)
    page.open_network(render_explorer_page(two_texts()), suffix="?lang=ar" + state)
    assert faults(page) == []


@pytest.mark.parametrize("code", ["ar", "es", "fr", "ru", "zh"])
def test_the_explorer_in_every_language_with_texts_marked(page: Page, code: str) -> None:
    page.view(1440, 900, dark=code in {"ar", "fr"})
    page.open_network(render_explorer_page(two_texts()), suffix=f"?lang={code}#view=list")
    page.driver.find_element(By.CSS_SELECTOR, "#texts a.text").send_keys(Keys.SHIFT, Keys.ARROW_DOWN)
    assert page.run("return document.querySelectorAll('#texts .marked').length") > 0
    assert faults(page) == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All pages that the commands write, of invented texts."""
    out = tmp_path_factory.mktemp("pages")
    texts = sorted(SPECIMENS.glob("A_RES_79_90[12].*.txt"))
    assert recalling("build", *texts, "-o", out).returncode == 0
    recalling("check", texts[0], "-o", out / "check.html")
    recalling("audit", *texts, "-o", out / "audit.html")
    recalling("view", out, "--compare", "A/RES/79/901", "A/RES/79/902", "-o", out / "compare.html")
    (out / "query.html").write_text(render_query_page({"name": "most-cited"}), encoding="utf-8")
    return out


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_page_of_a_build(page: Page, folder: Path, *, dark: bool) -> None:
    documents = sorted((folder / "documents").glob("*.html"))[:3]
    assert len(documents) == 2
    for width, height in ((1440, 900), (390, 844)):
        page.view(width, height, dark=dark)
        for place, path in enumerate((*(folder / f"{name}.html" for name in PAGES), *documents)):
            code = LANGUAGES[(place + width) % len(LANGUAGES)]
            page.open(path.read_text(encoding="utf-8"), suffix=f"?lang={code}")
            assert faults(page) == [], (path.name, code)
