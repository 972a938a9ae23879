// The ways of lines through a drawing in columns, as points of the curve; and around texts that a person has moved.
import { passed } from "./columns.js";

/** @typedef {import("./columns.js").Placing} Placing */
/** @typedef {{x: number, y: number}} Point */
/** @typedef {{points: Point[], curved: boolean[]}} Route `curved[n]` tells whether the way from point n to n + 1 is an S-curve, level at
 * both ends; else it is straight */

/** The way of a line through the lanes.
 * @param {Placing} placing
 * @param {import("./columns.js").Line} line
 * @param {(id: number) => number} radius
 * @returns {Route} */
export function routeInLanes(placing, { id, from, to }, radius) {
  const { columns, x, y, column } = placing;
  const [a, b] = [column.get(from), column.get(to)];
  const [start, end] = [{ x: x.get(from), y: y.get(from) }, { x: x.get(to), y: y.get(to) }];
  if (a === b) return loop(columns[a].left, placing.loopX(a, placing.lanes.get(id)), start, end, radius(from), radius(to));
  const out = a < b ? 1 : -1;
  const leave = (place) => (out > 0 ? columns[place].right : columns[place].left);
  const enter = (place) => (out > 0 ? columns[place].left : columns[place].right);
  const points = [{ x: start.x + out * radius(from), y: start.y }, { x: leave(a), y: start.y }];
  const between = passed(a, b);
  if (out < 0) between.reverse();
  for (const place of between) {
    const level = placing.laneY(place, placing.lanes.get(id));
    points.push({ x: enter(place), y: level }, { x: leave(place), y: level });
  }
  points.push({ x: enter(b), y: end.y }, { x: end.x - out * (radius(to) + 2), y: end.y });
  return { points, curved: points.slice(1).map((_, place) => place % 2 === 1) };
}

// Between two texts of one column, through the gutter at its left.
function loop(left, reach, start, end, fromRadius, toRadius) {
  const corner = Math.sign(end.y - start.y) * Math.min(5, Math.abs(end.y - start.y) / 2);
  const points = [{ x: start.x - fromRadius, y: start.y }, { x: left, y: start.y }, { x: reach, y: start.y + corner }];
  points.push({ x: reach, y: end.y - corner }, { x: left, y: end.y }, { x: end.x - toRadius - 2, y: end.y });
  return { points, curved: points.slice(1).map(() => false) };
}

/** The part of a way that it may share with others of its lane: the lanes, and what lies between them and their text.
 * @param {Route} route
 * @param {string} lane
 * @returns {Route} */
export function shared({ points, curved }, lane) {
  const [start, end] = lane.startsWith("from") ? [0, points.length - 2] : [2, points.length];
  return points.length < 6 || !curved.some(Boolean) ? { points: [], curved: [] } : { points: points.slice(start, end), curved: curved.slice(start, end - 1) };
}

/** A curve as a chain of short straight pieces, for measuring.
 * @param {Route} route
 * @param {number} pieces of each S-curve
 * @returns {Point[]} */
export function flatten({ points, curved }, pieces = 24) {
  const flat = points.slice(0, 1);
  for (let place = 1; place < points.length; place += 1) {
    const [p, q] = [points[place - 1], points[place]];
    if (!curved[place - 1]) flat.push(q);
    else for (let at = 1; at <= pieces; at += 1) flat.push(onCurve(p, q, at / pieces));
  }
  return flat;
}

// A cubic curve whose control points are half way across, level with its ends.
function onCurve(p, q, t) {
  const [u, middle] = [1 - t, (p.x + q.x) / 2];
  return {
    x: u ** 3 * p.x + 3 * u * t * middle + t ** 3 * q.x,
    y: (u ** 3 + 3 * u * u * t) * p.y + (3 * u * t * t + t ** 3) * q.y,
  };
}
