"""The documentation of queries: recipes, and the built-in queries.

`python -m graph.query.cookbook` writes `docs/queries.md`.
"""

from pathlib import Path
from typing import Final

from graph.files import write_text
from graph.query.named import NamedQuery, named_queries
from graph.rdf.ontology import markdown_table

_START: Final = """\
# Querying the graph

*Made by `python -m graph.query.cookbook` from the files in `graph/query/queries/`. The tests run every query here.*

Each built-in query has a name and may take parameters, which are bound as RDF terms rather than pasted into the query.
A parameter called `symbol` takes the key of a work: a UN symbol with or without spaces, `treaty:SLUG` or `file:NAME`.

```sh
recalling query --list
recalling query out most-cited --param body=S
recalling query out what-cites --param 'symbol=S/RES/1718(2006)' --format csv
recalling query out --file question.rq --format json --time-limit 5
```

In a notebook:

```python
CitationGraph.load("out/graph.ttl").query("what-cites", symbol="S/RES/1718(2006)")
```

For anything else, write SPARQL. Only queries that read are accepted: SELECT, ASK and CONSTRUCT; updates, SERVICE and
DESCRIBE are refused. [The vocabulary](ontology.md) has a diagram. The prefixes of `graph.ttl` need no declaration. The
IRI of a document is its address, written in full and in angle brackets because of its slashes and parentheses:
`<https://undocs.org/S/RES/1718(2006)>`; a treaty is `rct:npt`.

## Recipes

"""
_RECIPES: Final = (
    (
        "Does this text cite that one?",
        "Direct edges link works, whatever the language.",
        "ASK { <https://undocs.org/A/RES/62/37> cito:cites rct:npt }",
    ),
    (
        "Which texts does it cite, and how?",
        "Every relation is a property of its own, an `rdfs:subPropertyOf` of `cito:cites`.",
        """\
SELECT DISTINCT ?how ?cited WHERE {
  <https://undocs.org/A/RES/62/37> ?how ?cited .
  ?how rdfs:subPropertyOf cito:cites .
}
ORDER BY ?how ?cited""",
    ),
    (
        "How does it cite that one, and how long after?",
        "A citation is one for each pair of texts, with its characterisations, its date and the time between the two.",
        """\
SELECT ?how ?date ?span WHERE {
  ?citation cito:hasCitingEntity <https://undocs.org/A/RES/62/37> ; cito:hasCitedEntity rct:npt ;
            cito:hasCitationCharacterisation ?how .
  OPTIONAL { ?citation cito:hasCitationCreationDate ?date }
  OPTIONAL { ?citation cito:hasCitationTimeSpan ?span }
}
ORDER BY ?how""",
    ),
    (
        "Which mentions are sure?",
        "`rc:explicit` is a printed number, `rc:named` a title, `rc:inferred` is deduced from the context.",
        """\
SELECT ?citing ?quote WHERE {
  ?citation cito:hasCitedEntity <https://undocs.org/A/RES/61/74> ; cito:hasCitingEntity/dcterms:identifier ?citing .
  ?mention oa:hasBody ?citation ; rc:certainty rc:explicit ; oa:hasTarget/oa:hasSelector/oa:exact ?quote .
}
ORDER BY ?citing ?quote""",
    ),
    (
        "Which words stand in the text, and where exactly?",
        "Positions count code points of the file as read, so that `text[start:end]` is the quote.",
        """\
SELECT ?file ?start ?end ?quote WHERE {
  ?mention oa:hasBody/cito:hasCitingEntity <https://undocs.org/A/RES/62/37> ;
           prov:wasDerivedFrom/rc:fileName ?file ;
           oa:hasTarget/oa:hasSelector ?words, ?place .
  ?words oa:exact ?quote .
  ?place oa:start ?start ; oa:end ?end .
}
ORDER BY ?file ?start""",
    ),
    (
        "What do operative paragraphs call upon someone to do?",
        "Paragraphs are nodes with a class and a number.",
        """\
SELECT ?citing ?number ?cited WHERE {
  ?mention rc:relation rc:callsUpon ; oa:hasBody ?citation ; oa:hasTarget/dcterms:isPartOf ?paragraph .
  ?citation cito:hasCitingEntity/dcterms:identifier ?citing ; cito:hasCitedEntity/dcterms:identifier ?cited .
  ?paragraph a rc:OperativeParagraph ; rc:number ?number .
}
ORDER BY ?citing ?number ?cited""",
    ),
    (
        "Which article of the treaty is meant?",
        "Pinpoints are kept as written (`rc:pinpoint`) and taken apart: `rc:citedArticle`, `rc:citedParagraph` …",
        """\
SELECT ?article (COUNT(DISTINCT ?citing) AS ?texts) WHERE {
  ?citation cito:hasCitedEntity rct:npt ; cito:hasCitingEntity ?citing .
  ?mention oa:hasBody ?citation ; rc:citedArticle ?article .
}
GROUP BY ?article
ORDER BY DESC(?texts) ?article""",
    ),
    (
        "Who voted against a text that others now cite?",
        "A vote is a node with its counts; states are nodes, so that they can be followed from vote to vote.",
        """\
SELECT ?text ?state WHERE {
  ?work rc:vote/rc:votedAgainst/foaf:name ?state ; dcterms:identifier ?text .
}
ORDER BY ?text ?state""",
    ),
    (
        "Which statements are not in the texts?",
        "Series and supersession are derived; each has a node that leads to its evidence.",
        """\
SELECT ?later ?earlier (COUNT(?citation) AS ?citations) WHERE {
  ?derived a rc:Derivation ; rdf:predicate rc:continues ;
           rdf:subject/dcterms:identifier ?later ; rdf:object/dcterms:identifier ?earlier .
  OPTIONAL { ?derived prov:wasDerivedFrom ?citation }
}
GROUP BY ?later ?earlier
ORDER BY ?later""",
    ),
    (
        "A part of the graph, as a graph",
        "CONSTRUCT gives triples.",
        """\
CONSTRUCT { ?citing cito:cites ?cited } WHERE {
  ?citing cito:cites ?cited ; eli:passed_by <https://w3id.org/recalling/organ/general-assembly> .
  ?cited a rc:Treaty .
}""",
    ),
)


def queries_markdown() -> str:
    """Return the page about querying the graph."""
    recipes = [f"### {question}\n\n{hint}\n\n```sparql\n{text}\n```\n" for question, hint, text in _RECIPES]
    rows = [[f"[`{query.name}`](#{query.name})", query.question] for query in named_queries().values()]
    named = ["## The built-in queries\n", markdown_table(["name", "question"], rows)]
    return "\n".join([_START + recipes[0], *recipes[1:], *named, *map(_query, named_queries().values())])


def _query(query: NamedQuery) -> str:
    """Return one query: its question, its parameters, its text without the header."""
    rows = [
        [f"`{each.name}`", each.description, f"`{each.default}`" if each.default != "" else "none"]
        for each in query.parameters
    ]
    table = markdown_table(["parameter", "meaning", "default"], rows) if rows else ""
    body = "\n".join(line for line in query.text.splitlines() if not line.startswith("#"))
    return f"### {query.name}\n\n**{query.title}.** {query.question}\n\n{table}\n```sparql\n{body}\n```\n"


def main() -> None:
    """Write the page into `docs/` beside the package."""
    write_text(Path(__file__).parents[2] / "docs" / "queries.md", queries_markdown())


if __name__ == "__main__":
    main()
