"""Series of the catalogue: how they are found, and what stands between the texts at hand."""

from collections.abc import Mapping

import pytest
from graph_sample import cite, record

from extract.catalogue.catalogue import Catalogue, shipped
from extract.catalogue.chains import FILE, Chain, Chains, find_chains, load_chains, written
from extract.catalogue.entry import Entry
from extract.catalogue.table import read_rows
from graph.citation_graph import CitationGraph
from graph.network.lineage import known_series, with_unread
from graph.network.lookup import NotInGraphError
from graph.output.folder import graph_of
from graph.pipeline.reading import Reading
from graph.pipeline.run import Run


def _chains(titles: Mapping[str, tuple[str, str]]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The chains among texts given as symbol to title and agenda item."""
    entries = [Entry(symbol=symbol, titles={"en": title}, agenda=item) for symbol, (title, item) in titles.items()]
    return [(chain.symbols, chain.reasons) for chain in find_chains(entries)]


def test_texts_of_one_title_are_a_series_over_gaps() -> None:
    found = _chains({
        "A/RES/70/10": ("Lighthouses", ""), "A/RES/72/12": ("Lighthouses", ""), "A/RES/71/9": ("Harbours", ""),
    })  # fmt: skip
    assert found == [(("A/RES/70/10", "A/RES/72/12"), ("title",))]


def test_an_agenda_item_tells_what_a_new_title_continues() -> None:
    found = _chains({
        "A/RES/70/10": ("Renewed will towards more lighthouses", "Navigation"),
        "A/RES/71/12": ("United will towards more lighthouses", "Renewed will towards more lighthouses"),
    })  # fmt: skip
    assert found == [(("A/RES/70/10", "A/RES/71/12"), ("item",))]


def test_an_item_of_many_texts_tells_nothing() -> None:
    assert _chains({
        "A/RES/70/10": ("Navigation", ""),
        "A/RES/71/12": ("Navigation lights", "Navigation"),
        "A/RES/71/13": ("Navigation charts", "Navigation"),
    }) == []  # fmt: skip


def test_titles_that_differ_in_a_letter_are_one_and_those_that_differ_in_a_number_are_not() -> None:
    one = "Programme of work of the Committee on Lighthouses for"
    assert _chains({"A/RES/70/10": (f"{one} Harbors", ""), "A/RES/71/10": (f"{one} Harbours", "")}) == [
        (("A/RES/70/10", "A/RES/71/10"), ("likeness",))
    ]
    assert _chains({"A/RES/70/10": (f"{one} 2016", ""), "A/RES/71/10": (f"{one} 2017", "")}) == []


def test_a_form_that_many_texts_of_a_session_bear_is_no_series() -> None:
    session = {f"A/RES/70/{number}": ("Programme budget", "") for number in range(10, 15)}
    assert _chains({"A/RES/69/10": ("Programme budget", ""), **session}) == []


def test_known_members_without_titles_are_linked() -> None:
    found = find_chains([], [["A/HRC/RES/22/15", "A/HRC/RES/26/29"]])
    assert found == [Chain(("A/HRC/RES/22/15", "A/HRC/RES/26/29"), ("title",))]


def test_what_stands_between_the_texts_at_hand_is_known() -> None:
    chains = Chains([Chain(("A/RES/1/1", "A/RES/2/1", "A/RES/3/1", "A/RES/4/1"), ("title", "item", "title"))])
    assert list(known_series(["A/RES/3/1", "A/RES/1/1"], chains)) == [
        ("A/RES/2/1", "A/RES/1/1"), ("A/RES/3/1", "A/RES/2/1"),
    ]  # fmt: skip
    assert known_series(["A/RES/3/1"], chains) == {}


def test_the_file_is_what_the_catalogue_gives() -> None:
    catalogue = Catalogue(shipped())
    rows = read_rows(shipped() / "series.tsv", name="series.tsv")
    entries = (entry for symbol in catalogue if (entry := catalogue.find(symbol)))
    there = (shipped() / FILE).read_text(encoding="utf-8")
    assert written(find_chains(entries, (row["symbols"].split() for row in rows))) == there


def test_no_text_is_in_two_series() -> None:
    symbols = [symbol for chain in load_chains().all for symbol in chain.symbols]
    assert len(symbols) == len(set(symbols))


def test_two_texts_of_one_series_show_it_with_its_unread_members() -> None:
    readings = tuple(
        Reading(record(source), (cite(target, source=source),), frozenset())
        for source, target in (("A/RES/62/37", "A/RES/61/74"), ("A/RES/69/52", "A/RES/68/51"))
    )
    said, network = graph_of(Run(readings, (), (), (), found_input=True))
    assert CitationGraph(said.graph).series("A/RES/62/37") == [
        "A/RES/61/74", "A/RES/62/37", "A/RES/63/73", "A/RES/64/47", "A/RES/65/72", "A/RES/66/45", "A/RES/67/59",
        "A/RES/68/51", "A/RES/69/52",
    ]  # fmt: skip
    with pytest.raises(NotInGraphError, match="is not in the graph"):
        CitationGraph(said.graph).series("S/RES/1540 (2004)")
    assert "A/RES/64/47" not in network
    assert network.nodes["A/RES/68/51"]["continues"] == "A/RES/62/37"


def test_a_symbol_that_is_written_otherwise_is_in_no_series_and_breaks_nothing() -> None:
    assert known_series(["a/res/62/37"]) == {}


def test_members_that_no_text_cites_stand_in_the_series_between_those_at_hand() -> None:
    chains = Chains([Chain(("A/RES/70/1", "A/RES/71/2", "A/RES/72/3", "A/RES/73/4"), ("title",) * 3)])
    assert with_unread(["A/RES/70/1", "A/RES/72/3"], chains) == ("A/RES/70/1", "A/RES/71/2", "A/RES/72/3")
    assert with_unread(["A/RES/69/9", "A/RES/72/3"], chains) == ("A/RES/69/9", "A/RES/72/3")
    assert with_unread([], chains) == ()
