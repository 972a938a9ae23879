// Geometry of the drawing around texts, on invented graphs of every size up to its limit.
import assert from "node:assert/strict";
import { test } from "node:test";
import { placeInColumns } from "../ego/columns.js";
import { linesUnderMarks, overlaps } from "../ego/geometry.js";
import { routeInLanes } from "../ego/routes.js";
import { around, between, neighbours } from "../ego/selection.js";

// A sequence of numbers between 0 and 1 that is the same in every run (mulberry32).
function sequence(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function invented(count, lines, seed) {
  const next = sequence(seed);
  const nodes = Array.from({ length: count }, (_, id) => ({
    id,
    time: next() < 0.1 ? NaN : 1946 + Math.floor(next() * 80),
    r: id < 2 ? 22 : 5 + 8 * next(),
    room: { width: 60 + 130 * next(), above: 26, below: 3 },
    alone: id < 2,
  }));
  const drawn = Array.from({ length: lines }, (_, id) => ({ id, from: Math.floor(next() * count), to: Math.floor(next() ** 2 * count) }));
  return { nodes, lines: drawn.filter(({ from, to }) => from !== to) };
}

function drawingOf({ nodes, lines }) {
  const placing = placeInColumns(nodes, lines, { aspect: 1.4 });
  const radius = (id) => nodes[id].r;
  const marks = nodes.map(({ id, r }) => ({ id, r, x: placing.x.get(id), y: placing.y.get(id) }));
  const names = marks.map(({ id, x, y, r }) => ({ id, left: x + r + 5, right: x + r + 5 + nodes[id].room.width, top: y - nodes[id].room.above, bottom: y + nodes[id].room.below }));
  return { placing, marks, names, routes: lines.map((line) => ({ ...line, route: routeInLanes(placing, line, radius) })) };
}

for (const [count, lines] of [[1, 0], [2, 1], [12, 30], [40, 80], [120, 300], [300, 900]]) {
  test(`no line passes under a third mark and no two names overlap: ${count} texts, ${lines} lines`, () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const { marks, names, routes } = drawingOf(invented(count, lines, seed));
      assert.deepEqual(linesUnderMarks(routes, marks), []);
      assert.deepEqual(overlaps(names), []);
      assert.deepEqual(overlaps(marks.map(({ id, x, y, r }) => ({ id, left: x - r, right: x + r, top: y - r, bottom: y + r }))), []);
    }
  });
}

test("time goes from left to right", () => {
  const { nodes, lines } = invented(150, 300, 3);
  const { placing } = drawingOf({ nodes, lines });
  const dated = nodes.filter(({ time }) => !Number.isNaN(time)).sort((a, b) => a.time - b.time);
  for (const [place, node] of dated.entries()) {
    if (place && dated[place - 1].time < node.time) assert.ok(placing.x.get(dated[place - 1].id) <= placing.x.get(node.id));
  }
});

test("a text of unknown time that cites and is not cited stands after all others", () => {
  const room = { width: 80, above: 26, below: 3 };
  const nodes = [NaN, 1989, 2020, NaN].map((time, id) => ({ id, time, r: 8, room }));
  const { placing } = drawingOf({ nodes, lines: [1, 2, 3].map((to, id) => ({ id, from: 0, to })) });
  for (const id of [1, 2, 3]) assert.ok(placing.x.get(id) < placing.x.get(0));
});

test("lines that share a lane share an end", () => {
  const { nodes, lines } = invented(200, 500, 5);
  const { placing } = drawingOf({ nodes, lines });
  const byLane = new Map();
  for (const line of lines) byLane.set(placing.lanes.get(line.id), [...(byLane.get(placing.lanes.get(line.id)) ?? []), line]);
  for (const members of byLane.values()) {
    const [{ from, to }] = members;
    assert.ok(members.every((each) => each.from === from) || members.every((each) => each.to === to));
  }
});

test("lines that share a piece of their way share an end, between columns and in one", () => {
  const { nodes, lines } = invented(150, 400, 7);
  const { routes } = drawingOf({ nodes, lines });
  const pieces = new Map();
  for (const { from, to, route } of routes) {
    for (let place = 1; place < route.points.length; place += 1) {
      const key = [route.points[place - 1], route.points[place]].map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`).sort().join(" ");
      pieces.set(key, [...(pieces.get(key) ?? []), { from, to }]);
    }
  }
  for (const members of pieces.values()) {
    const ends = members.map(({ from, to }) => [from, to]);
    assert.ok(ends[0].some((end) => ends.every((each) => each.includes(end))), JSON.stringify(members));
  }
});

test("the same graph is placed alike, and 300 texts in well under a second", () => {
  const graph = invented(300, 900, 9);
  const began = performance.now();
  const one = drawingOf(graph).placing;
  assert.ok(performance.now() - began < 1500);
  const other = drawingOf(graph).placing;
  assert.deepEqual([...one.y], [...other.y]);
});

// 0 cites 1 and 2; 3 cites 2; 4 cites 3; 5 stands alone.
const CHAIN = neighbours({ from: [0, 0, 3, 4], to: [1, 2, 2, 3] });

test("one step around a text is what it cites and what cites it; the slider adds the next", () => {
  assert.deepEqual(around(CHAIN, [3], { steps: 1 }).rows, [3, 2, 4]);
  assert.deepEqual(around(CHAIN, [3], { steps: 2 }).rows, [3, 2, 4, 0]);
  assert.deepEqual(around(CHAIN, [3], { steps: 3 }).rows, [3, 2, 4, 0, 1]);
  assert.deepEqual(around(CHAIN, [3], { steps: 2, way: "cites" }).rows, [3, 2]);
});

test("a drawing at its limit keeps the nearest and says how many it leaves out", () => {
  const { rows, left } = around(CHAIN, [3], { steps: 3, limit: 3 });
  assert.deepEqual(rows, [3, 2, 4]);
  assert.equal(left, 2);
});

test("between two texts stand those on the shortest chains, and longer ones on request", () => {
  assert.deepEqual(between(CHAIN, 0, 4, { steps: 1 }), { rows: [0, 4, 2, 3], depth: new Map([[0, 0], [4, 0], [2, 1], [3, 2]]), lines: [1, 2, 3], left: 0, shortest: 3 });
  const diamond = neighbours({ from: [0, 0, 1, 2, 0, 5], to: [1, 2, 3, 3, 5, 1] });
  assert.deepEqual(between(diamond, 0, 3, { steps: 2 }).rows, [0, 3, 1, 2]);
  assert.deepEqual(between(diamond, 0, 3, { steps: 3 }).rows, [0, 3, 1, 2, 5]);
  assert.equal(between(diamond, 0, 5, { steps: 1 }).shortest, 1);
});

test("nothing lies between texts that no chain connects; and direction can matter", () => {
  assert.equal(between(CHAIN, 0, 9).shortest, null);
  assert.deepEqual(between(CHAIN, 0, 9).rows, [0, 9]);
  assert.equal(between(CHAIN, 0, 4, { way: "cites" }).shortest, null);
  assert.equal(between(CHAIN, 4, 2, { way: "cites" }).shortest, 2);
});
