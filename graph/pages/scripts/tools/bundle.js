// Bundles each module of `entries/` into one script of `../bundles/`, minified; with --check it only says which are stale.
// The bundles are part of the repository, so that installing the package needs no Node. The same sources give the same bytes.
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL("..", import.meta.url));
const target = join(here, "..", "bundles");

const entries = (await readdir(join(here, "entries"))).filter((name) => name.endsWith(".js")).sort();
const { outputFiles } = await build({
  absWorkingDir: here,
  entryPoints: entries.map((name) => join("entries", name)),
  outdir: target,
  bundle: true,
  charset: "utf8", // identifiers and strings as written; a page is UTF-8
  format: "iife",
  legalComments: "none",
  logLevel: "warning",
  minify: true,
  target: "es2022",
  write: false,
});

const fresh = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
const present = (await readdir(target).catch(() => [])).filter((name) => name.endsWith(".js"));
const read = (name) => readFile(join(target, name), "utf8").catch(() => "");
const stale = [];
for (const [name, text] of fresh) if ((await read(name)).replaceAll("\r\n", "\n") !== text) stale.push(name);
stale.push(...present.filter((name) => !fresh.has(name)));

if (process.argv.includes("--check")) {
  if (stale.length) console.error(`stale bundles: ${stale.join(", ")}; run make bundles`);
  process.exitCode = stale.length ? 1 : 0;
} else {
  for (const name of stale) await (fresh.has(name) ? writeFile(join(target, name), fresh.get(name)) : rm(join(target, name)));
}
