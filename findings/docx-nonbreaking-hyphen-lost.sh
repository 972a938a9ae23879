#!/usr/bin/env bash
# Two readers of DOCX drop the non-breaking hyphen, and S-10/2 becomes S10/2.
#
# UN texts in Word hold symbols together with <w:noBreakHyphen/>. docx2txt 0.9 and docx2python 3.7.1 leave it
# out; python-docx 1.2.0 gives "-", mammoth 1.13.0 gives U+2011. Expected: a hyphen of some kind; without it the
# number of a special session is a word that no rule knows.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0 docx2txt==0.9 docx2python==3.7.1 mammoth==1.13.0
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

import docx2txt, mammoth
from docx2python import docx2python
data = file("<w:r><w:t>resolution S</w:t></w:r><w:r><w:noBreakHyphen/></w:r><w:r><w:t>10/2</w:t></w:r>")
print("python-docx", ascii(docx.Document(data).paragraphs[0].text))
print("docx2txt   ", ascii(docx2txt.process(data).strip()))
print("docx2python", ascii(docx2python(data).text.strip()))
print("mammoth    ", ascii(mammoth.extract_raw_text(data).value.strip()))
PYTHON
cat > expected <<'OUTPUT'
python-docx 'resolution S-10/2'
docx2txt    'resolution S10/2'
docx2python 'resolution S10/2'
mammoth     'resolution S\u201110/2'
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
