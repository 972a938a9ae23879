"""The acts of `relations.toml` as terms of the ontology and the shapes; `python -m graph.rdf.ontology` writes them."""

from collections.abc import Iterator
from typing import Final

import regex

from extract.model.relations import Act, load_acts
from graph.rdf import vocabulary as v
from graph.rdf.literal import text
from graph.rdf.serialization import prefixed
from graph.rdf.standard import SUPERPROPERTIES

_SECTION: Final = regex.compile(r"(# --- Acts[^\n]*+\n\n).*?(?=# --- )", regex.DOTALL)
_CHOICE: Final = regex.compile(r"(sh:path rc:relation ;[^(]{0,80}+\(\n)[^)]*+(?=\) ;)")
_WIDTH: Final = 112


def with_acts(ontology: str) -> str:
    """The text of `ontology.ttl` with its section of acts made anew."""
    made = "\n\n".join(_term(name, act) for name, act in load_acts().items()) + "\n\n"
    return _SECTION.sub(lambda found: found[1] + made, ontology)


def with_choice(shapes: str) -> str:
    """The text of `shapes.ttl` with the acts that a citation may have made anew."""
    lines = [""]
    for iri in v.RELATION_PROPERTIES.values():
        if len(lines[-1]) + len(iri) - len(v.RC) > _WIDTH:
            lines.append("")
        lines[-1] += f" rc:{iri.removeprefix(v.RC)}"
    made = "".join(f"        {line.strip()}\n" for line in lines)
    return _CHOICE.sub(lambda found: found[1] + made.rstrip("\n") + " ", shapes)


def _term(name: str, act: Act) -> str:
    """An act as a property between works and a concept, in Turtle."""
    return "\n".join(_statements(name, act))


def _parents(name: str) -> list[str]:
    """Return the prefixed names of the standard properties that an act implies."""
    parents = SUPERPROPERTIES.get(v.RELATION_PROPERTIES[name], ())
    return [prefixed(parent) for parent in parents]


def _statements(name: str, act: Act) -> Iterator[str]:
    yield f"rc:{v.RELATION_PROPERTIES[name].removeprefix(v.RC)} a rc:Relation, owl:ObjectProperty, skos:Concept ;"
    labels = [text(label, code) for code, label in sorted(act.label.items(), key=lambda each: each[0] != "en")]
    yield "    rdfs:label " + ",\n        ".join(map(str, labels)) + " ;"
    yield f"    rdfs:comment {text(act.meaning, 'en')} ;"
    yield f"    rdfs:subPropertyOf {', '.join(('cito:cites', *_parents(name)))} ;"
    yield "    rdfs:domain rc:Work ;"
    yield "    rdfs:range rc:Work ;"
    yield f"    skos:notation {text(name)} ;"
    yield "    skos:inScheme rc:relations ;"
    yield f"    rc:stance {text(act.stance)} ;"
    yield f"    rc:strength {act.strength} ;"
    if act.matches and act.matches not in _parents(name):
        yield f"    skos:closeMatch {act.matches} ;"
    yield "    rdfs:isDefinedBy <https://w3id.org/recalling/ontology> ."
