// The citations of a drawing, one line a pair.
import { addArrow, addLine, drawChains } from "./pen.js";

const FEW = 300; // pairs up to which lines have arrows
const TOGETHER = 250; // lines in one path
const ARC = 90; // pixels by which an arc is higher than its ends at most

/** What tells which pairs are left out though the filter keeps them: those of texts whose lines are quiet, and those between clusters
 * in a view from afar or with an end beyond the screen.
 * @param {import("./types.js").Plate} plate
 * @param {import("./types.js").Shot} shot
 * @param {import("./types.js").At} at
 * @returns {(a: number, b: number) => boolean} */
function skipping({ clusters, quiet }, { size: { width, height }, far }, at) {
  /** @param {number} row */
  const outside = (row) => at.x[row] <= 0 || at.x[row] >= width || at.y[row] <= 0 || at.y[row] >= height;
  if (quiet) return (a, b) => quiet[a] === 1 || quiet[b] === 1;
  if (!clusters) return () => false;
  return (a, b) => clusters[a] !== clusters[b] && (far || outside(a) || outside(b));
}

/** Whether a line between two texts can be seen: not where both are beyond the same edge.
 * @param {import("./types.js").At} at
 * @param {number} a
 * @param {number} b
 * @param {{width: number, height: number}} size */
function crosses({ x, y }, a, b, { width, height }) {
  if ((x[a] < 0 && x[b] < 0) || (x[a] > width && x[b] > width)) return false;
  return !(y[a] < 0 && y[b] < 0) && !(y[a] > height + ARC && y[b] > height + ARC);
}

/** The numbers of the pairs that can be seen, by the group that colours them.
 * @param {import("./types.js").Plate} plate
 * @param {import("./types.js").Left} left
 * @param {import("./types.js").Shot} shot
 * @param {import("./types.js").At} at
 * @returns {number[][]} */
function shownPairs(plate, { visible, keeps, group }, shot, at) {
  const { from, to, groups } = plate;
  /** @type {number[][]} */
  const batches = groups.map(() => []);
  const skips = skipping(plate, shot, at);
  for (let pair = 0; pair < from.length; pair += 1) {
    const [a, b] = [from[pair], to[pair]];
    if (keeps[pair] && visible[a] && visible[b] && !skips(a, b) && crosses(at, a, b, shot.size)) batches[group[pair]].push(pair);
  }
  return batches;
}

/** @param {CanvasRenderingContext2D} context
 * @param {import("./types.js").Plate} plate
 * @param {import("./types.js").Left} left
 * @param {import("./types.js").Shot} shot
 * @param {import("./types.js").At} at */
export function drawLines(context, plate, left, shot, at) {
  const { from, to, style, groups, series } = plate;
  const batches = shownPairs(plate, left, shot, at);
  const total = batches.reduce((sum, each) => sum + each.length, 0);
  const arrows = style === "taper" && from.length <= FEW;
  context.lineJoin = "round";
  context.globalAlpha = Math.min(0.85, Math.max(0.1, (style === "arc" ? 7 : 14) / Math.sqrt(total + 1)));
  context.lineWidth = style === "thin" ? 0.7 : 1;
  // The most frequent first, so that a rare relation is not hidden under the others.
  for (const batch of [...batches.keys()].sort((a, b) => batches[b].length - batches[a].length)) {
    context.strokeStyle = context.fillStyle = shot.theme[groups[batch]];
    for (let low = 0; low < batches[batch].length; low += TOGETHER) {
      context.beginPath();
      for (const pair of batches[batch].slice(low, low + TOGETHER)) {
        const [a, b] = [from[pair], to[pair]];
        if (arrows) addArrow(context, at, a, b, 5);
        else addLine(context, style, at.x[a], at.y[a], at.x[b], at.y[b]);
      }
      if (style === "taper" && !arrows) context.fill();
      else context.stroke();
    }
  }
  context.globalAlpha = 1;
  drawChains(context, series, at, left.visible, shot.theme.chain, shot.chains);
}
