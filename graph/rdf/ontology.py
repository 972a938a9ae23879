"""The ontology that ships (`ontology.ttl`), and the page of documentation made from it.

`python -m graph.rdf.ontology` renews the acts in it, and writes `docs/ontology.md`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import rdflib
from rdflib.namespace import RDFS, SKOS

from graph.files import write_text
from graph.rdf import vocabulary as v
from graph.rdf.acts import with_acts, with_choice
from graph.rdf.serialization import prefixed

_GROUPS: Final = (
    ("Classes", "Class"),
    ("Relations", "Relation"),
    ("Basis", "Basis"),
    ("Certainty", "Certainty"),
    ("What dates are of", "Event"),
    ("Roles", "Role"),
    ("Properties", "Property"),
    ("Datatypes", "Datatype"),
)
_ALIGNED: Final = ("subClassOf", "subPropertyOf", "closeMatch", "inverseOf")
_MODEL: Final = """\
# The graph's vocabulary

*Made by `python -m graph.rdf.ontology` from `graph/rdf/ontology.ttl`; do not edit by hand. What changed from version to
version: [changes](ontology-changes.md).*

## How a graph is built

```mermaid
flowchart LR
  work["<b>work</b><br/>undocs:A/RES/62/37<br/>rc:Resolution"]
  other["<b>cited work</b><br/>rct:npt<br/>rc:Treaty"]
  text["<b>language version</b><br/>eli:LegalExpression"]
  place["<b>paragraph</b><br/>rc:OperativeParagraph"]
  citation["<b>citation</b><br/>cito:Citation"]
  mention["<b>mention</b><br/>oa:Annotation"]
  segment["<b>words of the text</b><br/>oa:SpecificResource"]
  quote["oa:TextQuoteSelector<br/>oa:exact, oa:prefix, oa:suffix"]
  position["oa:TextPositionSelector<br/>oa:start, oa:end"]
  file["<b>file</b><br/>rc:File, rc:sha256"]
  organ["<b>organ</b><br/>foaf:Organization"]
  vote["<b>vote</b><br/>rc:Vote, its counts"]
  agent["<b>state or group</b><br/>foaf:Agent"]
  subject["<b>subject</b><br/>skos:Concept"]
  derived["<b>derived statement</b><br/>rc:Derivation"]
  work -- "cito:cites<br/>rc:recalls …" --> other
  citation -- cito:hasCitingEntity --> work
  citation -- cito:hasCitedEntity --> other
  citation -- prov:wasDerivedFrom --> text
  mention -- oa:hasBody --> citation
  mention -- oa:hasTarget --> segment
  mention -- prov:wasDerivedFrom --> file
  segment -- oa:hasSource --> text
  segment -- dcterms:isPartOf --> place
  segment -- oa:hasSelector --> quote
  segment -- oa:hasSelector --> position
  text -- eli:realizes --> work
  place -- dcterms:isPartOf --> text
  work -- eli:passed_by --> organ
  work -- rc:vote --> vote
  vote -- "rc:votedInFavour …" --> agent
  work -- rc:sponsor --> agent
  work -- dcterms:subject --> subject
  derived -- "rdf:subject, rdf:object" --> work
  derived -- prov:wasDerivedFrom --> citation
  catalogued["<b>statement of the catalogue</b><br/>rc:CatalogueStatement"]
  catalogued -- rdf:subject --> work
```

* A **work** is a text whatever its language: `<https://undocs.org/A/RES/62/37>`, `rct:npt`. Its key, the symbol or
  `treaty:SLUG`, is its `dcterms:identifier`; a document that shows no symbol is keyed `file:NAME`.
* A **language version** (`eli:LegalExpression`) realizes a work: `<https://undocs.org/zh/A/RES/62/37>`. Both are
  addresses at which the United Nations shows the document. Where the language could not be told its code is `und`.
* A work knows its kind, organ, session, date, titles in the languages that were read, the agenda item, the draft that
  became it (`rc:draft`) and its sponsors, where the file or its metadata tell them. Its IRI in the machine-readable
  edition of the United Nations is a `skos:notation` of the datatype `rc:AknIri`.
* A **recorded vote** (`rc:vote`) has three counts (`rc:inFavour`, `rc:against`, `rc:abstaining`) and leads to the
  states, where they are named (`rc:votedInFavour`, `rc:votedAgainst`, `rc:abstained`).
* **Subjects** (`dcterms:subject`) are the concepts of the UNBIS Thesaurus and the Sustainable Development Goals under
  their own addresses (`<http://metadata.un.org/sdg/16>`); a subject without an IRI gets one in our namespace.
* **Direct edges** link works: `cito:cites`, and the one that says how (`rc:recalls` …). Each is written out,
  so that plain SPARQL needs no inference. `rc:supersededBy` is the written-out inverse of `rc:supersedes`.
* A **citation** (`cito:Citation`) is one for each citing and cited work, as in OpenCitations, however often and in
  however many languages it is made: `cito:hasCitingEntity`, `cito:hasCitedEntity`, how the one cites the other
  (`cito:hasCitationCharacterisation`: our relations, and where a relation amounts to one, that of CiTO), the date of
  the citing text (`cito:hasCitationCreationDate`), the time from the cited one (`cito:hasCitationTimeSpan`, where
  both are dated; none where the cited text is the later one) and the language versions that show it
  (`prov:wasDerivedFrom`). Its IRI is made of the two keys:
  `<https://w3id.org/recalling/citation/A/RES/62/37/cites=A/RES/61/74>`.
* A **mention** (`oa:Annotation`) is a row of `citations.jsonl`: one place of one language version that cites. Its body
  (`oa:hasBody`) is the citation, its motivation `oa:linking`. It says how (`rc:relation`, `rc:verb`, `rc:basis`,
  `rc:pinpoint`, `rc:certainty`, `rc:via`, `rc:role` in a note), and from which file (`prov:wasDerivedFrom`). Its target
  (`oa:hasTarget`) are the words: in which language version (`oa:hasSource`), in which paragraph (`dcterms:isPartOf`),
  and which (`oa:hasSelector`: an `oa:TextQuoteSelector` with `oa:exact`, an `oa:TextPositionSelector` with `oa:start`
  and `oa:end`, in code points of the text as read). The IRI is a hash of what the mention says.
  `oa:prefix` and `oa:suffix` hold up to 32 code points of the text around the quote, where the text was at hand, and
  `rc:page` the page. `rc:linkedTo` is present if the document's own hyperlink points to a work other than its text.
  C4O's in-text reference pointer is not used: it denotes an entry of a list of references, which these texts lack.
* An **unresolved reference** (`rc:UnresolvedReference`) is a mention without a body (`oa:questioning`): it has the same
  evidence and a reason, and makes no citation.
* The **catalogue** fills what texts and metadata leave empty: titles, dates, agenda items, votes and records of
  resolutions, decisions and statements. Each such statement has an `rc:CatalogueStatement` that repeats it
  (`rdf:subject`, `rdf:predicate`, `rdf:object`) and leads to its sources, which say their terms (`dcterms:rights`).
  `rc:cannotExist` marks a work whose number its body never reached.
* The date of a work is `eli:date_document`. Where only texts that cite it give a date, the most frequent one is its
  `rc:statedDate`; query `eli:date_document|rc:statedDate`. A citation whose text prints a month or a year only has
  `rc:statedMonth` or `rc:statedYear` instead, so that values of one property can be compared; `rc:dateOf` says what
  happened on its date.
* **Parts**: `dcterms:isPartOf` leads from an addendum, a corrigendum, a part or a letter to the whole, and from a
  protocol to its treaty; `rc:sameDocumentAs` joins a joint symbol and its halves.
* **Checks**: an `rc:RegistryStatement` repeats a fact of a treaty and says whether other sources confirm it
  (`rc:checkState`), and which (`prov:wasDerivedFrom`). Dates have their kinds: `eli:date_document` (signature or
  adoption), `rc:adoptedOn`, `rc:openedOn`, `eli:first_date_entry_in_force`.
* **Sources**: a treaty of the registry says where its facts come from. `rc:sourceNote` has the registry's own words,
  which name general knowledge as such; `dcterms:source` leads to the UN documents that they name, whether or not the
  graph describes these.
* **Derived statements**: `rc:continues` (the yearly series) and `rc:supersededBy` link works like any other
  edge, and each has an `rc:Derivation` that marks it as derived, says why, and leads to the citations it rests on.
* **Standard names** are written out beside ours, because SPARQL infers nothing: a work is an `eli:LegalResource`
  and a `fabio:Work`, a language version a `fabio:Expression`, a paragraph a `doco:Paragraph` and an
  `eli:LegalResourceSubdivision`, or a `doco:Footnote`, a file an `eli:Format`, a `fabio:Manifestation` and a
  `prov:Entity`, a vote a `prov:Activity`, an organ a `foaf:Agent` and an `org:Organization`, a statement about a
  statement an `rdf:Statement`. So are `eli:cites`, `eli:amends`, `eli:changes`, `dcterms:replaces`, `eli:id_local`,
  `eli:type_document`, `frbr:realization`, `frbr:embodiment`, `dcterms:contributor`, `dcterms:date`, and of language
  versions `eli:title`, `eli:language` and `eli:is_embodied_by`. Every work, paragraph, organ, agent and concept has an
  `rdfs:label`. Concepts that the graph uses have their labels (`skos:prefLabel`) in it. Languages and media types are
  IRIs in `dcterms:language` and `dcterms:format`; `dc:language` has the code of a language as text. A query for our
  own class of a node filters for our namespace: `FILTER(STRSTARTS(STR(?class), STR(rc:)))`.
* **CiTO**: an act is `skos:closeMatch` of the property of CiTO that is nearest. A citation bears that property only
  where the cited text is the object of the act (`rc:basis`): of "reaffirms resolution 1" it is `cito:confirms`, of
  "reaffirms its call, in accordance with resolution 1" `cito:citesAsAuthority`. "Condemns" and "regrets" have none:
  what is condemned is an event, not the text that is cited with it.
* **Kinds** of works are concepts (`eli:type_document`) and classes at once. All works are `eli:LegalResource`, reports
  and letters too: ELI knows no other class whose language versions are `eli:LegalExpression`, and a symbol does not say
  what a document is.
* Positions are `xsd:integer`, not `xsd:nonNegativeInteger` as Web Annotation has it: stores such as Oxigraph keep only
  the first.
* **The same text** under two symbols (a joint symbol and its halves) is `owl:sameAs` as well.
* **Numbers** that are compared are numbers: of "article 81 (a)" `rc:citedArticleNumber` is 81, `rc:citedArticle`
  "81(a)", and `rc:pinpoint` what is printed; `rc:sessionNumber` of "(III)" is 3.
* **Texts are in Unicode's normal form C**, as RDF 1.1 (section 3.3) and Web Annotation want them: Arabic is printed
  with two marks on a letter in either order, and Jena warns of one. Rows have each quote as it is printed, and
  positions are those of the text as printed.
* There are **no blank nodes**, so that two graphs are equal when their triples are.

## Links to other collections

Each is made by a rule from something that a source at hand states; none is guessed. There are no links to items of
Wikidata: no source at hand gives their identifiers. Its property P3069 is the UN document symbol, which is the
`dcterms:identifier` of a work here, so that a federated query finds them:

```sparql
SELECT ?work ?item WHERE {
  ?work a rc:Resolution ; dcterms:identifier ?symbol .
  SERVICE <https://query.wikidata.org/sparql> { ?item <http://www.wikidata.org/prop/direct/P3069> ?symbol }
}
```

* `https://undocs.org/SYMBOL`, `https://undocs.org/CODE/SYMBOL`: works, language versions: their IRIs. Made of the
  symbol, and the code of the language before it. Source: the addresses of the UN document system.
* `https://docs.un.org/CODE/SYMBOL` (`rdfs:seeAlso`): language versions. Made of the code of the language and the
  symbol. Source: the addresses at which the United Nations shows its documents to readers.
* `https://digitallibrary.un.org/record/N` (`rdfs:seeAlso`): resolutions, decisions, statements. Made of the number
  of the record, as the catalogue has it. Source: `data/catalogue`; the `rc:CatalogueStatement` names the source.
* `https://treaties.un.org/…`, ECOLEX, NORMLEX (`rdfs:seeAlso`): treaties. Made of the number in that database
  (`rc:record`). Source: `extract/registry/data/checked.tsv`.
* `http://metadata.un.org/thesaurus/…`, EuroVoc (`dcterms:subject`): works. Made of the address as the metadata of a
  file give it. Source: the file.
* `http://metadata.un.org/sdg/N` (`dcterms:subject`): works. Made of the number of the goal. Source: the file.
* `rc:m49Code`, `rc:iso3166Alpha2`, `rc:iso3166Alpha3`: states. Made of the codes of the name. Source: ISO 3166-1,
  M49: `graph/rdf/states.tsv`.
* `/akn/un/…` (`skos:notation` of `rc:AknIri`): resolutions. Made of body, date and number. Source: the metadata of
  a file, else the naming convention of AKN4UN.
* `http://publications.europa.eu/resource/authority/language/ENG` (`eli:language`): language versions. Made of the
  code of the language. Source: the table of languages that ELI refers to.

IRIs in the namespace `https://w3id.org/recalling/` do not resolve until the redirect is registered with the first
public release.
"""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of our own.

    Attributes:
        iri: its IRI.
        types: local names of its classes (`Class`, `ObjectProperty`, `Relation` …).
        labels: label by language code.
        comment: what it means, English.
        notation: its name in `citations.jsonl`; empty if it has none.
        aligned: (property, other term) pairs that tie it to other terms, prefixed names.
    """

    iri: str
    types: frozenset[str]
    labels: dict[str, str]
    comment: str
    notation: str
    aligned: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """The prefixed name of its IRI."""
        return prefixed(self.iri)


@lru_cache(maxsize=1)
def terms() -> tuple[Term, ...]:
    """Return the terms of the ontology, sorted by IRI."""
    source = (files("graph.rdf") / "ontology.ttl").read_text(encoding="utf-8")
    graph = rdflib.Graph().parse(data=source, format="turtle")
    own = sorted({str(subject) for subject in graph.subjects(RDFS.isDefinedBy) if str(subject).startswith(v.RC)})
    return tuple(_term(graph, rdflib.URIRef(iri)) for iri in own)


def label(iri: str, language: str) -> str:
    """Return the label of a term, in a language or else in English; the IRI if the term is not ours."""
    found = next((term for term in terms() if term.iri == iri), None)
    return found.labels.get(language) or found.labels.get("en", iri) if found else iri


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that relations, kinds, certainties and roles have labels in, sorted."""
    return tuple(sorted({code for term in terms() for code in term.labels}))


def ontology_markdown() -> str:
    """Return the page about the vocabulary."""
    parts = [_MODEL]
    for title, kind in _GROUPS:
        members = [term for term in terms() if _is(term, kind)]
        parts.append(f"## {title}\n")
        if kind in {"Relation", "Basis", "Certainty", "Event", "Role"}:
            rows = [
                [f"`{each.name}`", f"`{each.notation}`", *(each.labels.get(code, "") for code in languages())]
                for each in members
            ]
            parts.append(markdown_table(["term", "in citations.jsonl", *languages()], rows))
        rows = [[f"`{each.name}`", each.comment, _ties(each)] for each in members]
        parts.append(markdown_table(["term", "meaning", "tied to"], rows))
    return "\n".join(parts)


def markdown_table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table in Markdown."""
    head = list(columns)
    lines = [head, ["---"] * len(head), *(list(row) for row in rows)]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


def _is(term: Term, kind: str) -> bool:
    """Return whether a term belongs under the heading of a kind; relations have one of their own."""
    if kind == "Property":
        return "Relation" not in term.types and any(each.endswith(kind) for each in term.types)
    return kind in term.types


def _term(graph: rdflib.Graph, iri: rdflib.URIRef) -> Term:
    """Return one term of the file."""
    types = frozenset(str(kind).rpartition("#")[2] for kind in graph.objects(iri, rdflib.RDF.type))
    labels = {
        said.language or "": str(said) for said in graph.objects(iri, RDFS.label) if isinstance(said, rdflib.Literal)
    }
    ties = [
        (prefixed(str(predicate)), prefixed(str(other)))
        for predicate, other in graph.predicate_objects(iri)
        if str(predicate).rpartition("#")[2] in _ALIGNED
    ]
    comment, notation = graph.value(iri, RDFS.comment), graph.value(iri, SKOS.notation)
    return Term(str(iri), types, labels, str(comment or ""), str(notation or ""), tuple(sorted(ties)))


def _ties(term: Term) -> str:
    """Return the terms that a term is aligned with, as the text of a table cell."""
    names = ((predicate.rpartition("#")[2].rpartition(":")[2], other) for predicate, other in term.aligned)
    return ", ".join(f"{predicate} `{other}`" for predicate, other in names)


def main() -> None:
    """Write the acts into the files of this folder, and the page into `docs/` beside the package."""
    for name, renew in (("ontology.ttl", with_acts), ("shapes.ttl", with_choice)):
        file = Path(__file__).parent / name
        write_text(file, renew(file.read_text(encoding="utf-8")))
    write_text(Path(__file__).parents[2] / "docs" / "ontology.md", ontology_markdown())


if __name__ == "__main__":
    main()
