#!/usr/bin/env bash
# In an Arabic line the number of a resolution trades places with the blank and the word beside it.
#
# "القرار 62/37 المؤرخ 5 آذار" (the resolution 62/37 dated 5 March) is given by pypdf 7.1.1 and PyMuPDF 2.0 with
# the last Arabic word first in the stored order and each number glued to the word after which it stands on
# paper; other engines differ again (see the findings on PDFium and pdfminer.six). Expected: the text as typed,
# blanks included.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check fpdf2==2.8.4 uharfbuzz==0.57.0 matplotlib==3.11.2 pypdf==7.1.1 pymupdf==2.0
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

import pymupdf, pypdf
typed = "القرار 62/37 المؤرخ 5 آذار"
data = pdf(typed)
for name, text in (
    ("pypdf", pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text().strip()),
    ("PyMuPDF", pymupdf.open(stream=data, filetype="pdf")[0].get_text().strip()),
):
    print(name, "as typed" if text == typed else [word for word in text.split(" ")])
PYTHON
cat > expected <<'OUTPUT'
pypdf ['آذار5', '', 'المؤرخ62/37', 'القرار']
PyMuPDF ['آذار5', '', 'المؤرخ62/37', 'القرار']
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
