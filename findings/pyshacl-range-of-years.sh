#!/usr/bin/env bash
# A SHACL range of years refuses each year in it, but for the bound itself.
#
# sh:minInclusive "1946"^^xsd:gYear is met by 1946 and by no later year with pySHACL 0.40.1 over rdflib 7.6.0,
# since rdflib cannot order two values of xsd:gYear. The same range over xsd:integer is as expected. Expected:
# 1946 and after conform.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyshacl==0.40.1 rdflib==7.6.0
cat > finding.py <<'PYTHON'
import rdflib
from pyshacl import validate
for datatype in ("gYear", "integer"):
    shape = f"""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    [] a sh:NodeShape ; sh:targetSubjectsOf <urn:year> ; sh:property [ sh:path <urn:year> ; sh:minInclusive "1946"^^xsd:{datatype} ] ."""
    for year in ("1945", "1946", "2007"):
        data = f'@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . <urn:text> <urn:year> "{year}"^^xsd:{datatype} .'
        conforms, _, _ = validate(rdflib.Graph().parse(data=data, format="turtle"), shacl_graph=rdflib.Graph().parse(data=shape, format="turtle"))
        print(datatype, year, "conforms" if conforms else "is refused")
PYTHON
cat > expected <<'OUTPUT'
gYear 1945 is refused
gYear 1946 conforms
gYear 2007 is refused
integer 1945 is refused
integer 1946 conforms
integer 2007 conforms
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
