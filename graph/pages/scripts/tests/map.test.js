// Outlines, bridges and names of the map.
import assert from "node:assert/strict";
import { test } from "node:test";
import { overlaps } from "../ego/geometry.js";
import { bridges, convexHull, islands } from "../map/coast.js";
import { signs, wrap } from "../map/names.js";

const measure = (words, size) => words.length * size * 0.6;
const SCREEN = { width: 1150, height: 900 };

test("a hull has the outer points only", () => {
  const points = [{ x: 0, y: 0 }, { x: 2, y: 0 }, { x: 1, y: 1 }, { x: 2, y: 2 }, { x: 0, y: 2 }, { x: 1, y: 0 }];
  assert.deepEqual(convexHull(points), [{ x: 0, y: 0 }, { x: 2, y: 0 }, { x: 2, y: 2 }, { x: 0, y: 2 }]);
  assert.deepEqual(convexHull([{ x: 1, y: 1 }]), [{ x: 1, y: 1 }]);
});

test("an island knows its texts, its middle and its reach; texts of none are on no island", () => {
  const [one, other] = islands([0, 1, 0, -1, 0], [0, 9, 2, 50, 2], [0, 9, 0, 50, 2]);
  assert.deepEqual(one.rows, [0, 2, 4]);
  assert.deepEqual([one.x, one.y], [1, 1]);
  assert.equal(one.reach, Math.SQRT2);
  assert.equal(other.reach, 0);
});

test("a bridge counts the lines between two islands that the filter keeps", () => {
  const pairs = { from: [0, 1, 2, 3, 0], to: [2, 3, 0, 4, 1] };
  assert.deepEqual(bridges(pairs, [0, 0, 1, 1, -1], () => true), [{ one: 0, other: 1, count: 3 }]);
  assert.deepEqual(bridges(pairs, [0, 0, 1, 1, -1], (pair) => pair !== 1), [{ one: 0, other: 1, count: 2 }]);
});

test("no two names overlap, none leaves the screen or stands under a button, however many there are", () => {
  const covered = [{ left: 0, right: 200, top: 860, bottom: 900 }];
  for (let seed = 1; seed <= 20; seed += 1) {
    const discs = Array.from({ length: 140 }, (_, place) => ({
      name: `Question of Atlantis ${place} · Deep sea`,
      x: (place * 137 * seed) % 1150,
      y: (place * 71 * seed) % 900,
      r: 90 - place / 2,
    }));
    const placed = signs(discs, SCREEN, measure, covered);
    assert.ok(placed.length > 20);
    assert.deepEqual(overlaps([...placed.map((each) => ({ ...each, id: each.island })), { id: -1, ...covered[0] }]), []);
    assert.ok(placed.every(({ left, right, top, bottom }) => left >= 0 && right <= 1150 && top >= 0 && bottom <= 900));
  }
});

test("larger islands and larger screens have larger names", () => {
  const size = (r, width) => signs([{ name: "Sea", x: 500, y: 400, r }], { width, height: 900 }, measure)[0].lines[0].size;
  assert.ok(size(100, 1150) > size(50, 1150));
  assert.ok(size(50, 1920) > size(50, 1440));
  assert.equal(signs([{ name: "Sea", x: 500, y: 400, r: 9 }], SCREEN, measure).length, 0);
});

test("words are wrapped at spaces, Chinese anywhere", () => {
  assert.deepEqual(wrap("women peace and security", 80, (words) => measure(words, 12)), ["women peace", "and", "security"]);
  assert.deepEqual(wrap("A/HRC/RES/57/901", 40, (words) => measure(words, 12)), ["A/HRC/RES/57/901"]);
  assert.deepEqual(wrap("可持续发展", 18, (words) => words.length * 6), ["可持续", "发展"]);
});
