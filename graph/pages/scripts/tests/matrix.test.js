import assert from "node:assert/strict";
import { test } from "node:test";
import { inOneLanguage, matrix, readingOrder, sharedLanguages, withGaps } from "../series/matrix.js";

const says = (relation, paragraph = "pp1", language = "en") => ({ relation, paragraph, language });
const nothing = () => undefined;
const states = (lines) => lines.map((line) => line.cells.map((cell) => cell.state));

test("what two texts cite is kept, changed, dropped or new", () => {
  const one = new Map([[1, [says("recalls", "pp1")]], [2, [says("recalls", "pp2")]], [3, [says("notes", "pp3")]]]);
  const other = new Map([[1, [says("recalls", "pp1")]], [2, [says("reaffirms", "pp2")]], [4, [says("welcomes", "op1")]]]);
  const lines = matrix([one, other], nothing);
  assert.deepEqual(states(lines), [["cited", "kept"], ["cited", "changed"], ["absent", "new"], ["cited", "dropped"]]);
  assert.deepEqual(lines.map((line) => line.cells[1].text), [1, 2, 4, null]);
});

test("a later text of a series takes the place of the earlier one, by way of unread years, and only once", () => {
  const before = (text) => ({ 13: 12, 12: 11, 14: 13 })[text];
  const one = new Map([[11, [says("recalls")]]]);
  const other = new Map([[13, [says("recalls")]], [14, [says("recalls", "pp2")]]]);
  assert.deepEqual(states(matrix([one, other], before)), [["cited", "updated"], ["absent", "new"]]);
});

test("an unread year is a gap: the next read year is compared with the last one read", () => {
  const lines = matrix([new Map([[1, [says("recalls")]]]), null, new Map([[1, [says("recalls")]]]), new Map()], nothing);
  assert.deepEqual(states(lines), [["cited", "unread", "kept", "dropped"]]);
});

test("a text that was dropped and is cited again stays on its line", () => {
  const cited = () => new Map([[1, [says("recalls")]]]);
  assert.deepEqual(states(matrix([cited(), new Map(), cited()], nothing)), [["cited", "dropped", "new"]]);
});

test("a verb in a note counts only where there is none in a paragraph", () => {
  const one = new Map([[1, [says("recalls"), says("mentions", "fn1")]]]);
  const other = new Map([[1, [says("recalls")]]]);
  assert.deepEqual(states(matrix([one, other], nothing)), [["cited", "kept"]]);
});

test("a series that goes in a circle ends", () => {
  const before = (text) => ({ 1: 2, 2: 1 })[text];
  assert.deepEqual(states(matrix([new Map([[3, [says("notes")]]]), new Map([[1, [says("notes")]]])], before)), [["absent", "new"], ["cited", "dropped"]]);
});

test("quotes come in the reader's language where all texts have it, else in one that all share", () => {
  const all = (...codes) => new Map([[1, codes.map((code) => says("recalls", "pp1", code))]]);
  assert.deepEqual(sharedLanguages([all("ar", "fr", "fr"), all("fr", "fr", "ar")], "ar"), ["ar", "fr"]);
  assert.deepEqual(sharedLanguages([all("ar", "fr", "fr"), all("fr", "fr", "ar")], "en"), ["fr", "ar"]);
  const apart = inOneLanguage([all("ar", "en"), null, all("fr")], "en");
  assert.equal(apart.language, null);
  assert.deepEqual(apart.texts.map((cited) => cited && cited.get(1)[0].language), ["en", null, "fr"]);
});

test("paragraphs are compared in reading order, annexes last", () => {
  const labels = ["annex/op1", "fn2", "op13(a)", "op2", "pp10", "pp9", "title"];
  const key = (label) => readingOrder(label).map((each) => String(each).padStart(3, "0")).join();
  assert.deepEqual(labels.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)), ["title", "pp9", "pp10", "op2", "op13(a)", "fn2", "annex/op1"]);
});

test("neighbouring unread texts make one gap", () => {
  const read = { read: true }, unread = { read: false };
  assert.deepEqual(withGaps([unread, unread, read, unread]).map((each) => each.length), [2, 1, 1]);
});
