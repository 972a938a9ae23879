#!/usr/bin/env bash
# rustworkx cannot read a GraphML file with a boolean that networkx has written.
#
# networkx 3.5 writes True and False, GraphML's booleans are those of XML Schema, true and false. `read_graphml`
# of rustworkx 0.18.1 raises for it; networkx reads its own file. So one flag on a node, "was this text read?",
# shuts the other library out. Expected: true and false in the file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check networkx==3.5 rustworkx==0.18.1
cat > finding.py <<'PYTHON'
import networkx, rustworkx
graph = networkx.DiGraph()
graph.add_node("A/RES/62/37", read=True)
networkx.write_graphml(graph, "graph.graphml")
print("written:", [line.strip() for line in open("graph.graphml") if "<data" in line])
try:
    print(rustworkx.read_graphml("graph.graphml"))
except Exception as error:
    print("rustworkx:", error)
PYTHON
cat > expected <<'OUTPUT'
written: ['<data key="d0">True</data>']
rustworkx: Failed conversion to 'bool': provided string was not `true` or `false`
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
