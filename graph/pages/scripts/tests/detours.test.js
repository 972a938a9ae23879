// Lines around texts that a person has moved.
import assert from "node:assert/strict";
import { test } from "node:test";
import { detour } from "../ego/detours.js";
import { linesUnderMarks } from "../ego/geometry.js";

const mark = (id, x, y, r = 10) => ({ id, x, y, r });

test("a line is straight where nothing is in the way, and ends at the edges of its texts", () => {
  const [a, b] = [mark(0, 0, 0), mark(1, 100, 0)];
  assert.deepEqual(detour(a, b, [a, b]).points, [{ x: 10, y: 0 }, { x: 88, y: 0 }]);
});

test("a line goes around a wall of texts", () => {
  const [a, b] = [mark(0, 0, 0), mark(1, 300, 0)];
  const wall = Array.from({ length: 15 }, (_, place) => mark(2 + place, 150, -140 + 20 * place, 12));
  const route = detour(a, b, [a, b, ...wall]);
  assert.ok(route.points.length > 2);
  assert.deepEqual(linesUnderMarks([{ from: 0, to: 1, route }], [a, b, ...wall]), []);
});

test("no line passes under a third text, wherever a person leaves one", () => {
  const marks = Array.from({ length: 120 }, (_, id) => mark(id, (id % 12) * 90 + ((id * 37) % 31), Math.floor(id / 12) * 55 + ((id * 53) % 23), 6 + (id % 9)));
  for (let id = 1; id < 120; id += 7) {
    const route = detour(marks[0], marks[id], marks);
    assert.deepEqual(linesUnderMarks([{ from: 0, to: id, route }], marks), [], `to ${id}`);
  }
});

test("a text shut in by others is still drawn as cited", () => {
  const ring = Array.from({ length: 24 }, (_, place) => mark(2 + place, 50 * Math.cos((place * Math.PI) / 12), 50 * Math.sin((place * Math.PI) / 12), 9));
  const [a, b] = [mark(0, 0, 0, 5), mark(1, 300, 0)];
  assert.equal(detour(a, b, [a, b, ...ring]).points.length, 2);
});
