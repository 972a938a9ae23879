#!/usr/bin/env bash
# The XML of an answer is not well-formed where a literal has a control character, as text from Word and PDF has.
#
# U+000B is Word's line break and valid in an RDF literal. The SPARQL XML results of rdflib 7.6.0 and of
# Oxigraph (pyoxigraph 0.5.13) hold it raw, XML 1.0 forbids it in any form, and an XML parser refuses the whole
# answer for one quote in it. The JSON of the same answer is read. Expected: an error, or a replacement, when
# the answer is written.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0 pyoxigraph==0.5.13
cat > finding.py <<'PYTHON'
import json
import xml.etree.ElementTree as tree
import pyoxigraph, rdflib
data = b'<urn:text> <urn:quote> "resolution\\u000B62/37" .'
query = "SELECT ?quote { ?text <urn:quote> ?quote }"
store = pyoxigraph.Store()
store.load(data, format=pyoxigraph.RdfFormat.N_TRIPLES)
graph = rdflib.Graph().parse(data=data, format="nt")
for name, xml, plain in (
    ("pyoxigraph", store.query(query).serialize(format=pyoxigraph.QueryResultsFormat.XML), store.query(query).serialize(format=pyoxigraph.QueryResultsFormat.JSON)),
    ("rdflib", graph.query(query).serialize(format="xml"), graph.query(query).serialize(format="json")),
):
    try:
        tree.fromstring(xml)
        verdict = "is read"
    except tree.ParseError as error:
        verdict = str(error).split(":")[0]
    print(f"{name}: XML {verdict}; JSON has {json.loads(plain)['results']['bindings'][0]['quote']['value']!r}")
PYTHON
cat > expected <<'OUTPUT'
pyoxigraph: XML not well-formed (invalid token); JSON has 'resolution\x0b62/37'
rdflib: XML not well-formed (invalid token); JSON has 'resolution\x0b62/37'
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
