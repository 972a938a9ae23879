import assert from "node:assert/strict";
import test from "node:test";
import { Citations, version } from "../citations.js";

const names = ["citing", "cited", "relation", "paragraph", "quote", "language"];
const texts = ["", "recalls", "pp3", "one", "en", "un", "fr", "two", "notes"];
const rows = [
  [0, 1, 1, 2, 3, 4], // in English
  [0, 1, 1, 2, 5, 6], // the same in French
  [0, 1, 8, 2, 7, 4], // a second time in the same paragraph
  [2, 1, 1], // nothing else is known
];
const citations = new Citations(names, { texts, rows }, 3);

test("languages of one citation are one row, a second citation in the paragraph is another", () => {
  const { citedBy } = citations.of(1);
  assert.deepEqual(citedBy.map(({ citing, versions }) => [citing, versions.map(({ language }) => language)]), [[0, ["en", "fr"]], [0, ["en"]], [2, [""]]]);
  assert.deepEqual(citations.of(0).cites.length, 2);
  assert.deepEqual(citations.of(0).citedBy, []);
});

test("the reader's language is shown, else the first", () => {
  const [first, second] = citations.of(1).citedBy;
  assert.equal(version(first, ["fr", "en"]).quote, "un");
  assert.equal(version(second, ["fr", "zh"]).quote, "two");
});
