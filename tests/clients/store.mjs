// Loads Turtle into a store of N3.js and asks it queries with Comunica: node store.mjs FILE,... QUERY_FILE...
// Writes a line of JSON for each query as it is answered: [name, variables, rows], terms as N-Triples has them.
import { createReadStream, readFileSync } from "node:fs";
import { QueryEngine } from "@comunica/query-sparql-file";
import { Store, StreamParser } from "n3";

const [given, ...files] = process.argv.slice(2);
const store = new Store();

function load(file) {
  return new Promise((resolve, reject) => {
    const parser = new StreamParser({ format: "text/turtle" });
    createReadStream(file).on("error", reject).pipe(parser);
    parser.on("data", (quad) => store.addQuad(quad)).on("error", reject).on("end", resolve);
  });
}

function said(term) {
  if (term === undefined) return null;
  if (term.termType !== "Literal") return [term.value];
  return [term.value, term.language || term.datatype.value];
}

for (const file of given.split(",")) await load(file);
const engine = new QueryEngine();
for (const file of files) {
  const result = await engine.query(readFileSync(file, "utf8"), { sources: [store] });
  const { variables } = await result.metadata();
  const names = variables.map((each) => (each.variable ?? each).value);
  const rows = [];
  for await (const row of await result.execute()) rows.push(names.map((name) => said(row.get(name))));
  console.log(JSON.stringify([file, names, rows]));
}
