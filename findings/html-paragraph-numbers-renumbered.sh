#!/usr/bin/env bash
# The number of an operative paragraph given by <li value> is not kept by three converters.
#
# In a list that starts at 3 and goes on with <li value="7">, html2text 2025.4.15 and markdownify 1.2.3 print 3
# and 4, and trafilatura 2.3.1 prints bullets. A citation of "paragraph 7" then points at nothing, or at another
# paragraph. Expected: 3 and 7, as each browser shows.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check html2text==2025.4.15 markdownify==1.2.3 trafilatura==2.3.1 lxml_html_clean==0.4.5
cat > finding.py <<'PYTHON'
import html2text, markdownify, trafilatura
page = (
    "<html><body><article><p>The Assembly, having met for its work on the matter at hand during this session, acts as follows in this text.</p>"
    '<ol start="3"><li>Decides to go on with the matter at its next session;</li><li value="7">Requests a report on the matter.</li></ol></article></body></html>'
)
for name, text in (
    ("html2text", html2text.html2text(page)), ("markdownify", markdownify.markdownify(page)), ("trafilatura", trafilatura.extract(page)),
):
    print(f"{name}:", [line.split()[0] for line in text.splitlines() if "Decides" in line or "Requests" in line])
PYTHON
cat > expected <<'OUTPUT'
html2text: ['3.', '4.']
markdownify: ['3.', '4.']
trafilatura: ['-', '-']
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
