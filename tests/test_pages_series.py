"""Series and comparison in the explorer: what the comparison in Python says too, and the sentences behind it."""

from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from page_browser import Page, chromium, page
from page_networks import IMAGE, SCRIPT, add_citation, add_text, count_citations

from graph.network.comparison import compare
from graph.pages.explorer import render_explorer_page
from graph.pages.series import series_of

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["chromium", "page"]  # fixtures are found by their names in this module

_YEARS = {"A/RES/901/1": "2001", "A/RES/902/2": "2002", "A/RES/903/3": "2003", "A/RES/904/4": "2004"}
_READ = ("A/RES/901/1", "A/RES/903/3", "A/RES/904/4")


def lighthouses() -> "nx.MultiDiGraph[str]":
    """Four texts that continue one another, the second of them unread, and what the others cite in two languages."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    before = ""
    for symbol, year in _YEARS.items():
        read = symbol in _READ
        titles = {"title": "Lighthouses", "title_en": "Lighthouses", "title_ar": "المنارات"} if read else {}
        add_text(network, symbol, read=read, date=f"{year}-12-01", continues=before, **titles)
        before = symbol
    for symbol in ("A/RES/800/1", "A/RES/800/2", "A/RES/800/3", "A/RES/800/4"):
        add_text(network, symbol)
    add_text(network, "A/RES/950/1", read=True, date="2004-12-01", title=SCRIPT)
    said = {
        ("A/RES/901/1", "A/RES/800/1"): "recalls", ("A/RES/901/1", "A/RES/800/2"): "recalls",
        ("A/RES/901/1", "A/RES/800/3"): "notes", ("A/RES/903/3", "A/RES/800/1"): "recalls",
        ("A/RES/903/3", "A/RES/800/2"): "reaffirms", ("A/RES/903/3", "A/RES/902/2"): "recalls",
        ("A/RES/904/4", "A/RES/903/3"): "recalls", ("A/RES/904/4", "A/RES/800/4"): "welcomes",
        ("A/RES/904/4", "A/RES/800/1"): "recalls", ("A/RES/950/1", "A/RES/800/1"): "notes",
    }  # fmt: skip
    for place, ((citing, cited), relation) in enumerate(said.items()):
        for language in ("ar", "en") if citing != "A/RES/950/1" else ("ar",):
            quote = f"{language}: {cited} {SCRIPT}"
            add_citation(
                network, citing, cited, relation=relation, language=language, paragraph=f"pp{place}", quote=quote
            )
    return count_citations(network)


def table(page: Page) -> "Mapping[str, list[str]]":
    """The states of each line by the cited texts that it names."""
    script = """
        return [...document.querySelectorAll(".view.series tbody tr:not(.opened)")].map((row) => [
          [...row.querySelectorAll("th a")].map((each) => each.textContent).join(" → "),
          [...row.querySelectorAll("td")].map((cell) => cell.className.replace("is-", "")),
        ]);
    """
    return dict(page.run(script))


def test_a_series_shows_what_each_year_keeps_changes_and_drops_with_gaps(page: Page) -> None:
    page.open_network(render_explorer_page(lighthouses()), suffix="?lang=en#A/RES/904/4&view=series")
    assert table(page) == {
        "A/RES/800/1": ["cited", "unread", "kept", "kept"],
        "A/RES/902/2 → A/RES/903/3": ["absent", "unread", "new", "updated"],
        "A/RES/800/4": ["absent", "unread", "absent", "new"],
        "A/RES/800/2": ["cited", "unread", "changed", "dropped"],
        "A/RES/800/3": ["cited", "unread", "dropped", "absent"],
    }
    page.run("document.querySelector('.view.series td.is-changed button').click()")
    assert page.run("return document.querySelector('.opened blockquote').textContent") == f"en: A/RES/800/2 {SCRIPT}"
    assert page.run("return document.querySelector('.opened .what strong').textContent") == "reaffirms"
    assert page.run("return document.querySelector('.gap summary').textContent") == "1 not read2002"
    assert page.errors() == []


def test_two_columns_that_are_marked_are_compared(page: Page) -> None:
    network = lighthouses()
    page.open_network(render_explorer_page(network), suffix="?lang=en#A/RES/904/4&view=series")
    page.run("for (const box of [...document.querySelectorAll('thead input')].slice(0, 2)) box.click()")
    assert page.run("return location.hash") == "#A/RES/901/1&and=A/RES/903/3&view=series"
    assert_compared(page, network, "A/RES/901/1", "A/RES/903/3")


@pytest.mark.parametrize("code", ["en", "ar"])
def test_two_texts_are_compared_in_the_readers_language(page: Page, code: str) -> None:
    network = lighthouses()
    page.open_network(render_explorer_page(network), suffix=f"?lang={code}#view=series")
    page.run("""
        const [one, other] = document.querySelectorAll(".pickers form input");
        [one.value, other.value] = ["903/3", "a/res/904/4"];
        document.querySelector(".pickers form button").click();
    """)
    assert_compared(page, network, "A/RES/903/3", "A/RES/904/4")
    quotes = page.run("return [...document.querySelectorAll('.view.series blockquote')].map((each) => each.lang)")
    assert set(quotes) == {code}
    assert page.run("return document.documentElement.scrollWidth <= innerWidth")
    assert page.errors() == []


def assert_compared(page: Page, network: "nx.MultiDiGraph[str]", earlier: str, later: str) -> None:
    """The page says of two texts what the comparison in Python says."""
    compared = compare(network, earlier, later)
    expected: dict[str, list[str]] = {}
    for pair in compared.kept:
        expected[str(pair.later)] = ["cited", "changed" if pair.is_changed else "kept"]
    expected |= {f"{pair.earlier} → {pair.later}": ["cited", "updated"] for pair in compared.updated}
    expected |= {str(pair.earlier): ["cited", "dropped"] for pair in compared.dropped}
    expected |= {str(pair.later): ["absent", "new"] for pair in compared.added}
    assert table(page) == expected


def test_quotes_are_in_a_language_that_both_have_where_the_readers_is_not(page: Page) -> None:
    suffix = "?lang=en#A/RES/904/4&and=A/RES/950/1&view=series"
    page.open_network(render_explorer_page(lighthouses()), suffix=suffix)
    quotes = page.run("return [...document.querySelectorAll('.view.series blockquote')].map((each) => each.lang)")
    assert set(quotes) == {"ar"}
    assert table(page)["A/RES/800/1"] == ["cited", "changed"]


def test_what_names_no_text_is_said_and_stays_text(page: Page) -> None:
    page.view(390, 844)
    page.open_network(render_explorer_page(lighthouses()), suffix="?lang=fr#view=series")
    page.run("""
        document.querySelector(".pickers form input").value = arguments[0];
        document.querySelector(".pickers form button").click();
    """, IMAGE)  # fmt: skip
    assert IMAGE in page.run("return document.querySelector('.pickers [role=alert]').textContent")
    assert page.run("return document.title") != "taken"
    assert page.run("return document.documentElement.scrollWidth <= innerWidth")
    assert page.errors() == []


def test_only_series_with_a_read_text_are_on_the_page() -> None:
    network = lighthouses()
    numbers = {symbol: row for row, symbol in enumerate(network)}
    expected: list[list[Any]] = [[0, 1, 2, 3]]
    assert series_of(network, numbers) == expected
    for symbol in _READ:
        network.nodes[symbol]["read"] = False
    assert series_of(network, numbers) == []
