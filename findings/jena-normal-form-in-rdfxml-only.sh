#!/usr/bin/env bash
# Jena tells that a text is not in Unicode's normal form C where it reads RDF/XML, and of the same triple in Turtle nothing.
#
# `riot --strict --check` of Jena 4.5.0 (Debian's libapache-jena-java 4.5.0-2): Arabic words as UN documents print them, with
# the two marks of a letter in either order, are a warning (W131) in one syntax and none in two others, so that a graph which
# passes as Turtle or N-Triples has warnings once it is written as RDF/XML.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
needed=$(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances \
    libapache-jena-java=4.5.0-2 | grep '^lib' | grep -v '^libc6\|^libgcc\|^libcrypt\|^libapache-jena-java')
# shellcheck disable=SC2086  # one word for each package
apt-get -qq download libapache-jena-java=4.5.0-2 $needed 2> said
for package in *.deb; do dpkg -x "$package" java; done
cd java/usr/share/java
rm -f ./*log4j* ./jcl-over* slf4j-nop* slf4j-jcl* slf4j-jdk14* # one way to write messages is left
cd "$folder"
python3 - <<'PYTHON'
import zipfile
from pathlib import Path
moved = "org/apache/jena/ext/xerces/" # Debian left these files behind when it moved the classes that ask for them
with zipfile.ZipFile("java/usr/share/java/jena-core.jar") as jar:
    for name in jar.namelist():
        if name.startswith(moved) and name.endswith(".properties"):
            file = Path("messages/xerces") / name.removeprefix(moved)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(jar.read(name))
PYTHON
printf '<urn:s> <urn:x:p> "\\u0639\\u0651\\u0650" .\n' | tee a.ttl > a.nt
cat > a.rdf <<'XML'
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="urn:x:">
<rdf:Description rdf:about="urn:s"><x:p>&#x639;&#x651;&#x650;</x:p></rdf:Description></rdf:RDF>
XML
for file in a.ttl a.nt a.rdf; do
    java -cp 'messages:java/usr/share/java/*' riotcmd.riot --strict --check "$file" > triples 2> said || true
    echo "$file: $(wc -l < triples) triple, $(grep -c W131 said || true) warning"
done > seen
cat > expected <<'OUTPUT'
a.ttl: 1 triple, 0 warning
a.nt: 1 triple, 0 warning
a.rdf: 1 triple, 1 warning
OUTPUT
diff expected seen
echo "as described"
