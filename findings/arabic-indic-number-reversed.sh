#!/usr/bin/env bash
# Resolution 62/37 in Arabic-Indic digits becomes 73/26, another resolution, in two PDF engines.
#
# pypdf 7.1.1 and PyMuPDF 2.0 give the two numbers of a symbol such as ٦٢/٣٧ digit by digit from the right,
# although the line is otherwise in reading order; PDFium (pypdfium2 5.15.2) keeps them. Resolution 73/26 exists
# too, so nothing looks wrong. Expected: 62/37 from each.
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
data = pdf("القرار ٦٢/٣٧ المؤرخ ٥ كانون الأول")
print("pypdf  ", pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text().strip())
print("PyMuPDF", pymupdf.open(stream=data, filetype="pdf")[0].get_text().strip())
print("PDFium ", pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().strip())
PYTHON
cat > expected <<'OUTPUT'
pypdf   القرار ٧٣/٢٦ المؤرخ ٥ كانون الأول
PyMuPDF القرار ٧٣/٢٦ المؤرخ ٥ كانون األول
PDFium  القرار ٦٢/٣٧ المؤرخ ٥ كانون األول
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
