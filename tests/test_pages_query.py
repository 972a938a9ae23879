"""The query page: what it says without a script, and that it asks, shows and links in a browser."""

from collections.abc import Iterator

import pytest
from page_browser import Page, chromium, page
from sparql_server import Server, serving

from graph.pages.query import render_query_page
from graph.query.named import named_queries

__all__ = ["chromium", "page"]  # fixtures are found by their names in this module

HOSTILE = "</textarea><script>alert(1)</script>\"' onfocus=alert(1) autofocus \x00\ud800"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("served")
    (folder / "index.html").write_text("<!DOCTYPE html><title>overview</title>", encoding="utf-8")
    with serving(folder) as running:
        yield running


def test_every_query_that_ships_is_a_link_and_fills_the_field() -> None:
    listed = render_query_page({})
    for name, query in named_queries().items():
        assert f'href="query?name={name}"' in listed
        filled = render_query_page({"name": name})
        assert "SELECT" in filled.partition("<textarea")[2].partition("</textarea>")[0]
        assert all(f'name="{parameter.name}"' in filled for parameter in query.parameters)


def test_a_parameter_is_filled_in_as_a_term_and_a_wrong_one_is_named() -> None:
    filled = render_query_page({"name": "what-cites", "symbol": 'A/RES/1/1" . ?a ?b ?c'})
    assert "&#34;A/RES/1/1\\&#34;" in filled
    numbered = next(q for q in named_queries().values() if any(isinstance(p.default, int) for p in q.parameters))
    number = next(parameter.name for parameter in numbered.parameters if isinstance(parameter.default, int))
    assert "must be a number" in render_query_page({"name": numbered.name, number: "<many>"})


def test_what_an_address_says_stays_text() -> None:
    for asked in (
        {"query": HOSTILE},
        {"name": HOSTILE},
        {"name": "what-cites", "symbol": HOSTILE},
        {"name": "what-cites", HOSTILE: HOSTILE},
    ):
        made = render_query_page(asked)
        assert "<script>alert" not in made
        assert "\x00" not in made
        made.encode()


def test_the_page_may_ask_its_own_server_and_nobody_else() -> None:
    made = render_query_page({})
    for part in ("default-src &#x27;none&#x27;", "connect-src &#x27;self&#x27;", "form-action &#x27;self&#x27;"):
        assert part in made
    assert "unsafe" not in made


def test_the_page_asks_and_shows_rows_with_links_to_the_documents(page: Page, server: Server) -> None:
    page.requests()
    page.driver.get(server.address + "query?name=what-cites&symbol=A/RES/61/74")
    page.wait("return document.querySelectorAll('#answer tbody tr').length > 0")
    links = page.run("return [...document.querySelectorAll('#answer a')].map((each) => each.href)")
    assert "https://undocs.org/A/RES/62/37" in links
    assert "2 rows" in page.run("return document.getElementById('told').textContent")
    assert all(address.startswith(server.address) for address in page.requests())
    assert page.errors() == []


def test_a_click_on_a_question_answers_it_in_the_readers_language(page: Page, server: Server) -> None:
    page.driver.get(server.address + "query?lang=ru")
    page.run("""
        const box = document.getElementById("narrow");
        box.value = "ЦИТИРУЕМЫЕ most";
        box.dispatchEvent(new Event("input"));
    """)
    assert page.run(
        "return [...document.querySelectorAll('#shipped li:not([hidden])')].map((each) => each.dataset.name)"
    ) == ["most-cited"]
    page.run("document.querySelector('#shipped li:not([hidden]) a').click()")
    page.wait("return document.querySelectorAll('#answer tbody tr').length > 0")
    assert page.run("return document.querySelector('h2').innerText") == "Наиболее цитируемые"
    assert page.run("return [...document.querySelectorAll('#answer th')].map((each) => each.textContent)") == [
        "Текст", "Ссылающихся текстов", "Ссылок", "Название",
    ]  # fmt: skip
    page.run(
        "const box = document.getElementById('language'); box.value = 'fr'; box.dispatchEvent(new Event('change'))"
    )
    assert page.run("return document.querySelector('#answer th').textContent") == "Texte"
    assert page.errors() == []


def test_the_language_of_the_page_is_no_parameter_of_a_question(page: Page, server: Server) -> None:
    page.driver.get(server.address + "query?lang=fr")
    page.run("document.querySelector('#shipped li[data-name=references] a').click()")
    page.wait("return document.querySelectorAll('#answer tbody tr').length > 0")
    assert page.run("return document.documentElement.lang") == "fr"
    assert page.run("return document.querySelector('input[name=lang]').value") == ""


def test_the_page_says_why_there_is_no_answer_and_speaks_chinese(page: Page, server: Server) -> None:
    page.driver.get(server.address + "query?lang=zh")
    page.run("document.getElementById('sparql').value = 'DROP ALL'; document.querySelector('button.ask').click()")
    page.wait("return document.getElementById('told').textContent.includes('DROP')")
    assert page.run("return document.getElementById('told').textContent").startswith("未能回答")
    assert page.run("return document.querySelector('h1').textContent") == "查询图谱"


def test_text_of_an_answer_never_becomes_markup(page: Page, server: Server) -> None:
    page.driver.get(server.address + "query")
    query = "SELECT ('<img src=x onerror=document.title=1>' AS ?a) ('javascript:alert(1)' AS ?b) {}"
    page.run("document.getElementById('sparql').value = arguments[0]", query)
    page.run("document.querySelector('button.ask').click()")
    page.wait("return document.querySelectorAll('#answer td').length === 2")
    assert page.run("return document.querySelectorAll('#answer img, #answer a').length") == 0
    assert page.driver.title == "Recalling"


def test_truth_and_graphs_are_shown_too(page: Page, server: Server) -> None:
    page.driver.get(server.address + "query")
    for query, script in (
        ("ASK { ?a cito:cites ?b }", "return document.getElementById('told').textContent === 'Yes'"),
        ("DESCRIBE <https://undocs.org/A/RES/62/37>", "return document.querySelector('#answer pre') !== null"),
    ):
        page.run("document.getElementById('sparql').value = arguments[0]", query)
        page.run("document.querySelector('button.ask').click()")
        page.wait(script)
