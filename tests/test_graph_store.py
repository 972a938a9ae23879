"""Files that are written: whole, sorted, the same bytes each time, read back by other tools."""

import csv
import io
import json
import os
import random
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from graph_sample import NO_CATALOGUE, RECORDS, REFERENCES, REGISTRY, cite, sample
from hypothesis import given
from hypothesis import strategies as st
from test_graph_iri import DEVELOPMENT_SET, NASTY

from extract.model.errors import UnreadableError
from graph import files
from graph.network.network import citation_network
from graph.network.years import dated_edges, dated_nodes
from graph.output import tables
from graph.output.sheet import table_csv
from graph.rdf import graphs, serialization, store, values
from graph.rdf import standard as standard_terms
from graph.rdf import vocabulary as v
from graph.rdf.build import build_graph
from graph.rdf.iri import work_iri
from graph.rdf.opening import load_store

SUFFIXES = (".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf")


def statements(graph: rdflib.Graph) -> set[str]:
    return set(map(str, graphs.native_triples(graph)))


def read_by_rdflib(path: Path) -> rdflib.Graph:
    syntax = {
        ".ttl": "turtle",
        ".nt": "nt",
        ".nq": "nquads",
        ".trig": "trig",
        ".jsonld": "json-ld",
        ".rdf": "xml",
    }[path.suffix]
    if syntax not in {"nquads", "trig"}:
        return rdflib.Graph().parse(path, format=syntax)
    dataset = rdflib.Dataset()
    dataset.parse(path, format=syntax)
    return dataset.graph(rdflib.URIRef(v.GRAPH))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_syntax_reads_back_to_the_same_triples(tmp_path: Path, suffix: str) -> None:
    graph = sample()
    path = tmp_path / f"graph{suffix}"
    store.write_graph(graph, path)
    assert statements(store.load_graph(path)) == statements(graph)
    assert statements(read_by_rdflib(path)) == statements(graph)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_provenance_is_written_beside_the_graph_and_not_loaded_into_it(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"graph{suffix}"
    store.write_graph(sample(), path)
    written = list(ox.parse(path=path, format=ox.RdfFormat.from_extension(suffix[1:])))
    assert any(quad.graph_name == ox.NamedNode(v.PROVENANCE) for quad in written) == (suffix in {".nq", ".trig"})
    loaded = load_store(path)
    assert {str(quad.triple) for quad in loaded} == statements(store.load_graph(path)) == statements(sample())
    assert all(quad.graph_name == ox.DefaultGraph() for quad in loaded)
    assert not loaded.query(f"ASK {{ ?run <{v.ASSOCIATED_WITH}> ?software }}")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_shuffled_input_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    store.write_graph(sample(), tmp_path / f"one{suffix}")
    records, references = [*RECORDS], [*REFERENCES]
    random.Random(7).shuffle(records)  # noqa: S311  # an order, not a secret
    random.Random(8).shuffle(references)  # noqa: S311  # as above
    pairs = (("A/RES/62/37", "A/RES/61/74"), ("A/RES/63/73", "A/RES/62/37"))
    graph = build_graph(records, references, registry=REGISTRY, catalogue=NO_CATALOGUE, continues=pairs)
    store.write_graph(graph, tmp_path / f"two{suffix}")
    assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()


def test_another_process_gives_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "from graph_sample import sample\n"
        "from graph.rdf import store\n"
        "from graph.network.centrality import communities\n"
        "from graph.network.network import citation_network\n"
        "from graph import files\n"
        "from graph.output import tables\n"
        "graph = sample(); network = citation_network(graph); out = sys.argv[1]\n"
        "store.write_graph(graph, out + '.ttl'); tables.write_graphml(network, out + '.graphml')\n"
        "tables.write_tables(network, out + '.nodes.csv', out + '.edges.csv')\n"
        "files.write_text(out + '.communities', repr(communities(network)))\n"
    )
    for seed in ("1", "2"):
        subprocess.run(  # noqa: S603  # our own interpreter and text
            [sys.executable, "-c", code, str(tmp_path / seed)],
            check=True,
            cwd=Path(__file__).parent.parent,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
    for suffix in ("ttl", "graphml", "nodes.csv", "edges.csv", "communities"):
        assert (tmp_path / f"1.{suffix}").read_bytes() == (tmp_path / f"2.{suffix}").read_bytes()


def test_a_memory_store_and_oxigraph_give_the_same_bytes(tmp_path: Path) -> None:
    graph = sample()
    memory = rdflib.Graph()
    for triple in graph:
        memory.add(triple)
    store.write_turtle(graph, tmp_path / "one.ttl")
    store.write_turtle(memory, tmp_path / "two.ttl")
    assert (tmp_path / "one.ttl").read_bytes() == (tmp_path / "two.ttl").read_bytes()


def test_turtle_is_sorted_and_plain(tmp_path: Path) -> None:
    store.write_turtle(sample(), tmp_path / "graph.ttl")
    written = (tmp_path / "graph.ttl").read_bytes()
    assert b"\r" not in written
    blocks = written.decode("utf-8").split("\n\n")
    subjects = [block.split(" ", 1)[0] for block in blocks[1:]]
    assert len(subjects) == len(set(subjects))
    assert "rct:npt" in subjects
    assert "<https://undocs.org/S/RES/1718(2006)>" in subjects
    assert not [subject for subject in subjects if ":" in subject and "(" in subject and not subject.startswith("<")]


def round_trip(keys: list[str]) -> None:
    graph = build_graph((), [cite(key, "document") for key in keys], registry=REGISTRY, catalogue=NO_CATALOGUE)
    turtle = b"".join(serialization.turtle(serialization.described(graphs.lines(graph))))
    by_rdflib = rdflib.Graph().parse(data=turtle, format="turtle")
    by_oxigraph = {str(triple) for triple in ox.parse(turtle, format=ox.RdfFormat.TURTLE)}
    assert statements(by_rdflib) == statements(graph)
    assert len(by_oxigraph) == len(statements(graph))
    cited = {str(iri) for iri in by_rdflib.objects(None, rdflib.URIRef(v.CITES))}
    assert cited == {work_iri(key) for key in keys}


def test_nasty_symbols_survive_turtle() -> None:
    round_trip(list(NASTY))


def test_every_symbol_of_the_development_set_survives_turtle() -> None:
    if not DEVELOPMENT_SET.exists():
        pytest.skip("the development set is not part of the repository")
    with DEVELOPMENT_SET.open(encoding="utf-8") as lines:
        round_trip(sorted({mention["target"] for line in lines for mention in json.loads(line)["mentions"]}))


names = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
literals = st.one_of(
    names.map(ox.Literal),
    st.builds(lambda said, code: ox.Literal(said, language=code), names, st.sampled_from(["zh", "en", "pt-br"])),
    st.builds(
        lambda said, kind: ox.Literal(said, datatype=ox.NamedNode(kind)),
        names,
        st.sampled_from([v.XSD + "date", v.RC + "AknIri", "https://example.org/a#b(c)"]),
    ),
)
nodes = names.map(lambda name: ox.NamedNode(work_iri(name))) | st.sampled_from(
    [ox.NamedNode(v.RC + "Work"), ox.NamedNode(v.RC), ox.NamedNode("urn:x:y"), ox.NamedNode(v.CITATION + "-a")]
)
predicates = st.sampled_from([ox.NamedNode(v.TYPE), ox.NamedNode(v.CITES), ox.NamedNode("https://example.org/p.q")])


@given(st.lists(st.builds(ox.Triple, nodes, predicates, nodes | literals), max_size=12))
def test_any_triples_survive_every_syntax(triples: list[ox.Triple]) -> None:
    wanted = {str(triple) for triple in triples}
    graph = graphs.new_graph()
    backend, name = graphs.native(graph)
    backend.extend(ox.Quad(each.subject, each.predicate, each.object, name) for each in triples)
    written = graphs.lines(graph)
    for syntax, chunks in (
        (ox.RdfFormat.TURTLE, serialization.turtle(serialization.described(written))),
        (ox.RdfFormat.N_TRIPLES, serialization.ntriples(written)),
        (ox.RdfFormat.N_QUADS, serialization.nquads(written, v.GRAPH)),
        (ox.RdfFormat.TRIG, serialization.trig({v.GRAPH: written})),
        (ox.RdfFormat.JSON_LD, serialization.jsonld([set(triples)])),
    ):
        if syntax == ox.RdfFormat.JSON_LD and any(triple.predicate.value == v.TYPE for triple in triples):
            continue  # JSON-LD's @type cannot hold a literal, and no type is one
        read = list(ox.parse(b"".join(chunks), format=syntax))
        assert {str(quad.triple) for quad in read} == wanted, syntax


def test_xml_has_a_sign_for_each_character_that_it_cannot_hold(tmp_path: Path) -> None:
    graph = graphs.new_graph()
    backend, name = graphs.native(graph)
    subject, predicate = ox.NamedNode(work_iri("A/1")), ox.NamedNode(v.EXACT)
    said = [ox.Literal("a\x01b\uffff\r\n<&>\x0b"), ox.Literal("\x02", language="en"), ox.Literal(" plain ")]
    backend.extend(ox.Quad(subject, predicate, each, name) for each in said)
    store.write_graph(graph, tmp_path / "graph.rdf")
    read = read_by_rdflib(tmp_path / "graph.rdf")
    found = {(str(each), getattr(each, "language", None)) for each in read.objects()}
    assert found == {("a\ufffdb\ufffd\r\n<&>\ufffd", None), ("\ufffd", "en"), (" plain ", None)}


def test_the_context_of_json_ld_names_every_property_once() -> None:
    named = [*values.LINKS, *values.WHOLE_NUMBERS, *values.PRECISIONS, *values.TEXTS]
    terms = serialization.context()
    assert len(terms) == len(named) + len(v.PREFIXES)
    assert terms["cites"] == {"@id": v.CITES, "@type": "@id"}
    beside = {name for names in standard_terms.SUPERPROPERTIES.values() for name in names} - {v.DERIVED_FROM}
    standard = {standard_terms.ELI_TITLE, standard_terms.ELI_LANGUAGE, standard_terms.EMBODIED_BY} | beside - set(named)
    standard |= {v.DCTERMS + "language"}
    used = {triple.predicate.value for triple in graphs.native_triples(sample())} - {v.TYPE, v.SAID_OF}
    assert used - set(named) == {v.SAID_HOW, v.SAID_WHAT} | standard - {v.ELI + "amends", v.CITO + "citesAsAuthority"}


def test_json_ld_is_short_where_the_context_tells_the_type(tmp_path: Path) -> None:
    store.write_jsonld(sample(), tmp_path / "graph.jsonld")
    rows = json.loads((tmp_path / "graph.jsonld").read_bytes())["@graph"]
    (row,) = [row for row in rows if row["@id"] == work_iri("A/RES/62/37")]
    assert work_iri("A/RES/61/74") in row["cites"]
    assert row["date_document"] == ["2007-12-05"]
    assert row["identifier"] == ["A/RES/62/37"]


def test_batches_hold_each_subject_once_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphs, "_SUBJECTS", 3)
    found = [[str(triple.subject) for triple in batch] for batch in graphs.batches(sample())]
    order = [subject for batch in found for subject in dict.fromkeys(batch)]
    assert order == sorted(set(order))
    assert sum(map(len, found)) == len(sample())
    assert len(found) > 3


def test_a_broken_or_missing_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<a> <b>", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"graph\.ttl"):
        store.load_graph(tmp_path / "graph.ttl")
    with pytest.raises(UnreadableError, match=r"none\.nt"):
        store.load_graph(tmp_path / "none.nt")


def test_a_graph_of_an_earlier_version_is_to_be_built_anew(tmp_path: Path) -> None:
    former = tmp_path / "graph.ttl"
    former.write_text(
        "@prefix rc: <https://w3id.org/recalling/ontology#> . "
        "<x:citation> a rc:Citation ; rc:paragraph <https://undocs.org/en/A/RES/99/1#pp1> .",
        encoding="utf-8",
    )
    kept = tmp_path / "store"
    written = ox.Store(os.fspath(kept))
    written.bulk_load(path=os.fspath(former), format=ox.RdfFormat.TURTLE)
    written.flush()
    del written
    for place in (former, kept):
        with pytest.raises(UnreadableError, match="an earlier version of Recalling wrote this graph; build it anew"):
            load_store(place)


def test_an_unknown_extension_is_refused(tmp_path: Path) -> None:
    with pytest.raises(files.UnwritableError, match=r"\.ttl"):
        store.write_graph(sample(), tmp_path / "graph.docx")


def test_a_file_is_replaced_whole_or_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    files.write_text(path, "old")

    def half() -> Iterator[bytes]:
        yield b"half of the n"
        raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        files.write_chunks(path, half())
    assert path.read_bytes() == b"old"
    files.write_bytes(path, b"new")
    assert path.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["page.html"]


def test_text_keeps_its_line_ends_and_loses_lone_surrogates(tmp_path: Path) -> None:
    files.write_text(tmp_path / "x", "第\n\r\n\ud800")
    assert (tmp_path / "x").read_bytes() == "第\n\r\n\ufffd".encode()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(files.UnwritableError, match="nowhere"):
        files.write_text(tmp_path / "nowhere" / "x", "x")


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_a_file_has_the_permissions_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        files.write_text(tmp_path / "x", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o640


def test_graphml_reads_back_with_types_and_keys(tmp_path: Path) -> None:
    network = citation_network(sample())
    tables.write_graphml(network, tmp_path / "graph.graphml")
    read: Any = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert dict(read.nodes(data=True)) == dict(dated_nodes(network))
    ends = sorted((citing, cited, key) for citing, cited, key, _ in dated_edges(network))
    assert sorted(read.edges(keys=True)) == ends
    assert all(read.edges[citing, cited, key] == edge for citing, cited, key, edge in dated_edges(network))
    assert isinstance(read.nodes["treaty:npt"]["unts"], int)
    assert read.nodes["A/RES/62/37"]["read"] is True


def test_tables_hold_every_node_and_edge(tmp_path: Path) -> None:
    network = citation_network(sample())
    tables.write_tables(network, tmp_path / "nodes.csv", tmp_path / "edges.csv")
    with (tmp_path / "nodes.csv").open(encoding="utf-8", newline="") as file:
        nodes_read = list(csv.DictReader(file))
    with (tmp_path / "edges.csv").open(encoding="utf-8", newline="") as file:
        edges_read = list(csv.DictReader(file))
    assert [row["symbol"] for row in nodes_read] == list(network)
    assert {(row["source"], row["target"], row["key"]) for row in edges_read} == set(network.edges(keys=True))
    assert {row["read"] for row in nodes_read} == {"true", "false"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_cannot_be_a_formula(start: str) -> None:
    written = table_csv(["quote"], [[f'{start}HYPERLINK("https://example.org")']]).decode()
    (_, (cell,)) = list(csv.reader(io.StringIO(written, newline="")))
    assert cell.startswith(f"'{start}HYPERLINK")


def test_a_number_is_no_formula() -> None:
    assert table_csv(["n"], [[-5], [None], [True]]) == b'n\n-5\n""\ntrue\n'
