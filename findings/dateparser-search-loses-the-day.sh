#!/usr/bin/env bash
# `search_dates` finds month and year of a resolution's date, but not its day, when a list of resolutions stands before it.
#
# In "resolutions 61/74 of 6 December 2006" dateparser 1.5.0 finds "December" and "2006" as two dates and fills
# the day from the clock; in "resolution 1540 (2004)" the number is a year. The date alone, "6 December 2006",
# is read. Expected: 6 December 2006 and nothing else.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check dateparser==1.5.0
cat > finding.py <<'PYTHON'
from datetime import datetime
from dateparser.search import search_dates
clock = {"RELATIVE_BASE": datetime(2020, 5, 17)}
for text in ("6 December 2006", "Recalling its resolutions 61/74 of 6 December 2006 and 62/37 of 5 December 2007", "Recalls Security Council resolution 1540 (2004)"):
    print(text)
    for found, date in search_dates(text, languages=["en"], settings=clock) or []:
        print("   ", found, "->", date.date())
PYTHON
cat > expected <<'OUTPUT'
6 December 2006
    6 December 2006 -> 2006-12-06
Recalling its resolutions 61/74 of 6 December 2006 and 62/37 of 5 December 2007
    December -> 2020-12-17
    2006 -> 2006-05-17
    December -> 2020-12-17
    2007 -> 2007-05-17
Recalls Security Council resolution 1540 (2004)
    1540 -> 1540-05-17
    2004 -> 2004-05-17
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
