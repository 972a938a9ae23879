#!/usr/bin/env bash
# networkx cannot read its own edge list where a symbol has a blank, as the United Nations prints them.
#
# "S/RES/1540 (2004)" is one node when written with `write_edgelist` of networkx 3.5 and two columns when read:
# `read_edgelist` raises, and with data=False it makes an edge from the symbol to its own year without a word.
# Expected: quotes around a name with the delimiter in it, or an error at writing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check networkx==3.5
cat > finding.py <<'PYTHON'
import networkx
graph = networkx.DiGraph([("S/RES/1540 (2004)", "A/RES/62/37")])
networkx.write_edgelist(graph, "with-data.txt")
networkx.write_edgelist(graph, "plain.txt", data=False)
try:
    print(networkx.read_edgelist("with-data.txt").edges)
except TypeError as error:
    print("with data:", error)
print("plain:", networkx.read_edgelist("plain.txt", data=False).edges)
PYTHON
cat > expected <<'OUTPUT'
with data: Failed to convert edge data (['A/RES/62/37', '{}']) to dictionary.
plain: [('S/RES/1540', '(2004)')]
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
