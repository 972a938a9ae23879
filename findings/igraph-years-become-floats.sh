#!/usr/bin/env bash
# igraph reads whole numbers of a GraphML file as floats, and a missing word as an empty one.
#
# An attribute declared attr.type="int" comes back as 2007.0 with igraph 1.0.0, so the label of a year is
# "2007.0"; a text without title has the title "", not None, and a text without year has nan. Expected: an
# integer, and absence as absence.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check igraph==1.0.0
cat > finding.py <<'PYTHON'
import pathlib
import igraph
pathlib.Path("texts.graphml").write_text("""<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="y" for="node" attr.name="year" attr.type="int"/><key id="t" for="node" attr.name="title" attr.type="string"/>
<graph edgedefault="directed"><node id="A/RES/62/37"><data key="y">2007</data><data key="t">Renewed determination</data></node>
<node id="NPT/CONF.2000/28"/></graph></graphml>""")
for vertex in igraph.Graph.Read_GraphML("texts.graphml").vs:
    print(vertex["id"], repr(vertex["year"]), repr(vertex["title"]))
PYTHON
cat > expected <<'OUTPUT'
A/RES/62/37 2007.0 'Renewed determination'
NPT/CONF.2000/28 nan ''
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
