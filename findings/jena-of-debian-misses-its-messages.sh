#!/usr/bin/env bash
# Jena as Debian packages it does not start: a library inside it looks for its messages where they no longer are.
#
# libapache-jena-java 4.5.0-2: the classes of the XML library that Jena carries were moved to the package `xerces`, their
# .properties were left in `org/apache/jena/ext/xerces`. Whatever asks for a datatype ends with ExceptionInInitializerError, `riot`
# with any file; with the same files put on the class path under the new name, it reads.
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
echo '<urn:example:s> <urn:example:p> 1 .' > a.ttl
try() { java -cp "$1" riotcmd.riot a.ttl > triples 2> said && echo "reads $(wc -l < triples) triple" || grep -o -m1 ExceptionInInitializerError said; }
try 'java/usr/share/java/*' > seen
python3 - <<'PYTHON'
import zipfile
from pathlib import Path
moved = "org/apache/jena/ext/xerces/"
with zipfile.ZipFile("java/usr/share/java/jena-core.jar") as jar:
    for name in jar.namelist():
        if name.startswith(moved) and name.endswith(".properties"):
            file = Path("messages/xerces") / name.removeprefix(moved)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(jar.read(name))
PYTHON
try 'messages:java/usr/share/java/*' >> seen
cat > expected <<'OUTPUT'
ExceptionInInitializerError
reads 1 triple
OUTPUT
diff expected seen
echo "as described"
