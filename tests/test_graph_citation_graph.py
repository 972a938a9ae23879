"""What a notebook imports."""

import builtins
import html
from pathlib import Path

import pytest
from graph_sample import NO_CATALOGUE, REGISTRY, cite, sample

from extract.model.errors import UnreadableError
from graph.citation_graph import Answer, CitationGraph, MissingLibraryError
from graph.query.ask import QueryError, Table
from graph.rdf.build import build_graph
from graph.rdf.store import write_graph


@pytest.fixture
def graph(tmp_path: Path) -> CitationGraph:
    write_graph(sample(), tmp_path / "graph.ttl")
    return CitationGraph.load(tmp_path / "graph.ttl")


def test_it_loads_and_counts(graph: CitationGraph) -> None:
    assert len(graph.documents()) == 6
    shown = graph._repr_html_()  # what Jupyter calls
    for figure in ('<td dir="auto">6</td>', '<td dir="auto">16</td>', '<td dir="auto">1</td>'):
        assert figure in shown
    assert "<iframe sandbox=" in shown


def test_what_a_text_cites_and_what_cites_it(graph: CitationGraph) -> None:
    assert graph.cites("A/RES/71/63") == ["A/RES/57/283B", "S/RES/1929(2010)"]
    assert graph.cited_by("treaty:npt") == ["A/RES/62/37", "A/RES/63/73"]
    assert graph.cited_by("S/RES/1929 (2010)") == ["A/RES/71/63", "S/RES/2231(2015)"]
    assert graph.cites("A/RES/1/1") == []


def test_an_answer_is_rows_a_frame_and_a_table(graph: CitationGraph) -> None:
    answer = graph.query("what-cites", symbol="S/RES/1718(2006)")
    (row,) = answer
    assert row["citing"] == "A/RES/62/37"
    frame = answer.to_pandas()
    assert list(frame.columns) == list(answer.table.columns)
    assert frame.loc[0, "paragraph"] == "pp10"
    assert "<th>citing</th>" in answer._repr_html_()  # what Jupyter calls


def test_sparql_may_take_parameters(graph: CitationGraph) -> None:
    answer = graph.query("SELECT ?work WHERE { ?work rc:untsNumber $number }", number=10485)
    assert [row["work"] for row in answer] == ["https://w3id.org/recalling/treaty/npt"]
    with pytest.raises(QueryError):
        graph.query("no-such-query")


def test_without_pandas_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: object, **kwargs: object) -> object:
        if name == "pandas":
            raise ImportError(name)
        return real(name, *args, **kwargs)  # type: ignore[arg-type]  # handed through

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingLibraryError, match=r"recalling\[notebook\]"):
        Answer(Table(("a",), ())).to_pandas()


def test_a_hostile_value_is_escaped_and_a_long_answer_is_cut() -> None:
    answer = Answer(Table(("<b>",), (("<script>alert(1)</script>",), *((None,),) * 300)))
    shown = answer._repr_html_()  # what Jupyter calls
    assert "<script" not in shown
    assert "<b>" not in shown
    assert shown.count("<tr>") == 201
    assert "101 more rows" in shown


def test_a_view_is_shut_off_in_a_frame() -> None:
    hostile = build_graph(
        (),
        [cite("A/RES/61/74", quote='"></iframe><script>alert(1)</script>')],
        registry=REGISTRY,
        catalogue=NO_CATALOGUE,
    )
    view = CitationGraph(hostile).view(title='A "title" </iframe>', height=300)
    shown = view._repr_html_()  # what Jupyter calls
    assert shown.startswith('<iframe sandbox="allow-scripts allow-downloads allow-popups ')
    assert "allow-same-origin" not in shown.split("srcdoc", 1)[0]
    assert shown.count("<") == 2
    assert "height:300px" in shown
    inside = shown.split('srcdoc="', 1)[1].split('"', 1)[0]
    assert html.unescape(inside) == view.page
    assert "A/RES/61/74" in view.page


def test_a_missing_file_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        CitationGraph.load(tmp_path / "graph.ttl")
