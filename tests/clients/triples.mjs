// Writes the triples of an RDF file as N-Triples: node triples.mjs PROGRAM FILE [GRAPH]
// PROGRAM is n3 or comunica, which also reads RDF/XML and JSON-LD; of a dataset, those of one named GRAPH.
import { createReadStream } from "node:fs";
import { once } from "node:events";
import { QueryEngine } from "@comunica/query-sparql-file";
import { StreamParser, Writer } from "n3";

const FORMATS = {
  ttl: "text/turtle", nt: "application/n-triples", nq: "application/n-quads", trig: "application/trig",
};
const [program, file, graph] = process.argv.slice(2);

async function quads() {
  if (program === "n3") {
    const parser = new StreamParser({ format: FORMATS[file.split(".").pop()], comments: false });
    return createReadStream(file).on("error", (error) => parser.destroy(error)).pipe(parser);
  }
  const pattern = graph ? `GRAPH <${graph}> { ?s ?p ?o }` : "?s ?p ?o";
  return new QueryEngine().queryQuads(`CONSTRUCT { ?s ?p ?o } WHERE { ${pattern} }`, { sources: [file] });
}

const writer = new Writer({ format: "N-Triples", end: false });
let lines = [];
for await (const quad of await quads()) {
  if (program === "n3" && graph && quad.graph.value !== graph) continue;
  lines.push(writer.quadToString(quad.subject, quad.predicate, quad.object));
  if (lines.length === 10000) {
    if (!process.stdout.write(lines.join(""))) await once(process.stdout, "drain");
    lines = [];
  }
}
process.stdout.write(lines.join(""));
