"""Where a graph comes from: software, tables and the files that were read; no time, so that it is reproducible."""

from graph import __version__
from graph.rdf import vocabulary as v
from graph.rdf.iri import digest
from graph.rdf.literal import Triple, ntriples, text
from graph.rdf.statements import Statements
from graph.rdf.tables import table_digests


def run_iri(statements: Statements) -> str:
    """Return the IRI of the run that made a graph: the same for the same files, read with the same release and tables.

    Args:
        statements: what the graph says.
    """
    return v.RUN + digest(__version__, sorted(statements.instances(v.FILE_CLASS)), table_digests())


def provenance(statements: Statements) -> list[bytes]:
    """Return the provenance of the graph of a run in PROV terms: software, tables and files, with their digests.

    It comes as sorted lines of N-Triples without line ends.

    Args:
        statements: what the graph says.
    """
    release = __version__
    files = sorted(statements.instances(v.FILE_CLASS))
    tables = table_digests()
    run, software = run_iri(statements), v.SOFTWARE + release
    said: list[Triple] = [
        (v.GRAPH, v.TYPE, v.ENTITY),
        (v.GRAPH, v.GENERATED_BY, run),
        (v.GRAPH, v.ATTRIBUTED_TO, software),
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
        said += [(file, how, text(each)) for how in (v.SHA256, v.FILE_NAME) for each in statements.texts(file, how)]
    return sorted(set(ntriples(said).split(b"\n")[:-1]))
