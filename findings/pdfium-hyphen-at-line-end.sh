#!/usr/bin/env bash
# PDFium takes the hyphen of a symbol away where a line ends with it, and puts a character that is none in its place.
#
# "resolution S-" and "10/2" on the next line are S, U+FFFE, 10/2 on one line in PDFium (pypdfium2 5.15.2), as a
# divided word is; pypdf 7.1.1 gives hyphen and line break. U+FFFE is no character in Unicode. A special
# session's resolution is then not told from a word. Expected: the hyphen, which is in the file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check reportlab==5.1.0 pypdfium2==5.15.2 pypdf==7.1.1
cat > finding.py <<'PYTHON'
import io
import pypdf, pypdfium2
from reportlab.pdfgen.canvas import Canvas
buffer = io.BytesIO()
canvas = Canvas(buffer)
canvas.drawString(72, 700, "the resolution S-")
canvas.drawString(72, 685, "10/2 on disarma-")
canvas.drawString(72, 670, "ment")
canvas.save()
print("PDFium", ascii(pypdfium2.PdfDocument(buffer.getvalue())[0].get_textpage().get_text_range()))
print("pypdf ", ascii(pypdf.PdfReader(buffer).pages[0].extract_text().strip()))
PYTHON
cat > expected <<'OUTPUT'
PDFium 'the resolution S\ufffe10/2 on disarma\ufffement'
pypdf  'the resolution S-\n10/2 on disarma-\nment'
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
