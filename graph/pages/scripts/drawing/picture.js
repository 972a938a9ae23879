// A drawing in layers, each on a canvas of its own: texts and lines; names; the text in focus; what the stage writes above all.
// Pointing at a text draws one of them only. The functions know no page: a worker calls them as well.
import { islands } from "./islands.js";
import { lanes } from "./lanes.js";
import { drawLines } from "./lines.js";
import { drawNames, drawNamesAround } from "./names.js";
import { addArrow, drawChains, drawTexts, outline } from "./pen.js";

const EDGE = 40; // pixels beyond the screen at which a text may still be seen

/** What a stage draws of its own: below everything, above everything, and where no name may stand.
 * @typedef {object} Stage
 * @property {(context: CanvasRenderingContext2D, plate: import("./types.js").Plate, left: import("./types.js").Left, shot: import("./types.js").Shot) => void} ground
 * @property {(context: CanvasRenderingContext2D, plate: import("./types.js").Plate, shot: import("./types.js").Shot) => void} frame
 * @property {(context: CanvasRenderingContext2D, plate: import("./types.js").Plate, shot: import("./types.js").Shot) => import("./types.js").Box[]} blocked */

/** @type {Record<string, Stage>} */
const STAGES = { map: islands, timeline: lanes };

/** Where texts stand on the screen.
 * @param {import("./types.js").Plate} plate
 * @param {import("./types.js").Left} left
 * @param {import("./types.js").Shot} shot
 * @returns {import("./types.js").At} */
export function project({ x, y }, { sizes }, { view, scale, least }) {
  const at = { x: new Float32Array(x.length), y: new Float32Array(x.length), r: new Float32Array(x.length) };
  for (let row = 0; row < x.length; row += 1) {
    at.x[row] = x[row] * view.kx + view.ox;
    at.y[row] = y[row] * view.ky + view.oy;
    at.r[row] = Math.max(least, sizes[row] * scale);
  }
  return at;
}

/** @param {import("./types.js").At} at
 * @param {Uint8Array} visible
 * @param {{width: number, height: number}} size
 * @returns {number[]} the texts on the screen, the most cited last */
function seen(at, visible, { width, height }) {
  const rows = [];
  for (let row = at.x.length - 1; row >= 0; row -= 1) {
    if (visible[row] && at.x[row] > -EDGE && at.x[row] < width + EDGE && at.y[row] > -EDGE && at.y[row] < height + EDGE) rows.push(row);
  }
  return rows;
}

/** @param {CanvasRenderingContext2D} context
 * @param {import("./types.js").Plate} plate
 * @param {import("./types.js").Left} left
 * @param {import("./types.js").Shot} shot
 * @param {import("./types.js").At} at */
export function paintBase(context, plate, left, shot, at) {
  STAGES[plate.stage].ground(context, plate, left, shot);
  drawLines(context, plate, left, shot, at);
  drawTexts(context, plate, shot.theme, seen(at, left.visible, shot.size), at);
}

/** @param {CanvasRenderingContext2D} context
 * @param {import("./types.js").Plate} plate
 * @param {import("./types.js").Left} left
 * @param {import("./types.js").Shot} shot
 * @param {import("./types.js").At} at
 * @param {(row: number) => string} nameOf */
export function paintNames(context, plate, left, shot, at, nameOf) {
  drawNames(context, nameOf, left.visible, shot, at, STAGES[plate.stage].blocked(context, plate, shot));
}

/** @param {CanvasRenderingContext2D} context
 * @param {import("./types.js").Plate} plate
 * @param {import("./types.js").Shot} shot */
export function paintFrame(context, plate, shot) {
  STAGES[plate.stage].frame(context, plate, shot);
}

/** The boxes that names of the stage take.
 * @param {CanvasRenderingContext2D} context
 * @param {import("./types.js").Plate} plate
 * @param {import("./types.js").Shot} shot */
export const boxes = (context, plate, shot) => STAGES[plate.stage].blocked(context, plate, shot);

/** The text in focus, its lines and its neighbours.
 * @param {CanvasRenderingContext2D} context
 * @param {import("./types.js").Plate} plate
 * @param {import("./types.js").Left} left
 * @param {import("./types.js").Shot} shot
 * @param {import("./types.js").At} at
 * @param {import("./types.js").Focus} focus
 * @param {(row: number) => string} nameOf */
export function paintFocus(context, plate, { visible }, shot, at, focus, nameOf) {
  const { row, chain, cites, citedBy } = focus;
  const { theme } = shot;
  drawChains(context, chain.slice(1).map((later, place) => [later, chain[place]]), at, visible, theme.chain);
  context.lineWidth = 1.4;
  context.strokeStyle = theme.citing;
  context.beginPath();
  for (const other of citedBy) addArrow(context, at, other, row, 8, plate.style);
  context.stroke();
  context.strokeStyle = theme.cites;
  context.beginPath();
  for (const other of cites) addArrow(context, at, row, other, 8, plate.style);
  context.stroke();
  drawTexts(context, plate, theme, [...new Set([...chain.filter((each) => visible[each]), ...citedBy, ...cites, row])], at);
  context.beginPath();
  outline(context, "dot", at.x[row], at.y[row], at.r[row] + 5);
  context.strokeStyle = theme.ink;
  context.lineWidth = 2;
  context.stroke();
  drawNamesAround(context, nameOf, visible, focus, shot, at, plate.stage === "timeline" ? boxes(context, plate, shot) : []);
}
