// Asks queries with Comunica and writes the answers as JSON: node ask.mjs SOURCE QUERY_FILE...
// SOURCE is the address of an endpoint or of a file; an answer is a list of rows of the variables' values.
import { readFileSync } from "node:fs";
import { QueryEngine } from "@comunica/query-sparql-file";

const [source, ...files] = process.argv.slice(2);
const engine = new QueryEngine();
const answers = {};
for (const file of files) {
  const result = await engine.query(readFileSync(file, "utf8"), { sources: [source] });
  const { variables } = await result.metadata();
  const names = variables.map((each) => (each.variable ?? each).value);
  const rows = [];
  for await (const row of await result.execute()) rows.push(names.map((name) => row.get(name)?.value ?? ""));
  answers[file] = [names, ...rows];
}
console.log(JSON.stringify(answers));
