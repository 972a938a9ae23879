import assert from "node:assert/strict";
import test from "node:test";
import { EVERYTHING, Filtering } from "../filtering.js";
import { Ground } from "../ground.js";

// The Charter (1945) is cited in 2008 and 2012; a council text of 2012 cites it and a treaty without date; one text is cited by nobody.
const documents = [
  { symbol: "treaty:charter", label: "Charter", kind: "treaty", body: "treaty", date: "1945-06-26", cited: 3 },
  { symbol: "treaty:x", label: "X", kind: "treaty", body: "treaty", cited: 2 },
  { symbol: "A/RES/63/1", label: "A/RES/63/1", kind: "resolution", body: "assembly", date: "2008-12-02", cites: 1, read: true },
  { symbol: "S/RES/2040(2012)", label: "S/RES/2040 (2012)", kind: "resolution", body: "council", year: "2012", cites: 2, read: true },
  { symbol: "A/RES/67/9", label: "A/RES/67/9", kind: "resolution", body: "assembly", date: "2012-12-03", cites: 1, read: true },
  { symbol: "undated", label: "undated", kind: "document", body: "elsewhere", cites: 1, read: true },
  { symbol: "A/RES/1/1", label: "A/RES/1/1", kind: "resolution", body: "assembly", date: "1946-01-24" },
];
const relations = ["recalls", "requests", "amends", "notes"];
const about = { relations, kinds: ["resolution", "treaty", "document"], bodies: ["assembly", "council", "treaty", "elsewhere"], groups: [["changes", ["amends"]], ["asks", ["requests"]], ["recalling", ["recalls"]], ["noting", ["notes"]]] };
//          63/1→charter 2040→charter 2040→x  67/9→charter undated→x
const pairs = { from: [2, 3, 3, 4, 5], to: [0, 0, 1, 0, 1], bits: [1, 3, 4, 8, 1], series: [] };
const ground = new Ground((name) => ({ about, documents, pairs })[name]);
const engine = new Filtering(ground);
const apply = (patch) => engine.apply({ ...EVERYTHING, ...patch });
const seen = ({ visible }) => documents.filter((_, row) => visible[row]).map(({ symbol }) => symbol);

test("without a filter everything is shown and counts are those of the collection", () => {
  const shown = apply({});
  assert.equal(seen(shown).length, documents.length);
  assert.deepEqual([...shown.cited], [3, 2, 0, 0, 0, 0, 0]);
  assert.equal(shown.filtered, false);
});

test("years are those of the citing text: an old text that is cited stays", () => {
  const shown = apply({ from: 2010 });
  assert.deepEqual(seen(shown), ["treaty:charter", "treaty:x", "S/RES/2040(2012)", "A/RES/67/9"]);
  assert.deepEqual([...shown.cited], [2, 1, 0, 0, 0, 0, 0]);
  assert.deepEqual([...shown.keeps], [0, 1, 1, 1, 0]);
  assert.deepEqual(shown.counts, { texts: 4, pairs: 3, citing: 2, undated: 1 });
});

test("treaties that matter to the Council since 2010", () => {
  const shown = apply({ from: 2010, by: ["council"], kinds: ["treaty"] });
  assert.deepEqual(seen(shown), ["treaty:charter", "treaty:x"]);
  assert.deepEqual([...shown.cited].slice(0, 2), [1, 1]);
});

test("a verb keeps the pairs that have it, and colours them by it", () => {
  const shown = apply({ verbs: ["requests"] });
  assert.deepEqual([...shown.keeps], [0, 1, 0, 0, 0]);
  assert.equal(about.groups[shown.group[1]][0], "asks");
  assert.deepEqual([...apply({ acts: ["recalling", "noting"] }).keeps], [1, 1, 0, 1, 1]);
  assert.equal(about.groups[apply({}).group[1]][0], "asks"); // the first group of a pair with several
});

test("a verb outside the chosen groups leaves nothing", () => {
  assert.equal(apply({ verbs: ["requests"], acts: ["recalling"] }).counts.pairs, 0);
});
