"""`recalling load`: what it writes is the graph, as other programs read it, and the commands name it."""

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from command import recalling
from graph_sample import sample

from graph.defaults import PROGRAMS
from graph.output.dump import write_dump
from graph.output.stores import commands
from graph.rdf import vocabulary as v
from graph.rdf.disk import StoreWriter
from graph.rdf.graphs import native_triples
from graph.rdf.literal import Triple
from graph.rdf.store import write_turtle


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    write_turtle(sample(), folder / "graph.ttl")
    return folder


def test_one_file_holds_the_graph(built: Path, tmp_path: Path) -> None:
    done = recalling("load", built, "--for", "fuseki", "-o", tmp_path / "load")
    assert done.returncode == 0, done.stderr
    assert [path.name for path in (tmp_path / "load").iterdir()] == ["graph.nt.gz"]
    assert f"tdb2.tdbloader --loc=recalling-tdb2 {tmp_path / 'load' / 'graph.nt.gz'}" in done.stdout
    read = rdflib.Graph().parse(data=gzip.decompress((tmp_path / "load" / "graph.nt.gz").read_bytes()), format="nt")
    assert len(read) == len(sample())
    assert {triple.object.value for triple in ox.parse(data(tmp_path / "load"), format=ox.RdfFormat.N_TRIPLES)} == {
        getattr(triple.object, "value", "") for triple in native_triples(sample())
    }


def test_parts_hold_the_graph_once_and_quads_name_it(built: Path, tmp_path: Path) -> None:
    done = recalling("load", built, "--format", "nq", "--split", "100", "-o", tmp_path / "load")
    assert done.returncode == 0, done.stderr
    parts = sorted((tmp_path / "load").glob("*.gz"))
    assert parts[0].name == "graph-0001.nq.gz"
    counts = [gzip.decompress(part.read_bytes()).count(b"\n") for part in parts]
    assert set(counts[:-1]) == {100}
    quads = [
        quad for part in parts for quad in ox.parse(gzip.decompress(part.read_bytes()), format=ox.RdfFormat.N_QUADS)
    ]
    assert len(set(quads)) == len(quads) == sum(counts)
    assert {quad.triple for quad in quads if quad.graph_name == ox.NamedNode(v.GRAPH)} == set(native_triples(sample()))
    assert {quad.graph_name.value for quad in quads} == {v.GRAPH, v.PROVENANCE}
    for words in ("importrdf preload --force --id recalling ", "qlever index", "ld_dir(", "'*.nq.gz'"):
        assert words in done.stdout
    settings = (tmp_path / "load" / "Qleverfile").read_text(encoding="utf-8")
    assert "FORMAT = nq" in settings
    assert all(part.name in settings for part in parts)


def test_the_same_graph_has_the_same_bytes_also_from_the_disk(tmp_path: Path) -> None:
    said = [_plain(triple) for triple in native_triples(sample())]
    for name, order in (("one", said), ("other", said[::-1])):
        (tmp_path / name).mkdir()
        writer = StoreWriter(tmp_path / name / "oxigraph")
        writer.add(order)
        writer.finish()
        write_dump(tmp_path / name / "oxigraph", tmp_path / name / "load", form="nt")
    one, other = ((tmp_path / name / "load" / "graph.nt.gz").read_bytes() for name in ("one", "other"))
    assert one == other
    assert {*ox.parse(gzip.decompress(one), format=ox.RdfFormat.N_TRIPLES)} == {
        ox.Quad(*triple) for triple in native_triples(sample())
    }


def test_old_parts_never_stand_among_new_ones(built: Path, tmp_path: Path) -> None:
    refused = recalling("load", built, "-o", built)
    assert (refused.returncode, "no empty folder" in refused.stderr) == (2, True)
    assert recalling("load", tmp_path / "nowhere").returncode == 2


def test_names_in_commands_are_one_word_of_a_shell(tmp_path: Path) -> None:
    folder = tmp_path / "it's $(here)"
    for program in PROGRAMS:
        lines = "\n".join(commands(program, folder, ["graph.nt.gz"]))
        assert "'" in lines
        assert f" {folder}" not in lines


def data(folder: Path) -> bytes:
    return gzip.decompress((folder / "graph.nt.gz").read_bytes())


def _plain(triple: ox.Triple) -> Triple:
    """A triple as `build` makes it."""
    subject, said = triple.subject, triple.object
    assert isinstance(subject, ox.NamedNode)
    assert isinstance(said, ox.NamedNode | ox.Literal)
    return subject.value, triple.predicate.value, str(said) if isinstance(said, ox.Literal) else said.value
