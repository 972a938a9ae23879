#!/usr/bin/env bash
# pySBD knows "art." and "vol." of legal texts only in part: "para." and "Corr." before a number end a sentence.
#
# In notes of UN documents "para. 2", "vol. 729", "Corr. 1" and "Add. 2" are pinpoints and parts of symbols.
# pysbd 0.3.4 (English) parts the number from its word in each of these, and keeps "art. 5" and "No. 3"
# together. Expected: no break before a number there.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pysbd==0.3.4
cat > finding.py <<'PYTHON'
import pysbd
segmenter = pysbd.Segmenter(language="en", clean=False)
for text in ("See the Statute, art. 5.", "See resolution 61/74, para. 2.", "See document A/61/12, Corr. 1.", "Treaty Series, vol. 729, No. 3."):
    print(segmenter.segment(text))
PYTHON
cat > expected <<'OUTPUT'
['See the Statute, art. 5.']
['See resolution 61/74, para. ', '2.']
['See document A/61/12, Corr. ', '1.']
['Treaty Series, vol. ', '729, No. 3.']
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
