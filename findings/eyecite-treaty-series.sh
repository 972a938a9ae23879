#!/usr/bin/env bash
# eyecite does not know the United Nations Treaty Series or International Legal Materials.
#
# "729 U.N.T.S. 161" and "48 I.L.M. 1" are citations by volume and page as every American guide prints them;
# eyecite 2.7.8 finds none, in any spelling tried, while it finds a United States report in the same sentence.
# Expected: found, as law reports and journals are.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check eyecite==2.7.8
cat > finding.py <<'PYTHON'
from eyecite import get_citations
for text in ("729 U.N.T.S. 161", "729 UNTS 161", "48 I.L.M. 1 (2009)", "G.A. Res. 217 A (III)", "347 U.S. 483 (1954)"):
    print(text, "->", [found.matched_text() for found in get_citations(f"See {text}.")])
PYTHON
cat > expected <<'OUTPUT'
729 U.N.T.S. 161 -> []
729 UNTS 161 -> []
48 I.L.M. 1 (2009) -> []
G.A. Res. 217 A (III) -> []
347 U.S. 483 (1954) -> ['347 U.S. 483']
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
