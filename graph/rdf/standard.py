"""What the graph says in the standards' own words beside ours, so that a client that knows only these finds its way.

SPARQL infers nothing: a class or property of ours that stands below a standard one is found under the standard name
only where that is stated as well. `ontology.ttl` says the same as these tables for clients that do infer.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from graph.rdf import vocabulary as v
from graph.rdf.literal import Triple

EU_LANGUAGE: Final = "http://publications.europa.eu/resource/authority/language/"
"""The table of languages of the Publications Office, which ELI refers to."""

ELI_TITLE: Final = v.ELI + "title"
ELI_LANGUAGE: Final = v.ELI + "language"
EMBODIED_BY: Final = v.ELI + "is_embodied_by"

_STATEMENT: Final = (v.RDF + "Statement",)
_BLOCK: Final = (v.DOCO + "Paragraph", v.ELI + "LegalResourceSubdivision")

SUPERCLASSES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        v.WORK: (v.ELI + "LegalResource", v.FABIO + "Work"),
        v.EXPRESSION_CLASS: (v.FABIO + "Expression",),
        v.UNRESOLVED_CLASS: (v.ANNOTATION,),
        v.PREAMBULAR: _BLOCK,
        v.OPERATIVE: _BLOCK,
        v.BODY_PARAGRAPH: _BLOCK,
        v.ANNEX: _BLOCK,
        v.FOOTNOTE: (v.DOCO + "Footnote",),
        v.OTHER_PARAGRAPH: (v.DCTERMS + "BibliographicResource",),
        v.FILE_CLASS: (v.ELI + "Format", v.FABIO + "Manifestation", v.ENTITY),
        v.VOTE_CLASS: (v.ACTIVITY,),
        v.DERIVATION_CLASS: _STATEMENT,
        v.CATALOGUE_STATEMENT: _STATEMENT,
        v.REGISTRY_STATEMENT: _STATEMENT,
        v.FACT_SOURCE: (v.ENTITY,),
        v.ORGAN_CLASS: (v.AGENT_CLASS, v.ORG + "Organization"),
    }
)
"""Class of a node to the standard classes that it is stated to be of as well."""

SUPERPROPERTIES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        v.CITES: (v.ELI + "cites",),
        v.RELATION_PROPERTIES["acts-under"]: (v.CITO + "citesAsAuthority",),
        v.RELATION_PROPERTIES["pursuant"]: (v.CITO + "citesAsAuthority",),
        v.RELATION_PROPERTIES["amends"]: (v.ELI + "amends", v.ELI + "changes"),
        v.SUPERSEDES: (v.DCTERMS + "replaces", v.ELI + "changes"),
        v.IDENTIFIER: (v.ELI + "id_local",),
        v.REALIZED_BY: (v.FRBR + "realization",),
        EMBODIED_BY: (v.FRBR + "embodiment",),
        v.PREF_LABEL: (v.LABEL,),
        v.NAME: (v.LABEL,),
        v.SUPERSEDED_BY: (v.DCTERMS + "isReplacedBy",),
        v.SPONSOR: (v.DCTERMS + "contributor",),
        v.DRAFT: (v.DERIVED_FROM,),
        v.SOURCE_NOTE: (v.SKOS + "editorialNote",),
        v.DATE: (v.DCTERMS + "date",),
    }
)
"""Property to the standard ones that are stated between the same two ends."""

_LANGUAGES: Final[Mapping[str, str]] = MappingProxyType(
    {"ar": "ARA", "de": "DEU", "en": "ENG", "es": "SPA", "fr": "FRA", "ru": "RUS", "zh": "ZHO"}
)


def with_standard(said: Iterable[Triple]) -> Iterator[Triple]:
    """Yield each triple, and behind it what the standards call the same."""
    for triple in said:
        yield triple
        subject, predicate, value = triple
        if predicate == v.TYPE:
            for kind in SUPERCLASSES.get(str(value), ()):
                yield subject, v.TYPE, kind
        elif predicate in SUPERPROPERTIES:
            for name in SUPERPROPERTIES[predicate]:
                yield subject, name, value


def eli_language(code: str | None) -> str | None:
    """Return the IRI of a language in the table that ELI refers to; None for a language without one here."""
    found = _LANGUAGES.get(code or "")
    return EU_LANGUAGE + found if found else None
