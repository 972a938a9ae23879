#!/usr/bin/env bash
# The latest of three dates is 1945, and the earliest 2007, where one of them is a year.
#
# Treaties are dated by day or by year only. rdflib 7.6.0 orders xsd:date and xsd:gYear by the name of the
# datatype, in ORDER BY as in MIN and MAX; Oxigraph (pyoxigraph 0.5.13) orders them in time. SPARQL leaves the
# order open; a reader of the answer sees only that the newest treaty is the Charter.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0 pyoxigraph==0.5.13
cat > finding.py <<'PYTHON'
import pyoxigraph, rdflib
query = """PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT (MIN(?date) AS ?first) (MAX(?date) AS ?last)
{ VALUES ?date { "2007-12-05"^^xsd:date "1945"^^xsd:gYear "2010-05-28"^^xsd:date } }"""
print("rdflib:    ", [str(value) for value in next(iter(rdflib.Graph().query(query)))])
print("pyoxigraph:", [value.value for value in next(iter(pyoxigraph.Store().query(query)))])
PYTHON
cat > expected <<'OUTPUT'
rdflib:     ['2007-12-05', '1945']
pyoxigraph: ['1945', '2010-05-28']
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
