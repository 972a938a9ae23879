"""Every namespace, class and property that the graph uses, named once; the terms themselves are in `ontology.ttl`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from extract.model.citation import BASES, CERTAINTIES, DATES_OF, KINDS, RELATIONS, ROLES
from extract.model.part import UNITS
from graph.rdf import namespaces

RC: Final = namespaces.RC
RECALLING: Final = namespaces.RECALLING
UNDOCS: Final = namespaces.UNDOCS
TREATY: Final = namespaces.TREATY
CITATION: Final = namespaces.CITATION
MENTION: Final = namespaces.MENTION
SEGMENT: Final = namespaces.SEGMENT
QUOTE: Final = namespaces.QUOTE
POSITION: Final = namespaces.POSITION
ORGAN: Final = namespaces.ORGAN
FILE: Final = namespaces.FILE
UNSIGNED: Final = namespaces.UNSIGNED
VOTE: Final = namespaces.VOTE
AGENT: Final = namespaces.AGENT
SUBJECT: Final = namespaces.SUBJECT
SCHEME: Final = namespaces.SCHEME
DERIVATION: Final = namespaces.DERIVATION
CATALOGUE_SOURCE: Final = namespaces.CATALOGUE_SOURCE
LIBRARY: Final = namespaces.LIBRARY
SDG: Final = namespaces.SDG
UNBIS: Final = namespaces.UNBIS
CITO: Final = namespaces.CITO
FABIO: Final = namespaces.FABIO
ELI: Final = namespaces.ELI
FRBR: Final = namespaces.FRBR
OA: Final = namespaces.OA
PROV: Final = namespaces.PROV
DOCO: Final = namespaces.DOCO
ORG: Final = namespaces.ORG
DC: Final = namespaces.DC
DCTERMS: Final = namespaces.DCTERMS
SKOS: Final = namespaces.SKOS
FOAF: Final = namespaces.FOAF
RDF: Final = namespaces.RDF
RDFS: Final = namespaces.RDFS
XSD: Final = namespaces.XSD
OWL: Final = namespaces.OWL
UNDO: Final = namespaces.UNDO
PREFIXES: Final = namespaces.PREFIXES
GRAPH: Final = namespaces.GRAPH
PROVENANCE: Final = namespaces.PROVENANCE

RUN: Final = RECALLING + "run/"
SOFTWARE: Final = RECALLING + "software/"

TYPE: Final = RDF + "type"

WORK: Final = RC + "Work"
CITATION_CLASS: Final = CITO + "Citation"
ANNOTATION: Final = OA + "Annotation"
SEGMENT_CLASS: Final = OA + "SpecificResource"
UNRESOLVED_CLASS: Final = RC + "UnresolvedReference"
EXPRESSION_CLASS: Final = ELI + "LegalExpression"
QUOTE_SELECTOR: Final = OA + "TextQuoteSelector"
POSITION_SELECTOR: Final = OA + "TextPositionSelector"
FILE_CLASS: Final = RC + "File"
ORGAN_CLASS: Final = FOAF + "Organization"
AGENT_CLASS: Final = FOAF + "Agent"
VOTE_CLASS: Final = RC + "Vote"
DERIVATION_CLASS: Final = RC + "Derivation"
CATALOGUE_STATEMENT: Final = RC + "CatalogueStatement"
REGISTRY_STATEMENT: Final = RC + "RegistryStatement"
FACT_SOURCE: Final = RC + "FactSource"
CONCEPT: Final = SKOS + "Concept"
CONCEPT_SCHEME: Final = SKOS + "ConceptScheme"

KIND_CLASSES: Final[Mapping[str, str]] = MappingProxyType(
    dict(
        zip(
            KINDS,
            (
                RC + name
                for name in (
                    "Resolution", "Decision", "PresidentialStatement", "Treaty", "ConferenceDocument", "Document",
                )
            ),
            strict=True,
        )
    )
)  # fmt: skip
"""Kind of a target in `citations.jsonl` to the class of its work."""

PREAMBULAR: Final = RC + "PreambularParagraph"
OPERATIVE: Final = RC + "OperativeParagraph"
FOOTNOTE: Final = RC + "Footnote"
ANNEX: Final = RC + "AnnexParagraph"
BODY_PARAGRAPH: Final = RC + "BodyParagraph"
OTHER_PARAGRAPH: Final = RC + "OtherParagraph"
PARAGRAPH_CLASSES: Final = (PREAMBULAR, OPERATIVE, BODY_PARAGRAPH, FOOTNOTE, ANNEX, OTHER_PARAGRAPH)


def _property(relation: str) -> str:
    """IRI of the property for a relation of the contract: `takes-note` is `rc:takesNote`, `other` is `rc:mentions`."""
    head, *tail = ("mentions" if relation == "other" else relation).split("-")
    return RC + head + "".join(map(str.capitalize, tail))


RELATION_PROPERTIES: Final[Mapping[str, str]] = MappingProxyType({name: _property(name) for name in RELATIONS})
"""Relation in `citations.jsonl` to the property that stands between the two works."""


def _basis(basis: str) -> str:
    """IRI of the concept for a basis of the contract: `acting-under` is `rc:actingUnderBasis`."""
    head, *tail = basis.split("-")
    return RC + head + "".join(map(str.capitalize, tail)) + "Basis"


BASIS_CONCEPTS: Final[Mapping[str, str]] = MappingProxyType({name: _basis(name) for name in BASES})
"""Basis in `citations.jsonl` to its concept."""

CERTAINTY_CONCEPTS: Final[Mapping[str, str]] = MappingProxyType({name: RC + name for name in CERTAINTIES})
"""Certainty in `citations.jsonl` to its concept."""

ROLE_CONCEPTS: Final[Mapping[str, str]] = MappingProxyType({name: f"{RC}role{name.title()}" for name in ROLES})
"""Role of a reference in a note, in `citations.jsonl`, to its concept."""

CITES: Final = CITO + "cites"
HAS_CITING: Final = CITO + "hasCitingEntity"
HAS_CITED: Final = CITO + "hasCitedEntity"
CHARACTERISED: Final = CITO + "hasCitationCharacterisation"
CITED_ON: Final = CITO + "hasCitationCreationDate"
TIME_SPAN: Final = CITO + "hasCitationTimeSpan"
RELATION: Final = RC + "relation"
STANCE: Final = RC + "stance"
STRENGTH: Final = RC + "strength"
VERB: Final = RC + "verb"
BASIS: Final = RC + "basis"
LABEL: Final = RDFS + "label"
NUMBER: Final = RC + "number"
PINPOINT: Final = RC + "pinpoint"
PART_PROPERTIES: Final[Mapping[str, str]] = MappingProxyType(
    {unit: f"{RC}cited{unit.title().replace(' ', '')}" for unit in UNITS}
)
"""Unit of a pinpoint to the property that holds its number as text, letters and members included: `81(a)`."""
PART_NUMBERS: Final[Mapping[str, str]] = MappingProxyType(
    {unit: name + "Number" for unit, name in PART_PROPERTIES.items()}
)
"""Unit of a pinpoint to the property that holds its number as a whole number, to compare and to sort by."""
UNNUMBERED: Final = RC + "citedUnnumbered"
CERTAINTY: Final = RC + "certainty"
ROLE: Final = RC + "role"
VIA: Final = RC + "via"
CALLED: Final = RC + "called"
NOTE: Final = RC + "note"
REASON: Final = RC + "reason"
PAGE: Final = RC + "page"
LINKED: Final = RC + "linkedTo"
EXPECTED_KIND: Final = RC + "expectedKind"
STATED_DATE: Final = RC + "statedDate"
STATED_MONTH: Final = RC + "statedMonth"
STATED_YEAR: Final = RC + "statedYear"
DATE_OF: Final = RC + "dateOf"
DATE_OF_CONCEPTS: Final[Mapping[str, str]] = MappingProxyType(
    {name: f"{RC}on{''.join(map(str.capitalize, name.split('-')))}" for name in DATES_OF}
)
"""What a date is of in `citations.jsonl` to its concept."""
UNTS_NUMBER: Final = RC + "untsNumber"
UNTS_VOLUME: Final = RC + "untsVolume"
UNTS_PART: Final = RC + "untsPart"
DEPOSITARY: Final = RC + "depositary"
ADOPTED_ON: Final = RC + "adoptedOn"
OPENED_ON: Final = RC + "openedOn"
RECORD: Final = RC + "record"
CHECK_STATE: Final = RC + "checkState"
REGISTERED: Final = RC + "inRegistry"
PLACE: Final = RC + "place"
SESSION: Final = RC + "session"
SESSION_NUMBER: Final = RC + "sessionNumber"
INVENTED: Final = RC + "invented"
CANNOT_EXIST: Final = RC + "cannotExist"
MEETING: Final = RC + "meeting"
VOTED: Final = RC + "vote"
VOTE_COUNTS: Final[Mapping[str, str]] = MappingProxyType(
    {"in_favour": RC + "inFavour", "against": RC + "against", "abstaining": RC + "abstaining"}
)
"""Count of a vote in `documents.jsonl` to its property."""
VOTE_STATES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "states_in_favour": RC + "votedInFavour",
        "states_against": RC + "votedAgainst",
        "states_abstaining": RC + "abstained",
    }
)
"""List of states of a vote in `documents.jsonl` to the property that leads to each of them."""
M49: Final = RC + "m49Code"
ISO_2: Final = RC + "iso3166Alpha2"
ISO_3: Final = RC + "iso3166Alpha3"
SPONSOR: Final = RC + "sponsor"
DRAFT: Final = RC + "draft"
AGENDA_ITEM: Final = RC + "agendaItem"
CONTINUES: Final = RC + "continues"
SUPERSEDES: Final = RELATION_PROPERTIES["supersedes"]
SUPERSEDED_BY: Final = RC + "supersededBy"
SAME_DOCUMENT: Final = RC + "sameDocumentAs"
SAME_AS: Final = OWL + "sameAs"
FILE_NAME: Final = RC + "fileName"
SHA256: Final = RC + "sha256"
AKN_IRI: Final = RC + "AknIri"

HAS_BODY: Final = OA + "hasBody"
HAS_TARGET: Final = OA + "hasTarget"
MOTIVATION: Final = OA + "motivatedBy"
LINKING: Final = OA + "linking"
QUESTIONING: Final = OA + "questioning"
HAS_SOURCE: Final = OA + "hasSource"
HAS_SELECTOR: Final = OA + "hasSelector"
EXACT: Final = OA + "exact"
PREFIX: Final = OA + "prefix"
SUFFIX: Final = OA + "suffix"
START: Final = OA + "start"
END: Final = OA + "end"
ENTITY: Final = PROV + "Entity"
ACTIVITY: Final = PROV + "Activity"
SOFTWARE_AGENT: Final = PROV + "SoftwareAgent"
GENERATED_BY: Final = PROV + "wasGeneratedBy"
ASSOCIATED_WITH: Final = PROV + "wasAssociatedWith"
USED: Final = PROV + "used"
ATTRIBUTED_TO: Final = PROV + "wasAttributedTo"
DERIVED_FROM: Final = PROV + "wasDerivedFrom"
IDENTIFIER: Final = DCTERMS + "identifier"
TITLE: Final = DCTERMS + "title"
ALTERNATIVE: Final = DCTERMS + "alternative"
LANGUAGE: Final = DC + "language"
IS_PART_OF: Final = DCTERMS + "isPartOf"
SOURCE: Final = DCTERMS + "source"
SOURCE_NOTE: Final = RC + "sourceNote"
RIGHTS: Final = DCTERMS + "rights"
SEE_ALSO: Final = RDFS + "seeAlso"
ABOUT: Final = DCTERMS + "subject"
VERSION: Final = DCTERMS + "hasVersion"
FORMAT: Final = DCTERMS + "format"
DESCRIPTION: Final = DCTERMS + "description"
DATE: Final = ELI + "date_document"
IN_FORCE_FROM: Final = ELI + "first_date_entry_in_force"
PASSED_BY: Final = ELI + "passed_by"
DOCUMENT_TYPE: Final = ELI + "type_document"
PART_OF_ORGAN: Final = ORG + "subOrganizationOf"
REALIZES: Final = ELI + "realizes"
REALIZED_BY: Final = ELI + "is_realized_by"
NAME: Final = FOAF + "name"
NOTATION: Final = SKOS + "notation"
PREF_LABEL: Final = SKOS + "prefLabel"
IN_SCHEME: Final = SKOS + "inScheme"
TOP_CONCEPT_OF: Final = SKOS + "topConceptOf"
HAS_TOP_CONCEPT: Final = SKOS + "hasTopConcept"
SAID_OF: Final = RDF + "subject"
SAID_HOW: Final = RDF + "predicate"
SAID_WHAT: Final = RDF + "object"
SUBPROPERTY: Final = RDFS + "subPropertyOf"
RELATION_CLASS: Final = RC + "Relation"
