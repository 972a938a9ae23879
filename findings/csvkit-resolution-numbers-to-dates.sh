#!/usr/bin/env bash
# csvkit turns the numbers of early sessions into dates.
#
# With csvkit 2.2.0 (agate) a column of resolutions of the Human Rights Council's tenth to twelfth sessions,
# 10/2, 10/3, 12/4, is a column of dates in the year 2001; from the thirteenth session on the same column is
# text. Nothing warns, and `csvstat` counts dates. Expected: text, or a note; the option -I turns the guessing
# off.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check csvkit==2.2.0
cat > finding.py <<'PYTHON'
import pathlib, subprocess
for name, numbers in (("sessions 10 to 12", ("10/2", "10/3", "12/4")), ("sessions 13 and 14", ("13/2", "14/3"))):
    pathlib.Path("texts.csv").write_text("resolution\n" + "\n".join(numbers) + "\n")
    print(name, subprocess.run(["venv/bin/csvjson", "texts.csv"], capture_output=True, text=True, check=True).stdout.strip())
PYTHON
cat > expected <<'OUTPUT'
sessions 10 to 12 [{"resolution": "2001-10-02"}, {"resolution": "2001-10-03"}, {"resolution": "2001-12-04"}]
sessions 13 and 14 [{"resolution": "13/2"}, {"resolution": "14/3"}]
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
