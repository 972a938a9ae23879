#!/usr/bin/env bash
# Three converters of HTML to text let a note's number in <sup> grow into the resolution's number.
#
# "resolution 61/74" with note 1 becomes resolution 61/741 in html2text 2025.4.15, markdownify 1.2.3 and
# trafilatura 2.3.1 (defaults of each). Expected: a mark, or brackets, as for other markup that changes the
# meaning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check html2text==2025.4.15 markdownify==1.2.3 trafilatura==2.3.1 lxml_html_clean==0.4.5
cat > finding.py <<'PYTHON'
import html2text, markdownify, trafilatura
page = (
    "<html><body><article><p>The Assembly, having met for its work on the matter at hand during this session, recalls its"
    " resolution 61/74<sup>1</sup> and decides to go on with the same matter at its next session.</p></article></body></html>"
)
for name, text in (
    ("html2text", html2text.html2text(page)), ("markdownify", markdownify.markdownify(page)), ("trafilatura", trafilatura.extract(page)),
):
    print(f"{name}:", " ".join(text.split()).split("recalls its ")[1].split(" and")[0])
PYTHON
cat > expected <<'OUTPUT'
html2text: resolution 61/741
markdownify: resolution 61/741
trafilatura: resolution 61/741
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
