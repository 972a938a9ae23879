"""The explorer in a browser without a network: one page, a list and several drawings."""

import functools
from typing import Any

import pytest
from page_browser import Page, chromium, page
from page_networks import hostile_network, large_network, small_network
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from graph.pages.explorer import render_explorer_page
from graph.study.view import View

__all__ = ["chromium", "page"]  # fixtures are found by their names in this module

HIDDEN = {(251, 250, 247), (244, 242, 236), (0, 0, 0)}  # paper, an island, and a canvas on which nothing stands


KINDS = ("map", "timeline")
ALL = pytest.mark.parametrize("kind", KINDS)


@functools.cache
def small(kind: str) -> str:
    return render_explorer_page(small_network(), view=kind)


def place(page: Page, symbol: str) -> dict[str, float]:
    found: dict[str, float] = page.run("return recalling.where(arguments[0])", symbol)
    return found


def point(page: Page, x: float, y: float) -> ActionChains:
    chain = ActionChains(page.driver)
    chain.w3c_actions.pointer_action.move_to_location(int(x), int(y))  # type: ignore[no-untyped-call]  # selenium's
    return chain


def press(page: Page, *keys: str) -> None:
    ActionChains(page.driver).send_keys(*keys).perform()


def heading(page: Page) -> str:
    return page.driver.find_element(By.CSS_SELECTOR, "#panel h2").text


def drawn(page: Page) -> int:
    """Number of points that are not empty on the canvases above the texts: names, a text in focus, labels."""
    script = """
        let count = 0;
        for (const canvas of document.querySelectorAll(".view:not([hidden]) canvas:is(.above, .names, .frame)")) {
          const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          for (let at = 3; at < data.length; at += 4) if (data[at]) count += 1;
        }
        return count;
    """
    count: int = page.run(script)
    return count


def wait_until_hidden(page: Page, symbol: str) -> None:
    """Wait for the drawing: one that takes long is made anew only when the slider rests."""
    WebDriverWait(page.driver, 10, poll_frequency=0.05).until(lambda _: page.colour(symbol) in HIDDEN)


def set_slider(page: Page, end: int, year: int) -> None:
    script = """
        const input = document.querySelectorAll("#years input")[arguments[0]];
        input.value = arguments[1];
        input.dispatchEvent(new Event("input"));
    """
    page.run(script, end, year)
    page.settle()


@ALL
def test_it_opens_without_any_request_or_error(page: Page, kind: str) -> None:
    page.open_network(small(kind))
    page.settle()
    assert drawn(page) > 100
    assert page.colour("A/RES/62/37") not in HIDDEN
    assert page.requests() == {page.address}
    assert page.errors() == []


@ALL
def test_the_search_leads_to_the_panel_and_the_address(page: Page, kind: str) -> None:
    page.open_network(small(kind))
    page.driver.find_element(By.ID, "query").send_keys("减少危险", Keys.ENTER)
    assert heading(page) == "A/RES/62/37"
    assert page.driver.current_url.endswith("#A/RES/62/37")
    assert "preambular paragraph 3" in page.driver.find_element(By.ID, "panel").text


@ALL
def test_a_click_opens_a_text_and_going_back_closes_it(page: Page, kind: str) -> None:
    page.open_network(small(kind))
    at = place(page, "A/RES/62/37")
    point(page, at["x"], at["y"]).click().perform()
    page.wait("return !document.getElementById('detail').hidden")
    assert heading(page) == "A/RES/62/37"
    page.driver.back()
    page.wait("return document.getElementById('detail').hidden")
    page.driver.forward()
    page.wait("return !document.getElementById('detail').hidden")
    assert page.errors() == []


@ALL
def test_an_address_opens_a_text_with_its_series(page: Page, kind: str) -> None:
    page.open_network(small(kind), suffix="#A/RES/63/41")
    page.wait("return !document.getElementById('detail').hidden")
    assert heading(page) == "A/RES/63/41"
    assert page.driver.find_element(By.CSS_SELECTOR, "#panel .chain a").text == "A/RES/62/37"
    assert page.errors() == []


@ALL
@pytest.mark.parametrize(("box", "symbol"), [("body=treaty", "treaty:npt"), ("kind=statement", "S/PRST/2011/16")])
def test_the_legend_hides_bodies_and_kinds(page: Page, kind: str, box: str, symbol: str) -> None:
    page.open_network(small(kind))
    assert page.colour(symbol) not in HIDDEN
    page.driver.find_element(By.CSS_SELECTOR, f"#filters input[data-{box}]").click()
    wait_until_hidden(page, symbol)
    assert page.colour("A/RES/62/37") not in HIDDEN


@ALL
def test_the_years_are_those_of_the_citing_texts(page: Page, kind: str) -> None:
    page.open_network(small(kind))
    set_slider(page, 0, 2008)
    assert page.driver.find_element(By.ID, "span").text == "2008–2008"
    wait_until_hidden(page, "S/RES/1718(2006)")  # a text of 2007 cites it
    assert page.colour("A/RES/63/41") not in HIDDEN
    assert page.colour("A/RES/62/37") not in HIDDEN  # of 2007, and cited by a text of 2008
    assert page.driver.current_url.endswith("#from=2008")
    press(page, "r")
    page.settle()
    assert page.colour("S/RES/1718(2006)") not in HIDDEN
    assert "from" not in page.driver.current_url


def lines(page: Page) -> list[str]:
    """Colours of the strokes in the drawing saved as SVG."""
    script = """
        const done = arguments[arguments.length - 1];
        recalling.svg().then((text) => {
          const root = new DOMParser().parseFromString(text, "image/svg+xml");
          const paths = [...root.querySelectorAll("path")];
          done(paths.flatMap((path) => [path.getAttribute("stroke"), path.getAttribute("fill")]));
        });
    """
    found: list[str] = page.driver.execute_async_script(script)
    return found


@ALL
def test_lines_have_the_colour_of_the_verb_and_its_box_hides_them(page: Page, kind: str) -> None:
    page.open_network(small(kind))
    asks = page.run("return getComputedStyle(document.documentElement).getPropertyValue('--asks').trim()")
    assert asks in lines(page)
    page.driver.find_element(By.CSS_SELECTOR, "#filters input[data-group=asks]").click()
    page.settle()
    assert asks not in lines(page)
    choice = page.driver.find_element(By.ID, "only")
    choice.find_element(By.CSS_SELECTOR, "option[value=requests]").click()
    page.settle()
    assert asks in lines(page)


@ALL
def test_the_keys_move_zoom_and_go_from_text_to_text(page: Page, kind: str) -> None:
    page.open_network(small(kind))
    page.run("document.querySelector('.view:not([hidden])').focus()")
    before = place(page, "A/RES/62/37")
    press(page, "+")
    page.settle()
    press(page, Keys.ARROW_RIGHT)
    page.settle()
    assert place(page, "A/RES/62/37") != before
    press(page, "0", "n")
    page.wait("return !document.getElementById('detail').hidden")
    first = heading(page)
    press(page, "n")
    page.wait("return document.querySelector('#panel h2').textContent !== arguments[0]", first)
    press(page, Keys.ESCAPE)
    assert not page.driver.find_element(By.ID, "detail").is_displayed()
    press(page, "/")
    assert page.run("return document.activeElement.id") == "query"
    assert page.errors() == []


@ALL
def test_pointing_at_a_text_names_it_and_lights_up_its_neighbours(page: Page, kind: str) -> None:
    page.open_network(small(kind))
    before = drawn(page)
    at = place(page, "A/RES/63/41")
    point(page, at["x"] + 2, at["y"]).perform()
    point(page, at["x"], at["y"]).perform()
    page.wait("return !document.getElementById('tip').hidden")
    tip = page.driver.find_element(By.ID, "tip").text
    assert "A/RES/63/41" in tip
    assert "2008-12-02" in tip
    page.settle()
    assert drawn(page) > before
    others = page.run("return getComputedStyle(document.querySelector('.view:not([hidden]) canvas.base')).opacity")
    assert float(others) < 0.5  # dimmed, so that what is lit stands out


@ALL
@pytest.mark.parametrize(
    ("form", "media"), [("png", "image/png"), ("svg", "image/svg+xml"), ("pdf", "application/pdf")]
)
def test_the_drawing_can_be_saved(page: Page, kind: str, form: str, media: str) -> None:
    page.open_network(small(kind))
    page.run(
        "const real = URL.createObjectURL; URL.createObjectURL = (blob) => { window.saved = blob; return real(blob); }"
    )
    page.driver.find_element(By.ID, "figure-open").click()
    page.driver.find_element(By.ID, form).click()
    page.wait("return Boolean(window.saved)")
    assert page.run("return [saved.type, saved.size > 2000]") == [media, True]
    assert page.errors() == []


@ALL
def test_hostile_texts_stand_as_text_everywhere(page: Page, kind: str) -> None:
    network = hostile_network()
    for symbol in network:
        said = {"subjects": "; ".join([symbol] * 9)} | dict.fromkeys(
            ("vote", "sponsors", "draft", "agenda_item"), symbol
        )
        network.nodes[symbol].update(said)
    page.open_network(render_explorer_page(network, title="</title><script>document.title='taken'</script>", view=kind))
    for symbol in network:
        page.run("recalling.choose(arguments[0])", symbol)
        page.settle()
        protocols = page.run("return [...document.querySelectorAll('#panel a')].map((a) => a.protocol)")
        assert set(protocols) <= {"file:", "https:"}
        width = page.run("const p = document.getElementById('panel'); return p.scrollWidth - p.clientWidth")
        assert width <= 0
    page.run("recalling.choose('')")
    assert "url" not in {str(each)[:3] for each in lines(page)}
    assert page.driver.title != "taken"
    assert page.run("return document.querySelectorAll('img, iframe, object').length") == 0
    assert page.run("return document.documentElement.scrollWidth") <= 1440
    assert page.requests() == {page.address}
    assert page.errors() == []


@ALL
@pytest.mark.parametrize("texts", [0, 1])
def test_a_network_of_no_text_or_one_is_a_page(page: Page, kind: str, texts: int) -> None:
    network = small_network()
    network.remove_nodes_from(list(network)[texts:])
    page.open_network(render_explorer_page(network, view=kind))
    page.run("document.getElementById('whole').click()")
    page.settle()
    assert f"{texts} texts" in page.driver.find_element(By.ID, "extent").text
    assert page.errors() == []


@ALL
def test_texts_without_any_date_are_drawn(page: Page, kind: str) -> None:
    network = small_network()
    for symbol in list(network):
        if symbol not in {"NPT/CONF.1995/32(PartI)", "treaty:npt"}:  # other symbols tell a year
            network.remove_node(symbol)
    page.open_network(render_explorer_page(network, view=kind))
    page.settle()
    assert page.colour("treaty:npt") not in HIDDEN
    assert page.driver.find_elements(By.ID, "years") == []
    assert page.errors() == []


@ALL
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_nothing_is_wider_than_the_screen(page: Page, kind: str, language: str, width: int, height: int) -> None:
    page.view(width, height, dark=language == "zh")
    page.open_network(small(kind), suffix=f"?lang={language}#treaty:npt")
    page.wait("return !document.getElementById('detail').hidden")
    outside = page.run(
        """
        const seen = [...document.querySelectorAll("h1, #filters label, .tools a, .zoom button, #panel h2, #panel p")];
        return seen.filter((each) => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1
          && getComputedStyle(each).display !== "inline").map((each) => each.outerHTML.slice(0, 90));
        """
    )
    assert outside == []
    assert page.run("return document.documentElement.scrollWidth") <= width
    assert page.errors() == []


@ALL
def test_the_ways_to_other_pages_keep_the_text_and_the_language(page: Page, kind: str) -> None:
    names = ("index.html", "explore.html", "compare.html")
    texts = {"A/RES/62/37": "documents/A-RES-62-37.html"}
    page.open_network(
        render_explorer_page(small_network(), pages=names, texts=texts, view=kind), suffix="?lang=zh#A/RES/62/37"
    )
    page.wait("return !document.getElementById('detail').hidden")
    links = "return [...document.querySelectorAll(arguments[0])].map((a) => a.getAttribute('href'))"
    ways = page.run(links, "nav a")
    assert len(ways) == 2
    assert all(way.endswith(".html?lang=zh#A/RES/62/37") for way in ways)
    inside = page.run(links, "#panel a[href^=documents]")
    assert "documents/A-RES-62-37.html?lang=zh" in inside
    assert "documents/A-RES-62-37.html?lang=zh#en/pp3" in inside
    assert page.errors() == []


def test_the_only_global_is_for_tests_and_embedding(page: Page) -> None:
    page.open_network(render_explorer_page(large_network(400, citations=900)))
    script = """
        const frame = document.body.appendChild(document.createElement("iframe"));
        const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow));
        const driver = /^\\d+$|^cdc_|^\\$|^ret_nodes$/; // names that the browser's driver brings
        return Object.getOwnPropertyNames(window).filter((name) => !plain.has(name) && !driver.test(name));
    """
    assert page.run(script) == ["recalling"]
    assert page.run("return Object.isFrozen(recalling)") is True


def test_dragging_over_the_years_shows_them(page: Page) -> None:
    page.open_network(render_explorer_page(small_network(), view="timeline"))
    box: dict[str, Any] = page.driver.find_element(By.ID, "brush").rect
    gap = place(page, "A/RES/63/41")["x"] - place(page, "A/RES/62/37")["x"]
    middle = box["y"] + box["height"] / 2
    point(page, box["x"] + box["width"] * 0.6, middle).click_and_hold().perform()
    point(page, box["x"] + box["width"] * 0.97, middle).release().perform()
    page.settle()
    page.settle()
    assert place(page, "A/RES/63/41")["x"] - place(page, "A/RES/62/37")["x"] > 1.5 * gap
    assert page.errors() == []


def test_the_wheel_zooms_where_the_pointer_is(page: Page) -> None:
    page.open_network(render_explorer_page(large_network(400, citations=900), view="map"))
    symbol = "A/RES/40/0"
    at = place(page, symbol)
    point(page, at["x"], at["y"]).perform()
    page.run(
        "document.querySelector('.view:not([hidden])').dispatchEvent(new WheelEvent('wheel',"
        " {deltaY: -600, clientX: arguments[0], clientY: arguments[1], cancelable: true}))",
        at["x"],
        at["y"],
    )
    page.settle()
    after = place(page, symbol)
    assert abs(after["x"] - at["x"]) < 2
    assert abs(place(page, "A/RES/40/9")["x"] - after["x"]) > abs(place(page, "A/RES/40/9")["x"] - at["x"]) / 2
    assert page.errors() == []


def test_a_page_inside_a_notebook_works_in_its_frame(page: Page) -> None:
    view = View(page=small("network"), picture="", words="a network", file=None, height=640)
    page.open(f"<!DOCTYPE html><meta charset=utf-8>{view._repr_html_()}")  # what Jupyter calls
    page.driver.switch_to.frame(0)
    page.wait("return document.documentElement.dataset.ready !== undefined")
    page.driver.find_element(By.ID, "query").send_keys("63/41", Keys.ENTER)
    assert heading(page) == "A/RES/63/41"
    press(page, Keys.ESCAPE)
    assert not page.driver.find_element(By.ID, "detail").is_displayed()
    assert page.run("try { return parent.document.title; } catch (error) { return error.name; }") == "SecurityError"
    page.driver.switch_to.default_content()
    assert page.errors() == []
