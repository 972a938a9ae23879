"""What a notebook imports."""

import builtins
import doctest
import html
from pathlib import Path

import pytest
from graph_sample import NO_CATALOGUE, REGISTRY, cite, sample

from extract.model.errors import UnreadableError
from graph import citation_graph
from graph.citation_graph import Answer, CitationGraph, MissingLibraryError, NotInGraphError
from graph.network import treatment, years
from graph.query.ask import QueryError, Table
from graph.rdf.build import build_graph
from graph.rdf.store import write_graph

ROOT = Path(__file__).parents[1]
SERIES = ROOT / "data" / "series"


@pytest.fixture
def graph(tmp_path: Path) -> CitationGraph:
    write_graph(sample(), tmp_path / "graph.ttl")
    return CitationGraph.load(tmp_path / "graph.ttl")


@pytest.fixture(scope="module")
def series() -> CitationGraph:
    """Real facts: 62/37 and 69/52 in Chinese, 75/71 in Chinese and English."""
    return CitationGraph.load(SERIES)


def test_the_examples_of_the_documentation_are_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for module in (citation_graph, treatment, years):
        result = doctest.testmod(module)
        assert result.failed == 0
        assert result.attempted > 0


def test_it_loads_and_counts(graph: CitationGraph) -> None:
    assert repr(graph) == "<CitationGraph: 6 documents, 21 works, 16 citations>"
    shown = graph._repr_html_()  # what Jupyter calls
    for figure in ('<td dir="auto">6</td>', '<td dir="auto">16</td>', '<td dir="auto">1</td>'):
        assert figure in shown
    assert len(shown) < 1000


def test_it_loads_a_folder_rows_a_file_and_a_graph(tmp_path: Path) -> None:
    write_graph(sample(), tmp_path / "graph.ttl")
    said = repr(CitationGraph.load(sample()))
    assert repr(CitationGraph.load(tmp_path)) == repr(CitationGraph.load(str(tmp_path / "graph.ttl"))) == said
    rows = SERIES / "citations.jsonl.gz"
    assert repr(CitationGraph.load(rows)) == repr(CitationGraph.load(SERIES))


def test_of_several_languages_some_may_be_chosen(series: CitationGraph) -> None:
    english = CitationGraph.load(SERIES, languages=["en"])
    assert list(english.documents()["symbol"]) == ["A/RES/75/71"]
    assert set(english.citations()["language"]) == {"en"}
    later = CitationGraph.load(SERIES, where=lambda document: (document.date or "") > "2010")
    assert list(later.documents()["symbol"]) == ["A/RES/69/52", "A/RES/75/71"]
    assert list(series.documents()["languages"]) == ["zh", "zh", "en zh"]
    with pytest.raises(UnreadableError, match="no document in it is chosen"):
        CitationGraph.load(SERIES, languages=["ar"])


def test_it_builds_from_texts(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(
        "The General Assembly,\n\nRecalling its resolution 61/74 of 6 December 2006,\n", encoding="utf-8"
    )
    built = CitationGraph.build(tmp_path, jobs=1)
    assert built.cites("file:draft.txt") == ["A/RES/61/74"]
    with pytest.raises(UnreadableError):
        CitationGraph.build(tmp_path / "missing")


def test_what_a_text_cites_and_what_cites_it(graph: CitationGraph) -> None:
    assert graph.cites("A/RES/71/63") == ["A/RES/57/283B", "S/RES/1929(2010)"]
    assert graph.cited_by("treaty:npt") == ["A/RES/62/37", "A/RES/63/73"]
    assert graph.cited_by("S/RES/1929 (2010)") == ["A/RES/71/63", "S/RES/2231(2015)"]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("a/res/62/37", "A/RES/62/37"),
        ("resolution 62/37", "A/RES/62/37"),
        ("62/37", "A/RES/62/37"),
        ("GA res. 62/37", "A/RES/62/37"),
        ("UNGA 62/37", "A/RES/62/37"),
        ("第62/37号决议", "A/RES/62/37"),
        ("UNSCR 1718", "S/RES/1718(2006)"),
        ("unsc 1718", "S/RES/1718(2006)"),
        ("Security Council resolution 1718 (2006)", "S/RES/1718(2006)"),
        ("S/RES/1718", "S/RES/1718(2006)"),
        ("1718 (2006)", "S/RES/1718(2006)"),
        ("NPT", "treaty:npt"),
        ("npt", "treaty:npt"),
        ("treaty:npt", "treaty:npt"),
        ("treaty on the non-proliferation of  nuclear weapons", "treaty:npt"),
        ("重申决心彻底消除核武器", "A/RES/62/37"),
    ],
)
def test_a_text_may_be_named_in_any_usual_way(series: CitationGraph, text: str, symbol: str) -> None:
    assert series.find(text) == symbol


@pytest.mark.parametrize(
    ("text", "near"),
    [("A/RES/62/73", "A/RES/62/37"), ("treaty:ntp", "treaty:npt"), ("nonproliferation treaty", "treaty:npt")],
)
def test_an_unknown_text_raises_and_names_what_is_near(series: CitationGraph, text: str, near: str) -> None:
    with pytest.raises(NotInGraphError) as raised:
        series.find(text)
    assert near in raised.value.near
    assert near in str(raised.value)


def test_hostile_names_are_refused_quickly(series: CitationGraph) -> None:
    for text in ("", " ", "A/" * 40_000, "\ud800", "'; DROP", "(" * 5000, "1" * 9000):
        with pytest.raises(NotInGraphError):
            series.find(text)


def test_every_method_refuses_what_is_not_there(series: CitationGraph) -> None:
    for ask in (series.cites, series.cited_by, series.ego, series.series, series.view):
        with pytest.raises(NotInGraphError):
            ask("A/RES/1/1")
    with pytest.raises(NotInGraphError):
        series.query("what-cites", symbol="A/RES/1/1")


def test_frames_have_types_and_years(series: CitationGraph) -> None:
    works = series.works()
    assert str(works["year"].dtype) == "Int64"
    assert works["date"].dtype.kind == "M"
    years = dict(zip(works["symbol"], works["year"], strict=True))
    assert (years["A/RES/62/37"], years["treaty:npt"], years["A/57/124"]) == (2007, 1968, 2002)
    citations = series.citations(every_language=True)
    assert len(citations) == 172
    assert (str(citations["year"].dtype), str(citations["relation"].dtype)) == ("Int64", "category")
    assert set(citations["place"]) >= {"preamble", "operative", "note"}
    assert (citations["age"].dropna() >= 0).all()
    assert set(citations.loc[citations["cited"] == "S/RES/1718(2006)", "cited_body"]) == {"Security Council"}
    treaties = series.treaties()
    assert treaties.loc[treaties["symbol"] == "treaty:npt", "unts"].item() == 10485


def test_the_neighbourhood_the_way_and_the_series_of_a_text(series: CitationGraph) -> None:
    assert set(series.ego("62/37")) == {"A/RES/62/37", *series.cites("62/37"), *series.cited_by("62/37")}
    assert len(series.ego("62/37", steps=2)) > len(series.ego("62/37"))
    assert series.paths("69/52", "NPT") == [["A/RES/69/52", "treaty:npt"]]
    assert series.paths("NPT", "69/52") == []
    assert series.series("62/37")[-1] == "A/RES/69/52"
    assert series.series("A/RES/65/72") == series.series("62/37")  # a member that no text at hand cites


def test_two_texts_side_by_side(series: CitationGraph) -> None:
    compared = series.compare("62/37", "69/52").set_index("earlier")
    assert compared.loc["treaty:npt", "status"] == "kept"
    assert compared.loc["A/RES/61/74", ["status", "later"]].tolist() == ["updated", "A/RES/68/51"]
    assert compared.loc["A/RES/61/74", "paragraphs_before"] == "pp3"


def test_a_draft_is_checked(series: CitationGraph) -> None:
    checked = series.check("Recalling its resolution 61/74 of 6 December 2005,")
    assert checked.loc[0, ["verdict", "target", "known"]].tolist() == ["contradicted", "A/RES/61/74", "2006-12-06"]
    assert len(series.check("")) == 0


def test_an_answer_is_rows_a_frame_and_a_table(graph: CitationGraph) -> None:
    answer = graph.query("what-cites", symbol="UNSCR 1718")
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


def test_a_question_about_a_text_wants_one(graph: CitationGraph) -> None:
    with pytest.raises(QueryError, match=r"give symbol, the text, such as symbol='A/RES/62/37'"):
        graph.query("coupled")
    with pytest.raises(QueryError, match="give symbol2"):
        graph.query("between", symbol="NPT")
    listed = graph.queries().set_index("name")
    for name, parameters in listed["parameters"].items():
        if "symbol" not in str(parameters) or "symbol=''" in str(parameters):
            assert graph.query(str(name)).table.columns, name
        else:
            with pytest.raises(QueryError, match="such as symbol"):
                graph.query(str(name))


def test_pairs_of_one_work_alone(series: CitationGraph) -> None:
    every = series.co_citation(most=10_000)
    of_one = series.co_citation("NPT", most=10_000)
    has_it = (every["one"] == "treaty:npt") | (every["other"] == "treaty:npt")
    assert of_one.to_dict("records") == every[has_it].to_dict("records")
    assert 0 < len(of_one) < len(every)
    coupled = series.coupling("62/37")
    assert ((coupled["one"] == "A/RES/62/37") | (coupled["other"] == "A/RES/62/37")).all()


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


@pytest.fixture
def hostile() -> CitationGraph:
    quote = '"></iframe><script>alert(1)</script>'
    cited = [cite("A/RES/61/74", quote=quote), cite("treaty:x", "treaty", title=quote, quote=quote, start=300)]
    return CitationGraph(build_graph((), cited, registry=REGISTRY, catalogue=NO_CATALOGUE))


def test_a_view_is_a_page_beside_the_notebook_and_a_small_picture(
    series: CitationGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    view = series.view()
    shown = view._repr_html_()  # what Jupyter calls
    assert (tmp_path / "recalling-network.html").read_text(encoding="utf-8") == view.page
    assert 'href="recalling-network.html"' in shown
    assert len(shown) < 100_000
    assert "A/RES/62/37" in view.picture
    assert repr(view) == "<View: Citation network: 37 texts, 172 citations; recalling-network.html>"
    series.view("62/37")
    assert (tmp_path / "recalling-A-RES-62-37.html").is_file()


def test_a_picture_and_a_page_escape_what_texts_say(hostile: CitationGraph, tmp_path: Path) -> None:
    view = hostile.view(to=tmp_path / "a b\"'.html", title="<b>")
    assert "<script" not in view.picture
    shown = view._repr_html_()  # what Jupyter calls
    assert shown.count("<a ") == 2
    assert "a%20b%22%27.html" in shown


def test_an_inline_view_is_shut_off_in_a_frame(hostile: CitationGraph) -> None:
    view = hostile.view(title='A "title" </iframe>', height=300, inline=True)
    shown = view._repr_html_()  # what Jupyter calls
    assert shown.startswith('<iframe sandbox="allow-scripts allow-downloads allow-popups ')
    assert "allow-same-origin" not in shown.split("srcdoc", 1)[0]
    assert shown.count("<") == 2
    assert "height:300px" in shown
    inside = shown.split('srcdoc="', 1)[1].split('"', 1)[0]
    assert html.unescape(inside) == view.page
    assert "A/RES/61/74" in view.page


def test_a_missing_file_is_an_error_of_ours(tmp_path: Path) -> None:
    for place in (tmp_path / "graph.ttl", tmp_path, tmp_path / "missing"):
        with pytest.raises(UnreadableError):
            CitationGraph.load(place)
