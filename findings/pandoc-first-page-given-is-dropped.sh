#!/usr/bin/env bash
# A style that prints a treaty's first page prints none, though the record gives it.
#
# CSL has a variable `page-first`, and styles of lawyers print it after the volume of the Treaty Series ("729 UNTS 161").
# Pandoc 3.6.1 derives it from `page` alone: a record that gives `page-first` itself is read without complaint, and the
# page is missing. Expected: the first page in both lines.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.15
cat > style.csl <<'CSL'
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>First page</title><id>first-page</id><updated>2020-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout>
    <text variable="title"/><text variable="volume" prefix=", "/><text variable="page-first" prefix=" UNTS "/>
  </layout></bibliography>
</style>
CSL
cat > finding.py <<'PYTHON'
import json, pypandoc
print("Pandoc", pypandoc.get_pandoc_version())
treaty = {"id": "islands", "type": "treaty", "title": "Treaty of the Islands", "volume": "729"}
for page in ({"page": "161-170"}, {"page-first": "161"}):
    with open("cited.json", "w") as file:
        json.dump([treaty | page], file)
    given = "---\nnocite: '@*'\n---\n"
    options = ["--citeproc", "--csl=style.csl", "--bibliography=cited.json"]
    print(*page, "->", pypandoc.convert_text(given, "plain", format="markdown", extra_args=options).strip())
PYTHON
cat > expected <<'OUTPUT'
Pandoc 3.6.1
page -> Treaty of the Islands, 729 UNTS 161
page-first -> Treaty of the Islands, 729
OUTPUT
venv/bin/python finding.py > seen
diff expected seen
echo "as described"
