#!/usr/bin/env bash
# rdflib cannot hold an xsd:duration that runs back over years and days.
#
# "-P1Y10D"^^xsd:duration is valid in XML Schema, and CiTO's time spans are such where a text cites a later one. Parsing
# N-Triples with it, rdflib 7.6.0 raises ValueError ("Duration cannot have negative years and negative days"); "-P10D" and
# "P1Y10D" are read. pyoxigraph 0.5.13 reads all three. Expected: the literal is read, or kept as ill-typed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0 pyoxigraph==0.5.13
cat > finding.py <<'PYTHON'
import pyoxigraph, rdflib
for span in ("P1Y10D", "-P10D", "-P1Y10D"):
    line = f'<urn:citation> <http://purl.org/spar/cito/hasCitationTimeSpan> "{span}"^^<http://www.w3.org/2001/XMLSchema#duration> .'
    try:
        said = f"{len(rdflib.Graph().parse(data=line, format='nt'))} triple"
    except ValueError as error:
        said = f"ValueError: {error}"
    store = pyoxigraph.Store()
    store.load(line.encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    print(f"{span}: rdflib {said}; pyoxigraph {len(store)} triple")
PYTHON
cat > expected <<'OUTPUT'
P1Y10D: rdflib 1 triple; pyoxigraph 1 triple
-P10D: rdflib 1 triple; pyoxigraph 1 triple
-P1Y10D: rdflib ValueError: Duration cannot have negative years and negative days; pyoxigraph 1 triple
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
