#!/usr/bin/env bash
# A prefixed name with an escaped stroke matches nothing in a query of rdflib, and the same name is read rightly in Turtle.
#
# Symbols have strokes, so undocs:A\/RES\/62\/37 is how SPARQL and Turtle write a resolution with a prefix.
# rdflib 7.6.0 keeps the backslashes in the IRI when it parses a query, warns in a log at most, and answers
# nothing; its Turtle parser takes them off; Oxigraph (pyoxigraph 0.5.13) answers. Expected: one row from each.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0 pyoxigraph==0.5.13
cat > finding.py <<'PYTHON'
import logging
import pyoxigraph, rdflib
logging.disable(logging.WARNING)
data = r"@prefix undocs: <https://undocs.org/> . undocs:A\/RES\/62\/37 a undocs:Resolution ."
query = r"PREFIX undocs: <https://undocs.org/> SELECT ?kind { undocs:A\/RES\/62\/37 a ?kind }"
graph = rdflib.Graph().parse(data=data, format="turtle")
print("subject as read by rdflib:", next(graph.subjects()))
print("rows, rdflib:    ", len(graph.query(query)))
store = pyoxigraph.Store()
store.load(data.encode(), format=pyoxigraph.RdfFormat.TURTLE)
print("rows, pyoxigraph:", len(list(store.query(query))))
PYTHON
cat > expected <<'OUTPUT'
subject as read by rdflib: https://undocs.org/A/RES/62/37
rows, rdflib:     0
rows, pyoxigraph: 1
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
