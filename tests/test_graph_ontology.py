"""The ontology documents every term that the code uses, and the documentation is made from it."""

from pathlib import Path

import pytest
import rdflib
import regex
from graph_sample import sample
from rdflib.namespace import OWL, RDFS

import graph
from graph.query.cookbook import queries_markdown
from graph.query.named import named_queries
from graph.rdf import vocabulary as v
from graph.rdf.acts import with_acts, with_choice
from graph.rdf.changes import changes_markdown
from graph.rdf.graphs import native_triples
from graph.rdf.ontology import label, languages, ontology_markdown, terms
from graph.rdf.standard import SUPERCLASSES, SUPERPROPERTIES

PACKAGE = Path(next(iter(graph.__path__)))
DOCS = PACKAGE.parent / "docs"
LABELLED = {"ar", "de", "en", "es", "fr", "ru", "zh"}


def used() -> set[str]:
    """Every term of our own that the vocabulary module, the shapes or the queries name."""
    constants = {
        value for value in vars(v).values() if isinstance(value, str) and value.startswith(v.RC) and value != v.RC
    }
    tables = (
        v.KIND_CLASSES, v.RELATION_PROPERTIES, v.BASIS_CONCEPTS, v.CERTAINTY_CONCEPTS, v.PART_PROPERTIES,
        v.VOTE_COUNTS, v.VOTE_STATES, v.DATE_OF_CONCEPTS, v.ROLE_CONCEPTS, v.PART_NUMBERS,
    )  # fmt: skip
    return constants | {iri for table in tables for iri in table.values()} | set(v.PARAGRAPH_CLASSES)


def test_every_term_that_is_used_is_documented() -> None:
    documented = {term.iri for term in terms()}
    assert used() <= documented
    assert {term.iri for term in terms()} - used() == {
        v.RC + "Certainty", v.RC + "Paragraph", v.RC + "relations", v.RC + "certainties",
        v.RC + "Event", v.RC + "events", v.RC + "Basis", v.RC + "bases",
        v.RC + "Role", v.RC + "roles", v.RC + "Reference", v.RC + "kinds",
    }  # fmt: skip
    assert all(term.comment.endswith(".") and term.labels for term in terms())


def test_every_term_of_ours_in_a_graph_is_documented() -> None:
    documented = {term.iri for term in terms()}
    named = {str(part)[1:-1] for triple in native_triples(sample()) for part in (triple.predicate, triple.object)}
    assert {iri for iri in named if iri.startswith(v.RC)} <= documented


def test_queries_and_shapes_name_only_documented_terms() -> None:
    documented = {term.name for term in terms()}
    texts = [query.text for query in named_queries().values()]
    texts.append((PACKAGE / "rdf" / "shapes.ttl").read_text(encoding="utf-8"))
    named = {name for text in texts for name in regex.findall(r"\brc:\w++", text)}
    assert len(named) > 20
    assert named <= documented


@pytest.mark.parametrize("table", [v.KIND_CLASSES, v.RELATION_PROPERTIES, v.BASIS_CONCEPTS, v.CERTAINTY_CONCEPTS])
def test_what_a_person_sees_has_a_label_in_every_language(table: dict[str, str]) -> None:
    by_iri = {term.iri: term for term in terms()}
    for name, iri in table.items():
        assert set(by_iri[iri].labels) == LABELLED
        assert by_iri[iri].notation == name
    assert set(languages()) == LABELLED
    for code in LABELLED:
        labels = [by_iri[iri].labels[code] for iri in table.values()]
        assert len(set(labels)) == len(labels)


def test_a_label_falls_back_to_english_and_to_the_iri() -> None:
    assert label(v.RC + "recalls", "ru") == "ссылается на"
    assert label(v.RC + "recalls", "pt") == "recalls"
    assert label("https://example.org/", "en") == "https://example.org/"


def test_the_ontology_imports_nothing_and_is_tied_to_the_standards() -> None:
    source = rdflib.Graph().parse(PACKAGE / "rdf" / "ontology.ttl", format="turtle")
    assert not list(source.subject_objects(OWL.imports))
    parents = {str(other) for other in source.objects(None, RDFS.subClassOf)}
    for namespace in (v.FABIO, v.ELI, v.OA, v.PROV, v.SKOS, v.DCTERMS):
        assert any(parent.startswith(namespace) for parent in parents), namespace
    assert (None, None, rdflib.URIRef(v.UNDO)) in source


def test_the_ontology_says_what_the_graph_writes_out() -> None:
    source = rdflib.Graph().parse(PACKAGE / "rdf" / "ontology.ttl", format="turtle")
    for table, said in ((SUPERCLASSES, RDFS.subClassOf), (SUPERPROPERTIES, RDFS.subPropertyOf)):
        for term, parents in table.items():
            if not term.startswith(v.RC):  # a standard term, of which we say nothing
                continue
            above = {str(each) for each in source.transitive_objects(rdflib.URIRef(term), said)}
            assert set(parents) - {v.RDF + "Statement"} <= above, term  # that one OWL 2 DL does not let stand there
    properties = {str(other) for other in source.objects(None, RDFS.subPropertyOf)}
    assert properties == {v.CITES} | {
        parent for term, parents in SUPERPROPERTIES.items() if term.startswith(v.RC) for parent in parents
    }


def test_the_documentation_is_up_to_date() -> None:
    pages = {"ontology": ontology_markdown(), "cookbook": queries_markdown()}
    for module, name in (("ontology", "ontology.md"), ("cookbook", "queries.md")):
        assert (DOCS / name).read_text(encoding="utf-8") == pages[module], f"run python -m graph.{module}"


def test_the_acts_in_the_ontology_and_the_shapes_are_those_of_their_table() -> None:
    for name, renewed in (("ontology.ttl", with_acts), ("shapes.ttl", with_choice)):
        text = (PACKAGE / "rdf" / name).read_text(encoding="utf-8")
        assert renewed(text) == text
        assert renewed(text.replace("rc:recalls", "rc:forgets")) == text
    by_iri = {term.iri: term for term in terms()}
    assert all("Relation" in by_iri[iri].types for iri in v.RELATION_PROPERTIES.values())


def test_the_page_of_changes_is_up_to_date_and_the_version_is_a_new_one() -> None:
    assert (DOCS / "ontology-changes.md").read_text(encoding="utf-8") == changes_markdown()
    source = rdflib.Graph().parse(PACKAGE / "rdf" / "ontology.ttl", format="turtle")
    ontology = rdflib.URIRef(v.RECALLING + "ontology")
    earlier = {path.stem for path in (PACKAGE / "rdf" / "versions").glob("*.ttl")}
    assert str(source.value(ontology, OWL.versionInfo)) not in earlier
    assert str(source.value(ontology, OWL.priorVersion)).rpartition("/")[2] in earlier
