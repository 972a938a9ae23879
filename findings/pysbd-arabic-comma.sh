#!/usr/bin/env bash
# pySBD takes the Arabic comma after a resolution's number for the end of a sentence.
#
# With pysbd 0.3.4 a reference and its pinpoint, "القرار 61/74، الفقرة 3" (resolution 61/74, paragraph 3), fall
# into two sentences; in English and Spanish the comma ends none. Expected: one sentence.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pysbd==0.3.4
cat > finding.py <<'PYTHON'
import pysbd
for language, text in (("ar", "انظر القرار 61/74، الفقرة 3."), ("es", "Véase la resolución 61/74, párr. 3."), ("en", "See resolution 61/74, section 3.")):
    print(language, pysbd.Segmenter(language=language, clean=False).segment(text))
PYTHON
cat > expected <<'OUTPUT'
ar ['انظر القرار 61/74، ', 'الفقرة 3.']
es ['Véase la resolución 61/74, párr. 3.']
en ['See resolution 61/74, section 3.']
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
