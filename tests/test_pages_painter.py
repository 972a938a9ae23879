"""A large drawing is made by a worker, so that the page answers meanwhile; without workers, by the page itself."""

import pytest
from page_browser import Page, chromium, page
from page_networks import large_network
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By

from graph.pages.explorer import render_explorer_page

__all__ = ["chromium", "page"]  # fixtures are found by their names in this module

LARGE = render_explorer_page(large_network(900, citations=4500))
POINTS = """
    const canvas = document.querySelector(`.view:not([hidden]) canvas.${arguments[0]}`);
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
    copy.drawImage(canvas, 0, 0);
    const {data} = copy.getImageData(0, 0, canvas.width, canvas.height);
    let [count, sum] = [0, 0];
    for (let at = 0; at < data.length; at += 4) {
      if (!data[at + 3]) continue;
      count += 1;
      sum = (sum * 31 + data[at] + data[at + 1] + data[at + 2]) % 1e9;
    }
    return [count, sum];
"""


def points(page: Page, layer: str) -> tuple[int, int]:
    """How many points of a layer are not empty, and a number that tells their colours."""
    count, colours = page.run(POINTS, layer)
    return count, colours


@pytest.mark.parametrize("view", ["map", "timeline"])
def test_a_worker_draws_what_the_page_would(page: Page, view: str) -> None:
    page.open_network(LARGE, suffix=f"#view={view}")
    page.settle()
    drawn = {layer: points(page, layer) for layer in ("base", "names", "frame")}
    assert drawn["base"][0] > 10_000
    assert page.errors() == []
    assert all(address == page.address or address.startswith("blob:") for address in page.requests())
    without = page.driver.execute_cdp_cmd(
        "Page.addScriptToEvaluateOnNewDocument", {"source": "delete globalThis.Worker"}
    )
    try:
        page.open(LARGE, suffix=f"#view={view}")
        page.wait("return document.documentElement.dataset.ready !== undefined")
        page.settle()
        alone = {layer: points(page, layer) for layer in drawn}
    finally:
        page.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", without)
    assert page.errors() == []
    for layer, (count, _) in drawn.items():
        assert alone[layer][0] == pytest.approx(count, rel=0.01), layer


def test_pointing_at_a_text_leaves_the_other_layers_as_they_are(page: Page) -> None:
    page.open_network(LARGE, suffix="#view=map")
    page.settle()
    before = {layer: points(page, layer) for layer in ("base", "names", "frame")}
    assert points(page, "above")[0] == 0
    at = page.run(
        "return recalling.where(arguments[0])", page.run("return document.querySelector('#texts a.text').textContent")
    )
    ActionChains(page.driver).move_by_offset(round(at["x"]), round(at["y"])).perform()
    page.wait("return document.querySelector('.layers').dataset.lit === 'pointed'")
    assert points(page, "above")[0] > 300
    assert {layer: points(page, layer) for layer in before} == before
    assert page.run("return getComputedStyle(document.querySelector('.map .names')).opacity") == "0"


def test_a_filter_is_drawn_by_the_worker(page: Page) -> None:
    page.open_network(LARGE, suffix="#view=map")
    page.settle()
    before = points(page, "base")
    page.driver.find_element(By.CSS_SELECTOR, "#kinds [data-alone=treaty]").click()
    page.settle()
    assert points(page, "base")[0] < before[0]
    page.driver.find_element(By.ID, "reset").click()
    page.settle()
    assert points(page, "base") == before
