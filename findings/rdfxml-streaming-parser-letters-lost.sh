#!/usr/bin/env bash
# rdfxml-streaming-parser loses the letters that stand where a file is cut into pieces for reading.
#
# A stream of Node.js hands on 64 KiB at a time, and rdfxml-streaming-parser 3.3.0 (which Comunica reads RDF/XML with) turns
# each piece into text by itself: a letter of two or three bytes that stands over the edge becomes two U+FFFD. Of a graph
# with titles in Arabic and Russian one text in some thousands is another one, without an error or a warning. With
# `setEncoding("utf8")` on the stream the same file is read as it is.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund rdfxml-streaming-parser@3.3.0
cat > finding.mjs <<'JAVASCRIPT'
import { createReadStream, writeFileSync } from "node:fs";
import { RdfXmlParser } from "rdfxml-streaming-parser";
const said = "\u0434\u043e\u0433\u043e\u0432\u043e\u0440 ".repeat(8000); // Russian "treaty", 104,000 bytes
writeFileSync("a.rdf", '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="urn:x:">' +
  ` <rdf:Description rdf:about="urn:x:s"><x:p>${said}</x:p></rdf:Description></rdf:RDF>`);
for (const encoding of [undefined, "utf8"]) {
  const parser = new RdfXmlParser();
  createReadStream("a.rdf", { encoding }).pipe(parser);
  for await (const { object } of parser)
    console.log(`${encoding ?? "bytes"}: ${object.value === said ? "same" : "other"}, U+FFFD ${object.value.split("\ufffd").length - 1}`);
}
JAVASCRIPT
cat > expected <<'OUTPUT'
bytes: other, U+FFFD 2
utf8: same, U+FFFD 0
OUTPUT
node finding.mjs > seen
diff expected seen
echo "as described"
