// Which texts a drawing around some texts, or between two, shows. A graph is given by its lines: `from` cites `to`.

/** @typedef {"both" | "cites" | "cited"} Way in which direction citations are followed: from the chosen text to what it
 * cites, to what cites it, or both */
/** @typedef {{row: number, line: number, way: Way}} Step */
/** @typedef {{rows: number[], depth: Map<number, number>, lines: number[], left: number, shortest?: number | null}} Selection
 * the texts, the chosen ones first; how many steps each is away; the lines to draw; how many texts found no room */

/** The neighbours of every text that has some.
 * @param {{from: ArrayLike<number>, to: ArrayLike<number>}} pairs
 * @param {(pair: number) => boolean} keeps which lines count
 * @returns {Map<number, Step[]>} */
export function neighbours({ from, to }, keeps = () => true) {
  const near = new Map();
  const add = (row, step) => (near.has(row) ? near.get(row).push(step) : near.set(row, [step]));
  for (let line = 0; line < from.length; line += 1) {
    if (!keeps(line)) continue;
    add(from[line], { row: to[line], line, way: "cites" });
    add(to[line], { row: from[line], line, way: "cited" });
  }
  return near;
}

const follows = (way, step) => way === "both" || step.way === way;

/** How many steps each text is away from the nearest of `centres`, up to `steps`.
 * @param {Map<number, Step[]>} near
 * @param {number[]} centres
 * @param {number} steps
 * @param {Way} way
 * @returns {Map<number, number>} */
export function distances(near, centres, steps, way = "both") {
  const depth = new Map(centres.map((row) => [row, 0]));
  let edge = [...centres];
  for (let at = 1; at <= steps && edge.length; at += 1) {
    const next = [];
    for (const row of edge) {
      for (const step of near.get(row) ?? []) {
        if (!follows(way, step) || depth.has(step.row)) continue;
        depth.set(step.row, at);
        next.push(step.row);
      }
    }
    edge = next;
  }
  return depth;
}

// The nearest first; of one distance those with most citations with what is shown already, then the most cited.
function ranked(near, depth, centres, weight) {
  const links = new Map();
  for (const [row, at] of depth) {
    links.set(row, (near.get(row) ?? []).filter((step) => (depth.get(step.row) ?? Infinity) < at).length);
  }
  const others = [...depth.keys()].filter((row) => !centres.includes(row));
  others.sort((a, b) => depth.get(a) - depth.get(b) || links.get(b) - links.get(a) || weight(b) - weight(a) || a - b);
  return [...centres, ...others];
}

// The lines of a drawing: those by which a text was reached or could have been. Lines between the outermost texts say nothing of
// the chosen ones.
function linesAround(near, depth, shown, steps, way) {
  const lines = new Set();
  const counts = (row, step) => {
    if (!shown.has(step.row)) return false;
    return follows(way, step) ? true : depth.get(step.row) < steps && follows(way, { way: step.way === "cites" ? "cited" : "cites" });
  };
  for (const row of shown) {
    if (depth.get(row) >= steps) continue;
    for (const step of near.get(row) ?? []) if (counts(row, step)) lines.add(step.line);
  }
  return [...lines].sort((a, b) => a - b);
}

/** The texts up to so many steps around some.
 * @param {Map<number, Step[]>} near
 * @param {number[]} centres
 * @param {{steps?: number, way?: Way, limit?: number, weight?: (row: number) => number}} options
 * @returns {Selection} */
export function around(near, centres, { steps = 1, way = "both", limit = 300, weight = () => 0 } = {}) {
  const depth = distances(near, centres, steps, way);
  const rows = ranked(near, depth, centres, weight);
  const shown = new Set(rows.slice(0, Math.max(limit, centres.length)));
  return { rows: [...shown], depth, lines: linesAround(near, depth, shown, steps, way), left: rows.length - shown.size };
}

/** @typedef {{way: Way, from: Map<number, number>, back: Map<number, number>, shortest: number}} Chain steps from the one text along the
 * direction, and from the other against it */

/** @returns {Chain[]} */
function chainsBetween(near, one, other, way, longest) {
  /** @type {[Way, Way][]} */
  const directions = way === "both" ? [["both", "both"]] : [["cites", "cited"], ["cited", "cites"]];
  return directions.map(([out, back]) => {
    const from = distances(near, [one], longest, out);
    return { way: out, from, back: distances(near, [other], longest, back), shortest: from.get(other) ?? Infinity };
  });
}

const length = ({ from, back }, row) => (from.get(row) ?? Infinity) + (back.get(row) ?? Infinity);

// The lines of one direction that lie on a chain of at most `most` citations.
function linesOnChains(near, chain, most, shown) {
  const found = [];
  for (const [row, away] of chain.from) {
    if (!shown.has(row)) continue;
    for (const step of near.get(row) ?? []) {
      if (shown.has(step.row) && follows(chain.way, step) && away + 1 + (chain.back.get(step.row) ?? Infinity) <= most) found.push(step.line);
    }
  }
  return found;
}

/** What lies between two texts: all texts on chains of citations of at most `steps` between them, and at least those on the
 * shortest chains, however long these are.
 * @param {Map<number, Step[]>} near
 * @param {number} one
 * @param {number} other
 * @param {{steps?: number, way?: Way, limit?: number, longest?: number, weight?: (row: number) => number}} options
 * `way` other than "both" keeps to chains in which each text cites the next, from the one to the other or back
 * @returns {Selection} */
export function between(near, one, other, { steps = 2, way = "both", limit = 300, longest = 12, weight = () => 0 } = {}) {
  const chains = chainsBetween(near, one, other, way, longest);
  const shortest = Math.min(...chains.map((chain) => chain.shortest));
  if (shortest === Infinity) return { rows: [one, other], depth: new Map([[one, 0], [other, 0]]), lines: [], left: 0, shortest: null };
  const most = Math.max(steps, shortest);
  const rank = (row) => Math.min(...chains.map((chain) => length(chain, row)));
  const found = new Set(chains.flatMap((chain) => [...chain.from.keys()].filter((row) => length(chain, row) <= most)));
  const rows = [...found].filter((row) => row !== one && row !== other).sort((a, b) => rank(a) - rank(b) || weight(b) - weight(a) || a - b);
  const shown = new Set([one, other, ...rows.slice(0, Math.max(0, limit - 2))]);
  const steps1 = (row) => Math.min(...chains.map(({ from }) => from.get(row) ?? Infinity));
  const depth = new Map([...shown].map((row) => [row, row === other ? 0 : steps1(row)]));
  const lines = [...new Set(chains.flatMap((chain) => linesOnChains(near, chain, most, shown)))].sort((a, b) => a - b);
  return { rows: [...shown], depth, lines, left: rows.length + 2 - shown.size, shortest };
}
