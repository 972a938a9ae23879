"""What people come for: each task from the overview in at most four actions, the answer checked against a query."""

from pathlib import Path

import pytest
from command import recalling
from page_browser import Page, chromium
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from graph.cli.graphs import load
from graph.query.ask import run_query

__all__ = ["chromium"]  # a fixture is found by its name in this module

MOST = 4

# Invented texts in the drafting style of resolutions.
TEXTS = {
    "S_RES_9801_2012": (
        "United Nations\nS/RES/9801 (2012)\nSecurity Council\nDistr.: General\n4 May 2012\nResolution 9801 (2012)\n"
        "Adopted by the Security Council at its 6999th meeting, on 4 May 2012\nThe Security Council,\n"
        "Recalling its resolution 1540 (2004) of 28 April 2004,\n"
        "Reaffirming the Treaty on the Non-Proliferation of Nuclear Weapons,\n"
        "Guided by the Charter of the United Nations,\n"
        "1. Decides to remain seized of the matter.\n"
    ),
    "S_RES_9802_2014": (
        "United Nations\nS/RES/9802 (2014)\nSecurity Council\nDistr.: General\n6 June 2014\nResolution 9802 (2014)\n"
        "Adopted by the Security Council at its 7999th meeting, on 6 June 2014\nThe Security Council,\n"
        "Reaffirming the Treaty on the Non-Proliferation of Nuclear Weapons,\n"
        "Noting resolution 1540 (2004),\n"
        "1. Decides to remain seized of the matter.\n"
    ),
    "S_RES_9803_1998": (
        "United Nations\nS/RES/9803 (1998)\nSecurity Council\nDistr.: General\n3 March 1998\nResolution 9803 (1998)\n"
        "Adopted by the Security Council at its 3999th meeting, on 3 March 1998\nThe Security Council,\n"
        "Recalling the United Nations Convention on the Law of the Sea,\n"
        "Recalling also the Charter of the United Nations,\n"
        "1. Decides to remain seized of the matter.\n"
    ),
    "A_RES_76_901": (
        "United Nations\nA/RES/76/901\nGeneral Assembly\nSeventy-sixth session\n"
        "Resolution adopted by the General Assembly on 4 December 2021\n76/901. Records of the sea\n"
        "The General Assembly,\nRecalling the United Nations Convention on the Law of the Sea,\n"
        "Recalling also Security Council resolution 1540 (2004) of 28 April 2004,\n"
        "1. Requests the Secretary-General to report on the implementation of the present resolution.\n"
    ),
    "A_RES_77_902": (
        "United Nations\nA/RES/77/902\nGeneral Assembly\nSeventy-seventh session\n"
        "Resolution adopted by the General Assembly on 5 December 2022\n77/902. Records of the sea\n"
        "The General Assembly,\nRecalling its resolution 76/901 of 4 December 2021,\n"
        "Reaffirming the United Nations Convention on the Law of the Sea,\n"
        "1. Requests the Secretary-General to report on the implementation of the present resolution.\n"
    ),
    "A_RES_78_903": (
        "United Nations\nA/RES/78/903\nGeneral Assembly\nSeventy-eighth session\n"
        "Resolution adopted by the General Assembly on 6 December 2023\n78/903. Records of the sea\n"
        "The General Assembly,\nRecalling its resolution 77/902 of 5 December 2022,\n"
        "Reaffirming the United Nations Convention on the Law of the Sea,\n"
        "Guided by the Charter of the United Nations,\n"
        "1. Requests the Secretary-General to report on the implementation of the present resolution.\n"
    ),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the command wrote."""
    folder = tmp_path_factory.mktemp("tasks")
    texts = folder / "texts"
    texts.mkdir()
    for name, text in TEXTS.items():
        (texts / f"{name}.en.txt").write_text(text, encoding="utf-8")
    done = recalling("build", texts, "-o", folder / "out")
    assert done.returncode == 0, done.stderr
    return folder / "out"


def answers(built: Path, question: str) -> set[tuple[str, ...]]:
    """What a query answers, as text."""
    rows = run_query(load(built), question, {}).rows
    return {tuple(str(cell) for cell in row) for row in rows}


class Reader:
    """A person at the overview, whose actions are counted."""

    def __init__(self, driver: webdriver.Chrome, built: Path) -> None:
        """Open the overview."""
        self.page = Page(driver, built)
        self.page.view(1440, 900)
        self.actions = 0
        driver.get("about:blank")
        self.page.errors()
        driver.get((built / "index.html").as_uri())

    def act(self) -> None:
        """Count one action."""
        self.actions += 1
        assert self.actions <= MOST

    def ready(self) -> None:
        """Wait until the explorer is drawn."""
        self.page.wait("return document.documentElement.dataset.ready !== undefined")
        self.page.settle()

    def click(self, selector: str) -> None:
        """Click on an element."""
        self.act()
        self.page.driver.find_element(By.CSS_SELECTOR, selector).click()

    def explore(self) -> None:
        """Follow the way to the explorer."""
        self.click("a[href*='explore.html']")
        self.ready()

    def search(self, words: str) -> None:
        """Type into the search and press Enter: one action."""
        self.act()
        self.page.driver.find_element(By.ID, "query").send_keys(words, Keys.ENTER)
        self.page.settle()

    def choose(self, select: str, value: str) -> None:
        """Choose from a list."""
        self.act()
        self.page.driver.find_element(By.CSS_SELECTOR, f"{select} option[value='{value}']").click()
        self.page.settle()

    def slide(self, end: str, year: int) -> None:
        """Move a slider to a year."""
        self.act()
        script = "const [input, year] = [document.querySelector(arguments[0]), arguments[1]]; input.value = year;"
        self.page.run(script + "input.dispatchEvent(new Event('input'));", f"#years input[data-end={end}]", year)
        self.page.settle()

    def all(self, selector: str) -> list[WebElement]:
        """Find what is shown."""
        return self.page.driver.find_elements(By.CSS_SELECTOR, selector)

    def listed(self) -> list[tuple[str, str]]:
        """The texts of the list and how often they are cited."""
        rows = self.all("#texts tbody tr[data-row]")
        return [
            (each.find_element(By.CSS_SELECTOR, ".text").text, each.find_element(By.CSS_SELECTOR, ".number").text)
            for each in rows
        ]


@pytest.fixture
def reader(chromium: webdriver.Chrome, built: Path) -> Reader:
    """A person at the overview."""
    return Reader(chromium, built)


def test_which_texts_cite_1540_with_which_verb_quote_and_paragraph(reader: Reader, built: Path) -> None:
    reader.explore()
    reader.search("UNSCR 1540")
    shown = {
        (
            each.find_element(By.CSS_SELECTOR, ".who .text").text.replace(" ", ""),
            each.find_element(By.CSS_SELECTOR, ".what q").text,
            each.find_element(By.CSS_SELECTOR, "mark").text,
        )
        for each in reader.all("#panel section.cited-by .entry")
    }
    question = """
    SELECT ?symbol ?verb ?quote WHERE {
      ?citation cito:hasCitedEntity/dcterms:identifier "S/RES/1540(2004)" ;
        cito:hasCitingEntity/dcterms:identifier ?symbol .
      ?mention oa:hasBody ?citation ; rc:verb ?verb ; oa:hasTarget/oa:hasSelector/oa:exact ?quote }
    """
    assert shown == answers(built, question)
    assert len(shown) == 3
    assert all("paragraph" in each.text for each in reader.all("#panel section.cited-by .what"))
    assert reader.page.errors() == []


def test_which_treaties_matter_most_to_the_council_since_2010(reader: Reader, built: Path) -> None:
    reader.explore()
    reader.choose("#by", "council")
    reader.slide("from", 2010)
    reader.click("#kinds [data-alone=treaty]")
    reader.page.settle()
    question = """
    SELECT ?symbol (STR(COUNT(DISTINCT ?citing)) AS ?count) WHERE {
      ?citing a rc:Work ; dcterms:identifier ?name ; eli:date_document ?date . ?citation cito:hasCitingEntity ?citing ;
        cito:hasCitedEntity ?treaty . ?treaty a rc:Treaty ; dcterms:identifier ?symbol
      FILTER(STRSTARTS(?name, "S/") && STR(?date) >= "2010") } GROUP BY ?symbol
    """
    assert reader.listed() == [("NPT", "2"), ("UN Charter", "1")]
    assert {count for _, count in answers(built, question)} == {"1", "2"}
    assert len(answers(built, question)) == 2
    assert reader.page.errors() == []


def cited(built: Path, symbol: str) -> set[str]:
    """What a text cites, by a query."""
    question = """
    SELECT DISTINCT ?symbol WHERE {
      ?citing dcterms:identifier "%s" ; cito:cites ?work . ?work dcterms:identifier ?symbol }
    """
    return {symbol for (symbol,) in answers(built, question % symbol)}


def lines(reader: Reader, state: str) -> set[str]:
    """The cited texts of the table whose last column has a state; symbols without blanks."""
    script = """
        const rows = [...document.querySelectorAll(".view.series tbody tr")];
        const own = rows.filter((row) => row.lastElementChild.classList.contains("is-" + arguments[0]));
        return own.map((row) => [...row.querySelectorAll("th a")].at(-1).hash.slice(1).split("&")[0]);
    """
    return set(reader.page.run(script, state))


def test_what_one_text_cites_that_another_does_not(reader: Reader, built: Path) -> None:
    reader.explore()
    reader.click("#views [data-view=series]")
    for field, words in zip(reader.all(".pickers form input"), ("S/RES/9803", f"76/901{Keys.ENTER}"), strict=True):
        reader.act()
        field.send_keys(words)
    reader.page.settle()
    one, other = cited(built, "S/RES/9803(1998)"), cited(built, "A/RES/76/901")
    assert lines(reader, "new") == other - one == {"S/RES/1540(2004)"}
    assert lines(reader, "dropped") == one - other == {"treaty:un-charter"}
    assert reader.page.errors() == []


def test_how_a_series_changed_from_year_to_year(reader: Reader, built: Path) -> None:
    reader.explore()
    reader.search("78/903")
    reader.click("#views [data-view=series]")
    reader.page.settle()
    columns = [each.text for each in reader.all(".view.series thead th:not(:first-child) a")]
    question = """
    SELECT ?symbol WHERE {
      ?work rc:continues* ?member . ?work dcterms:identifier "A/RES/78/903" . ?member dcterms:identifier ?symbol }
    """
    assert {(each,) for each in columns} == answers(built, question)
    assert columns == ["A/RES/76/901", "A/RES/77/902", "A/RES/78/903"]
    last, before = cited(built, "A/RES/78/903"), cited(built, "A/RES/77/902")
    assert lines(reader, "new") == last - before - {"A/RES/77/902"} == {"treaty:un-charter"}
    assert lines(reader, "kept") == last & before == {"treaty:unclos"}
    assert reader.page.errors() == []


def test_what_lies_within_two_steps_of_the_law_of_the_sea(reader: Reader, built: Path) -> None:
    reader.explore()
    reader.search("UNCLOS")
    if reader.page.run("return document.body.dataset.view") != "ego":  # where a small collection does not open so
        reader.click("#views [data-view=ego]")
    reader.act()
    script = "const steps = document.getElementById('ego-depth'); steps.value = 2;"
    reader.page.run(script + "steps.dispatchEvent(new Event('input'));")
    reader.page.settle()
    rows = reader.page.run("return recalling.geometry().marks.map(({id}) => id)")
    documents = reader.page.run("return JSON.parse(document.getElementById('documents').textContent)")
    question = """
    SELECT DISTINCT ?symbol WHERE {
      ?sea dcterms:identifier "treaty:unclos" ; (cito:cites|^cito:cites)/((cito:cites|^cito:cites)?) ?work .
      ?work dcterms:identifier ?symbol }
    """
    assert {(documents[row]["symbol"],) for row in rows} == answers(built, question)
    assert len(rows) > 4
    assert reader.page.errors() == []


def test_a_figure_for_a_paper(reader: Reader) -> None:
    reader.explore()
    reader.page.run(
        "const real = URL.createObjectURL; URL.createObjectURL = (b) => { window.kept = b; return real(b); }"
    )
    reader.click("#figure-open")
    reader.click("#pdf")
    reader.page.wait("return Boolean(window.kept)")
    assert reader.page.run("return [kept.type, kept.size > 3000]") == ["application/pdf", True]
    assert reader.page.errors() == []


def test_what_an_unread_text_is(reader: Reader, built: Path) -> None:
    reader.explore()
    reader.click("#views [data-view=map]")
    reader.page.settle()
    reader.act()
    at = reader.page.run("return recalling.where('treaty:unclos')")
    chain = ActionChains(reader.page.driver)
    chain.w3c_actions.pointer_action.move_to_location(int(at["x"]), int(at["y"]))  # type: ignore[no-untyped-call]  # selenium's
    chain.click().perform()
    reader.page.wait("return !document.getElementById('detail').hidden")
    panel = reader.page.driver.find_element(By.ID, "panel").text
    assert "United Nations Convention on the Law of the Sea" in panel
    assert "Not read; what it cites is unknown" in panel
    question = """
    SELECT DISTINCT ?symbol WHERE {
      ?citation cito:hasCitedEntity/dcterms:identifier "treaty:unclos" ;
        cito:hasCitingEntity/dcterms:identifier ?symbol }
    """
    citing = {each.text.replace(" ", "") for each in reader.all("#panel section.cited-by .who .text")}
    assert {(each,) for each in citing} == answers(built, question)
    assert reader.page.errors() == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("network.html#S/RES/1540(2004)", "explore.html#S/RES/1540(2004)"),
        ("timeline.html?lang=zh#treaty:npt", "explore.html?lang=zh#treaty:npt&view=timeline"),
        ("atlas.html", "explore.html#view=map"),
    ],
)
def test_earlier_names_and_deep_links_open_the_explorer(reader: Reader, built: Path, old: str, new: str) -> None:
    reader.page.driver.get((built / "index.html").as_uri().replace("index.html", old))
    reader.page.wait("return location.pathname.endsWith('explore.html')")
    reader.ready()
    assert reader.page.driver.current_url.endswith("/" + new)
    assert reader.page.errors() == []


@pytest.mark.parametrize("name", ["s/res/1540", "UNCLOS", "treaty:NPT", "https://undocs.org/S/RES/1540(2004)"])
def test_a_deep_link_may_name_a_text_as_people_do(reader: Reader, built: Path, name: str) -> None:
    reader.page.driver.get("about:blank")
    reader.page.driver.get(f"{(built / 'explore.html').as_uri()}#{name}")
    reader.ready()
    assert reader.page.driver.find_element(By.CSS_SELECTOR, "#panel h2").is_displayed()
    assert not reader.page.driver.find_element(By.ID, "missing").is_displayed()


def test_a_deep_link_that_finds_nothing_says_so(reader: Reader, built: Path) -> None:
    reader.page.driver.get("about:blank")
    reader.page.driver.get(f"{(built / 'explore.html').as_uri()}#A/RES/1/9999")
    reader.ready()
    assert "A/RES/1/9999" in reader.page.driver.find_element(By.ID, "missing").text
