// The outline of an island: the convex hull of its texts, and where it stands.

/** @typedef {{x: number, y: number}} Point */
/** @typedef {{rows: number[], hull: Point[], x: number, y: number, reach: number}} Island texts, outline, middle, and the distance of the
 * farthest text from it */

// Andrew's monotone chain.
/** @param {Point[]} points
 * @returns {Point[]} the corners of their convex hull, in turn */
export function convexHull(points) {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const turn = (o, a, b) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
  const half = (chain, point) => {
    while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
    chain.push(point);
    return chain;
  };
  const lower = sorted.reduce(half, []);
  const upper = sorted.reverse().reduce(half, []);
  return [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

/** The islands of a map.
 * @param {number[]} clusters the number of each text's island, -1 for none
 * @param {number[]} x
 * @param {number[]} y
 * @returns {Island[]} */
export function islands(clusters, x, y) {
  const members = [];
  clusters.forEach((cluster, row) => {
    if (cluster >= 0) (members[cluster] ??= []).push(row);
  });
  return members.map((rows) => {
    const hull = convexHull(rows.map((row) => ({ x: x[row], y: y[row] })));
    const middle = (key) => (Math.min(...hull.map((each) => each[key])) + Math.max(...hull.map((each) => each[key]))) / 2;
    const [cx, cy] = [middle("x"), middle("y")];
    return { rows, hull, x: cx, y: cy, reach: Math.max(...hull.map((each) => Math.hypot(each.x - cx, each.y - cy))) };
  });
}

/** How many lines run between each two islands, the most first.
 * @param {{from: ArrayLike<number>, to: ArrayLike<number>}} pairs
 * @param {number[]} clusters
 * @param {(pair: number) => boolean} keeps
 * @returns {{one: number, other: number, count: number}[]} */
export function bridges({ from, to }, clusters, keeps) {
  const counts = new Map();
  for (let pair = 0; pair < from.length; pair += 1) {
    const [a, b] = [clusters[from[pair]], clusters[to[pair]]];
    if (a < 0 || b < 0 || a === b || !keeps(pair)) continue;
    const key = Math.min(a, b) * 65536 + Math.max(a, b);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const found = [...counts].map(([key, count]) => ({ one: Math.floor(key / 65536), other: key % 65536, count }));
  return found.sort((a, b) => b.count - a.count || a.one - b.one || a.other - b.other);
}
