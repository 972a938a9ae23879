"""Two texts side by side: what both cite, what was brought up to date, dropped, added."""

import networkx as nx
import pytest
from page_networks import add_citation, add_text

from graph.network.comparison import Comparison, compare

EARLIER, LATER = "A/RES/62/37", "A/RES/69/52"


@pytest.fixture
def network() -> "nx.MultiDiGraph[str]":
    """Two years of a series: one text cited by both, one by way of its series, one by each alone."""
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for symbol in (EARLIER, LATER, "S/RES/1540(2004)", "A/RES/61/74", "A/RES/50/245", "S/RES/2310(2016)"):
        add_text(made, symbol)
    add_text(made, "A/RES/67/46", continues="A/RES/61/74")
    add_text(made, "A/RES/68/51", continues="A/RES/67/46")
    add_citation(made, EARLIER, "S/RES/1540(2004)", paragraph="pp10")
    add_citation(made, EARLIER, "A/RES/61/74", paragraph="pp2")
    add_citation(made, EARLIER, "A/RES/50/245", paragraph="op1")
    add_citation(made, LATER, "A/RES/68/51", paragraph="pp1")
    add_citation(made, LATER, "S/RES/1540(2004)", paragraph="op4", relation="reaffirms", verb="Reaffirms")
    add_citation(made, LATER, "S/RES/2310(2016)", paragraph="pp9")
    return made


def _targets(comparison: Comparison, part: str) -> list[tuple[str | None, str | None]]:
    return [(pair.earlier, pair.later) for pair in getattr(comparison, part)]


def test_each_cited_text_stands_in_one_part(network: "nx.MultiDiGraph[str]") -> None:
    compared = compare(network, EARLIER, LATER)
    assert _targets(compared, "kept") == [("S/RES/1540(2004)", "S/RES/1540(2004)")]
    assert _targets(compared, "updated") == [("A/RES/61/74", "A/RES/68/51")]
    assert _targets(compared, "dropped") == [("A/RES/50/245", None)]
    assert _targets(compared, "added") == [(None, "S/RES/2310(2016)")]


def test_another_verb_is_a_change_and_a_note_alone_is_none(network: "nx.MultiDiGraph[str]") -> None:
    (kept,) = compare(network, EARLIER, LATER).kept
    assert kept.is_changed
    assert [(place.paragraph, place.verb) for place in (*kept.before, *kept.after)] == [
        ("pp10", "Recalling"),
        ("op4", "Reaffirms"),
    ]
    add_citation(network, EARLIER, "S/RES/2310(2016)", paragraph="pp3")
    add_citation(network, EARLIER, "S/RES/2310(2016)", paragraph="fn2", relation="notes")
    assert [pair.is_changed for pair in compare(network, EARLIER, LATER).kept] == [False, True]


def test_places_are_those_of_the_language_that_both_have(network: "nx.MultiDiGraph[str]") -> None:
    add_citation(network, EARLIER, "S/RES/1540(2004)", paragraph="pp10", language="zh", verb="回顾")
    assert compare(network, EARLIER, LATER).language == "en"
    assert [place.verb for place in compare(network, EARLIER, LATER).kept[0].before] == ["Recalling"]


def test_without_a_shared_language_all_places_count() -> None:
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for symbol in (EARLIER, LATER, "A/RES/50/245"):
        add_text(made, symbol)
    add_citation(made, EARLIER, "A/RES/50/245", language="zh")
    add_citation(made, LATER, "A/RES/50/245", language="fr")
    compared = compare(made, EARLIER, LATER)
    assert compared.language is None
    assert _targets(compared, "kept") == [("A/RES/50/245", "A/RES/50/245")]


def test_a_series_that_runs_in_a_ring_ends(network: "nx.MultiDiGraph[str]") -> None:
    network.nodes["A/RES/61/74"]["continues"] = "A/RES/68/51"
    assert _targets(compare(network, EARLIER, LATER), "updated") == [("A/RES/61/74", "A/RES/68/51")]


def test_texts_that_cite_nothing_compare_to_nothing() -> None:
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    add_text(made, EARLIER)
    add_text(made, LATER)
    compared = compare(made, EARLIER, LATER)
    assert (compared.kept, compared.updated, compared.dropped, compared.added) == ((), (), (), ())
