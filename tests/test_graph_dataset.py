"""The description of a dataset counts what queries count, and provenance names what a run was made with."""

from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import rdflib
from graph_sample import sample
from rdflib.namespace import DCAT, DCTERMS, PROV, RDF, VOID, XSD

from graph.rdf import store, tables
from graph.rdf import vocabulary as v
from graph.rdf.figures import stored_figures
from graph.rdf.graphs import native
from graph.rdf.provenance import run_iri
from graph.rdf.statements import Statements

GRAPH = rdflib.URIRef(v.GRAPH)
RUN = v.RUN + "0" * 20
FILES = ("citations.jsonl", "graph.ttl", "graph.nt", "graph.graphml", "cited.bib")


@cache
def described(folder: Path) -> rdflib.Graph:
    """The description of the sample, beside a file of it."""
    (folder / "graph.ttl").write_bytes(b"12345")
    store.write_dataset(stored_figures(native(sample())[0]), RUN, folder / "dataset.ttl", FILES)
    return rdflib.Graph().parse(folder / "dataset.ttl", format="turtle")


def count(query: str) -> int:
    """The number that a query over the graph answers."""
    (row,) = list(sample().query(query))
    found: Any = row
    return int(found[0])


def test_every_count_is_what_a_query_answers(tmp_path: Path) -> None:
    graph = described(tmp_path)
    assert graph.value(GRAPH, VOID.triples) == rdflib.Literal(len(sample()))
    for said, query in (
        (VOID.properties, "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }"),
        (VOID.classes, "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }"),
        (VOID.distinctSubjects, "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }"),
        (VOID.distinctObjects, "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }"),
    ):
        assert graph.value(GRAPH, said) == rdflib.Literal(count(query)), said
    parts = 0
    for part in graph.objects(GRAPH, VOID.propertyPartition):
        of = graph.value(part, VOID.property)
        assert graph.value(part, VOID.triples) == rdflib.Literal(count(f"SELECT (COUNT(*) AS ?n) {{ ?s <{of}> ?o }}"))
        parts += 1
    for part in graph.objects(GRAPH, VOID.classPartition):
        of = graph.value(part, VOID["class"])
        found = count(f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a <{of}> }}")
        assert graph.value(part, VOID.entities) == rdflib.Literal(found)
        parts += 1
    assert parts > 60


def test_a_dataset_says_what_a_catalogue_of_data_needs(tmp_path: Path) -> None:
    graph = described(tmp_path)
    assert set(graph.objects(GRAPH, RDF.type)) == {VOID.Dataset, DCAT.Dataset}
    for said in (
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.license,
        DCTERMS.source,
        rdflib.URIRef(str(DCAT) + "version"),
        VOID.vocabulary,
    ):
        assert (GRAPH, said, None) in graph, said
    examples = list(graph.objects(GRAPH, VOID.exampleResource))
    assert len(examples) == 3
    assert all((example, None, None) in sample() for example in examples)
    dumps = {str(each).rpartition("/")[2] for each in graph.objects(GRAPH, VOID.dataDump)}
    assert dumps == {"graph.ttl", "graph.nt"}
    found = {str(graph.value(each, DCAT.downloadURL)) for each in graph.objects(GRAPH, DCAT.distribution)}
    assert found == {f"{v.GRAPH}/{name}" for name in FILES[:-1]}
    sizes = {str(each): int(str(size)) for each, size in graph.subject_objects(DCAT.byteSize)}
    assert sizes == {f"{v.GRAPH}/graph.ttl": 5}


def test_a_strict_parser_needs_no_base(tmp_path: Path) -> None:
    described(tmp_path)
    loaded = ox.Store()
    loaded.load(path=str(tmp_path / "dataset.ttl"), format=ox.RdfFormat.TURTLE)
    iris = [term.value for quad in loaded for term in quad.triple if isinstance(term, ox.NamedNode)]
    assert all(each.startswith(("http://", "https://")) for each in iris)


def test_software_is_the_agent_and_a_run_the_activity_in_every_file(tmp_path: Path) -> None:
    statements = Statements(*native(sample()))
    store.write_provenance(statements, tmp_path / "provenance.ttl")
    store.write_dataset(stored_figures(native(sample())[0]), run_iri(statements), tmp_path / "dataset.ttl", FILES)
    for name in ("provenance.ttl", "dataset.ttl"):
        graph = rdflib.Graph().parse(tmp_path / name, format="turtle")
        (run,) = graph.objects(GRAPH, PROV.wasGeneratedBy)
        (software,) = graph.objects(GRAPH, PROV.wasAttributedTo)
        assert str(run) == run_iri(statements)
        assert set(graph.objects(run, RDF.type)) == {PROV.Activity}
        assert set(graph.objects(software, RDF.type)) == {PROV.SoftwareAgent}
        assert (run, PROV.wasAssociatedWith, software) in graph


def test_an_empty_graph_is_described_as_well(tmp_path: Path) -> None:
    store.write_dataset(stored_figures(ox.Store()), RUN, tmp_path / "dataset.ttl", ())
    graph = rdflib.Graph().parse(tmp_path / "dataset.ttl", format="turtle")
    assert graph.value(GRAPH, VOID.triples) == rdflib.Literal("0", datatype=XSD.integer)
    assert (GRAPH, VOID.exampleResource, None) not in graph


def test_provenance_names_files_tables_and_software(tmp_path: Path) -> None:
    store.write_provenance(Statements(*native(sample())), tmp_path / "provenance.ttl")
    graph = rdflib.Graph().parse(tmp_path / "provenance.ttl", format="turtle")
    run = graph.value(GRAPH, PROV.wasGeneratedBy)
    used = set(graph.objects(run, PROV.used))
    assert {str(each) for each in sample().subjects(RDF.type, rdflib.URIRef(v.FILE_CLASS))} <= set(map(str, used))
    titles = {str(graph.value(each, DCTERMS.title)) for each in used} - {"None"}
    assert titles == set(tables.table_digests())
    assert {"language/ar", "language/zh", "registry", "catalogue", "symbols", "acts"} <= titles
    assert all(len(digest) == 64 for digest in tables.table_digests().values())


def test_the_files_are_as_the_same_input_makes_them(tmp_path: Path) -> None:
    for name in ("a", "b"):
        store.write_dataset(stored_figures(native(sample())[0]), RUN, tmp_path / f"{name}.ttl", FILES)
        store.write_provenance(Statements(*native(sample())), tmp_path / f"{name}.prov.ttl")
    assert (tmp_path / "a.ttl").read_bytes() == (tmp_path / "b.ttl").read_bytes()
    assert (tmp_path / "a.prov.ttl").read_bytes() == (tmp_path / "b.prov.ttl").read_bytes()
    assert list(ox.parse((tmp_path / "a.ttl").read_bytes(), format=ox.RdfFormat.TURTLE))
