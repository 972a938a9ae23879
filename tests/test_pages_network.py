"""The network page as a file: what stands in it, and that the same network gives the same bytes."""

import base64
import hashlib
import math
import subprocess
import sys
from html.parser import HTMLParser
from importlib import resources
from itertools import combinations
from pathlib import Path

import pytest
import regex
from page_networks import QUOTE, block, citations, hostile_network, large_network, small_network

from extract.model.citation import KINDS, RELATIONS, Evidence, Unresolved
from extract.model.errors import DataError
from graph.pages.accuracy import Accuracy, load_accuracy
from graph.pages.drawing import draw
from graph.pages.explorer import render_explorer_page
from graph.pages.index import render_index_page
from graph.pages.parts.content import GROUPS, day, radii
from graph.pages.parts.groups import BODIES, body
from graph.pages.parts.selection import select
from graph.pages.parts.strings import languages, parse_languages, used_keys
from graph.pages.placing.clusters import layout


class Elements(HTMLParser):
    """Notes every element of a page with its attributes."""

    def __init__(self) -> None:
        """Start with nothing seen."""
        super().__init__()
        self.seen: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.seen.append((tag, {name: value or "" for name, value in attrs}))


def elements(page: str) -> list[tuple[str, dict[str, str]]]:
    reader = Elements()
    reader.feed(page)
    return reader.seen


def policy(page: str) -> str:
    found = regex.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert found
    return found[1].replace("&#x27;", "'")


def pages() -> list[str]:
    evidence = Evidence(
        source=None, file="a.txt", language="zh", quote="《公约》", start=0, end=4, paragraph="pp1", relation="notes"
    )
    unresolved = Unresolved(evidence=evidence, kind="treaty", reason="no convention is named before")
    figures = {"read": 2, "found": 8, "unresolved": 1, "skipped": 0}
    return [
        render_explorer_page(small_network(), pages=("index.html", "explore.html")),
        render_explorer_page(hostile_network(), title="<b>"),
        render_index_page(small_network(), figures=figures, unresolved=[unresolved], files=["explore.html"]),
        render_index_page(hostile_network(), figures=figures, skipped=[("<i>", "<b>")]),
    ]


@pytest.mark.parametrize("page", pages())
def test_a_page_refers_to_nothing_outside_itself(page: str) -> None:
    for tag, attributes in elements(page):
        assert "src" not in attributes
        assert tag != "base"
        if tag == "link":
            assert attributes["href"] == "data:,"
        elif "href" in attributes:
            assert tag == "a"
    style = regex.search(r"<style>(.*?)</style>", page, regex.DOTALL)
    assert style
    assert not regex.search(r"@import|url\(", style[1])


@pytest.mark.parametrize("page", pages())
def test_the_policy_names_the_hash_of_every_script_and_style_and_nothing_unsafe(page: str) -> None:
    allowed = policy(page)
    runs = regex.findall(r"<script>(.*?)</script>", page, regex.DOTALL)
    styles = regex.findall(r"<style>(.*?)</style>", page, regex.DOTALL)
    assert runs
    assert len(styles) == 1
    for text in runs + styles:
        assert "\r" not in text
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in allowed
    assert allowed.count("sha256-") == len(runs + styles)
    assert "unsafe" not in allowed
    assert "default-src 'none'" in allowed
    assert "connect-src 'none'" in allowed


@pytest.mark.parametrize("page", pages())
def test_every_script_element_is_ours_and_no_attribute_is_a_script(page: str) -> None:
    for tag, attributes in elements(page):
        assert not any(name.startswith("on") for name in attributes)
        assert "style" not in attributes
        if tag == "script":
            assert set(attributes) in (set(), {"type", "id"})
            assert attributes.get("type", "application/json") == "application/json"


@pytest.mark.parametrize("page", pages())
def test_a_page_can_be_written_as_utf8(page: str) -> None:
    assert page.encode("utf-8").startswith(b"<!DOCTYPE html>")
    assert '<meta charset="utf-8">' in page


def test_the_same_network_gives_the_same_bytes_in_another_process() -> None:
    program = (
        "import hashlib, sys; sys.path.insert(0, 'tests')\n"
        "from page_networks import large_network\n"
        "from graph.pages.explorer import render_explorer_page\n"
        "page = render_explorer_page(large_network(90, citations=300))\n"
        "print(hashlib.sha256(page.encode()).hexdigest())\n"
    )
    digests = {
        subprocess.run(  # noqa: S603  # our own interpreter and program
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("0", "1")
    }
    assert len(digests) == 1


def test_the_order_in_which_citations_were_added_does_not_matter() -> None:
    network = small_network()
    turned = network.__class__()
    turned.add_nodes_from(reversed(list(network.nodes(data=True))))
    for citing, cited, key, data in reversed([*network.edges(keys=True, data=True)]):
        turned.add_edge(citing, cited, key=key, **data)
    assert render_explorer_page(network) == render_explorer_page(turned)


def test_the_page_holds_what_the_network_knows() -> None:
    page = render_explorer_page(small_network())
    documents = {each["symbol"]: each for each in block(page, "documents")}
    treaty = documents["treaty:npt"]
    assert treaty["titles"]["zh"] == "不扩散核武器条约"
    assert treaty["unts"] == "10485"
    assert documents["A/RES/62/37"]["read"] is True
    assert "unts" not in documents["A/RES/62/37"]
    order = [each["symbol"] for each in block(page, "documents")]
    rows = [row for row in citations(page) if order[row["citing"]] == "A/RES/63/41"]
    assert [(row["paragraph"], row["quote"]) for row in rows] == [("pp3", QUOTE), ("op13(a)", QUOTE)]


def test_no_text_of_a_document_goes_through_pyvis() -> None:
    markup = draw([{"id": 0, "x": 1.0, "y": 2.0, "size": 6.0, "shape": "dot", "kind": "resolution"}])
    assert {key for node in block(markup, "nodes") for key in node} == {"id", "kind", "shape", "size", "x", "y"}
    assert block(markup, "options")["physics"]["enabled"] is False


def test_no_address_but_https_is_linked() -> None:
    assert all(
        each.get("url", "https:").startswith("https:")
        for each in block(render_explorer_page(hostile_network()), "documents")
    )


def test_every_line_knows_its_relations() -> None:
    page = render_explorer_page(small_network())
    symbols = [each["symbol"] for each in block(page, "documents")]
    pairs = block(page, "pairs")
    bits = {
        (symbols[a], symbols[b]): bits for a, b, bits in zip(pairs["from"], pairs["to"], pairs["bits"], strict=True)
    }
    asked = bits["A/RES/63/41", "A/RES/62/37"]
    assert [name for bit, name in enumerate(RELATIONS) if asked >> bit & 1] == ["recalls", "requests"]
    assert [[symbols[row] for row in pair] for pair in pairs["series"]] == [["A/RES/63/41", "A/RES/62/37"]]


def test_every_relation_stands_in_one_group() -> None:
    assert sorted(relation for relations in GROUPS.values() for relation in relations) == sorted(RELATIONS)


def test_a_body_is_told_by_organ_then_by_symbol() -> None:
    assert body("A/RES/62/37", {"kind": "resolution", "organ": "General Assembly"}) == "assembly"
    assert body("A/HRC/40/2", {"kind": "document"}) == "rights"
    assert body("A/62/37", {"kind": "document", "organ": ""}) == "assembly"
    assert body("S/2001/5", {"kind": "document"}) == "council"
    assert body("E/CN.4/2001/5", {"kind": "document"}) == "rights"
    assert (
        body("UNEP/EA.4/RES/1", {"kind": "resolution", "organ": "United Nations Environment Assembly"}) == "elsewhere"
    )
    assert body("treaty:npt", {"kind": "treaty"}) == "treaty"
    assert body("file:<b>", {}) == "elsewhere"


@pytest.mark.parametrize(
    ("date", "years"), [("2007-01-01", 2007.003), ("2007", 2007.54), ("2007-99-99", 2007.917), ("soon", None)]
)
def test_a_date_is_a_place_in_time(date: str, years: float | None) -> None:
    found = day(date)
    assert found is None if years is None else found == pytest.approx(years, abs=0.1)


def test_a_series_stands_in_a_line() -> None:
    chain = [(row, row - 1) for row in range(1, 8)]
    star = [(8 + row, row % 8, 1.0) for row in range(24)]
    places = layout([*star, *((a, b, 12.0) for a, b in chain)], [8.0] * 32, chains=chain)
    ends = math.dist(places[0], places[7])
    assert sum(math.dist(places[a], places[b]) for a, b in chain) < 1.35 * ends


def test_what_is_cited_more_often_is_larger() -> None:
    sizes = radii([0, 1, 4, 100, 5000])
    assert sizes == sorted(set(sizes))
    assert (sizes[0], sizes[-1]) == (6.0, 34.0)


def test_beyond_the_limit_the_most_cited_and_their_neighbours_stay() -> None:
    network = large_network(300, citations=900)
    chosen = select(network, limit=50)
    cited = sorted(network, key=lambda symbol: (-network.nodes[symbol]["cited"], symbol))
    assert len(chosen) == 50
    assert set(cited[:25]) <= set(chosen)
    others = set(chosen) - set(cited[:25])
    assert all(set(network.pred[each]) | set(network.succ[each]) & set(cited[:25]) for each in others)
    page = render_explorer_page(network, limit=50)
    about = block(page, "about")
    assert about["texts"] == {"all": 300, "shown": 50}
    documents = block(page, "documents")
    dropped = sum(each.get("citesElsewhere", 0) for each in documents)
    shown = sum(1 for citing, _ in network.edges() if citing in set(chosen))
    assert dropped + about["citations"]["shown"] == shown


def test_a_limit_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        render_explorer_page(small_network(), limit=0)


@pytest.mark.parametrize("count", [0, 1, 2, 40])
def test_discs_do_not_overlap_and_stand_at_finite_places(count: int) -> None:
    radii = [6.0 + index % 7 for index in range(count)]
    places = layout([(0, index, 1.0) for index in range(1, count)], radii)
    assert len(places) == count
    for (one, a), (two, b) in combinations(list(zip(places, radii, strict=True)), 2):
        assert (one[0] - two[0]) ** 2 + (one[1] - two[1]) ** 2 > (0.9 * (a + b)) ** 2


def test_texts_that_cite_each_other_stand_closer_than_others() -> None:
    groups = [range(15), range(15, 30)]
    edges = [(a, b, 1.0) for group in groups for a, b in combinations(group, 2)] + [(0, 15, 1.0)]
    places = layout(edges, [8.0] * 30)
    centres = [(sum(places[n][0] for n in group) / 15, sum(places[n][1] for n in group) / 15) for group in groups]
    for own, other, group in ((0, 1, groups[0]), (1, 0, groups[1])):
        for node in group:
            x, y = places[node]
            to_own = (x - centres[own][0]) ** 2 + (y - centres[own][1]) ** 2
            assert to_own < (x - centres[other][0]) ** 2 + (y - centres[other][1]) ** 2


def test_every_kind_and_relation_has_its_words_in_every_language() -> None:
    for language in languages():
        assert all(language.text[f"kind.{kind}"] for kind in KINDS)
        assert all(language.text[f"relation.{relation}"] for relation in RELATIONS)
        assert all(language.text[f"group.{group}"] for group in GROUPS)
        assert all(language.text[f"body.{name}"] for name in BODIES)


def sources() -> list[Path]:
    """The scripts that the bundles are made of."""
    folder = Path(__file__).parent.parent / "graph" / "pages" / "scripts"
    return sorted(path for path in folder.rglob("*.js") if "node_modules" not in path.parts)


def test_every_string_a_page_asks_for_is_in_the_table() -> None:
    known = set(languages()[0].text)
    asked = {key for page in pages() for key in regex.findall(r'data-t(?:-label|-hint)?="([^"]+)"', page)}
    script = "".join(path.read_text(encoding="utf-8") for path in sources())
    asked |= {key for key in regex.findall(r'\bsay\("([^"]+)"', script) if not key.endswith(".")}
    assert len(asked) > 40
    assert asked <= known


def test_languages_keep_the_same_places_for_values() -> None:
    first, *others = languages()
    assert [first.code, *(each.code for each in others)] == ["en", "ar", "es", "fr", "ru", "zh"]
    for language in others:
        for key, words in language.text.items():
            assert set(regex.findall(r"\{\w+\}", words)) == set(regex.findall(r"\{\w+\}", first.text[key])), key


def test_a_page_carries_the_words_that_it_uses_and_no_others() -> None:
    script = """say("close"); say("kind." + kind); say(`role.${role}`); say(ready ? "panel.read" : other.kind);"""
    used = used_keys('<h1 data-t="page.index"></h1><i data-t-hint="search.hint" data-x="legend"></i>', [script])
    whole = {"close", "panel.read", "page.index", "search.hint"}
    assert set(used) == whole | {key for key in languages()[0].text if key.startswith(("kind.", "role."))}


def test_a_table_of_strings_names_all_its_problems() -> None:
    table = {
        "en": {"name": "English", "direction": "ltr", "text": {"a": "A", "b": "B"}},
        "xx": {"direction": "up", "text": {"a": "A", "c": 1}},
    }
    with pytest.raises(DataError) as caught:
        parse_languages(table, file="strings")
    assert len(caught.value.problems) == 5


def test_the_overview_stands_without_its_script() -> None:
    evidence = Evidence(
        source="A/RES/62/37",
        file="a.txt",
        language="zh",
        quote="《公约》",
        start=0,
        end=4,
        paragraph="pp1",
        relation="notes",
    )
    page = render_index_page(
        small_network(),
        figures={"read": 1234, "found": 8},
        unresolved=[Unresolved(evidence=evidence, kind="treaty", reason="no convention is named before")],
        files=["citations.jsonl", "a b#c.csv", "javascript:x"],
        accuracy=[Accuracy(language="zh", precision=0.9876, recall=0.5, f1=0.66)],
        skipped=[("x.pdf", "no text layer")],
    )
    for words in ("1,234", "《公约》", "no convention is named before", "no text layer", "0.988", "Most cited", "NPT"):
        assert words in page
    assert 'href="./a%20b%23c.csv"' in page
    assert 'href="./javascript%3Ax"' in page
    assert "files skipped" not in regex.sub(r"<script\b.*?</script>", "", page, flags=regex.DOTALL)


def test_the_front_end_stays_small() -> None:
    bundles = [each for each in resources.files("graph.pages.bundles").iterdir() if each.name.endswith(".js")]
    assert len(bundles) >= 4
    assert all(len(each.read_bytes()) < 150_000 for each in bundles)
    for path in sources():
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path.name


def test_the_overview_shows_the_accuracy_that_is_published() -> None:
    published = (Path(__file__).parent.parent / "docs" / "accuracy.md").read_text(encoding="utf-8")
    for each in load_accuracy():
        row = regex.search(rf"(?m)^\| {each.language} \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|", published)
        assert row, each
        assert [float(row[place]) / 100 for place in (1, 2, 3)] == [each.precision, each.recall, each.f1]
