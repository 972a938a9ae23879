"""The ontology is OWL 2 DL and consistent, as a reasoner says, and has none of the pitfalls that OOPS! looks for.

https://oops.linkeddata.es/catalogue.jsp: the numbers of the pitfalls stand beside the checks.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from java_machine import java
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS

import graph
from graph.rdf import vocabulary as v

FILE = Path(next(iter(graph.__path__))) / "rdf" / "ontology.ttl"
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty)
ONTOLOGY = rdflib.URIRef(v.RECALLING + "ontology")


@cache
def ontology() -> rdflib.Graph:
    """The ontology."""
    return rdflib.Graph().parse(FILE, format="turtle")


def ours(*kinds: rdflib.URIRef) -> list[rdflib.URIRef]:
    """The terms of ours that are of a kind."""
    found = {each for kind in kinds for each in ontology().subjects(RDF.type, kind)}
    return sorted(each for each in found if isinstance(each, rdflib.URIRef) and each.startswith(v.RC))


def test_it_is_owl_2_dl_consistent_and_every_class_can_have_members(tmp_path: Path) -> None:
    spec = find_spec("owlready2")  # it brings HermiT, a reasoner, with the OWL API inside
    jpype = java([Path(spec.origin).parent / "hermit" / "HermiT.jar"] if spec and spec.origin else [])
    triples = (quad.triple for quad in ox.parse(path=FILE))
    (tmp_path / "ontology.rdf").write_bytes(ox.serialize(triples, format=ox.RdfFormat.RDF_XML) or b"")
    manager = jpype.JClass("org.semanticweb.owlapi.apibinding.OWLManager").createOWLOntologyManager()
    loaded = manager.loadOntologyFromOntologyDocument(jpype.JClass("java.io.File")(str(tmp_path / "ontology.rdf")))
    assert loaded.getAxiomCount() > 1000
    report = jpype.JClass("org.semanticweb.owlapi.profiles.OWL2DLProfile")().checkOntology(loaded)
    assert [str(violation) for violation in report.getViolations()] == []
    reasoner = jpype.JClass("org.semanticweb.HermiT.Reasoner")(loaded)
    assert reasoner.isConsistent()
    assert [str(each) for each in reasoner.getUnsatisfiableClasses().getEntities()] == ["owl:Nothing"]


def test_every_term_has_a_label_and_a_comment() -> None:  # P08
    for term in ours(OWL.Class, OWL.AnnotationProperty, *PROPERTIES, RDFS.Datatype):
        assert any(getattr(label, "language", None) == "en" for label in ontology().objects(term, RDFS.label)), term
        assert (term, RDFS.comment, None) in ontology(), term
        assert (term, RDFS.isDefinedBy, ONTOLOGY) in ontology(), term


def test_every_property_has_one_domain_and_one_range() -> None:  # P11, P19
    for term in ours(*PROPERTIES):
        for said in (RDFS.domain, RDFS.range):
            assert len(list(ontology().objects(term, said))) == 1, (term, said)


def test_no_class_stands_alone() -> None:  # P04
    for term in ours(OWL.Class):
        assert (term, RDFS.subClassOf, None) in ontology(), term


def test_names_of_classes_begin_with_a_capital_and_those_of_properties_do_not() -> None:  # P22
    assert all(term.removeprefix(v.RC)[0].isupper() for term in ours(OWL.Class))
    assert all(term.removeprefix(v.RC)[0].islower() for term in ours(*PROPERTIES, OWL.AnnotationProperty))


def test_inverses_are_of_object_properties_and_fit_their_ends() -> None:  # P05, P25, P28
    pairs = list(ontology().subject_objects(OWL.inverseOf))
    assert pairs
    for one, other in pairs:
        assert one != other
        assert {one, other} <= set(ours(OWL.ObjectProperty))
        assert ontology().value(one, RDFS.domain) == ontology().value(other, RDFS.range)
        assert ontology().value(one, RDFS.range) == ontology().value(other, RDFS.domain)


def test_no_class_or_property_is_below_itself() -> None:  # P06
    for said in (RDFS.subClassOf, RDFS.subPropertyOf):
        for term in set(ontology().subjects(said)):
            above = {
                far for near in ontology().objects(term, said) for far in ontology().transitive_objects(near, said)
            }
            assert term not in above


def test_nothing_is_used_without_being_declared() -> None:  # P34, P35
    declared = set(ontology().subjects(RDF.type))
    for said in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, SKOS.inScheme):
        assert set(ontology().objects(None, said)) <= declared | {OWL.Thing}


def test_no_two_terms_of_a_kind_have_one_label() -> None:  # P32
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        labels = [str(ontology().value(term, RDFS.label, any=True)) for term in ours(kind)]
        english = {
            str(label)
            for term in ours(kind)
            for label in ontology().objects(term, RDFS.label)
            if getattr(label, "language", None) == "en"
        }
        assert len(english) == len(labels)


def test_it_names_its_licence_version_and_namespace() -> None:  # P38, P41
    for said in (DCTERMS.license, DCTERMS.title, DCTERMS.description, DCTERMS.creator, OWL.versionIRI, OWL.versionInfo):
        assert (ONTOLOGY, said, None) in ontology(), said
    version = str(ontology().value(ONTOLOGY, OWL.versionInfo))
    assert str(ontology().value(ONTOLOGY, OWL.versionIRI)) == f"{ONTOLOGY}/{version}"


@pytest.mark.parametrize("name", ["Reference", "Work"])
def test_the_classes_a_stranger_looks_for_are_below_standard_ones(name: str) -> None:
    above = set(ontology().transitive_objects(rdflib.URIRef(v.RC + name), RDFS.subClassOf))
    assert above & {rdflib.URIRef(v.ANNOTATION), rdflib.URIRef(v.ELI + "LegalResource")}
