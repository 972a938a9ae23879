"""The citations as W3C Web Annotations, held against the model's rules and against the graph."""

import json
from pathlib import Path
from typing import Any

import rdflib
from graph_sample import REFERENCES, sample

from extract.model.citation import Citation
from graph.output.annotations import CONTEXT, annotations
from graph.rdf import vocabulary as v

WRITTEN: Any = json.loads(b"".join(annotations(REFERENCES)))
ITEMS: list[dict[str, Any]] = WRITTEN["first"]["items"]
GRAPH = sample()


def the(subject: str, predicate: str) -> str:
    """The value of a property in the graph."""
    return str(GRAPH.value(rdflib.URIRef(subject), rdflib.URIRef(predicate)))


def test_every_citation_is_an_annotation_of_the_graph() -> None:
    cited = [reference for reference in REFERENCES if isinstance(reference, Citation)]
    assert (WRITTEN["@context"], WRITTEN["type"]) == (CONTEXT, "AnnotationCollection")
    assert len(ITEMS) == WRITTEN["total"] == len(cited)
    for item in ITEMS:
        assert the(the(item["id"], v.HAS_BODY), v.HAS_CITED) == item["body"][0]["source"]
        assert the(the(item["id"], v.HAS_TARGET), v.HAS_SOURCE) == item["target"]["source"]


def test_selectors_are_those_of_the_graph() -> None:
    for item in ITEMS:
        name = item["id"].removeprefix(v.MENTION)
        quote, position = item["target"]["selector"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert quote["exact"] == the(v.QUOTE + name, v.EXACT)
        assert [str(position["start"]), str(position["end"])] == [
            the(v.POSITION + name, v.START),
            the(v.POSITION + name, v.END),
        ]
        assert position["end"] - position["start"] == len(quote["exact"])


def test_one_annotation_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "annotations.jsonld").write_bytes(b"".join(annotations(REFERENCES)))
    lines = (tmp_path / "annotations.jsonld").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith('{"id"') for line in lines) == len(ITEMS)
    assert json.loads(b"".join(annotations(())))["total"] == 0
