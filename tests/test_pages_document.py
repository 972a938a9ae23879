"""Document and compare pages, as markup and in a browser."""

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from command import SPECIMENS
from page_browser import Page, chromium, page
from page_networks import IMAGE, SCRIPT, add_citation, hostile_network, small_network
from table_sample import docx

from extract.find import find_citations
from extract.model.cell import Cell
from extract.model.citation import Citation, Evidence, Unresolved
from extract.model.label import Label
from extract.model.record import DocumentRecord
from extract.reading.containers.source import Source
from extract.reading.readers import read_document
from graph.network.comparison import compare
from graph.output.document_pages import page_name, render_quotes
from graph.pages.compare import render_compare_page
from graph.pages.document import Version, render_document_page
from graph.pages.passage import Cited
from graph.pipeline.reading import Reading, read_file
from graph.pipeline.transcript import Passage, transcribe

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["chromium", "page"]  # fixtures, found by their names

SIZES = [(1440, 900), (390, 844)]


def _version(name: str) -> Version:
    (reading,) = read_file(Source(SPECIMENS / name))
    assert isinstance(reading, Reading)
    return Version(record=reading.record, references=reading.references, passages=reading.passages)


def _specimen() -> str:
    versions = [_version("A_RES_79_901.en.txt"), _version("A_RES_79_901.zh.txt")]
    return render_document_page("A/RES/79/901", versions, lookup=lambda key: Cited(f"https://undocs.org/{key}"))


def _hostile() -> str:
    texts = (SCRIPT, IMAGE, "\u202etxet", "w" * 10_000, "javascript:alert(1)", "\x00\ud800\u2028'\"")
    references: list[Citation | Unresolved] = []
    passages = []
    for number, text in enumerate(texts):
        evidence = Evidence(
            source=text, file=text, language=text, quote=text, start=0, end=1, paragraph=text, relation="recalls",
            verb=text, pinpoint=text, date=text, via=text, note=text, linked=text,
        )  # fmt: skip
        references.append(Citation(evidence=evidence, target=text, kind="document", title=text, unts=7))
        references.append(Unresolved(evidence=evidence, kind="resolution", reason=text))
        length = min(len(text), 5)
        spans = ((0, length, 2 * number), (1, length, 2 * number + 1))
        passages.append(Passage(Label(text), text, 1, ((1, text),), spans))
    record = DocumentRecord(symbol=SCRIPT, file=IMAGE, language=SCRIPT, title=SCRIPT, organ=IMAGE, warnings=texts)
    version = Version(record=record, references=references, passages=passages)
    return render_document_page(
        SCRIPT, [version], lookup=lambda key: Cited(key, {"zh": key}), official="javascript:alert(1)"
    )


def test_a_document_page_shows_every_paragraph_and_reference() -> None:
    version = _version("A_RES_79_902.en.txt")
    html = render_document_page("A/RES/79/902", [version], lookup=lambda _: Cited())
    for each in version.passages:
        assert f'id="en/{each.label}"' in html
    assert html.count('<li id="en/r') == len(version.references)
    assert len(set(re.findall(r'href="#en/r(\d+)"', html))) == len(version.references)


def test_a_piece_of_two_references_leads_to_the_shorter() -> None:
    evidence = Evidence(
        source=None, file="a", language="en", quote="x", start=0, end=1, paragraph="pp1", relation="notes"
    )
    both = [Citation(evidence=evidence, target=f"A/RES/61/{number}", kind="resolution") for number in (1, 2)]
    version = Version(
        record=DocumentRecord(symbol=None, file="a", language="en"),
        references=both,
        passages=[Passage(Label("pp1"), "final document of the treaty here", spans=((0, 28, 0), (18, 28, 1)))],
    )
    html = render_document_page("a", [version], lookup=lambda _: Cited())
    pieces = re.findall(r'href="#en/(r\d)" title="[^"]*">([^<]*)</a>', html)
    assert pieces == [("r0", "final document of "), ("r1", "the treaty")]


def test_a_table_is_shown_as_a_table() -> None:
    rows = [["General Assembly resolutions"], ["60/911", "<b>Wells</b>"], ["61/912", "Springs"]]
    lead = "The table below shows every mandate that the organs have given to the programme since it was set up."
    reading = read_bytes(docx(lead, rows))
    html = render_document_page("a", [reading], lookup=lambda _: Cited())
    assert html.count("<table") == 1
    assert '<td id="en/table1/r1c1" colspan="2">' in html
    assert '<td id="en/table1/r3c2">' in html
    assert "&lt;b&gt;Wells&lt;/b&gt;" in html
    assert html.count('<li id="en/r') == len(reading.references) == 2


def test_cells_that_hold_nothing_keep_their_columns() -> None:
    cells = [Cell(1, 1, 1, 2, 1), Cell(1, 1, 3), Cell(1, 2, 4, 1, 150)]
    passages = [Passage(Label.of_cell(cell.table, cell.row, cell.column), "x", cell=cell) for cell in cells]
    version = Version(record=DocumentRecord(symbol=None, file="a", language="en"), references=(), passages=passages)
    html = render_document_page("a", [version], lookup=lambda _: Cited())
    table = re.sub(r"<p.*?</p>| id=\"[^\"]*\"", "", html[html.index("<tbody>") : html.index("</tbody>")])
    assert table == (
        '<tbody><tr><td rowspan="2"></td><td></td><td></td></tr><tr><td colspan="2"></td><td colspan="150"></td></tr>'
    )


def read_bytes(data: bytes) -> Version:
    document = read_document(data, file="a.docx")
    references = find_citations(document)
    return Version(record=document.record, references=references, passages=transcribe(document, references))


def test_versions_of_one_language_have_names_of_their_own() -> None:
    version = _version("A_RES_79_902.en.txt")
    html = render_document_page("A/RES/79/902", [version, version], lookup=lambda _: Cited())
    assert 'id="en"' in html
    assert 'id="en-2"' in html
    identifiers = re.findall(r' id="([^"]+)"', html)
    assert len(identifiers) - len(set(identifiers)) <= _repeated_labels(version) * 2


def _repeated_labels(version: Version) -> int:
    labels = [each.label for each in version.passages]
    return len(labels) - len(set(labels))


def test_a_page_needs_a_version() -> None:
    with pytest.raises(ValueError, match="at least one version"):
        render_document_page("a", [], lookup=lambda _: Cited())


def test_names_of_pages_are_safe_everywhere() -> None:
    assert page_name("A/RES/62/37") == "A-RES-62-37.html"
    assert page_name("S/RES/1718(2006)") == "S-RES-1718(2006).html"
    for key in ("../../etc/passwd", "file:...", "file:决议", "A/" + "x" * 500, "\ud800", "file:con\x00\n.html"):
        name = page_name(key)
        assert re.fullmatch(r"[A-Za-z0-9(][A-Za-z0-9().\-]*", name)
        assert len(name) < 100


def test_quotes_alone_make_a_page_too() -> None:
    html = render_quotes(small_network(), "A/RES/62/37")
    assert "《不扩散核武器条约》第六条" in html
    assert 'id="zh/fn7"' in html
    assert "S/RES/1718(2006)" in html


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("dark", [False, True])
def test_a_document_opens_without_any_request_or_error(page: Page, width: int, height: int, *, dark: bool) -> None:
    page.view(width, height, dark=dark)
    page.open(_specimen())
    assert page.errors() == []
    assert page.requests() == {page.address}
    assert page.run("return document.documentElement.scrollWidth <= innerWidth")


def test_a_version_is_chosen_by_its_tab_and_by_the_address(page: Page) -> None:
    page.open(_specimen())
    shown = (
        "return [...document.querySelectorAll('.version')].filter((each) => each.offsetHeight).map((each) => each.id)"
    )
    assert page.run(shown) == ["en"]
    page.run("document.querySelector('.versions a:last-child').click()")
    page.wait(f"return ({shown.removeprefix('return ')}).join() === 'zh'")
    page.open(_specimen(), suffix="#zh/pp3")
    assert page.run(shown) == ["zh"]
    assert page.run("return document.querySelector(':target').id") == "zh/pp3"


def test_a_reference_leads_to_what_it_was_read_as(page: Page) -> None:
    page.open(_specimen())
    page.run("document.querySelector('.version .reference').click()")
    page.wait("return document.querySelector('.rows li:target') !== null")
    assert page.run("return document.querySelector('.rows li:target a').href").startswith("https://undocs.org/")


def test_a_reader_goes_from_reference_to_reference_and_a_version_keeps_the_paragraph(page: Page) -> None:
    page.open(_specimen(), suffix="?lang=en")
    for place in (0, 1):
        page.run("document.getElementById('next').click()")
        assert page.run("return location.hash") == f"#en/r{place}"
    page.wait("return document.getElementById('step').textContent.startsWith('Reference 2 of ')")
    page.run("document.getElementById('previous').click()")
    assert page.run("return location.hash") == "#en/r0"
    paragraph = page.run("return document.getElementById('en/r0').closest('.passage').id").removeprefix("en/")
    page.wait("return document.querySelector('.versions a:last-child').hash === arguments[0]", f"#zh/{paragraph}")
    page.run("document.querySelector('.versions a:last-child').click()")
    page.wait("return document.querySelector('.versions a:last-child').getAttribute('aria-current') === 'true'")
    page.run("document.getElementById('next').click()")
    assert (
        page.run("return document.getElementById(location.hash.slice(1)).closest('.passage').id") == f"zh/{paragraph}"
    )
    page.run("location.hash = '#%zz'")
    assert page.errors() == []


def test_only_paragraphs_with_what_is_not_resolved_are_left_on_demand(page: Page) -> None:
    page.open(_hostile())
    version = _version("E_RES_2024_901.en.txt")
    page.open(render_document_page("E/RES/2024/901", [version], lookup=lambda _: Cited()))
    visible = "return [...document.querySelectorAll('.passage')].filter((each) => each.offsetHeight).length"
    all_of_them = page.run(visible)
    page.run("document.getElementById('only').click()")
    unresolved = {each.evidence.paragraph for each in version.references if isinstance(each, Unresolved)}
    assert 0 < page.run(visible) == len(unresolved) < all_of_them


def test_the_reader_s_language_is_spoken(page: Page) -> None:
    page.open(_specimen(), suffix="?lang=zh")
    assert page.run("return document.querySelector('.about dt').textContent") == "机关"
    assert page.run("return document.querySelector('.versions a').textContent") == "英语"
    named = {"zh": "不扩散核武器条约"}
    page.open(
        render_document_page("a", [_version("A_RES_79_901.en.txt")], lookup=lambda _: Cited(None, named)),
        suffix="?lang=zh",
    )
    assert page.run("return document.querySelector('li.in-treaty .target').innerText") == "不扩散核武器条约"


def test_a_text_opens_in_the_readers_language(page: Page) -> None:
    for suffix, shown in (("?lang=zh", "zh"), ("?lang=en", "en"), ("?lang=ar", "en"), ("?lang=zh#en/pp1", "en")):
        page.open(_specimen(), suffix=suffix)
        seen = "return [...document.querySelectorAll('.version')].filter((each) => each.offsetParent).map(({id}) => id)"
        page.wait(f"return ({seen.replace('return ', '')}).length === 1")
        assert page.run(seen) == [shown], suffix
        assert (page.run("return scrollY") == 0) == ("#" not in suffix)
    page.open(_specimen(), suffix="?lang=fr")
    words = page.run("return document.querySelector('.version .about').innerText")
    assert "Assemblée générale" in words
    assert "General Assembly" not in words


@pytest.mark.parametrize("make", [_hostile, lambda: _compared(hostile_network()), lambda: _quoted(hostile_network())])
@pytest.mark.parametrize("width", [1440, 390])
def test_hostile_texts_stay_text(page: Page, make: object, width: int) -> None:
    assert callable(make)
    page.view(width, 844)
    page.open(make())
    assert page.run("return document.title") != "taken"
    assert page.run("return document.querySelectorAll('img, [onerror], a[href^=javascript]').length") == 0
    assert page.errors() == []
    assert page.requests() == {page.address}
    assert page.run("return document.documentElement.scrollWidth <= innerWidth")


def _compared(network: "nx.MultiDiGraph[str]") -> str:
    one, two = list(network)[:2]
    return render_compare_page(network, compare(network, one, two), beside=lambda key, _, label: f"x.html#{key}{label}")


def _quoted(network: "nx.MultiDiGraph[str]") -> str:
    return render_quotes(network, next(iter(network)))


def test_two_texts_side_by_side(page: Page) -> None:
    network = small_network()
    add_citation(network, "A/RES/62/37", "treaty:npt", relation="reaffirms", verb="Reaffirming", paragraph="pp4")
    add_citation(network, "A/RES/63/41", "treaty:npt", relation="recalls", verb="Recalling", paragraph="pp4")
    html = _compared(network)
    page.open(html)
    assert page.errors() == []
    assert page.requests() == {page.address}
    assert page.run("return document.querySelector('section.kept tbody th').textContent").startswith("NPT")
    assert page.run("return document.querySelectorAll('section.kept .changed').length") == 1
    assert page.run("return document.querySelectorAll('section.added tbody tr').length") == 1


def test_a_compare_page_fits_a_small_screen(page: Page, tmp_path: Path) -> None:
    del tmp_path
    page.view(390, 844)
    page.open(_compared(small_network()))
    assert page.run("return document.documentElement.scrollWidth <= innerWidth")


def test_a_title_of_the_record_is_shown() -> None:
    version = _version("A_RES_79_902.en.txt")
    changed = replace(version, record=replace(version.record, title="Wells & ferries"))
    assert "Wells &amp; ferries" in render_document_page("A/RES/79/902", [changed], lookup=lambda _: Cited())


def test_a_comparison_meets_its_reader_in_the_readers_language(page: Page) -> None:
    network = small_network()
    for code in ("ar", "en", "fr"):
        for citing in ("A/RES/62/37", "A/RES/63/41"):
            add_citation(network, citing, "treaty:npt", language=code, quote=f"quoted in {code}")
    network.nodes["treaty:npt"].update(title="Title for all", title_fr="Titre français", title_ar="عنوان عربي")
    network.nodes["A/RES/62/37"].update(title_fr="Intitulé français")
    ends = ("A/RES/62/37", "A/RES/63/41")
    english, *others = [compare(network, *ends, code) for code in ("en", "ar", "fr")]
    html = render_compare_page(network, english, others=others)
    for reader, code in (("en", "en"), ("fr", "fr"), ("ar", "ar"), ("ru", "en")):
        page.open(html, suffix=f"?lang={reader}")
        shown = page.run("return document.querySelector('main').innerText")
        assert f"quoted in {code}" in shown
        assert not any(f"quoted in {other}" in shown for other in {"en", "fr", "ar"} - {code})
        assert {"en": "Title for all", "fr": "Titre français", "ar": "عنوان عربي"}[code] in shown
        heading = page.run("return document.querySelector('.sides').innerText")
        title = {"fr": "Intitulé français", "ar": "تقليل الخطر"}.get(reader, "Reducing danger")
        assert title in heading.partition("A/RES/63")[0]
    assert page.errors() == []
