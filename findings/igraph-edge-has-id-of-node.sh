#!/usr/bin/env bash
# igraph gives the edges of a GraphML file the ids of its nodes.
#
# A citation has an id of its own in the file, <edge id="citation1">. `Read_GraphML` of igraph 1.0.0 has
# "A/RES/62/37" in its place, the id of the first node, for the second edge that of the second node; the other
# attributes are right. networkx 3.5 reads the same file rightly. Expected: citation1 and citation2.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check igraph==1.0.0 networkx==3.5
cat > finding.py <<'PYTHON'
import pathlib
import igraph, networkx
pathlib.Path("texts.graphml").write_text("""<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="v" for="edge" attr.name="verb" attr.type="string"/>
<graph edgedefault="directed"><node id="A/RES/62/37"/><node id="A/RES/61/74"/>
<edge id="citation1" source="A/RES/62/37" target="A/RES/61/74"><data key="v">recalls</data></edge>
<edge id="citation2" source="A/RES/62/37" target="A/RES/61/74"><data key="v">welcomes</data></edge></graph></graphml>""")
print("igraph:  ", [edge.attributes() for edge in igraph.Graph.Read_GraphML("texts.graphml").es])
print("networkx:", list(networkx.read_graphml("texts.graphml", force_multigraph=True).edges(keys=True, data="verb")))
PYTHON
cat > expected <<'OUTPUT'
igraph:   [{'verb': 'recalls', 'id': 'A/RES/62/37'}, {'verb': 'welcomes', 'id': 'A/RES/61/74'}]
networkx: [('A/RES/62/37', 'A/RES/61/74', 'citation1', 'recalls'), ('A/RES/62/37', 'A/RES/61/74', 'citation2', 'welcomes')]
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
