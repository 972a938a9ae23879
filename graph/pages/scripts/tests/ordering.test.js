import assert from "node:assert/strict";
import test from "node:test";
import { ordering, ranks, sortRows } from "../ordering.js";

test("rows are sorted by their key, equals in their order", () => {
  const key = (row) => [5, 1, 5, 0][row];
  assert.deepEqual([...sortRows([0, 1, 2, 3], key, true)], [0, 2, 1, 3]);
  assert.deepEqual([...sortRows([0, 1, 2, 3], key, false)], [3, 1, 0, 2]);
});

test("words are sorted as a language does, numbers in them as numbers, none last", () => {
  const words = ["A/RES/62/100", "", "A/RES/62/37", "Élan", "eta"];
  const order = ranks(words, "fr");
  assert.deepEqual(words.map((_, row) => row).sort((a, b) => order[a] - order[b]).map((row) => words[row]), ["A/RES/62/37", "A/RES/62/100", "Élan", "eta", ""]);
});

test("an unknown column is the usual order", () => {
  assert.deepEqual(ordering("-title"), { column: "title", down: true });
  assert.deepEqual(ordering("constructor"), { column: "cited", down: true });
});
