#!/usr/bin/env bash
# Betweenness of a text differs between libraries where a text cites another twice.
#
# A citation graph is a multigraph: a text that cites another in two paragraphs has two edges to it. rustworkx
# 0.18.1 and igraph 1.0.0 count each as a path of its own; networkx 3.5 counts one path, though it says that it
# supports multigraphs. Of two ways of equal length, the one with the doubled citation has 2/3 or 1/2 of the
# whole.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check networkx==3.5 rustworkx==0.18.1 igraph==1.0.0 scipy==1.17.0
cat > finding.py <<'PYTHON'
import igraph, networkx, rustworkx
graph = networkx.MultiDiGraph([("A", "B"), ("A", "B"), ("B", "C"), ("A", "D"), ("D", "C")])
print("networkx: ", {name: round(value, 3) for name, value in networkx.betweenness_centrality(graph, normalized=False).items()})
print("rustworkx:", {name: round(value, 3) for name, value in zip(graph, rustworkx.betweenness_centrality(rustworkx.networkx_converter(graph), normalized=False).values())})
print("igraph:   ", {name: round(value, 3) for name, value in zip(graph, igraph.Graph.from_networkx(graph).betweenness())})
PYTHON
cat > expected <<'OUTPUT'
networkx:  {'A': 0.0, 'B': 0.5, 'C': 0.0, 'D': 0.5}
rustworkx: {'A': 0.0, 'B': 0.667, 'C': 0.0, 'D': 0.333}
igraph:    {'A': 0.0, 'B': 0.667, 'C': 0.0, 'D': 0.333}
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
