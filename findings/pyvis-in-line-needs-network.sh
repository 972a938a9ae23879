#!/usr/bin/env bash
# A pyvis page made with cdn_resources="in_line" still loads a style sheet and a script from another host, and prints its heading twice.
#
# The option is there for pages that are read offline, as in a mission or a library. pyvis 0.3.2 puts vis-
# network into the page and leaves two addresses of Bootstrap in it; the heading stands in two <h1>. Expected:
# no address, one heading.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyvis==0.3.2
cat > finding.py <<'PYTHON'
import re
from pyvis.network import Network
drawing = Network(heading="Texts and citations", cdn_resources="in_line")
drawing.add_node("A/RES/62/37")
page = drawing.generate_html()
print([address.rsplit("/", 1)[1] for address in re.findall(r'(?:src|href)="(https?://[^"]+)"', page)])
print("headings:", page.count("<h1>"))
PYTHON
cat > expected <<'OUTPUT'
['bootstrap.min.css', 'bootstrap.bundle.min.js']
headings: 2
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
