"""A small hand-made graph: real symbols and treaties, texts of our own in the UN's drafting style."""

from typing import Any

import rdflib

from extract.catalogue.catalogue import Catalogue
from extract.model.adoption import Subject, Vote
from extract.model.citation import Citation, Evidence, Kind, Reference, Unresolved
from extract.model.part import Part
from extract.model.record import DocumentRecord
from extract.registry.registry import Registry, Treaty
from graph.rdf.build import build_graph

NPT = Treaty(
    slug="npt",
    title="Treaty on the Non-Proliferation of Nuclear Weapons",
    source="United Nations Treaty Series",
    date="1968-07-01",
    unts=10485,
    volume=729,
    titles={
        "en": ("Treaty on the Non-Proliferation of Nuclear Weapons",),
        "zh": ("不扩散核武器条约",),
        "fr": ("Traité sur la non-prolifération des armes nucléaires",),
    },
    short={"en": ("Non-Proliferation Treaty",)},
)
PROTOCOL = Treaty(
    slug="geneva-protocol-i",
    title="Protocol Additional to the Geneva Conventions of 12 August 1949 (Protocol I)",
    source="United Nations Treaty Series",
    parent="geneva-conventions",
    role="protocol",
    titles={"en": ("Protocol Additional to the Geneva Conventions of 12 August 1949 (Protocol I)",)},
)
CONVENTIONS = Treaty(
    slug="geneva-conventions",
    title="Geneva Conventions of 12 August 1949",
    source="United Nations Treaty Series",
    date="1949-08-12",
    titles={"en": ("Geneva Conventions of 12 August 1949",)},
)
NO_CATALOGUE = Catalogue(None)
REGISTRY = Registry({treaty.slug: treaty for treaty in (NPT, PROTOCOL, CONVENTIONS)}, {}, {})

TITLE = "Renewed determination towards the total elimination of nuclear weapons"


def record(symbol: str | None, language: str | None = "en", **known: Any) -> DocumentRecord:  # noqa: ANN401  # fields
    """A record; the file is named after symbol and language."""
    return DocumentRecord(symbol=symbol, language=language, **{"file": file_of(symbol, language)} | known)


def file_of(symbol: str | None, language: str | None) -> str:
    """Name of the file of a document."""
    return f"{(symbol or 'draft').replace('/', '_')}.{language}.txt"


def evidence(source: str | None = "A/RES/62/37", language: str | None = "en", **known: Any) -> Evidence:  # noqa: ANN401  # fields
    """Evidence with what most tests need."""
    said: dict[str, Any] = {
        "quote": "resolution 61/74",
        "paragraph": "pp1",
        "relation": "recalls",
        "verb": "Recalling",
        "start": 100,
    }
    said |= {"file": file_of(source, language)} | known
    said.setdefault("end", said["start"] + len(said["quote"]))
    return Evidence(source=source, language=language, **said)


def cite(
    target: str,
    kind: Kind = "resolution",
    *,
    title: str | None = None,
    unts: int | None = None,
    **known: Any,  # noqa: ANN401  # fields of the evidence
) -> Citation:
    """A citation of a target."""
    return Citation(evidence=evidence(**known), target=target, kind=kind, title=title, unts=unts)


VOTE = Vote(
    in_favour=173,
    against=1,
    abstaining=2,
    states_in_favour=("Australia", "Japan"),
    states_against=("Freedonia",),
    states_abstaining=("Ruritania", "Syldavia"),
)

RECORDS = (
    record("A/RES/61/74", title=TITLE, date="2006-12-06", organ="General Assembly"),
    record("A/RES/62/37", title=TITLE, date="2007-12-05", organ="General Assembly", sha256="5e" * 32),
    record("A/RES/62/37", "zh", title="再次下定决心彻底消除核武器", date="2007-12-05", organ="General Assembly"),
    record(
        "A/RES/63/73",
        title=TITLE,
        date="2008-12-02",
        organ="General Assembly",
        form="akn",
        akn="/akn/un/statement/deliberation/unga/2008-12-02/63-73/",
        draft="A/C.1/63/L.58",
        agenda_item="Agenda item 89",
        vote=VOTE,
        sponsors=("Japan", "AUSTRALIA"),
        subjects=(
            Subject(label="disarmament", scheme="UNBIS Thesaurus", iri="http://metadata.un.org/thesaurus/1001776"),
            Subject(label="Sunken lighthouses"),
        ),
        sdgs=(16, 17),
    ),
    record("S/RES/2231(2015)", date="2015-07-20", organ="Security Council"),
    record("A/RES/71/63", date="2016-12-05", organ="General Assembly", warnings=("no title was found",)),
    record(None, None),
)

REFERENCES: tuple[Reference, ...] = (
    cite("A/RES/61/74", date="2006-12-06"),
    cite("A/RES/61/74", language="zh", quote="第61/\n74号决议", verb="回顾", date="2006-12-06"),
    cite(
        "S/RES/1718(2006)", paragraph="pp10", quote="resolution 1718 (2006)", date="2006-10-14", relation="recognizes"
    ),
    cite(
        "treaty:npt",
        "treaty",
        paragraph="op2",
        quote="article VI of the Treaty",
        pinpoint="article VI",
        parts=(Part("article", "6"),),
        certainty="named",
        note="a repaired character",
        page=1,
    ),
    cite(
        "treaty:npt",
        "treaty",
        language="zh",
        paragraph="op2",
        quote="《条约》",
        pinpoint="第六条",
        certainty="inferred",
        basis="pursuant",
    ),
    cite("treaty:npt", "treaty", paragraph="op9(a)", quote="the Treaty", relation="calls-upon", start=900),
    cite(
        "NPT/CONF.1995/32(PartI)",
        "conference-document",
        paragraph="fn2",
        quote="NPT/CONF.1995/32 (Part I)",
        via=None,
        role="identifies",
    ),
    cite(
        "A/67/828-S/2013/210",
        "document",
        paragraph="fn3",
        quote="A/67/828-S/2013/210",
        date="2013-04-09",
        role="supports",
    ),
    cite(
        "A/RES/62/37",
        source="A/RES/63/73",
        quote="resolution 62/37",
        date="2007-12-05",
        page=2,
        linked="A/RES/62/73",
        prefix="Recalling its ",
        suffix=" of 5 December 2007,\n",
    ),
    cite("treaty:npt", "treaty", source="A/RES/63/73", quote="the Treaty", paragraph="pp4", start=400),
    cite("treaty:geneva-protocol-i", "treaty", source="A/RES/63/73", quote="Protocol I", paragraph="annex/op2"),
    cite(
        "treaty:an-unknown-treaty", "treaty", source="A/RES/63/73", title="An Unknown Treaty", quote="An Unknown Treaty"
    ),
    cite(
        "S/RES/1929(2010)",
        source="S/RES/2231(2015)",
        relation="supersedes",
        paragraph="op7",
        quote="1929 (2010)",
        date="2010-06-10",
    ),
    cite("S/RES/1929(2010)", source="A/RES/71/63", quote="resolution 1929 (2010)", date="2010-06-09"),
    cite("A/RES/57/283B", source="A/RES/71/63", quote="resolution 57/283 B", start=700),
    cite("A/RES/71/63", source=None, language=None, quote="resolution 71/63", relation="other", verb=None),
    Unresolved(
        evidence=evidence(quote="the relevant resolutions", paragraph="op4", start=777, certainty="inferred"),
        kind="resolution",
        reason="no number is given",
    ),
)


def sample() -> rdflib.Graph:
    """The graph of the sample."""
    pairs = (("A/RES/63/73", "A/RES/62/37"), ("A/RES/62/37", "A/RES/61/74"))
    return build_graph(RECORDS, REFERENCES, registry=REGISTRY, catalogue=NO_CATALOGUE, continues=pairs)
