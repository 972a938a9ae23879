"""The list of the explorer: sorted, narrowed, quick with thousands of rows; languages of citations folded."""

from page_browser import Page, chromium, page
from page_networks import add_citation, add_text, count_citations, large_network, small_network
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from graph.pages.explorer import render_explorer_page

__all__ = ["chromium", "page"]  # fixtures are found by their names in this module


def labels(page: Page) -> list[str]:
    """The texts whose rows are in the page."""
    script = "return [...document.querySelectorAll('#texts tbody .text')].map((each) => each.textContent)"
    found: list[str] = page.run(script)
    return found


def click(page: Page, selector: str) -> None:
    page.driver.find_element(By.CSS_SELECTOR, selector).click()
    page.settle()


def test_the_list_is_sorted_by_its_heads_and_says_so_in_the_address(page: Page) -> None:
    page.open_network(render_explorer_page(small_network(), view="list"))
    assert labels(page)[0] == "A/62/37"  # equals in the order of the page: the most cited first, then by symbol
    click(page, "#texts th[data-column=date] button")
    assert labels(page)[:2] == ["S/PRST/2011/16", "A/RES/63/41"]
    assert page.driver.current_url.endswith("#sort=-date")
    click(page, "#texts th[data-column=text] button")
    assert labels(page)[0] == "A/62/37"
    assert page.run("return document.querySelector('#texts th[data-column=text]').ariaSort") == "ascending"
    click(page, "#texts th[data-column=text] button")
    assert labels(page)[-1] == "A/62/37"
    assert page.errors() == []


def test_the_list_is_narrowed_by_words_and_by_the_filter(page: Page) -> None:
    page.open_network(render_explorer_page(small_network(), view="list"))
    page.driver.find_element(By.ID, "find").send_keys("reducing")
    page.settle()
    assert set(labels(page)) == {"A/RES/62/37", "A/RES/63/41"}
    assert page.driver.find_element(By.ID, "listed").text == "2 of 8 texts"
    page.driver.find_element(By.ID, "find").send_keys(Keys.TAB)
    page.driver.find_element(By.ID, "reset").click()
    page.settle()
    assert len(labels(page)) == 8
    click(page, "#only option[value=reaffirms]")
    assert set(labels(page)) == {"A/RES/62/37", "NPT"}
    cells = page.run("return [...document.querySelectorAll('#texts tbody tr[data-row]')].map((each) => each.innerText)")
    assert any("NPT" in each and "not read" in each for each in cells)
    page.driver.back()
    page.wait("return document.querySelectorAll('#texts tbody tr[data-row]').length === 8")


def test_of_thousands_of_rows_only_those_in_sight_are_in_the_page(page: Page) -> None:
    page.open_network(render_explorer_page(large_network(3000, citations=6000), view="list"))
    assert 20 < len(labels(page)) < 90
    first = labels(page)[0]
    page.run("document.getElementById('panel').scrollTop = 1e9")
    page.wait("return document.querySelector('#texts tbody tr:last-child').style.height === '0px'")
    assert first not in labels(page)
    page.run("document.getElementById('panel').scrollTop = 0")
    page.wait("return document.querySelector('#texts tbody .text').textContent === arguments[0]", first)
    link = page.driver.find_element(By.CSS_SELECTOR, "#texts tbody a")
    link.send_keys(Keys.END)
    page.wait("return document.activeElement.closest('tr')?.ariaRowIndex === '3001'")
    page.driver.switch_to.active_element.send_keys(Keys.ENTER)
    page.wait("return !document.getElementById('detail').hidden")
    assert page.errors() == []


def test_languages_of_a_citation_are_one_row_and_can_be_switched(page: Page) -> None:
    network = small_network()
    around = {"prefix": "General Assembly,\n\nAfter ", "suffix": " comes more"}
    network.remove_edges_from(list(network.edges("A/RES/63/41", keys=True)))
    for code, quote in (("en", "resolution 62/37"), ("zh", "第62/37号决议"), ("fr", "la résolution 62/37")):
        add_citation(network, "A/RES/63/41", "A/RES/62/37", language=code, quote=quote, **around)
    page.open_network(render_explorer_page(count_citations(network), view="list"), suffix="#A/RES/62/37")
    (row,) = page.driver.find_elements(By.CSS_SELECTOR, "#panel .cited-by .entry")
    said = row.find_element(By.TAG_NAME, "blockquote")
    assert said.text == "After resolution 62/37 comes more"
    assert said.find_element(By.TAG_NAME, "mark").text == "resolution 62/37"
    assert "English, French, Chinese" in row.text
    click(page, "#quotes option[value=zh]")
    assert page.driver.find_element(By.CSS_SELECTOR, "#panel .cited-by mark").text == "第62/37号决议"
    assert page.driver.current_url.endswith("&quotes=zh")
    assert page.errors() == []


def test_texts_that_are_chosen_together_are_named_together(page: Page) -> None:
    page.open_network(render_explorer_page(small_network(), view="list"), suffix="#A/RES/62/37&and=npt")
    assert page.driver.find_element(By.CSS_SELECTOR, "#content .together").text == "Chosen together: A/RES/62/37 NPT"
    assert page.errors() == []


def test_a_text_that_the_page_leaves_out_is_found_with_the_way_to_it(page: Page) -> None:
    network = large_network(60, citations=200)
    add_text(network, "S/RES/1540(2004)", label="S/RES/1540 (2004)", url="https://undocs.org/S/RES/1540(2004)")
    page.open_network(render_explorer_page(count_citations(network), limit=40, view="list"))
    page.driver.find_element(By.ID, "query").send_keys("UNSCR 1540")
    link = page.driver.find_element(By.CSS_SELECTOR, "#results .beyond a")
    assert link.text == "S/RES/1540 (2004)"
    assert link.get_attribute("href") == "https://undocs.org/S/RES/1540(2004)"
    assert page.errors() == []


def marked(page: Page) -> list[str]:
    """The texts that are marked, of those in sight."""
    script = "return [...document.querySelectorAll('#texts tr.marked .text')].map((each) => each.textContent)"
    found: list[str] = page.run(script)
    return found


def copied(page: Page) -> list[str]:
    """The first column of what the button *Copy* gives."""
    script = """
        const done = arguments[0];
        document.execCommand = (act) => { done(document.activeElement.value); return act === "copy"; };
        const value = {writeText: async (words) => done(words)};
        Object.defineProperty(navigator, "clipboard", {configurable: true, value});
        document.getElementById("copy").click();
    """
    rows: str = page.driver.execute_async_script(script)
    return [row.split("\t")[0] for row in rows.splitlines()[1:]]


def test_several_texts_are_marked_with_the_mouse_and_taken_along(page: Page) -> None:
    page.open_network(render_explorer_page(small_network(), view="list"))
    names = labels(page)
    dates = page.driver.find_elements(By.CSS_SELECTOR, "#texts tbody tr[data-row] .date")
    links = page.driver.find_elements(By.CSS_SELECTOR, "#texts tbody tr[data-row] a.text")
    assert page.run("return document.getElementById('marked').hidden")
    actions = ActionChains(page.driver)
    actions.key_down(Keys.CONTROL).click(dates[1]).key_up(Keys.CONTROL)
    actions.key_down(Keys.SHIFT).click(links[3]).key_up(Keys.SHIFT).perform()
    assert marked(page) == names[1:4]
    assert page.run("return location.hash") == ""  # nothing is opened
    page.driver.find_elements(By.CSS_SELECTOR, "#texts .pick")[2].click()
    assert marked(page) == [names[1], names[3]]
    assert page.driver.find_element(By.ID, "marked-words").text == "2 selected"
    assert len(copied(page)) == 2
    click(page, "#texts th[data-column=date] button")  # another order, the same texts
    assert set(marked(page)) == {names[1], names[3]}
    click(page, "#together")
    assert page.run("return location.hash.includes('and=')")
    page.driver.back()
    click(page, "#unmark")
    assert marked(page) == []
    assert len(copied(page)) == len(names)
    assert page.errors() == []


def test_several_texts_are_marked_by_keys(page: Page) -> None:
    page.open_network(render_explorer_page(small_network(), view="list"))
    names = labels(page)
    page.driver.find_element(By.CSS_SELECTOR, "#texts a.text").send_keys(" ")
    assert marked(page) == names[:1]
    focus = page.driver.switch_to.active_element
    focus.send_keys(Keys.SHIFT, Keys.ARROW_DOWN)
    page.driver.switch_to.active_element.send_keys(Keys.SHIFT, Keys.ARROW_DOWN)
    assert marked(page) == names[:3]
    page.driver.switch_to.active_element.send_keys(" ")
    assert marked(page) == names[:2]
    page.driver.switch_to.active_element.send_keys(Keys.CONTROL, "a")
    assert marked(page) == names
    page.driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert marked(page) == []
