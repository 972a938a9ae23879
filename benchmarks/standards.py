"""The page of the thirty questions from the standards: each asked of a build, in four programs, the answers compared.

    python benchmarks/standards.py FOLDER [--program NAME] [--kept DIR] [--to docs/standard-questions.md]

FOLDER is what `recalling build data/facts -o FOLDER` wrote. Its graph is loaded with `dataset.ttl` and `provenance.ttl`
into each program of `engines.py`, which has a process and a time limit of its own; what it answered is kept in DIR, and
not asked again. Rows are counted once each, without values that a program may choose (`SAMPLE`). Peak memory:
6 GiB.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from engines import PROGRAMS, missing

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "tests" / "standards"
FILES: Final = ("graph.ttl", "dataset.ttl", "provenance.ttl")
NOTES: Final[Mapping[str, str]] = {
    "q02": "Asked with the American spelling, which CiTO does not have; here with its own.",
    "q06": "rdflib spells `PT0S`, no time at all, as `P0D`: the same value.",
    "q11": "None, as the question foresees: the citing entity is the document. The paragraph of a mention is "
    "`?mention oa:hasBody ?c ; oa:hasTarget/dcterms:isPartOf ?paragraph`.",
    "q13": "Several bodies have as many as the tenth: which of them is shown is each program's choice.",
    "q22": "Comunica leaves the count of top concepts unbound where a scheme has none; SPARQL wants 0.",
    "q24": "No time is given, so that the same documents make the same files.",
    "q27": "Equal, but for `prov:Activity` and `prov:Entity`: the files beside the graph add the run and its tables.",
    "q28": "Names under w3id.org, until the redirect is registered or a publisher gives its own addresses.",
    "q29": "None in this collection, in which no text was found to amend or supersede another. In the "
    "invented graph of the tests there is one, and it is found.",
}
HEAD: Final = """\
# Questions from the standards

*Made by `python benchmarks/standards.py`; do not edit by hand.*

Someone who knew only the specifications of CiTO, FaBiO, FRBR, ELI, Web Annotation, SKOS, PROV, ORG, FOAF, VoID, DCAT
and Dublin Core, and nothing of this program, wrote these thirty questions; they name no term of ours. They are asked
here as they were written, of what `recalling build data/facts` writes (`graph.ttl` with `dataset.ttl` and
`provenance.ttl`), and in the tests of a small invented graph, where all four programs answer all. Each row is counted
once. A number without a sign: the same rows, value for value, as Oxigraph answers; "≠": others; "–": no answer within
the time given. Comunica takes a path with `*` from every node of the graph, and tests `EXISTS` row by row.
"""


_SAMPLED: Final = re.compile(r"\bSAMPLE\([^)]*\) AS \?(\w+)")
_RANKED: Final = re.compile(r"ORDER BY DESC\(\?(\w+)\) LIMIT (\d+)")
_DURATION: Final = "http://www.w3.org/2001/XMLSchema#duration"
_NO_TIME: Final = frozenset({"PT0S", "P0D"})
_LONGEST: Final = 3600  # seconds that a program has for all questions


def main() -> int:
    """Ask, compare, and write the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="what a build wrote")
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "standard-questions.md", help="page to write")
    parser.add_argument("--program", action="append", choices=list(PROGRAMS), help="only this one; may be repeated")
    parser.add_argument("--kept", type=Path, help="folder with the answers of each program, asked for where missing")
    given = parser.parse_args()
    queries = sorted(FOLDER.glob("*.rq"))
    with tempfile.TemporaryDirectory() as made:
        kept = given.kept or Path(made)
        for program in given.program or PROGRAMS:
            if not (kept / f"{program}.jsonl").exists() and not missing(program):
                ask(program, given.folder, queries, kept / f"{program}.jsonl")
        found = {name: rows for name in PROGRAMS if (rows := read(kept / f"{name}.jsonl"))}
    given.to.write_text(page([query.stem for query in queries], found), encoding="utf-8")
    return 0


def ask(program: str, folder: Path, queries: list[Path], to: Path) -> None:
    """Have a program answer in a process of its own, as far as it comes in its time."""
    files = ",".join(str(folder / name) for name in FILES)
    command = [sys.executable, str(Path(__file__).with_name("engines.py")), program, str(to), files, *map(str, queries)]
    try:
        subprocess.run(command, check=True, timeout=_LONGEST)  # noqa: S603  # our own script
    except subprocess.TimeoutExpired:
        sys.stderr.write(f"{program}: did not answer all\n")


def read(path: Path) -> dict[str, frozenset[str]]:
    """Return the rows of each answer, once each, without what was sampled; none where there is no file."""
    found: dict[str, frozenset[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        name, variables, rows = json.loads(line)
        query = (FOLDER / f"{name}.rq").read_text(encoding="utf-8")
        sampled = set(_SAMPLED.findall(query))
        kept = [index for index, variable in enumerate(variables) if variable not in sampled]
        found[name] = frozenset(json.dumps([_value(row[index]) for index in kept]) for row in rows)
        if (ranked := _RANKED.search(query)) and len(rows) == int(ranked[2]):
            found[name] = _untied(found[name], kept.index(variables.index(ranked[1])))
    return found


def _value(term: list[str] | None) -> list[str] | None:
    """Return a term; a duration of no time in one spelling, for `PT0S` and `P0D` are one value."""
    return ["PT0S", _DURATION] if term and term[1:] == [_DURATION] and term[0] in _NO_TIME else term


def _untied(rows: frozenset[str], at: int) -> frozenset[str]:
    """Return the best rows; of those with the least value in a column, which a LIMIT may cut anywhere, how many."""
    values = {row: int(json.loads(row)[at][0]) for row in rows}
    least = min(values.values())
    last = sum(value == least for value in values.values())
    tied = (json.dumps([least, number]) for number in range(last))
    return frozenset({*tied, *(row for row in rows if values[row] > least)})


def told(name: str, rows: Mapping[str, frozenset[str]], first: Mapping[str, frozenset[str]]) -> str:
    """Return how many rows a program answers; marked where they are not those of the first program."""
    if name not in rows:
        return "–"
    return f"{len(rows[name]):,}{'' if rows[name] == first[name] else ' ≠'}"


def page(names: list[str], found: Mapping[str, Mapping[str, frozenset[str]]]) -> str:
    """Return the page: a table of the rows that each program answers, then the questions."""
    lines = [HEAD, f"| | question | {' | '.join(found)} |", f"|---|---|{'---:|' * len(found)}"]
    parts = []
    for name in names:
        comment, query = split((FOLDER / f"{name}.rq").read_text(encoding="utf-8"))
        first = next(iter(found.values()))
        counts = " | ".join(told(name, rows, first) for rows in found.values())
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
