#!/usr/bin/env bash
# `extract_raw_text` of mammoth puts nothing where the document has a line break, and joins what stands on both sides.
#
# A UN masthead has symbol and date in one paragraph, parted by breaks: with mammoth 1.13.0 "A/RES/62/37" and "8
# January 2008" become "A/RES/62/378 January 2008", a symbol of a number that does not exist. `convert_to_html`
# of the same file has <br />. Expected: a line break or a blank.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0 mammoth==1.13.0
cat > finding.py <<'PYTHON'
import io
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

def file(*paragraphs):
    document = docx.Document()
    body = document.element.body
    for content in paragraphs:
        body.insert(len(body) - 1, parse_xml(f"<w:p {nsdecls('w')}>{content}</w:p>"))
    buffer = io.BytesIO()
    document.save(buffer)
    return io.BytesIO(buffer.getvalue())

import mammoth
data = file("<w:r><w:t>A/RES/62/37</w:t><w:br/><w:t>8 January 2008</w:t></w:r>")
print("raw text:", mammoth.extract_raw_text(data).value.strip())
print("HTML:    ", mammoth.convert_to_html(data).value)
PYTHON
cat > expected <<'OUTPUT'
raw text: A/RES/62/378 January 2008
HTML:     <p>A/RES/62/37<br />8 January 2008</p>
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
