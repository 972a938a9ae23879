#!/usr/bin/env bash
# A symbol as a relative address in JSON-LD is dropped by one library, and gets an invented base from another.
#
# Where the document has no base, "cites": "S/RES/1540(2004)" is no statement at all in pyoxigraph 0.5.13,
# without a word; PyLD 3.3.0 makes it http://example.org/base/S/RES/1540(2004). The specification drops relative
# addresses in RDF; an address under example.org is in nobody's data.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyoxigraph==0.5.13 PyLD==3.3.0
cat > finding.py <<'PYTHON'
import json
import pyoxigraph
from pyld import jsonld
data = {
    "@context": {"cites": {"@id": "http://purl.org/spar/cito/cites", "@type": "@id"}},
    "@id": "https://undocs.org/A/RES/62/37",
    "cites": ["S/RES/1540(2004)", "https://undocs.org/A/RES/61/74"],
}
print("pyoxigraph:", [quad.object.value for quad in pyoxigraph.parse(json.dumps(data).encode(), format=pyoxigraph.RdfFormat.JSON_LD)])
print("PyLD:      ", [line.split()[2] for line in jsonld.to_rdf(data, {"format": "application/n-quads"}).splitlines()])
PYTHON
cat > expected <<'OUTPUT'
pyoxigraph: ['https://undocs.org/A/RES/61/74']
PyLD:       ['<http://example.org/base/S/RES/1540(2004)>', '<https://undocs.org/A/RES/61/74>']
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
