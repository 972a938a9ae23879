#!/usr/bin/env bash
# Comunica leaves the count of a group unbound where all its values are unbound; SPARQL says 0.
#
# "How many top concepts has each scheme", with OPTIONAL and COUNT(?top): a scheme without any gets no number from
# @comunica/query-sparql-file 4.5.0, so that sums and comparisons over the answer lose its row. SPARQL 1.1, 18.5.1.2: Count
# counts the bound values of a group. Oxigraph, rdflib and Jena answer 0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @comunica/query-sparql-file@4.5.0 n3@2.13.12
cat > finding.mjs <<'JAVASCRIPT'
import { QueryEngine } from "@comunica/query-sparql-file";
import { DataFactory, Store } from "n3";
const store = new Store();
store.addQuad(DataFactory.namedNode("urn:s"), DataFactory.namedNode("urn:p"), DataFactory.namedNode("urn:o"));
const query = "SELECT ?s (COUNT(?top) AS ?n) { ?s <urn:p> ?o OPTIONAL { ?s <urn:q> ?top } } GROUP BY ?s";
const rows = await (await new QueryEngine().queryBindings(query, { sources: [store] })).toArray();
console.log("count:", rows.map((row) => row.get("n")?.value ?? "unbound").join());
JAVASCRIPT
cat > expected <<'OUTPUT'
count: unbound
OUTPUT
node finding.mjs > seen
diff expected seen
echo "as described"
