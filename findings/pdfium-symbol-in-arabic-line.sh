#!/usr/bin/env bash
# A UN symbol in Latin letters loses its first letter to its end in an Arabic line read by PDFium.
#
# PDFium (pypdfium2 5.15.2) gives A/61/39 as /61/39A, and the brackets of a year face the wrong way. The words
# are in reading order, so a reader sees a correct sentence, and a search for A/61/39 finds nothing. Expected:
# 1540 (2004) and A/61/39, as typed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check fpdf2==2.8.4 uharfbuzz==0.57.0 matplotlib==3.11.2 pypdfium2==5.15.2
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

import pypdfium2
data = pdf("والقرار 1540 (2004) والوثيقة A/61/39")
print(pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().strip())
PYTHON
cat > expected <<'OUTPUT'
والقرار 1540 )2004( والوثيقة /61/39A
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
