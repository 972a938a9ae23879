#!/usr/bin/env bash
# `Paragraph.text` of python-docx leaves out what stands in a content control, a simple field, or a tracked insertion.
#
# All three are everywhere in UN drafts: symbols in the masthead are content controls, cross-references are
# fields, revisions are tracked. python-docx 1.2.0 gives the paragraph without the words, and nothing says that
# something is missing. Expected: the text as Word shows it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0
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

run = "<w:r><w:t>resolution 62/37</w:t></w:r>"
data = file(
    f"<w:sdt><w:sdtContent>{run}</w:sdtContent></w:sdt>",
    f'<w:fldSimple w:instr=" REF number ">{run}</w:fldSimple>',
    f'<w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z">{run}</w:ins>',
    f'<w:hyperlink w:anchor="place">{run}</w:hyperlink>',
)
for name, paragraph in zip(("content control", "simple field", "tracked insertion", "hyperlink"), docx.Document(data).paragraphs):
    print(f"{name}: {paragraph.text!r}")
PYTHON
cat > expected <<'OUTPUT'
content control: ''
simple field: ''
tracked insertion: ''
hyperlink: 'resolution 62/37'
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
