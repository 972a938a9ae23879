#!/usr/bin/env bash
# A property path of alternatives has other counts in Oxigraph than in rdflib: where both properties lead to one node, the
# first gives it once, the second twice.
#
# SPARQL 1.1 defines "a|b" as a union, which keeps both solutions. Graphs that state a standard property beside their own
# (eli:cites and cito:cites) meet it: COUNT(*) over the path is 1 in pyoxigraph 0.5.13 and 2 in rdflib 7.6.0; the same
# query written with UNION counts 2 in both. Expected: 2 everywhere.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0 pyoxigraph==0.5.13
cat > finding.py <<'PYTHON'
import pyoxigraph, rdflib
lines = "".join(f"<https://undocs.org/A/RES/75/63> <{name}> <https://undocs.org/A/RES/1(I)> .\n" for name in ("urn:own", "urn:standard"))
graph = rdflib.Graph().parse(data=lines, format="nt")
store = pyoxigraph.Store()
store.load(lines.encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
for pattern in ("?a <urn:own>|<urn:standard> ?b", "{ ?a <urn:own> ?b } UNION { ?a <urn:standard> ?b }"):
    query = f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}"
    print("path: " if "|" in pattern else "union:", "rdflib", next(iter(graph.query(query))).n, "pyoxigraph", next(iter(store.query(query)))["n"].value)
PYTHON
cat > expected <<'OUTPUT'
path:  rdflib 2 pyoxigraph 1
union: rdflib 2 pyoxigraph 2
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
