"""Where a graph comes from: software, tables and the files that were read; no time, so that it is reproducible."""

from importlib.metadata import version

import pyoxigraph as ox

from graph.rdf import vocabulary as v
from graph.rdf.graphs import GraphName
from graph.rdf.iri import digest
from graph.rdf.literal import node, text
from graph.rdf.tables import table_digests


def provenance(store: ox.Store, name: GraphName) -> list[ox.Triple]:
    """Return the provenance of the graph of a run in PROV terms: software, tables and files, with their digests.

    Args:
        store: holds the graph.
        name: of the graph in the store.
    """
    release = version("recalling")
    files = sorted(
        quad.subject.value
        for quad in store.quads_for_pattern(None, node(v.TYPE), node(v.FILE_CLASS), name)
        if isinstance(quad.subject, ox.NamedNode)
    )
    tables = table_digests()
    run, software = v.RUN + digest(release, files, tables), v.SOFTWARE + release
    said: list[tuple[str, str, str | ox.Literal]] = [
        (v.GRAPH, v.TYPE, v.ENTITY),
        (v.GRAPH, v.GENERATED_BY, run),
        (run, v.TYPE, v.ACTIVITY),
        (run, v.ASSOCIATED_WITH, software),
        (software, v.TYPE, v.SOFTWARE_AGENT),
        (software, v.NAME, text("recalling")),
        (software, v.VERSION, text(release)),
    ]
    for label, sha256 in tables.items():
        table = f"{v.SOFTWARE}{release}/{label.replace(' ', '-')}"
        said += [(run, v.USED, table), (table, v.TYPE, v.ENTITY), (table, v.TITLE, text(label, "en"))]
        said.append((table, v.SHA256, text(sha256)))
    for file in files:
        said += [(v.GRAPH, v.DERIVED_FROM, file), (run, v.USED, file)]
    triples = [ox.Triple(node(one), node(how), node(it) if isinstance(it, str) else it) for one, how, it in said]
    for file in files:
        for predicate in (v.SHA256, v.FILE_NAME):
            triples += [quad.triple for quad in store.quads_for_pattern(node(file), node(predicate), None, name)]
    return triples
