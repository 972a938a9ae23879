#!/usr/bin/env bash
# Oxigraph's store changes datatypes that are derived from xsd:integer: what was xsd:nonNegativeInteger comes out as xsd:integer.
#
# The Web Annotation vocabulary wants oa:start and oa:end as xsd:nonNegativeInteger. pyoxigraph 0.5.13 parses them so, but a
# store gives back xsd:integer, so that a dump differs from its source, and shapes that ask for the datatype fail on the dump.
# rdflib 7.6.0 keeps it. Expected: the datatype is kept, as the parser alone keeps it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0 pyoxigraph==0.5.13
cat > finding.py <<'PYTHON'
import pyoxigraph, rdflib
line = '<urn:place> <http://www.w3.org/ns/oa#start> "12"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger> .'
form = pyoxigraph.RdfFormat.N_TRIPLES
parsed = next(pyoxigraph.parse(line.encode(), format=form))
store = pyoxigraph.Store()
store.load(line.encode(), format=form)
print("parser:", parsed.object.datatype.value.rpartition("#")[2])
print("store: ", next(iter(store)).object.datatype.value.rpartition("#")[2])
print("rdflib:", next(iter(rdflib.Graph().parse(data=line, format="nt").objects())).datatype.rpartition("#")[2])
PYTHON
cat > expected <<'OUTPUT'
parser: nonNegativeInteger
store:  integer
rdflib: nonNegativeInteger
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
