#!/usr/bin/env bash
# dateparser does not read Chinese dates in Chinese numerals, as older UN documents print them.
#
# 2006年12月6日 is read; 二〇〇六年十二月六日, the same day as the resolutions and treaties of earlier decades write it,
# gives None with dateparser 1.5.0. Expected: the same date.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check dateparser==1.5.0
cat > finding.py <<'PYTHON'
import dateparser
for day in ("2006年12月6日", "二〇〇六年十二月六日", "一九六八年七月一日"):
    print(day, "->", dateparser.parse(day, languages=["zh"]))
PYTHON
cat > expected <<'OUTPUT'
2006年12月6日 -> 2006-12-06 00:00:00
二〇〇六年十二月六日 -> None
一九六八年七月一日 -> None
OUTPUT
venv/bin/python -W ignore finding.py > seen
diff expected seen
echo "as described"
