"""A small invented graph for the questions in `tests/questions`: no text of it exists, nor the sessions it names."""

from typing import Any

import rdflib
from graph_sample import NO_CATALOGUE, NPT

from extract.model.adoption import Subject, Vote
from extract.model.citation import Citation, Evidence, Reference, Unresolved
from extract.model.part import Part
from extract.model.record import DocumentRecord
from extract.registry.registry import Registry
from graph.rdf.build import build_graph

ASSEMBLY = "General Assembly"
VOTE = Vote(in_favour=120, against=3, abstaining=5, states_in_favour=("France", "Japan"), states_against=("Peru",))
RECORDS = (
    DocumentRecord(
        symbol="A/RES/91/1", file="91-1.en.txt", language="en", title="Lighthouses and buoys", date="2036-12-01",
        organ=ASSEMBLY, form="text", sha256="a1" * 32,
    ),
    DocumentRecord(
        symbol="A/RES/91/1", file="91-1.fr.txt", language="fr", title="Phares et bouées", date="2036-12-01",
        organ=ASSEMBLY, form="text", sha256="a2" * 32,
    ),
    DocumentRecord(
        symbol="A/RES/92/7", file="92-7.en.docx", language="en", title="Lighthouses and buoys", date="2037-12-03",
        organ=ASSEMBLY, form="docx", sha256="b1" * 32, vote=VOTE, sponsors=("Japan", "Kenya"),
        draft="A/C.1/92/L.5", sdgs=(14,),
        subjects=(
            Subject(label="disarmament", scheme="UNBIS Thesaurus", iri="http://metadata.un.org/thesaurus/1001776"),
        ),
    ),
    DocumentRecord(
        symbol="S/RES/3901(2037)", file="3901.en.txt", language="en", date="2037-05-05", organ="Security Council",
        form="text", sha256="c1" * 32,
    ),
)  # fmt: skip


def _at(source: str, file: str, quote: str, start: int, paragraph: str, **known: Any) -> Evidence:  # noqa: ANN401  # fields
    """Evidence with what a question asks about."""
    said: dict[str, Any] = {"language": "fr" if ".fr." in file else "en", "relation": "recalls", "verb": "Recalling"}
    return Evidence(
        source=source, file=file, quote=quote, start=start, end=start + len(quote), paragraph=paragraph, **said | known
    )


REFERENCES: tuple[Reference, ...] = (
    Citation(
        evidence=_at("A/RES/91/1", "91-1.en.txt", "resolution 3800 (2035)", 100, "pp1", date="2035-06-01"),
        target="S/RES/3800(2035)", kind="resolution",
    ),
    Citation(
        evidence=_at("A/RES/91/1", "91-1.fr.txt", "la résolution 3800 (2035)", 110, "pp1", verb="Rappelant"),
        target="S/RES/3800(2035)", kind="resolution",
    ),
    Citation(
        evidence=_at("A/RES/92/7", "92-7.en.docx", "resolution 91/1", 200, "pp1", prefix="Recalling its ", suffix=","),
        target="A/RES/91/1", kind="resolution",
    ),
    Citation(
        evidence=_at(
            "A/RES/92/7", "92-7.en.docx", "article VI of the Treaty", 400, "op2", relation="reaffirms",
            verb="Reaffirms", basis="object", pinpoint="article VI", parts=(Part("article", "6"),), certainty="named",
        ),
        target="treaty:npt", kind="treaty",
    ),
    Citation(
        evidence=_at(
            "A/RES/92/7", "92-7.en.docx", "resolution 3901 (2037)", 500, "op3", relation="takes-note", basis="object"
        ),
        target="S/RES/3901(2037)", kind="resolution",
    ),
    Citation(
        evidence=_at("S/RES/3901(2037)", "3901.en.txt", "resolution 3800 (2035)", 50, "op1", relation="supersedes"),
        target="S/RES/3800(2035)", kind="resolution",
    ),
    Citation(
        evidence=_at("S/RES/3901(2037)", "3901.en.txt", "A/91/100/Add.1", 900, "fn1", relation="other", verb=None),
        target="A/91/100/Add.1", kind="document",
    ),
    Unresolved(
        evidence=_at("A/RES/92/7", "92-7.en.docx", "the relevant resolutions", 700, "op4", certainty="inferred"),
        kind="resolution", reason="no number is given",
    ),
)  # fmt: skip


def question_graph() -> rdflib.Graph:
    """The graph that the questions are asked of."""
    return build_graph(
        RECORDS,
        REFERENCES,
        registry=Registry({NPT.slug: NPT}, {}, {}),
        catalogue=NO_CATALOGUE,
        continues=(("A/RES/92/7", "A/RES/91/1"),),
    )
