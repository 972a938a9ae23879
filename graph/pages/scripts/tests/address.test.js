import assert from "node:assert/strict";
import test from "node:test";
import { format, parse } from "../address.js";
import { EVERYTHING } from "../filtering.js";

const EMPTY = { names: [], view: "", sort: "", quotes: "", find: "", options: {}, filter: { ...EVERYTHING } };

test("an old deep link is a text", () => {
  assert.deepEqual(parse("#A/RES/62/37"), { ...EMPTY, names: ["A/RES/62/37"] });
  assert.deepEqual(parse("#S/RES/1718(2006)").names, ["S/RES/1718(2006)"]);
  assert.deepEqual(parse("").names, []);
});

test("what an address says is what is written again", () => {
  const hash = "A/RES/62/37&and=treaty:npt&view=map&from=2010&to=2014&by=council&verb=recalls,notes&act=asks&kind=treaty&sort=-date&quotes=fr&find=nuclear%20arms&depth=2";
  assert.equal(format(parse("#" + hash)), hash);
  assert.deepEqual(parse(hash).filter.verbs, ["recalls", "notes"]);
  assert.deepEqual(parse(hash).options, { depth: "2" });
});

test("symbols with signs of an address survive", () => {
  const names = ["a&b=c#d", "100%", "决议", "x,y (z)"];
  assert.deepEqual(parse(format({ ...EMPTY, names })).names, names);
});

test("what cannot be meant is left out, whatever an address holds", () => {
  assert.deepEqual(parse("#%E0%A4%A").names, ["%E0%A4%A"]);
  assert.equal(parse("#&from=soon&to=20100").filter.from, null);
  assert.deepEqual(parse("#&verb=recalls,<img>,__proto__").filter.verbs, ["recalls"]);
  assert.equal(Object.getPrototypeOf(parse("#&__proto__=1").options), Object.prototype);
  assert.ok(parse("#" + "a&".repeat(100_000)).names.length <= 2000);
});
