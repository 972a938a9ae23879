#!/usr/bin/env bash
# The ligature of lam and alef with hamza comes out of two PDF engines with its letters exchanged.
#
# The UN's name of December, كانون الأول, is كانون األول in PDFium (pypdfium2 5.15.2) and PyMuPDF 2.0; pypdf
# 7.1.1 has it right. A search for the month as it is spelled finds no date. Expected: الأول from each.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check fpdf2==2.8.4 uharfbuzz==0.57.0 matplotlib==3.11.2 pypdf==7.1.1 pymupdf==2.0 pypdfium2==5.15.2
cat > finding.py <<'PYTHON'
import io, os, matplotlib
from fpdf import FPDF

def pdf(line):
    page = FPDF()
    page.add_page()
    page.add_font("DejaVu", fname=os.path.join(matplotlib.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf"))
    page.set_font("DejaVu", size=12)
    page.set_text_shaping(True, direction="rtl")
    page.multi_cell(0, 8, line, align="R")
    return bytes(page.output())

import pymupdf, pypdf, pypdfium2
data = pdf("كانون الأول")
print("pypdf  ", pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text().strip())
print("PyMuPDF", pymupdf.open(stream=data, filetype="pdf")[0].get_text().strip())
print("PDFium ", pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().strip())
PYTHON
cat > expected <<'OUTPUT'
pypdf   كانون الأول
PyMuPDF كانون األول
PDFium  كانون األول
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
