#!/usr/bin/env bash
# A row of an answer in which nothing is bound is counted by rdflib and not given by its iterator.
#
# Asked for the year of each text, where one has no date that YEAR accepts, rdflib 7.6.0 says `len(result)` is
# 2, gives one row when iterated, and writes two rows as CSV. Oxigraph (pyoxigraph 0.5.13) gives two. Expected:
# as many rows as are counted.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0 pyoxigraph==0.5.13
cat > finding.py <<'PYTHON'
import pyoxigraph, rdflib
data = '<urn:charter> <urn:date> "unknown" . <urn:text> <urn:date> "2007-12-05"^^<http://www.w3.org/2001/XMLSchema#date> .'
query = "SELECT (YEAR(?date) AS ?year) { ?text <urn:date> ?date }"
graph = rdflib.Graph().parse(data=data, format="turtle")
print("rdflib: counted", len(graph.query(query)), "| iterated", len(list(graph.query(query))), "| rows of CSV", len(graph.query(query).serialize(format="csv").splitlines()) - 1)
store = pyoxigraph.Store()
store.load(data.encode(), format=pyoxigraph.RdfFormat.TURTLE)
print("pyoxigraph: iterated", len(list(store.query(query))))
PYTHON
cat > expected <<'OUTPUT'
rdflib: counted 2 | iterated 1 | rows of CSV 2
pyoxigraph: iterated 2
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
