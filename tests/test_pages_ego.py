"""The drawing around texts in a browser: its geometry, moving texts by hand, what lies between two, and the keys."""

import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from page_browser import Page, chromium, page
from page_networks import add_citation, add_text, count_citations, large_network
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from graph.pages.explorer import render_explorer_page

__all__ = ["chromium", "page"]  # fixtures are found by their names in this module

TWO_TEXTS = Path(__file__).parent / "cases" / "two_texts.json"
SCREENS = [(1440, 900), (1920, 1080), (390, 844)]


def two_texts() -> "nx.MultiDiGraph[str]":
    """The network of two resolutions and the 27 texts that they cite."""
    facts = json.loads(TWO_TEXTS.read_text(encoding="utf-8"))
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in facts["nodes"]:
        add_text(network, **({"title": node.get("title_en", "")} | node))
    for citing, cited, relation in facts["edges"]:
        add_citation(network, citing, cited, relation=relation)
    return count_citations(network)


def collection(read: int, cited: int) -> "nx.MultiDiGraph[str]":
    """Some texts that were read, over many years, and what they cite."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(cited):
        year = 1950 + number * 50 // cited
        add_text(network, f"A/RES/{year - 1945}/{number}", title=f"Windmills, part {number}", date=f"{year}-12-05")
    for number in range(read):
        symbol = f"A/RES/{56 + number % 20}/9{number:02}"
        add_text(network, symbol, read=True, title=f"Whales, part {number}", date=f"{2001 + number % 20}-12-05")
        for step in range(1, 8):
            place = (number * 31 + step * step * 7) % cited
            add_citation(network, symbol, f"A/RES/{5 + place * 50 // cited}/{place}")
    return count_citations(network)


def geometry(page: Page) -> dict[str, Any]:
    """What the drawing shows, measured on the screen."""
    page.settle()
    found: dict[str, Any] = page.run("return recalling.geometry()")
    return found


def names(page: Page, network: "nx.MultiDiGraph[str]") -> set[str]:
    """The symbols of the texts that are named in the drawing."""
    rows = geometry(page)["names"]
    symbols = symbols_of(page)
    assert len(symbols) == len(network)
    return {symbols[row] for row in rows}


def symbols_of(page: Page) -> list[str]:
    """The symbols of the texts by their numbers."""
    script = "return JSON.parse(document.getElementById('documents').textContent).map((each) => each.symbol)"
    symbols: list[str] = page.run(script)
    return symbols


def within(page: Page) -> bool:
    """Whether every text is inside the frame of the drawing."""
    frame = page.run(
        "const { clientWidth, clientHeight } = document.querySelector('.drawn'); return [clientWidth, clientHeight]"
    )
    marks = geometry(page)["marks"]
    return all(0 <= mark["x"] <= frame[0] and 0 <= mark["y"] <= frame[1] for mark in marks)


def test_a_window_that_changes_its_size_shows_the_whole(page: Page) -> None:
    page.view(1920, 1080)
    page.open_network(render_explorer_page(two_texts()))
    assert within(page)
    page.view(1100, 700)
    page.wait("return document.querySelector('.drawn').clientHeight < 700")
    assert within(page)
    assert geometry(page)["under"] == []


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_two_texts_open_around_them_with_every_line_clear_of_other_texts(page: Page, width: int, height: int) -> None:
    page.view(width, height)
    page.open_network(render_explorer_page(two_texts()))
    found = geometry(page)
    assert len(found["marks"]) == 29
    assert found["lines"] == 37
    assert found["under"] == []
    assert found["overlapping"] == []
    assert names(page, two_texts()) >= {"A/RES/62/37", "A/RES/69/52"}
    if width > 1000:
        assert len(found["names"]) == 29
    largest = sorted(found["marks"], key=lambda mark: -mark["r"])[:2]
    symbols = symbols_of(page)
    assert {symbols[mark["id"]] for mark in largest} == {"A/RES/62/37", "A/RES/69/52"}
    assert page.errors() == []


@pytest.mark.parametrize(("texts", "citations"), [(20, 40), (120, 300), (300, 700)])
def test_no_line_passes_under_a_third_text_and_no_two_names_overlap(page: Page, texts: int, citations: int) -> None:
    network = large_network(texts, citations=citations)
    for symbol in list(network)[:3]:
        network.nodes[symbol]["read"] = True
    page.open_network(render_explorer_page(network), suffix="#view=ego&depth=3")
    found = geometry(page)
    assert len(found["marks"]) > texts / 4
    assert (found["under"], found["overlapping"]) == ([], [])
    page.run("recalling.set({options: {}})")  # the whole collection
    found = geometry(page)
    assert len(found["marks"]) == texts
    assert (found["under"], found["overlapping"]) == ([], [])


def test_a_large_collection_is_drawn_around_a_text_on_our_own_canvas(page: Page) -> None:
    network = large_network(700, citations=1800)
    page.open_network(render_explorer_page(network), suffix="#A/RES/40/1&view=ego&depth=2")
    found = geometry(page)
    assert 20 < len(found["marks"]) <= 300
    assert (found["under"], found["overlapping"]) == ([], [])
    assert page.run("return document.querySelector('.vis') === null")


def test_every_text_of_a_collection_of_forty_is_named(page: Page) -> None:
    network = collection(40, 120)
    page.open_network(render_explorer_page(network))
    found = geometry(page)
    assert (found["under"], found["overlapping"]) == ([], [])
    assert names(page, network) >= {symbol for symbol, node in network.nodes(data=True) if node["read"]}


def test_a_text_moved_by_hand_takes_its_lines_with_it_around_others(page: Page) -> None:
    page.open_network(render_explorer_page(two_texts()))
    page.settle()
    before = page.run("return recalling.where('S/RES/1540(2004)')")
    middle = page.run("return recalling.where('A/RES/69/52')")
    stage = page.driver.find_element(By.CSS_SELECTOR, ".vis")
    box = stage.rect
    at = (round(before["x"] - box["x"] - box["width"] / 2), round(before["y"] - box["y"] - box["height"] / 2))
    actions = ActionChains(page.driver, duration=50).move_to_element_with_offset(stage, *at).click_and_hold()
    actions.move_by_offset(20, 5).move_by_offset(round(middle["x"] - before["x"] - 60), 140).release().perform()
    page.settle()
    after = page.run("return recalling.where('S/RES/1540(2004)')")
    assert after["x"] > before["x"] + 50
    assert geometry(page)["under"] == []


def test_a_page_made_for_a_text_begins_with_it(page: Page) -> None:
    page.open_network(render_explorer_page(two_texts(), view="ego", around="treaty:npt"))
    found = geometry(page)
    (largest,) = sorted(found["marks"], key=lambda mark: -mark["r"])[:1]
    assert symbols_of(page)[largest["id"]] == "treaty:npt"
    assert len(found["marks"]) == 29


def test_what_lies_between_two_texts(page: Page) -> None:
    network = two_texts()
    page.open_network(render_explorer_page(network), suffix="#A/RES/62/37&view=ego")
    second = page.driver.find_element(By.ID, "ego-second")
    second.send_keys("resolution 69/52 GA", Keys.TAB)
    page.wait("return location.hash.includes('and=')")
    one, other = (set(network.successors(symbol)) for symbol in ("A/RES/62/37", "A/RES/69/52"))
    assert names(page, network) == (one & other) | {"A/RES/62/37", "A/RES/69/52"}
    assert "2" in page.run("return document.querySelector('.asked .note').textContent")
    found = geometry(page)
    assert (found["under"], found["overlapping"]) == ([], [])
    slider = page.driver.find_element(By.ID, "ego-depth")
    assert (slider.get_attribute("min"), slider.get_attribute("value")) == ("2", "2")  # the shortest chain
    slider.send_keys(Keys.ARROW_RIGHT)
    page.wait("return location.hash.includes('depth=3')")
    page.driver.find_element(By.CSS_SELECTOR, ".centres button").click()
    page.wait("return !location.hash.includes('and=')")
    assert page.errors() == []


def test_the_steps_are_changed_by_the_keys_and_stand_in_the_address(page: Page) -> None:
    page.open_network(render_explorer_page(two_texts()), suffix="#treaty:npt&view=ego")
    assert len(geometry(page)["marks"]) == 29
    slider = page.driver.find_element(By.ID, "ego-depth")
    slider.send_keys(Keys.ARROW_RIGHT)
    page.wait("return location.hash.includes('depth=1')")
    assert len(geometry(page)["marks"]) == 3
    slider.send_keys(Keys.ARROW_RIGHT)
    page.wait("return location.hash.includes('depth=2')")
    assert len(geometry(page)["marks"]) > 20
    assert page.errors() == []


def test_the_picture_has_the_names_and_the_lines(page: Page) -> None:
    page.open_network(render_explorer_page(two_texts()))
    page.settle()
    picture = page.driver.execute_async_script("recalling.svg().then(arguments[0])")
    assert "A/RES/62/37" in picture
    assert "Renewed determination" in picture
    assert picture.count("C") > 37


@pytest.mark.parametrize("view", ["ego", "timeline"])
def test_time_runs_as_the_reader_writes(page: Page, view: str) -> None:
    script = "return ['A/RES/62/37', 'A/RES/69/52'].map((symbol) => recalling.where(symbol).x)"
    for code, turned in (("en", False), ("ar", True), ("zh", False)):
        page.open_network(render_explorer_page(two_texts()), suffix=f"?lang={code}#view={view}")
        page.settle()
        earlier, later = page.run(script)
        assert (later < earlier) == turned, code
        assert page.errors() == []
    if view == "ego":
        page.open_network(render_explorer_page(two_texts()), suffix="?lang=ar")
        found = page.run("return recalling.geometry()")
        assert found["under"] == []
        assert found["overlapping"] == []
        assert len(found["names"]) == len(found["marks"])
