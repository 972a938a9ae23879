// What must hold of a drawing: no line passes under the mark of a third text, and no two names overlap.
import { flatten } from "./routes.js";

/** @typedef {import("./routes.js").Point} Point */
/** @typedef {{id: number, x: number, y: number, r: number}} Mark */
/** @typedef {{id: number, left: number, right: number, top: number, bottom: number}} Box */

/** The distance of a point from a piece of a line.
 * @param {Point} point
 * @param {Point} p
 * @param {Point} q */
export function distance(point, p, q) {
  const [dx, dy] = [q.x - p.x, q.y - p.y];
  const along = Math.max(0, Math.min(1, ((point.x - p.x) * dx + (point.y - p.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(point.x - p.x - along * dx, point.y - p.y - along * dy);
}

/** Lines that pass under the mark of a text which is none of their ends.
 * @param {{from: number, to: number, route: import("./routes.js").Route}[]} lines
 * @param {Mark[]} marks
 * @returns {{from: number, to: number, under: number}[]} */
export function linesUnderMarks(lines, marks) {
  const found = [];
  for (const { from, to, route } of lines) {
    const flat = flatten(route);
    const ys = flat.map(({ y }) => y);
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    for (const mark of marks) {
      if (mark.id === from || mark.id === to || mark.y + mark.r < top || mark.y - mark.r > bottom) continue;
      for (let place = 1; place < flat.length; place += 1) {
        if (distance(mark, flat[place - 1], flat[place]) >= mark.r) continue;
        found.push({ from, to, under: mark.id });
        break;
      }
    }
  }
  return found;
}

/** Whether two boxes have nothing in common.
 * @param {Omit<Box, "id">} a
 * @param {Omit<Box, "id">} b */
export const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

/** Pairs of boxes that overlap.
 * @param {Box[]} boxes
 * @returns {[number, number][]} */
export function overlaps(boxes) {
  const found = [];
  const sorted = [...boxes].sort((a, b) => a.left - b.left);
  for (const [place, box] of sorted.entries()) {
    for (let next = place + 1; next < sorted.length && sorted[next].left < box.right; next += 1) {
      if (!apart(box, sorted[next])) found.push([box.id, sorted[next].id]);
    }
  }
  return found;
}
