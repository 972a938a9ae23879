"""Organs to RDF: their names in each language, and the organ that each is part of or subsidiary to (`organs.tsv`)."""

import csv
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from extract.symbols.bodies import by_name
from graph.rdf import iri
from graph.rdf import vocabulary as v
from graph.rdf.literal import Triple, text


def organ_triples(work: str, organ: str) -> Iterator[Triple]:
    """Yield the organ that passed a work, by its English name, and the organs above it."""
    yield work, v.PASSED_BY, iri.organ_iri(organ)
    yield from _described(organ)


def _described(organ: str) -> Iterator[Triple]:
    """Yield an organ with its name in each language, and those above it."""
    named = iri.organ_iri(organ)
    yield named, v.TYPE, v.ORGAN_CLASS
    yield named, v.NAME, text(organ, "en")
    body = by_name(organ)
    for language, name in body.names.items() if body else ():
        yield named, v.PREF_LABEL, text(name, language)
    if whole := _wholes().get(organ):
        yield named, v.PART_OF_ORGAN, iri.organ_iri(whole)
        yield from _described(whole)


@lru_cache(maxsize=1)
def _wholes() -> Mapping[str, str]:
    """Return the organ above each organ, by their English names; the file says from which source."""
    said = (files("graph.rdf") / "organs.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(said.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["name"]: row["part of"] for row in rows}
