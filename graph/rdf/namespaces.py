"""The namespaces of the graph and their prefixes: all of the vocabulary that asking a graph needs; quick to load."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

RC: Final = "https://w3id.org/recalling/ontology#"
RECALLING: Final = "https://w3id.org/recalling/"
UNDOCS: Final = "https://undocs.org/"
"""Before a symbol: its address in the document system of the United Nations, as UN documents print it themselves."""
TREATY: Final = RECALLING + "treaty/"
CITATION: Final = RECALLING + "citation/"
MENTION: Final = RECALLING + "mention/"
SEGMENT: Final = RECALLING + "segment/"
QUOTE: Final = RECALLING + "quote/"
POSITION: Final = RECALLING + "position/"
ORGAN: Final = RECALLING + "organ/"
FILE: Final = RECALLING + "file/"
UNSIGNED: Final = RECALLING + "document/"
VOTE: Final = RECALLING + "vote/"
AGENT: Final = RECALLING + "agent/"
SUBJECT: Final = RECALLING + "subject/"
SCHEME: Final = RECALLING + "scheme/"
DERIVATION: Final = RECALLING + "derivation/"
CATALOGUE_SOURCE: Final = RECALLING + "source/"
LIBRARY: Final = "https://digitallibrary.un.org/record/"
"""Before the number of a record of the UN Digital Library, which the sources of `data/catalogue` give."""
SDG: Final = "http://metadata.un.org/sdg/"
UNBIS: Final = "http://metadata.un.org/thesaurus/"
"""Namespaces of the linked data of the UN Library; metadata of files give the addresses or numbers."""

CITO: Final = "http://purl.org/spar/cito/"
FABIO: Final = "http://purl.org/spar/fabio/"
ELI: Final = "http://data.europa.eu/eli/ontology#"
FRBR: Final = "http://purl.org/vocab/frbr/core#"
OA: Final = "http://www.w3.org/ns/oa#"
PROV: Final = "http://www.w3.org/ns/prov#"
DOCO: Final = "http://purl.org/spar/doco/"
ORG: Final = "http://www.w3.org/ns/org#"
DC: Final = "http://purl.org/dc/elements/1.1/"
DCTERMS: Final = "http://purl.org/dc/terms/"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
UNDO: Final = "https://w3id.org/un/ontology/undo/"

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cito": CITO,
        "dc": DC,
        "dcterms": DCTERMS,
        "doco": DOCO,
        "eli": ELI,
        "fabio": FABIO,
        "foaf": FOAF,
        "frbr": FRBR,
        "oa": OA,
        "org": ORG,
        "prov": PROV,
        "rc": RC,
        "rca": AGENT,
        "rcc": CITATION,
        "rcd": DERIVATION,
        "rcf": FILE,
        "rcm": MENTION,
        "rco": ORGAN,
        "rcp": POSITION,
        "rcq": QUOTE,
        "rcseg": SEGMENT,
        "rcsource": CATALOGUE_SOURCE,
        "rcsubject": SUBJECT,
        "rct": TREATY,
        "rcv": VOTE,
        "rdf": RDF,
        "rdfs": RDFS,
        "sdg": SDG,
        "skos": SKOS,
        "unbis": UNBIS,
        "undocs": UNDOCS,
        "xsd": XSD,
    }
)
"""Prefix to namespace, in the order in which `graph.ttl` declares them; named queries may use them undeclared."""

GRAPH: Final = RECALLING + "graph"
"""Name of the graph in N-Quads, where every quad names one."""

PROVENANCE: Final = RECALLING + "provenance"
"""Name of the graph in N-Quads that says where the other one comes from."""
