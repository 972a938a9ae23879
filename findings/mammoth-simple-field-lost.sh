#!/usr/bin/env bash
# mammoth drops the result of a simple field, and keeps that of a complex field with the same meaning.
#
# Word writes a cross-reference in either form. With mammoth 1.13.0 the number in <w:fldSimple> is gone from
# HTML and from raw text, with a message that an element was ignored; between <w:fldChar> marks it stays.
# Expected: the same text for both.
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
run = "<w:r><w:t>62/37</w:t></w:r>"
mark = lambda kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
data = file(
    f'<w:r><w:t xml:space="preserve">simple: </w:t></w:r><w:fldSimple w:instr=" REF number ">{run}</w:fldSimple>',
    f'<w:r><w:t xml:space="preserve">complex: </w:t></w:r>{mark("begin")}<w:r><w:instrText> REF number </w:instrText></w:r>{mark("separate")}{run}{mark("end")}',
)
result = mammoth.convert_to_html(data)
print(result.value)
print("messages:", [message.message for message in result.messages])
PYTHON
cat > expected <<'OUTPUT'
<p>simple: </p><p>complex: 62/37</p>
messages: ['An unrecognised element was ignored: w:fldSimple']
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
