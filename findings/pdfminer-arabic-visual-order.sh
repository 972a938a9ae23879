#!/usr/bin/env bash
# pdfminer.six gives Arabic in the order of the glyphs on paper: each word is spelled backwards, while the numbers in it are not.
#
# With pdfminer.six 20260107 "القرار 62/37" becomes "62/37 رارقلا". Reversing the line, the usual remedy, turns
# the number into 73/26, which is another resolution. Expected: the text as typed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check fpdf2==2.8.4 uharfbuzz==0.57.0 matplotlib==3.11.2 pdfminer.six==20260107
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

from pdfminer.high_level import extract_text
text = extract_text(io.BytesIO(pdf("القرار 62/37"))).strip()
print("extracted", text.split(" "))
print("reversed ", text[::-1].split(" "))
PYTHON
cat > expected <<'OUTPUT'
extracted ['62/37', 'رارقلا']
reversed  ['القرار', '73/26']
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
