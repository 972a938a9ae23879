"""The citations as W3C Web Annotations: each marks its words in a text and links them to what they cite.

https://www.w3.org/TR/annotation-model/. Annotation tools attach them to the text by quote and position; the position
counts code points of the text as read, which `recalling extract --text-dir` saves.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from extract.model.citation import Citation, Evidence, Reference
from graph.rdf import evidence as places
from graph.rdf import iri
from graph.rdf import vocabulary as v

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"


def annotations(references: Iterable[Reference]) -> Iterator[bytes]:
    """Yield an annotation collection as JSON-LD, one annotation per line, in the order of the references.

    A reference whose target is not known is left out: it links to nothing.
    """
    cited = [reference for reference in references if isinstance(reference, Citation)]
    yield f'{{"@context": "{CONTEXT}", "type": "AnnotationCollection", "total": {len(cited)},\n'.encode()
    yield b'"first": {"type": "AnnotationPage", "startIndex": 0, "items": [\n'
    for number, citation in enumerate(cited):
        line = json.dumps(_annotation(citation), ensure_ascii=False)
        yield (",\n" if number else "").encode() + iri.clean(line).encode()
    yield b"\n]}}\n"


def _annotation(citation: Citation) -> dict[str, Any]:
    """Return one annotation; its name is that of the same in the graph."""
    evidence = citation.evidence
    key = iri.document_key(evidence.source, evidence.file)
    target: dict[str, Any] = {
        "source": iri.expression_iri(key, evidence.language),
        "selector": [_quote(evidence), {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end}],
    }
    name = v.MENTION + places.identity(evidence, citation.target, citation.kind, None)
    body: dict[str, Any] = {"type": "SpecificResource", "source": iri.work_iri(citation.target), "purpose": "linking"}
    said = [body, {"type": "TextualBody", "value": evidence.relation, "purpose": "classifying"}]
    return {"id": name, "type": "Annotation", "motivation": "linking", "body": said, "target": target}


def _quote(evidence: Evidence) -> dict[str, str]:
    """Return the words of a citation, with those around them where they are known."""
    around = {"prefix": evidence.prefix, "suffix": evidence.suffix}
    said = {"type": "TextQuoteSelector", "exact": evidence.quote}
    return said | {name: words for name, words in around.items() if words}
