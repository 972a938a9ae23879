#!/usr/bin/env bash
# A raised note number after a resolution's number makes another number, in four of five PDF engines.
#
# "resolution 60/251²" with the 2 raised is text of 60/2512 in pypdf 7.1.1, pdfminer.six 20260107, PDFium
# (pypdfium2 5.15.2) and PyMuPDF 2.0. pdfplumber 0.11.10 keeps the number and puts the raised digit in a line
# before the one it belongs to. Expected: some sign that the digit is not part of the number; the size and
# height are in the file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check reportlab==5.1.0 pypdf==7.1.1 pdfminer.six==20260107 pypdfium2==5.15.2 pymupdf==2.0 pdfplumber==0.11.10
cat > finding.py <<'PYTHON'
import io
import pdfplumber, pymupdf, pypdf, pypdfium2
from pdfminer.high_level import extract_text
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

buffer = io.BytesIO()
SimpleDocTemplate(buffer).build([Paragraph("resolution 60/251<super>2</super> stands", getSampleStyleSheet()["Normal"])])
data = buffer.getvalue()
flat = lambda text: " | ".join(text.split("\n")).replace("\r", "").strip()
print("pypdf       ", flat(pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text().strip()))
print("pdfminer.six", flat(extract_text(io.BytesIO(data)).strip()))
print("PDFium      ", flat(pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().strip()))
print("PyMuPDF     ", flat(pymupdf.open(stream=data, filetype="pdf")[0].get_text().strip()))
print("pdfplumber  ", flat(pdfplumber.open(io.BytesIO(data)).pages[0].extract_text()))
PYTHON
cat > expected <<'OUTPUT'
pypdf        resolution 60/2512 stands
pdfminer.six resolution 60/2512 stands
PDFium       resolution 60/2512 |  stands
PyMuPDF      resolution 60/2512 stands
pdfplumber   2 | resolution 60/251 stands
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
