"""The pages as a browser without a network shows them."""

import functools

import pytest
from page_browser import Page, chromium, page
from page_networks import QUOTE, hostile_network, large_network, small_network
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from graph.pages.explorer import render_explorer_page
from graph.pages.index import render_index_page

__all__ = ["chromium", "page"]  # fixtures are found by their names in this module

_COLOURS = """
    const canvas = document.querySelector(".view:not([hidden]) canvas");
    const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    const seen = new Set();
    for (let at = 0; at < data.length; at += 4) seen.add(`${data[at]},${data[at + 1]},${data[at + 2]},${data[at + 3]}`);
    return seen.size;
"""


@functools.cache
def small_page() -> str:
    return render_explorer_page(small_network(), view="map")


def panel_text(page: Page) -> str:
    return page.driver.find_element(By.ID, "panel").text


def press(page: Page, *keys: str) -> None:
    ActionChains(page.driver).send_keys(*keys).perform()


def test_the_network_is_drawn_without_any_request_or_error(page: Page) -> None:
    page.open_network(small_page())
    assert page.run(_COLOURS) > 10
    assert page.requests() == {page.address}
    assert page.errors() == []


def test_a_page_that_asks_the_network_would_be_seen(page: Page) -> None:
    page.open('<!DOCTYPE html><img src="https://example.org/x.png">')
    page.wait("return document.images[0].complete")
    assert "https://example.org/x.png" in page.requests()
    assert page.errors()


def test_typing_a_number_and_enter_opens_the_resolution(page: Page) -> None:
    page.open_network(small_page())
    page.driver.find_element(By.ID, "query").send_keys("62/37")
    options = [each.text for each in page.driver.find_elements(By.CSS_SELECTOR, "#results [role=option] .head")]
    assert options == ["A/RES/62/37", "A/62/37"]
    press(page, Keys.ENTER)
    assert "preambular paragraph 3" in panel_text(page)
    assert page.run("return document.activeElement.id") == "panel"
    assert page.driver.current_url.endswith("#A/RES/62/37")


@pytest.mark.parametrize("words", ["减少", "تقليل", "REDUCING danger", "1718 (2006)", "treaty npt"])
def test_a_text_is_found_by_words_of_any_language(page: Page, words: str) -> None:
    page.open_network(small_page())
    page.driver.find_element(By.ID, "query").send_keys(words)
    assert page.driver.find_elements(By.CSS_SELECTOR, "#results [role=option]")


def test_the_arrow_keys_choose_among_the_results(page: Page) -> None:
    page.open_network(small_page())
    page.driver.find_element(By.ID, "query").send_keys("62/37", Keys.ARROW_DOWN)
    marked = page.driver.find_element(By.CSS_SELECTOR, "#results [aria-selected=true]")
    assert page.driver.find_element(By.ID, "query").get_attribute("aria-activedescendant") == marked.get_attribute("id")
    press(page, Keys.ENTER)
    assert page.driver.current_url.endswith("#A/62/37")


def test_a_click_on_a_text_opens_its_panel_with_the_quotes(page: Page) -> None:
    page.open_network(small_page())
    place = page.run("return recalling.where('A/RES/63/41')")
    click = ActionChains(page.driver)
    pointer = click.w3c_actions.pointer_action
    pointer.move_to_location(int(place["x"]), int(place["y"]))  # type: ignore[no-untyped-call]  # selenium's
    click.click().perform()
    page.wait("return !document.getElementById('detail').hidden")
    assert page.driver.find_element(By.CSS_SELECTOR, "#panel h2").text == "A/RES/63/41"
    quotes = [each.text for each in page.driver.find_elements(By.CSS_SELECTOR, "#panel blockquote")]
    assert quotes == [QUOTE, QUOTE]
    assert "operative paragraph 13 (a)" in panel_text(page)
    link = page.driver.find_element(By.CSS_SELECTOR, "#panel a.open")
    assert link.get_attribute("href") == "https://undocs.org/A/RES/63/41"
    assert "noopener" in (link.get_attribute("rel") or "")


def test_an_address_opens_a_text_and_escape_closes_it(page: Page) -> None:
    page.open_network(small_page(), suffix="#S/RES/1718(2006)")
    assert page.driver.find_element(By.CSS_SELECTOR, "#panel h2").text == "S/RES/1718 (2006)"
    press(page, Keys.ESCAPE)
    assert not page.driver.find_element(By.ID, "detail").is_displayed()
    assert page.run("return location.hash") == ""


def test_an_address_of_no_text_opens_nothing(page: Page) -> None:
    page.open_network(small_page(), suffix="#%E0%A4%A")
    assert not page.driver.find_element(By.ID, "detail").is_displayed()
    assert page.errors() == []


def test_going_back_returns_to_the_text_before(page: Page) -> None:
    page.open_network(small_page(), suffix="#A/RES/62/37")
    page.driver.find_element(By.CSS_SELECTOR, "#panel .entry a.text").click()
    page.wait("return location.hash !== '#A/RES/62/37'")
    page.driver.back()
    page.wait("return document.querySelector('#panel h2').textContent === 'A/RES/62/37'")


def test_the_legend_hides_a_kind_and_shows_it_again(page: Page) -> None:
    page.open_network(small_page())
    drawn = page.colour("treaty:npt")
    assert min(drawn) < 225
    box = page.driver.find_element(By.CSS_SELECTOR, "#kinds input[data-kind=treaty]")
    box.click()
    page.settle()
    assert min(page.colour("treaty:npt")) > 225  # paper, or the land of its group
    box.click()
    page.settle()
    assert page.colour("treaty:npt") == drawn


def test_chinese_and_arabic_titles_carry_their_language_and_direction(page: Page) -> None:
    page.open_network(small_page(), suffix="#treaty:npt")
    arabic = page.driver.find_element(By.CSS_SELECTOR, "#panel .title[lang=ar]")
    assert page.run("return getComputedStyle(arguments[0]).direction", arabic) == "rtl"
    assert page.driver.find_element(By.CSS_SELECTOR, "#panel .title[lang=zh]").text == "不扩散核武器条约"
    quote = page.driver.find_element(By.CSS_SELECTOR, "#panel blockquote")
    assert (quote.get_attribute("lang"), quote.text) == ("zh", "《不扩散核武器条约》第六条")


def test_the_reader_can_change_the_language(page: Page) -> None:
    page.open_network(small_page(), suffix="#A/RES/63/41")
    page.run("const c = document.getElementById('language'); c.value = 'zh'; c.dispatchEvent(new Event('change'))")
    assert page.run("return document.documentElement.lang") == "zh"
    assert "序言部分第 3 段" in panel_text(page)
    assert page.driver.find_element(By.CSS_SELECTOR, "h1").text == "浏览器"
    assert "决议" in page.driver.find_element(By.ID, "kinds").text


def test_the_address_may_ask_for_a_language(page: Page) -> None:
    page.open_network(small_page(), suffix="?lang=zh")
    assert page.run("return document.documentElement.lang") == "zh"


def test_hostile_texts_run_nothing_and_stand_as_text(page: Page) -> None:
    network = hostile_network()
    html = render_explorer_page(network, title="</title><script>document.title='taken'</script>")
    page.open_network(html)
    for row in range(len(network)):
        page.run("location.hash = ''")
        page.run("document.getElementById('query').value = ''")
        page.driver.find_element(By.ID, "query").click()
        page.driver.find_elements(By.CSS_SELECTOR, "#results [role=option]")[row].click()
        page.wait("return !document.getElementById('detail').hidden")
        addresses = page.run("return [...document.querySelectorAll('#panel a')].map((a) => a.protocol)")
        assert set(addresses) <= {"file:", "https:"}
        width = page.run("const p = document.getElementById('panel'); return p.scrollWidth - p.clientWidth")
        assert width <= 0
        press(page, Keys.ESCAPE)
    assert page.driver.title != "taken"
    assert page.run("return document.querySelectorAll('img').length") == 0
    assert page.run("return document.querySelectorAll('script:not([type])').length") == 2  # vis-network, ours
    assert page.requests() == {page.address}
    assert page.errors() == []


def test_the_policy_stops_a_script_that_gets_into_the_markup(page: Page) -> None:
    html = small_page().replace("<main", "<script>document.title = 'taken'</script><main", 1)
    page.open_network(html)
    assert page.driver.title == "Explorer"
    assert any("Content Security Policy" in each for each in page.errors())


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_nothing_is_wider_than_the_screen(page: Page, width: int, height: int, dark: bool) -> None:  # noqa: FBT001  # a parameter
    page.view(width, height, dark=dark)
    page.open_network(small_page(), suffix="#A/RES/62/37")
    assert page.run("return document.documentElement.scrollWidth") <= width
    panel = page.run(
        "const b = document.getElementById('panel').getBoundingClientRect(); return [b.left, b.right, b.bottom]"
    )
    assert panel[0] >= 0
    assert panel[1] <= width
    assert panel[2] <= height
    assert page.errors() == []


def test_the_colour_scheme_may_change_while_the_page_is_open(page: Page) -> None:
    page.open_network(small_page())
    light = page.colour("A/RES/62/37")
    page.view(1440, 900, dark=True)
    page.settle()
    assert page.colour("A/RES/62/37") != light


def test_a_large_network_shows_its_centre_and_says_so(page: Page) -> None:
    page.open_network(render_explorer_page(large_network(500, citations=2500), limit=120))
    assert "120 of 500 texts" in page.driver.find_element(By.ID, "extent").text
    assert page.run(_COLOURS) > 10
    assert page.errors() == []


def test_a_network_without_texts_is_an_empty_page(page: Page) -> None:
    network = small_network()
    network.clear()
    page.open_network(render_explorer_page(network))
    assert "0 texts" in page.driver.find_element(By.ID, "extent").text
    assert page.errors() == []


def test_the_overview_opens_without_any_request_or_error(page: Page) -> None:
    files = ["explore.html", "citations.jsonl"]
    page.open(render_index_page(small_network(), figures={"read": 2, "found": 8}, files=files), suffix="?lang=zh")
    assert "被引用最多" in page.driver.find_element(By.TAG_NAME, "main").text
    assert "减少危险" in page.driver.find_element(By.TAG_NAME, "main").text
    link = page.driver.find_element(By.CSS_SELECTOR, ".go a").get_attribute("href") or ""
    assert link.endswith("explore.html?lang=zh")
    assert page.requests() == {page.address + "?lang=zh"}
    assert page.errors() == []


@pytest.mark.parametrize("width", [1440, 390])
def test_the_overview_fits_the_screen_even_with_hostile_texts(page: Page, width: int) -> None:
    page.view(width, 844)
    page.open(render_index_page(hostile_network(), figures={}, skipped=[("w" * 400, "<b>" * 90)]))
    assert page.run("return document.documentElement.scrollWidth") <= width
    assert page.driver.title == "Recalling"
    assert page.errors() == []
