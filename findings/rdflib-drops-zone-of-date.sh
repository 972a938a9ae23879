#!/usr/bin/env bash
# rdflib takes the time zone off an xsd:date when it reads it; Oxigraph keeps it, and then the two dates are not equal.
#
# "2007-12-05Z"^^xsd:date is written back as "2007-12-05" by rdflib 7.6.0: a file that is only read and written
# has changed. With pyoxigraph 0.5.13 it stays, and a query for "2007-12-05"^^xsd:date does not find it.
# Expected: the lexical form is kept.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0 pyoxigraph==0.5.13
cat > finding.py <<'PYTHON'
import pyoxigraph, rdflib
day = '"2007-12-05Z"^^<http://www.w3.org/2001/XMLSchema#date>'
print("rdflib:    ", rdflib.Graph().parse(data=f"<urn:text> <urn:date> {day} .", format="nt").serialize(format="nt").strip())
store = pyoxigraph.Store()
store.load(f"<urn:text> <urn:date> {day} .".encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
print("pyoxigraph:", store.dump(format=pyoxigraph.RdfFormat.N_TRIPLES, from_graph=pyoxigraph.DefaultGraph()).decode().strip())
plain = day.replace("Z", "")
print("equal to the date without zone:", rdflib.Graph().query(f"ASK {{ FILTER({day} = {plain}) }}").askAnswer, bool(store.query(f"ASK {{ FILTER({day} = {plain}) }}")))
PYTHON
cat > expected <<'OUTPUT'
rdflib:     <urn:text> <urn:date> "2007-12-05"^^<http://www.w3.org/2001/XMLSchema#date> .
pyoxigraph: <urn:text> <urn:date> "2007-12-05Z"^^<http://www.w3.org/2001/XMLSchema#date> .
equal to the date without zone: True False
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
