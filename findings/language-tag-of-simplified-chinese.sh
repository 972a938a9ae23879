#!/usr/bin/env bash
# Oxigraph writes the language tag zh-Hans in lower case, and a query that compares it as a string finds nothing.
#
# The data says "@zh-Hans", which is how BCP 47 prints it. pyoxigraph 0.5.13 stores zh-hans (RDF allows it),
# rdflib 7.6.0 keeps what is written; with rdflib over Oxigraph (oxrdflib 0.5.0) a program that worked on
# rdflib's own store loses its Chinese titles. langMatches works in each.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0 pyoxigraph==0.5.13 oxrdflib==0.5.0
cat > finding.py <<'PYTHON'
import rdflib
data = '<urn:text> <urn:title> "决议"@zh-Hans .'
for store, syntax in (("default", "nt"), ("Oxigraph", "ox-nt")):
    graph = rdflib.Graph(store).parse(data=data, format=syntax)
    same = len(graph.query('SELECT ?title { ?text <urn:title> ?title FILTER(LANG(?title) = "zh-Hans") }'))
    matches = len(graph.query('SELECT ?title { ?text <urn:title> ?title FILTER(LANGMATCHES(LANG(?title), "zh-Hans")) }'))
    print(f"{store}: tag {next(graph.objects()).language}, equal {same}, matches {matches}")
PYTHON
cat > expected <<'OUTPUT'
default: tag zh-Hans, equal 1, matches 1
Oxigraph: tag zh-hans, equal 0, matches 1
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
