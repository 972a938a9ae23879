// The ways of lines when a person has moved a text: straight where nothing is in the way, else around the marks of other texts, by
// the shortest way on a grid, pulled taut.
import { distance } from "./geometry.js";

/** @typedef {import("./geometry.js").Mark} Mark */
/** @typedef {import("./routes.js").Point} Point */

const CELL = 9; // pixels
const CLEAR = 3; // free space between a line and a mark
const BEYOND = 60; // free space around all marks in which a line may go

/** Whether a straight line keeps clear of all marks but its ends.
 * @param {Point} p
 * @param {Point} q
 * @param {Mark[]} marks
 * @param {Set<number>} ends */
export const isClear = (p, q, marks, ends) => marks.every((mark) => ends.has(mark.id) || distance(mark, p, q) >= mark.r + 1);

/** The way of one line.
 * @param {Mark} from
 * @param {Mark} to
 * @param {Mark[]} marks all, these two among them
 * @returns {import("./routes.js").Route} */
export function detour(from, to, marks) {
  const ends = new Set([from.id, to.id]);
  const points = isClear(from, to, marks, ends) ? [from, to] : taut(search(from, to, marks, ends), marks, ends);
  const trimmed = trim(points, from.r, to.r + 2);
  return { points: trimmed, curved: trimmed.slice(1).map(() => false) };
}

// A* on a grid of cells that are free of marks; the straight line where there is no way at all.
function search(from, to, marks, ends) {
  const others = marks.filter(({ id }) => !ends.has(id));
  const low = { x: Math.min(...marks.map(({ x, r }) => x - r)) - BEYOND, y: Math.min(...marks.map(({ y, r }) => y - r)) - BEYOND };
  const wide = Math.ceil((Math.max(...marks.map(({ x, r }) => x + r)) + BEYOND - low.x) / CELL) + 1;
  const high = Math.ceil((Math.max(...marks.map(({ y, r }) => y + r)) + BEYOND - low.y) / CELL) + 1;
  const blocked = new Uint8Array(wide * high);
  for (const { x, y, r } of others) block(blocked, wide, high, { x: (x - low.x) / CELL, y: (y - low.y) / CELL }, (r + CLEAR + CELL * 0.75) / CELL);
  const cell = ({ x, y }) => Math.round((y - low.y) / CELL) * wide + Math.round((x - low.x) / CELL);
  const [start, goal] = [cell(from), cell(to)];
  blocked[start] = blocked[goal] = 0;
  const way = astar(blocked, wide, high, start, goal);
  if (!way) return [from, to];
  return [from, ...way.slice(1, -1).map((at) => ({ x: low.x + (at % wide) * CELL, y: low.y + Math.floor(at / wide) * CELL })), to];
}

function block(blocked, wide, high, middle, reach) {
  for (let row = Math.max(0, Math.ceil(middle.y - reach)); row <= Math.min(high - 1, middle.y + reach); row += 1) {
    for (let column = Math.max(0, Math.ceil(middle.x - reach)); column <= Math.min(wide - 1, middle.x + reach); column += 1) {
      if (Math.hypot(column - middle.x, row - middle.y) < reach) blocked[row * wide + column] = 1;
    }
  }
}

function astar(blocked, wide, high, start, goal) {
  const cost = new Float32Array(wide * high).fill(Infinity);
  const before = new Int32Array(wide * high).fill(-1);
  const ahead = (at) => Math.hypot((at % wide) - (goal % wide), Math.floor(at / wide) - Math.floor(goal / wide));
  const open = new Heap();
  cost[start] = 0;
  open.push(start, ahead(start));
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === goal) return trace(before, goal);
    for (const [dx, dy] of STEPS) {
      const [column, row] = [(at % wide) + dx, Math.floor(at / wide) + dy];
      const next = row * wide + column;
      if (column < 0 || column >= wide || row < 0 || row >= high || blocked[next]) continue;
      const sum = cost[at] + Math.hypot(dx, dy);
      if (sum >= cost[next]) continue;
      cost[next] = sum;
      before[next] = at;
      open.push(next, sum + ahead(next));
    }
  }
  return null;
}

const STEPS = [[1, 0], [-1, 0], [0, 1], [0, -1], [1, 1], [1, -1], [-1, 1], [-1, -1]];

function trace(before, goal) {
  const way = [goal];
  while (before[way[0]] >= 0) way.unshift(before[way[0]]);
  return way;
}

// A binary heap of cells, the cheapest first.
class Heap {
  constructor() {
    this.items = [];
  }
  push(at, cost) {
    const { items } = this;
    let place = items.push({ at, cost }) - 1;
    while (place && items[(place - 1) >> 1].cost > items[place].cost) {
      const parent = (place - 1) >> 1;
      [items[parent], items[place]] = [items[place], items[parent]];
      place = parent;
    }
  }
  pop() {
    const { items } = this;
    const first = items[0];
    const last = items.pop();
    if (!items.length) return first?.at;
    items[0] = last;
    for (let place = 0; ; ) {
      let least = place;
      for (const child of [2 * place + 1, 2 * place + 2]) if (child < items.length && items[child].cost < items[least].cost) least = child;
      if (least === place) break;
      [items[least], items[place]] = [items[place], items[least]];
      place = least;
    }
    return first.at;
  }
}

// Leaves out the points that are not needed to keep clear of the marks.
function taut(points, marks, ends) {
  const kept = [points[0]];
  for (let place = 0; place < points.length - 1; ) {
    let next = points.length - 1;
    while (next > place + 1 && !isClear(points[place], points[next], marks, ends)) next -= 1;
    kept.push(points[next]);
    place = next;
  }
  return kept;
}

// A line begins and ends at the edge of its texts.
function trim(points, start, end) {
  const cut = (p, q, by) => {
    const far = Math.hypot(q.x - p.x, q.y - p.y) || 1;
    const part = Math.min(0.45, by / far);
    return { x: p.x + (q.x - p.x) * part, y: p.y + (q.y - p.y) * part };
  };
  const inner = points.slice(1, -1).map(({ x, y }) => ({ x, y }));
  return [cut(points[0], points[1], start), ...inner, cut(points.at(-1), points.at(-2), end)];
}
