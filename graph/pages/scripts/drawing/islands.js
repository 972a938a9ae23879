// What the map draws besides texts and lines: islands, one line between two for all citations, and the names of islands.
import { bridges } from "../map/coast.js";
import { signs } from "../map/names.js";
import { FONT } from "./pen.js";

const OPEN = 1; // scale from which the texts of an island can be told apart
const MOST = 3; // bridges per island

/** @typedef {import("../map/coast.js").Island} Island */
/** @typedef {import("./types.js").Shot["view"]} View */

/** @param {Island} island
 * @param {View} view */
const disc = ({ x, y, reach }, { kx, ox, oy }) => ({ x: x * kx + ox, y: y * kx + oy, r: reach * kx + 6 });

/** @type {import("./picture.js").Stage["ground"]} */
function ground(context, plate, left, { view, theme }) {
  drawBridges(context, plate, left, view, theme);
  drawLand(context, plate.data.land, view, theme);
}

/** @param {CanvasRenderingContext2D} context
 * @param {import("./types.js").Plate} plate
 * @param {import("./types.js").Left} left
 * @param {View} view
 * @param {Record<string, any>} theme */
function drawBridges(context, { from, to, clusters, data }, left, view, theme) {
  const { keeps, visible } = left;
  const between = (left.bridges ??= bridges({ from, to }, clusters ?? [], (pair) => Boolean(keeps[pair] && visible[from[pair]] && visible[to[pair]])));
  const most = between[0]?.count ?? 1;
  context.strokeStyle = theme.line;
  context.globalAlpha = Math.max(0.15, Math.min(0.5, 0.5 / view.kx));
  for (const { one, other, count } of between.slice(0, MOST * data.land.length)) {
    const [a, b] = [disc(data.land[one], view), disc(data.land[other], view)];
    context.lineWidth = Math.max(0.6, 9 * Math.sqrt(count / most));
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.quadraticCurveTo((a.x + b.x) / 2 + (b.y - a.y) * 0.12, (a.y + b.y) / 2 - (b.x - a.x) * 0.12, b.x, b.y);
    context.stroke();
  }
  context.globalAlpha = 1;
}

/** @param {CanvasRenderingContext2D} context
 * @param {Island[]} land
 * @param {View} view
 * @param {Record<string, any>} theme */
function drawLand(context, land, { kx, ox, oy }, theme) {
  context.fillStyle = context.strokeStyle = theme.land;
  context.lineJoin = "round";
  context.lineWidth = Math.max(8, 26 * kx);
  for (const { hull } of land) {
    context.beginPath();
    hull.forEach(({ x, y }, place) => (place ? context.lineTo(x * kx + ox, y * kx + oy) : context.moveTo(x * kx + ox, y * kx + oy)));
    context.closePath();
    context.stroke();
    context.fill();
  }
}

/** @param {CanvasRenderingContext2D} context
 * @param {import("./types.js").Plate} plate
 * @param {import("./types.js").Shot} shot
 * @returns {import("../map/names.js").Sign[]} */
function named(context, { data }, { view, size, covered, words }) {
  /** @param {string} said
   * @param {number} letters */
  const measure = (said, letters) => {
    context.font = `600 ${letters}px ${FONT}`;
    return context.measureText(said).width;
  };
  const discs = data.land.map((/** @type {Island} */ island, /** @type {number} */ number) => ({ name: words.islands[number] ?? "", open: view.kx > OPEN, ...disc(island, view) }));
  return signs(discs, size, measure, covered);
}

/** @type {import("./picture.js").Stage["frame"]} */
function frame(context, plate, shot) {
  if (shot.chosen) return; // the names of the chosen text and its neighbours need the room
  Object.assign(context, { globalAlpha: 1, textAlign: "center", textBaseline: "middle", lineJoin: "round", strokeStyle: shot.theme.paper, fillStyle: shot.theme.ink });
  for (const { lines, x, top } of named(context, plate, shot)) {
    let y = top + 1;
    for (const { words, size } of lines) {
      context.font = `600 ${size}px ${FONT}`;
      context.lineWidth = size / 4;
      context.strokeText(words, x, y + size * 0.6);
      context.fillText(words, x, y + size * 0.6);
      y += size * 1.2;
    }
  }
}

export const islands = { ground, frame, blocked: named };
