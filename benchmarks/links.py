"""Fifty links that lead out of a graph, each looked up in the tables that it was made from.

    python benchmarks/links.py FOLDER [--shared ../shared] [--links 50] [--seed 17]

FOLDER is what `recalling build` wrote. Links are drawn from those to records of the UN Digital Library, to documents at
undocs.org and docs.un.org, and to records of treaties; each is held against the gathered tables (`catalogue/` of the
shared folder) and the checks of the registry. The tables are not part of this repository; without them the exit status
is 2. It is 1 if a link is not what they have.
"""

import argparse
import csv
import gzip
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

import pyoxigraph as ox

from graph.rdf import vocabulary as v
from graph.rdf.iri import TREATY_KEY, work_key

ROOT: Final = Path(__file__).resolve().parent.parent
CHECKED: Final = ROOT / "extract" / "registry" / "data" / "checked.tsv"
COLUMNS: Final = 5
BODIES: Final = ("A/RES/", "S/RES/", "A/HRC/RES/")
"""Beginnings of the symbols of which the tables have all."""
READER: Final = "https://docs.un.org/"
RECORDS: Final = f"SELECT ?from ?to {{ ?from a <{v.RC}Work> ; <{v.SEE_ALSO}> ?to }} ORDER BY ?from ?to"
READERS: Final = (
    f"SELECT ?from ?to {{ ?text <{v.REALIZES}> ?from ; <{v.SEE_ALSO}> ?to . ?from a <{v.RC}Resolution> }} ORDER BY ?to"
)
DOCUMENTS: Final = (
    f"SELECT DISTINCT ?from (?from AS ?to) {{ ?any <{v.CITES}> ?from . ?from a <{v.RC}Resolution>"
    f' FILTER(STRSTARTS(STR(?from), "{v.UNDOCS}")) }} ORDER BY ?from'
)


def main() -> int:
    """Draw, look up, tell."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="what a build wrote")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with the gathered tables")
    parser.add_argument("--links", type=int, default=50, help="how many")
    parser.add_argument("--seed", type=int, default=17, help="of the draw")
    given = parser.parse_args()
    tables = given.shared / "catalogue"
    if not tables.is_dir():
        sys.stderr.write(f"there is no {tables}\n")
        return 2
    with gzip.open(tables / "resolutions.tsv.gz", "rt", encoding="utf-8") as file:
        known = {row["symbol"]: row["undl_id"] for row in csv.DictReader(file, delimiter="\t")}
    treaties: dict[str, list[str]] = {}
    with CHECKED.open(encoding="utf-8", newline="") as file:
        for slug, field, _, _, value in (row for row in csv.reader(file, delimiter="\t") if len(row) == COLUMNS):
            treaties.setdefault(slug, []).extend([value.partition(":")[2]] if field == "record" else [])
    store = ox.Store()
    store.bulk_load(path=str(given.folder / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    links = [link for query in (RECORDS, READERS, DOCUMENTS) for link in _drawn(store, query, given)]
    wrong = [(key, to) for key, to in links if not _is_right(key, to, known, treaties)]
    print(f"{len(links)} links, {len(links) - len(wrong)} as the tables have them")
    for key, to in wrong:
        print(f"not found: {key} -> {to}")
    return 1 if wrong else 0


def _drawn(store: ox.Store, query: str, given: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """Yield a third of the links, drawn from those that a query answers."""
    answer: Any = store.query(query)
    found = [(work_key(row["from"].value) or "", row["to"].value) for row in answer]
    found = [(key, to) for key, to in found if key.startswith((*BODIES, TREATY_KEY))]
    return iter(random.Random(given.seed).sample(found, min(len(found), -(-given.links // 3))))  # noqa: S311  # a draw


def _is_right(key: str, to: str, known: dict[str, str], treaties: dict[str, list[str]]) -> bool:
    """Return whether the tables have what a link leads to under the key that it leads from."""
    if to.startswith(v.LIBRARY):
        return known.get(key) == to.removeprefix(v.LIBRARY)
    if key.startswith(TREATY_KEY):
        return any(record in to for record in treaties.get(key.removeprefix(TREATY_KEY), ()))
    address = to.removeprefix(v.UNDOCS)
    if to.startswith(READER):
        address = to.removeprefix(READER).partition("/")[2]
    return unquote(address) == key and key in known


if __name__ == "__main__":
    raise SystemExit(main())
