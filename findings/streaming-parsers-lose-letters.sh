#!/usr/bin/env bash
# Streaming parsers of RDF/XML, RDFa and SPARQL results lose the letters that stand where a file is cut into pieces.
#
# A stream of Node.js hands on 64 KiB at a time, and rdfxml-streaming-parser 3.3.0, rdfa-streaming-parser 3.0.2 and
# sparqlxml-parse 3.3.0, which Comunica reads with, turn each piece into text by itself: a letter of two or three bytes that
# stands over the edge becomes two U+FFFD. Of a graph of 1.6 million triples sixteen texts in
# Arabic and Russian were other ones, without an error or a warning. With `encoding: "utf8"` the same files are read as they are; n3 and
# jsonld-streaming-parser read such a stream as it is.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund rdfxml-streaming-parser@3.3.0 rdfa-streaming-parser@3.0.2 sparqlxml-parse@3.3.0
cat > finding.mjs <<'JAVASCRIPT'
import { createReadStream, writeFileSync } from "node:fs";
import { RdfXmlParser } from "rdfxml-streaming-parser";
import { RdfaParser } from "rdfa-streaming-parser";
import { SparqlXmlParser } from "sparqlxml-parse";
const said = "\u0434\u043e\u0433\u043e\u0432\u043e\u0440".repeat(8000); // Russian "treaty", 112,000 bytes
const heads = {
  "rdf/xml": ['<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="urn:x:">' +
    '<rdf:Description rdf:about="urn:x:s"><x:p>', "</x:p></rdf:Description></rdf:RDF>"],
  rdfa: ['<html><body about="urn:x:s"><p property="urn:x:p">', "</p></body></html>"],
  results: ['<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="x"/></head><results><result>' +
    '<binding name="x"><literal>', "</literal></binding></result></results></sparql>"],
};
async function read(form, encoding) {
  const stream = createReadStream("file", { encoding });
  if (form === "results") {
    for await (const row of await new SparqlXmlParser().parseXmlResultsStream(stream)) return row.x.value;
  }
  const parser = form === "rdfa" ? new RdfaParser({ baseIRI: "urn:x:", contentType: "text/html" }) : new RdfXmlParser();
  for await (const { object } of stream.pipe(parser)) return object.value;
}
for (const [form, [before, after]] of Object.entries(heads)) {
  const space = " ".repeat(Buffer.byteLength(before) % 2 ? 0 : 1); // so that a letter stands over the edge
  writeFileSync("file", before.replace(">", `${space}>`) + said + after);
  for (const encoding of [undefined, "utf8"]) {
    const found = await read(form, encoding);
    console.log(`${form}, ${encoding ?? "bytes"}: ${found === said ? "same" : "other"}, U+FFFD ${found.split("\ufffd").length - 1}`);
  }
}
JAVASCRIPT
cat > expected <<'OUTPUT'
rdf/xml, bytes: other, U+FFFD 2
rdf/xml, utf8: same, U+FFFD 0
rdfa, bytes: other, U+FFFD 2
rdfa, utf8: same, U+FFFD 0
results, bytes: other, U+FFFD 2
results, utf8: same, U+FFFD 0
OUTPUT
node finding.mjs > seen
diff expected seen
echo "as described"
