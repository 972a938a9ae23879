#!/usr/bin/env bash
# The first answer of `search_fuzzy` for a State is another State.
#
# With pycountry 26.2.16 the UN's own name "Republic of Korea" gives the Democratic People's Republic of Korea,
# "Niger" gives Nigeria, and "Zaire" gives Angola (a province of it). `lookup` finds Niger, and not the Republic
# of Korea, whose ISO name is "Korea, Republic of". Expected: an exact name first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pycountry==26.2.16
cat > finding.py <<'PYTHON'
import pycountry
for name in ("Republic of Korea", "Niger", "Zaire"):
    print(name, "->", pycountry.countries.search_fuzzy(name)[0].name)
PYTHON
cat > expected <<'OUTPUT'
Republic of Korea -> Korea, Democratic People's Republic of
Niger -> Nigeria
Zaire -> Angola
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
