"""What a reader takes along from the explorer: tables, entries for a reference manager, figures, a presentation."""

import base64
from collections.abc import Iterable
from io import StringIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from page_browser import Page, chromium, page
from page_networks import small_network
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from graph.output.bibliography import bibtex, ris
from graph.pages.explorer import render_explorer_page

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["chromium", "page"]  # fixtures are found by their names in this module

_KEEP = """
    window.kept = [];
    const real = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.kept.push(blob); return real(blob); };
"""
_READ = """
    const done = arguments[0];
    const reader = new FileReader();
    reader.onload = () => done(reader.result.split(",")[1]);
    reader.readAsDataURL(window.kept.at(-1));
"""


def whole_network() -> "nx.MultiDiGraph[str]":
    """The small network with all attributes that `citation_network` sets."""
    network = small_network()
    for _, node in network.nodes(data=True):
        node.setdefault("title", "")
    return network


def saved(page: Page, *buttons: str) -> bytes:
    """Press buttons and return the file that the last one saves."""
    page.run(_KEEP)
    for button in buttons:
        page.run("document.getElementById(arguments[0]).click()", button)
    page.wait("return window.kept.length > 0")
    return base64.b64decode(page.driver.execute_async_script(_READ))


def entries(text: str, end: str) -> set[str]:
    return {each.strip() for each in text.replace("\r\n", "\n").split(end) if each.strip()}


@pytest.mark.parametrize(("form", "make", "end"), [("bib", bibtex, "\n}\n"), ("ris", ris, "ER  - \n")])
def test_entries_are_those_of_the_command(page: Page, form: str, make: object, end: str) -> None:
    network = whole_network()
    page.open_network(render_explorer_page(network))
    assert callable(make)
    ours = entries(make(network).decode(), end)
    assert len(ours) == 7  # what is cited; the page lists the citing text as well
    assert ours <= entries(saved(page, form).decode(), end)


def test_the_table_is_what_is_listed_and_runs_no_formula(page: Page) -> None:
    network = whole_network()
    network.nodes["A/62/37"]["title"] = "=1+1"
    page.open_network(render_explorer_page(network), suffix="#kind=resolution,document&sort=text")
    rows = _rows(saved(page, "csv").decode("utf-8-sig"))
    assert rows[0][:3] == ["symbol", "text", "title"]
    assert [row[0] for row in rows[1:]] == ["A/62/37", "A/RES/62/37", "A/RES/63/41", "S/RES/1718(2006)"]
    assert rows[1][2] == "'=1+1"
    assert rows[1][-1] == "not read"


def test_of_a_chosen_text_the_citations_are_taken(page: Page) -> None:
    page.open_network(render_explorer_page(whole_network()), suffix="#treaty:npt")
    rows = _rows(saved(page, "csv").decode("utf-8-sig"))
    said = dict(zip(rows[0], rows[1], strict=True))
    assert len(rows) == 2
    assert (said["citing"], said["cited"], said["relation"]) == ("A/RES/62/37", "treaty:npt", "reaffirms")
    assert (said["verb"], said["quote"], said["language"]) == ("重申", "《不扩散核武器条约》第六条", "zh")


def _rows(text: str) -> list[list[str]]:
    import csv  # noqa: PLC0415  # the name of a button elsewhere in this module

    return list(csv.reader(StringIO(text)))


def test_a_figure_says_what_it_shows_in_every_form(page: Page) -> None:
    page.view(1440, 900, dark=True)
    page.open_network(render_explorer_page(whole_network(), view="map"), suffix="#verb=recalls")
    page.run("document.getElementById('figure-open').click()")
    page.run("document.getElementById('figure-title').value = 'Reducing danger & more'")
    image = saved(page, "svg").decode()
    root = ET.fromstring(image)  # noqa: S314  # our own
    words = " ".join("".join(each.itertext()) for each in root.iter("{http://www.w3.org/2000/svg}text"))
    assert (root.get("width"), root.get("height")) == ("180mm", "130mm")
    for said in ("Reducing danger & more", "One verb only: recalls", "up to 2008-12-02", "explore.html#verb=recalls"):
        assert said in words
    assert "General Assembly" in words  # the legend
    assert 'fill="#ffffff"' in image  # paper is white, whatever the reader's scheme
    page.run("document.getElementById('figure-bare').click()")
    assert 'fill="#ffffff"' not in saved(page, "svg").decode().split("<text", 1)[0]
    document = pypdfium2.PdfDocument(saved(page, "pdf"))
    assert [round(side * 25.4 / 72) for side in document[0].get_size()] == [180, 130]
    text = document[0].get_textpage().get_text_range()
    assert "Reducing danger & more" in text
    assert "S/PRST/2011/16" in text  # a name in the drawing
    png = saved(page, "png")
    assert int.from_bytes(png[16:20], "big") == round(180 / 25.4 * 300)
    assert page.errors() == []


def test_saved_views_are_steps_of_a_presentation_and_stand_in_the_address(page: Page) -> None:
    page.open_network(render_explorer_page(whole_network(), view="map"))
    for symbol in ("A/RES/62/37", "treaty:npt"):
        page.run("recalling.choose(arguments[0])", symbol)
        page.driver.find_element(By.ID, "keep").click()
    address = page.driver.current_url
    assert "steps=" in address
    page.open_network(render_explorer_page(whole_network(), view="map"), suffix="#" + address.partition("#")[2])
    page.driver.find_element(By.ID, "present").click()
    page.wait("return location.hash.startsWith('#A/RES/62/37')")
    assert not page.driver.find_element(By.ID, "panel").is_displayed()
    page.driver.find_element(By.TAG_NAME, "body").send_keys(Keys.ARROW_RIGHT)
    page.wait("return location.hash.startsWith('#treaty:npt')")
    assert page.driver.find_element(By.ID, "step").text == "2 / 2"
    page.driver.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
    assert page.driver.find_element(By.ID, "panel").is_displayed()
    assert page.errors() == []


def test_an_embedded_view_shows_the_drawing_alone(page: Page) -> None:
    page.open_network(render_explorer_page(whole_network(), view="map"), suffix="?embed&lang=fr")
    shown = [each for each in _parts() if page.driver.find_element(By.CSS_SELECTOR, each).is_displayed()]
    assert shown == ["#stage"]
    page.run("document.getElementById('figure-open').click()")
    snippet = page.run("return document.getElementById('snippet').value")
    assert snippet.startswith('<iframe src="explore.html?embed&amp;lang=fr#')
    assert page.errors() == []


def _parts() -> Iterable[str]:
    return (".side", "#stage", "#listing", "#figure-open")
