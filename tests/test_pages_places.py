"""Where texts stand on the timeline and in the atlas, and what the pages know of how they were adopted."""

import math
import subprocess
import sys
from itertools import combinations

import pytest
from graph_sample import NO_CATALOGUE, REGISTRY
from page_networks import add_citation, add_text, block, citations, count_citations, large_network, small_network

from extract.model.adoption import Subject, Vote
from extract.model.record import DocumentRecord
from graph.network.clusters import find_clusters
from graph.network.network import citation_network
from graph.network.particulars import add_particulars
from graph.pages.explorer import render_explorer_page
from graph.pages.parts.content import year_of
from graph.pages.parts.topics import name_clusters
from graph.pages.placing.islands import place_islands
from graph.rdf.build import build_graph


def test_a_text_stands_above_its_date_in_the_lane_of_its_body() -> None:
    page = render_explorer_page(small_network())
    symbols = [each["symbol"] for each in block(page, "documents")]
    places = block(page, "places-timeline")
    at = {symbol: (places["x"][row], places["y"][row]) for row, symbol in enumerate(symbols)}
    lanes = {lane["body"]: lane for lane in places["lanes"]}
    assert at["A/RES/62/37"][0] == pytest.approx(2007.92, abs=0.05)
    assert lanes["assembly"]["low"] <= at["A/RES/62/37"][1] <= lanes["assembly"]["high"]
    assert lanes["council"]["low"] <= at["S/RES/1718(2006)"][1] <= lanes["council"]["high"]
    assert at["S/RES/1718(2006)"][0] == pytest.approx(2006.5, abs=0.1)  # no date is known: in the year of its symbol
    assert at["treaty:npt"][0] < places["first"]  # nothing tells when: left of the years
    assert at["A/RES/62/37"][1] == at["A/RES/63/41"][1]  # a series is one row


def test_no_two_texts_of_one_time_and_body_cover_each_other() -> None:
    network = small_network().__class__()
    for number in range(200):
        add_text(network, f"A/RES/70/{number}", date=f"2015-12-{1 + number % 20:02}")
    for number in range(1, 5):
        add_text(
            network, f"A/RES/{60 + number}/999", date=f"20{10 + number}-12-01", continues=f"A/RES/{59 + number}/999"
        )
    places = block(render_explorer_page(network), "places-timeline")
    assert len(set(zip(places["x"], places["y"], strict=True))) == len(network)


def test_the_map_sets_groups_apart_and_places_every_text() -> None:
    groups = [range(start, start + 30) for start in (0, 30, 60)]
    edges = [(a, b, 1.0) for group in groups for a, b in combinations(group, 2) if (a + b) % 3] + [(0, 30, 1.0)]
    clusters = find_clusters(92, edges)
    assert [clusters[group[0]] for group in groups] == [0, 1, 2]
    assert clusters[90:] == [-1, -1]
    places = place_islands(clusters, edges, [3.0] * 92)
    centres = [[sum(places[n][axis] for n in group) / 30 for axis in (0, 1)] for group in groups]
    for own, group in enumerate(groups):
        for node in group:
            nearest = min(range(3), key=lambda each: math.dist(places[node], centres[each]))
            assert nearest == own


def test_no_island_of_a_large_map_covers_another() -> None:
    network = large_network(3000, citations=9000)
    places = block(render_explorer_page(network), "places-map")
    clusters = places["cluster"]
    assert max(clusters) > 5
    discs = []
    for number in range(max(clusters) + 1):
        rows = [row for row, cluster in enumerate(clusters) if cluster == number]
        at = [(places["x"][row], places["y"][row]) for row in rows]
        middle = (sum(x for x, _ in at) / len(at), sum(y for _, y in at) / len(at))
        discs.append((middle, max(math.dist(middle, each) for each in at)))
    for (one, reach), (other, far) in combinations(discs, 2):
        assert math.dist(one, other) > 0.9 * (reach + far)
    assert len(set(zip(places["x"], places["y"], strict=True))) == 3000


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_texts_are_placed_too(count: int) -> None:
    edges = [(0, 1, 1.0)] if count > 1 else []
    assert len(place_islands(find_clusters(count, edges), edges, [3.0] * count)) == count


def test_a_text_that_all_cite_does_not_join_what_has_nothing_else_in_common() -> None:
    groups = [range(1, 20), range(20, 40)]
    edges = [(a, b, 1.0) for group in groups for a, b in combinations(group, 2) if (a * b) % 4 == 1]
    edges += [(node, 0, 1.0) for node in range(1, 40)]
    clusters = find_clusters(40, edges)
    assert {clusters[node] for node in (1, 5, 9)} != {clusters[node] for node in (21, 25, 29)}


NAMED = {
    0: [
        "The situation in Atlantis",
        "Extension of the mandate of the mission in Atlantis",
        "Atlantis",
        "Question of Atlantis",
    ],
    1: ["Women, peace and the deep sea", "Women and the deep sea", "The deep sea", "Extension of the deep sea"],
    2: ["Report of the Commission on Windmills", "Commission on Windmills", "Report of the Commission on Windmills"],
}


def documents_named(titles: dict[int, list[str]], language: str) -> tuple[list[dict[str, dict[str, str]]], list[int]]:
    rows = [(number, title) for number, group in titles.items() for title in group]
    return [{"titles": {language: title}} for _, title in rows], [number for number, _ in rows]


def test_a_group_is_named_by_what_its_titles_have_and_others_have_not() -> None:
    names = name_clusters(*documents_named(NAMED, "en"))
    assert [each["en"] for each in names] == [
        "Atlantis",
        "Deep sea",
        "Windmills",
    ]  # two words tell more than "Women", which half the titles have


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (["Threats to the islands caused by windmills", "Threats to the islands caused by whales"], ""),
        (["Fishing in the Gulf of Wales by boats", "Trade in the Gulf of Wales"], "Gulf of Wales"),
        (["Access to clean, quiet and reliable windmills", "Access to clean, quiet and cheap windmills"], ""),
        (["Purchase by pirates of fast ships", "Sale by pirates of fast ships"], "Fast ships"),
    ],
)
def test_a_piece_of_a_phrase_is_no_name(titles: list[str], name: str) -> None:
    assert name_clusters(*documents_named({0: titles}, "en")) == [{"en": name} if name else {}]


@pytest.mark.parametrize(
    ("language", "titles", "name"),
    [
        ("fr", ["La situation dans l'Atlantide", "Question de l’Atlantide", "Atlantide"], "Atlantide"),
        ("zh", ["关于亚特兰蒂斯的报告", "亚特兰蒂斯的报告", "亚特兰蒂斯"], "亚特兰蒂斯"),
        ("ru", ["Мир на море", "Мир на море: дальнейшие меры", "Доклад о мире на море"], "Мир на море"),
    ],
)
def test_a_group_has_a_name_in_the_languages_of_its_titles(language: str, titles: list[str], name: str) -> None:
    names = name_clusters(*documents_named({0: titles}, language))
    assert names == [{language: name}]


def test_words_of_a_russian_title_are_not_a_name_in_the_case_they_stand_in() -> None:
    titles = {0: ["Положение в Атлантиде", "Вопрос об Атлантиде", "Доклад об Атлантиде"]}
    assert name_clusters(*documents_named(titles, "ru")) == [{}]


def test_a_name_that_is_a_title_is_that_of_its_other_languages_too() -> None:
    documents = [{"titles": {"en": title}} for title in ("Deep sea", "The deep sea", "Law of the deep sea")]
    documents[0]["titles"] |= {"fr": "Les abysses", "ar": "أعماق البحار"}
    assert name_clusters(documents, [0, 0, 0]) == [{"en": "Deep sea", "fr": "Les abysses", "ar": "أعماق البحار"}]


def test_titles_that_have_nothing_in_common_give_no_name() -> None:
    assert name_clusters(*documents_named({0: ["Windmills", "Whales", "Women"]}, "en")) == [{}]
    assert name_clusters([], []) == []


def test_the_same_network_gives_the_same_bytes_in_another_process() -> None:
    program = (
        "import hashlib, sys; sys.path.insert(0, 'tests')\n"
        "from page_networks import large_network\n"
        "from graph.pages.explorer import render_explorer_page\n"
        "network = large_network(700, citations=1500)\n"
        "page = render_explorer_page(network)\n"
        "print(hashlib.sha256(page.encode()).hexdigest())\n"
    )
    digests = {
        subprocess.run(  # noqa: S603  # our own interpreter and program
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("0", "1")
    }
    assert len(digests) == 1


def test_beyond_their_limits_the_pages_say_how_many_there_are() -> None:
    network = large_network(120, citations=200)
    page = render_explorer_page(network, limit=50)
    assert block(page, "about")["texts"] == {"all": 120, "shown": 50}
    assert len(block(page, "others")) == 70


def test_votes_subjects_and_sponsors_reach_the_pages() -> None:
    record = DocumentRecord(
        symbol="A/RES/62/37",
        file="a.txt",
        language="en",
        vote=Vote(in_favour=170, against=3, abstaining=9),
        subjects=(Subject(label="WATER"), Subject(label="DISARMAMENT")),
        sponsors=("Atlantis",),
        draft="A/C.1/62/L.1",
        agenda_item="98 (b)",
    )
    graph = build_graph([record], [], registry=REGISTRY, catalogue=NO_CATALOGUE)
    network = citation_network(graph)
    add_particulars(network, graph)
    (document,) = block(render_explorer_page(network), "documents")
    assert document["vote"] == "170-3-9"
    assert document["subjects"] == "DISARMAMENT; WATER"
    assert (document["sponsors"], document["draft"], document["agenda_item"]) == ("Atlantis", "A/C.1/62/L.1", "98 (b)")


def test_only_a_safe_address_leads_to_the_page_of_a_text() -> None:
    network = small_network()
    texts = {"A/RES/62/37": "documents/A-RES-62-37.html", "A/RES/63/41": "javascript:alert(1)"}
    documents = {each["symbol"]: each for each in block(render_explorer_page(network, texts=texts), "documents")}
    assert documents["A/RES/62/37"]["page"] == "documents/A-RES-62-37.html"
    assert "page" not in documents["A/RES/63/41"]


def test_a_page_number_stands_with_the_quote() -> None:
    network = count_citations(small_network())
    add_citation(network, "A/RES/63/41", "treaty:npt", page=4)
    page = render_explorer_page(network)
    assert {row["page"] for row in citations(page)} == {"", "4"}


@pytest.mark.parametrize(
    ("symbol", "year"),
    [
        ("S/RES/425(1978)", "1978"),
        ("S/2015/730", "2015"),
        ("E/RES/2005/20", "2005"),
        ("A/RES/217A(III)", "1948"),
        ("A/RES/70/1", "2015"),
        ("A/70/299", "2015"),
        ("A/HRC/52/30", ""),
        ("A/RES/ES-11/1", ""),
        ("S/12345", ""),
        ("treaty:npt", ""),
    ],
)
def test_a_text_without_a_date_stands_in_the_year_that_its_symbol_tells(symbol: str, year: str) -> None:
    assert year_of(symbol) == year
