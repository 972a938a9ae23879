#!/usr/bin/env bash
# A list of allowed values in a SHACL shape refuses a value that is the same in RDF 1.1.
#
# "recalls" and "recalls"^^xsd:string are one literal since RDF 1.1. rdflib 7.6.0 keeps them apart, so that
# pySHACL 0.40.1 finds "recalls"^^xsd:string outside sh:in ("recalls"), and a graph merged from two writers has
# the statement twice. Oxigraph (pyoxigraph 0.5.13) has it once. Expected: one literal.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0 pyshacl==0.40.1 pyoxigraph==0.5.13
cat > finding.py <<'PYTHON'
import pyoxigraph, rdflib
from pyshacl import validate
plain = '<urn:citation> <urn:relation> "recalls" .'
typed = '<urn:citation> <urn:relation> "recalls"^^<http://www.w3.org/2001/XMLSchema#string> .'
shape = """@prefix sh: <http://www.w3.org/ns/shacl#> .
[] a sh:NodeShape ; sh:targetSubjectsOf <urn:relation> ; sh:property [ sh:path <urn:relation> ; sh:in ("recalls" "reaffirms") ] ."""
for name, data in (("plain", plain), ("typed", typed)):
    conforms, _, _ = validate(rdflib.Graph().parse(data=data, format="nt"), shacl_graph=rdflib.Graph().parse(data=shape, format="turtle"))
    print(name, "conforms" if conforms else "is refused")
store = pyoxigraph.Store()
store.load((plain + "\n" + typed).encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
print("statements of both: rdflib", len(rdflib.Graph().parse(data=plain + "\n" + typed, format="nt")), "pyoxigraph", len(store))
PYTHON
cat > expected <<'OUTPUT'
plain conforms
typed is refused
statements of both: rdflib 2 pyoxigraph 1
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
