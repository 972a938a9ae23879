"""The further files of a build: read back by the libraries that they are for, and harmless whatever stands in them."""

import csv
import io
import json
import sys
import time
from itertools import chain
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
import regex
from graph_sample import RECORDS, REFERENCES, cite, sample

from extract.model.citation import COLUMNS, Citation
from graph.defaults import FORMATS
from graph.network.network import citation_network
from graph.output import bibliography
from graph.output import tables as export
from graph.output.formats import FILES, Content, ParquetMissingError, require, write_format
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
    assert {node: dict(read.nodes[node]) for node in read} == {node: network.nodes[node] for node in network}
    edges = [
        (citing, cited, key, {name: value for name, value in edge.items() if name != "id"})
        for citing, cited, key, edge in read.edges(data=True, keys=True)
    ]
    assert sorted(edges, key=str) == sorted(network.edges(data=True, keys=True), key=str)
    assert isinstance(read.nodes["treaty:npt"]["unts"], int)
    assert read.nodes["A/RES/62/37"]["read"] is True


def test_gexf_holds_no_day(tmp_path: Path) -> None:
    assert time.strftime("%Y-%m").encode() not in written(tmp_path, "gexf")["graph.gexf"]


def test_nquads_hold_the_graph_and_where_it_comes_from(tmp_path: Path) -> None:
    written(tmp_path, "nq")
    quads = list(ox.parse(path=str(tmp_path / "graph.nq"), format=ox.RdfFormat.N_QUADS))
    assert {quad.graph_name.value for quad in quads} == {v.GRAPH, v.PROVENANCE}
    said = {(quad.predicate.value, quad.object) for quad in quads if quad.graph_name.value == v.PROVENANCE}
    assert (v.SHA256, ox.Literal("5e" * 32)) in said
    files = {it for how, it in said if how == v.USED}
    assert len(files) == len(RECORDS)
    assert files == {it for how, it in said if how == v.DERIVED_FROM}
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
    assert export.table_csv(["x"], [[["=1", "b"]]]) == b"x\n'=1; b\n"


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
    keys = regex.findall(r"^@misc\{([^,]+),$", text, regex.MULTILINE)
    cited = {reference.target for reference in REFERENCES if isinstance(reference, Citation)}
    assert len(keys) == len(set(keys)) == len(cited)
    assert (
        r"title = {{=HYPERLINK(1) \& 50\% \textbackslash{}input\{x\} <b>\#\_\$\textasciicircum{}\textasciitilde{}\{\}}}"
        in text
    )
    assert "number = {A/RES/61/74}" in text
    assert "number = {UNTS 10485}" in text
    assert "date = {1968-07-01}" in text
    for entry in text.split("\n\n"):
        plain = regex.sub(r"\\[&%$#_{}]", "", entry)
        assert plain.count("{") == plain.count("}")


def test_keys_of_bibtex_never_meet() -> None:
    network = citation_network(GRAPH)
    for target in ("A/RES/1 A", "A/RES/1-A", "《》"):
        network.add_node(target, **network.nodes["A/RES/61/74"])
    keys = regex.findall(r"@misc\{([^,]+),", bibliography.bibtex(network).decode())
    assert {"A-RES-1-A", "A-RES-1-A-2", "text"} <= set(keys)
    assert len(keys) == len(set(keys))


def test_csl_json_has_kinds_and_days() -> None:
    items = {item["id"]: item for item in json.loads(bibliography.csl_json(CONTENT.network))}
    assert items["treaty:npt"]["type"] == "treaty"
    assert items["treaty:npt"]["issued"] == {"date-parts": [[1968, 7, 1]]}
    assert items["A/RES/61/74"]["authority"] == "United Nations, General Assembly"
    assert items["A/RES/61/74"]["URL"] == "https://undocs.org/A/RES/61/74"
    assert "A/RES/63/73" not in items


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_control_characters_do_not_break_xml(form: str) -> None:
    bad = cite("A/RES/61/74", quote="a\x00\x0b\x1f\ufffe]]>&<", start=700)
    network = citation_network(build_graph((), [bad]))
    read: Any
    if form == "gexf":
        read = nx.read_gexf(io.BytesIO(export.gexf(network)))
    else:
        read = nx.read_graphml(io.BytesIO(export.graphml(network)))
    (edge,) = [edge for *_, edge in read.edges(data=True)]
    assert edge["quote"] == "a\ufffd \ufffd\ufffd]]>&<"


def test_the_page_about_files_names_every_file_and_column() -> None:
    page = (Path(__file__).parent.parent / "docs" / "files.md").read_text(encoding="utf-8")
    for name in (*chain(*FILES.values()), *export.NODE_COLUMNS, *export.EDGE_COLUMNS, *COLUMNS):
        assert f"`{name}`" in page, name
