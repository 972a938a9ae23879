#!/usr/bin/env bash
# An undirected pyvis network drops the second of two texts that cite each other, and with it what is said of it.
#
# pyvis 0.3.2 keeps one edge for each pair: the title of the citation back ("welcomes") is nowhere, and
# `add_edge` says nothing. With directed=True both stay. Expected: both, or an error.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyvis==0.3.2
cat > finding.py <<'PYTHON'
from pyvis.network import Network
for directed in (False, True):
    drawing = Network(directed=directed)
    drawing.add_nodes(["A/RES/62/37", "A/CONF.9/1"])
    drawing.add_edge("A/RES/62/37", "A/CONF.9/1", title="recalls")
    drawing.add_edge("A/CONF.9/1", "A/RES/62/37", title="welcomes")
    print("directed" if directed else "undirected", [edge["title"] for edge in drawing.edges])
PYTHON
cat > expected <<'OUTPUT'
undirected ['recalls']
directed ['recalls', 'welcomes']
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
