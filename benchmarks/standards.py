"""The page of the thirty questions from the standards: each asked of a build, in three programs.

    python benchmarks/standards.py FOLDER [--to docs/standard-questions.md]

FOLDER is what `recalling build data/facts -o FOLDER` wrote. Its graph is loaded with `dataset.ttl` and `provenance.ttl`
into Oxigraph, into rdflib's own store and into Jena (Debian's `libapache-jena-java`, a Java machine; without it the
column says so). Rows are counted once each. Peak memory: some 4 GiB.
"""

import argparse
import sys
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox
import rdflib

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "tests" / "standards"
FILES: Final = ("graph.ttl", "dataset.ttl", "provenance.ttl")
NOTES: Final[Mapping[str, str]] = {
    "q02": "Asked with the American spelling, which CiTO does not have; here with its own.",
    "q11": "None, as the question foresees: the citing entity is the document. The paragraph of a mention is "
    "`?mention oa:hasBody ?c ; oa:hasTarget/dcterms:isPartOf ?paragraph`.",
    "q24": "No time is given, so that the same documents make the same files.",
    "q27": "Equal, but for `prov:Activity` and `prov:Entity`: the files beside the graph add the run and its tables.",
    "q28": "Names under w3id.org, until the redirect is registered or a publisher gives its own addresses.",
    "q29": "None in this collection, in which no text was found to amend or supersede another.",
}
HEAD: Final = """\
# Questions from the standards

*Made by `python benchmarks/standards.py`; do not edit by hand.*

Someone who knew only the specifications of CiTO, FaBiO, FRBR, ELI, Web Annotation, SKOS, PROV, ORG, FOAF, VoID, DCAT
and Dublin Core, and nothing of this program, wrote these thirty questions; they name no term of ours. They are asked
here as they were written, of what `recalling build data/facts` writes (`graph.ttl` with `dataset.ttl` and
`provenance.ttl`), and in the tests of a small invented graph. Each row is counted once.

"""


def main() -> int:
    """Ask, and write the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="what a build wrote")
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "standard-questions.md", help="page to write")
    choices = ("Oxigraph", "rdflib", "Jena")
    parser.add_argument("--program", action="append", choices=choices, help="ask only this one; may be repeated")
    given = parser.parse_args()
    names = sorted(path.stem for path in FOLDER.glob("*.rq"))
    found: dict[str, dict[str, int]] = {}
    for program, load in (("Oxigraph", oxigraph), ("rdflib", plain), ("Jena", jena)):
        if given.program and program not in given.program:
            continue
        start = time.perf_counter()
        count = load(given.folder)
        if count is None:
            continue
        found[program] = {name: count((FOLDER / f"{name}.rq").read_text(encoding="utf-8")) for name in names}
        sys.stderr.write(f"{program}: {time.perf_counter() - start:.0f} s\n")
        del count
    given.to.write_text(page(names, found), encoding="utf-8")
    return 0


def oxigraph(folder: Path) -> Callable[[str], int]:
    """Return what counts the rows of an answer of Oxigraph."""
    store = ox.Store()
    for name in FILES:
        store.bulk_load(path=str(folder / name), format=ox.RdfFormat.TURTLE)

    def count(query: str) -> int:
        answer: Any = store.query(query)
        return len({tuple(map(str, row)) for row in answer})

    return count


def plain(folder: Path) -> Callable[[str], int]:
    """Return what counts the rows of an answer of rdflib."""
    graph = rdflib.Graph()
    for name in FILES:
        graph.parse(folder / name, format="turtle")
    return lambda query: len(set(graph.query(query)))


def jena(folder: Path) -> Callable[[str], int] | None:
    """Return what counts the rows of an answer of Jena; None where it is not installed."""
    if find_spec("jpype") is None or not Path("/usr/share/java/jena-arq.jar").exists():
        return None
    sys.path.insert(0, str(ROOT / "tests"))
    jpype: Any = import_module("jpype")
    jpype.startJVM("-Xmx2g", "-Xshare:auto", convertStrings=True)
    import_module("test_clients").jena()  # as the tests start it
    model = jpype.JClass("org.apache.jena.rdf.model.ModelFactory").createDefaultModel()
    for name in FILES:
        jpype.JClass("org.apache.jena.riot.RDFDataMgr").read(model, str(folder / name))
    execution = jpype.JClass("org.apache.jena.query.QueryExecutionFactory")
    return lambda query: len({str(row) for row in execution.create(query, model).execSelect()})


def page(names: list[str], found: Mapping[str, Mapping[str, int]]) -> str:
    """Return the page: a table of the rows that each program answers, then the questions."""
    lines = [HEAD, f"| | question | {' | '.join(found)} |", f"|---|---|{'---:|' * len(found)}"]
    parts = []
    for name in names:
        comment, query = split((FOLDER / f"{name}.rq").read_text(encoding="utf-8"))
        counts = " | ".join(f"{answers[name]:,}" for answers in found.values())
        lines.append(f"| [{name[1:]}](#{name}) | {comment[0]} | {counts} |")
        note = f"\n{NOTES[name]}\n" if name in NOTES else ""
        expected = " ".join(comment[1:]).removeprefix("Expected: ")
        parts.append(
            f"\n## {name.upper()}\n\n{comment[0]}\n\nExpected: {expected}\n{note}\n```sparql\n{query.strip()}\n```\n"
        )
    return "\n".join(lines) + "\n" + "".join(parts)


def split(text: str) -> tuple[list[str], str]:
    """Return the lines of comment at the head of a query, and the rest."""
    lines = text.splitlines()
    head = [line.removeprefix("# ") for line in lines if line.startswith("# ")]
    return head, "\n".join(line for line in lines if not line.startswith("# "))


if __name__ == "__main__":
    raise SystemExit(main())
