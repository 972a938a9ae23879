import assert from "node:assert/strict";
import test from "node:test";
import { bibtex, csv, ris, tabbed } from "../export.js";

const resolution = { symbol: "S/RES/1540(2004)", label: "S/RES/1540 (2004)", kind: "resolution", body: "council", organ: "Security Council", date: "2004-04-28", url: "https://undocs.org/S/RES/1540(2004)" };
const treaty = { symbol: "treaty:npt", label: "NPT", kind: "treaty", body: "treaty", date: "1968-07-01", unts: 10485 };

test("no cell of a table runs as a formula", () => {
  for (const sign of ["=", "+", "-", "@", "\t", "\r"]) assert.ok(csv([[`${sign}1+1`]]).replace(/^"/, "").startsWith("'" + sign));
  assert.equal(csv([["a", "b"], ['x "y", z', -3]]), 'a,b\n"x ""y"", z",-3\n');
  assert.equal(tabbed([["=1", "a\tb\nc", 2]]), "'=1\ta b c\t2\n");
});

test("BibTeX keeps capitals, escapes TeX and gives every entry a key of its own", () => {
  const text = bibtex([[resolution, "Weapons & 50% of_it"], [treaty, ""], [{ ...resolution, symbol: "S/RES/1540-2004" }, ""]]);
  assert.match(text, /^@techreport\{S-RES-1540-2004,\n {2}author = \{\{United Nations, Security Council\}\},\n {2}title = \{\{Weapons \\& 50\\% of\\_it\}\},\n {2}type = \{Resolution\},\n {2}series = \{UN Doc\.\}/);
  assert.match(text, /@techreport\{S-RES-1540-2004-2,\n.*\n {2}title = \{\{Resolution 1540 \(2004\)\}\},\n {2}type = \{Document\}/);
  assert.match(text, /@misc\{treaty-npt,\n {2}title = \{\{NPT\}\},\n {2}note = \{\{United Nations Treaty Series, No. 10485\}\},\n {2}date = \{1968-07-01\},\n {2}year = \{1968\}\n\}/);
});

test("RIS has a record for each text", () => {
  const text = ris([[resolution, "A\nB"], [treaty, "Treaty"]]);
  assert.deepEqual(text.split(/\r?\n/).filter((line) => /^(TY|ER)/.test(line)), ["TY  - RPRT", "ER  - ", "TY  - SER", "ER  - "]);
  assert.match(text, /TI {2}- A B\r\n/);
  assert.match(text, /DA {2}- 2004\/04\/28\r\n/);
});
