// Reads RDF files with N3.js and writes the number of triples of each, as JSON: node read.mjs FILE...
import { createReadStream } from "node:fs";
import { StreamParser } from "n3";

const FORMATS = { ttl: "text/turtle", nt: "application/n-triples", nq: "application/n-quads" };

function count(file) {
  return new Promise((resolve, reject) => {
    let quads = 0;
    const parser = new StreamParser({ format: FORMATS[file.split(".").pop()] });
    createReadStream(file).on("error", reject).pipe(parser);
    parser.on("data", () => (quads += 1)).on("error", reject).on("end", () => resolve(quads));
  });
}

const counts = {};
for (const file of process.argv.slice(2)) counts[file] = await count(file);
console.log(JSON.stringify(counts));
