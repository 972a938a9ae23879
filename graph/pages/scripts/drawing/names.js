// The names of texts. They keep one size on the screen; the more cited come first, and none may cover another or a large text.
import { FONT, letters } from "./pen.js";

const FIRM = 12; // so many are named even where a name covers less cited texts
const NARROW = 600; // width of a drawing in which these are half as many
const LARGE = 4; // radius of a text that no name may cover
const BLOCKING = 1500; // texts that keep names away at most
const AROUND = 70; // names around a chosen text at most
const PASSING = 24; // names around a text under the pointer at most
/** @type {Map<string, number>} */
const widths = new Map(); // font and name → pixels

/** @typedef {import("./types.js").Box & {row: number, rank: number}} Taken */

/** @param {Pick<import("./types.js").Box, keyof import("./types.js").Box>} a
 * @param {import("./types.js").Box} b */
const apart = (a, b) => a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;

/** @param {import("./types.js").At} at
 * @param {number} row
 * @param {{width: number, height: number}} size */
const inside = (at, row, { width, height }) => at.x[row] > 0 && at.x[row] < width && at.y[row] > 0 && at.y[row] < height;

/** @param {CanvasRenderingContext2D} context
 * @param {string} name */
function widthOf(context, name) {
  const key = context.font + name;
  let wide = widths.get(key);
  if (wide === undefined) widths.set(key, (wide = context.measureText(name).width));
  return wide;
}

/** What no name may cover: buttons, labels of the stage, and the larger texts.
 * @param {import("./types.js").Box[]} firm
 * @param {Iterable<number>} rows
 * @param {(row: number) => number} rank
 * @param {Uint8Array} visible
 * @param {import("./types.js").At} at
 * @param {{width: number, height: number}} size
 * @returns {Taken[]} */
function obstacles(firm, rows, rank, visible, at, size) {
  /** @type {Taken[]} */
  const taken = firm.map((box) => ({ ...box, row: -1, rank: -1 }));
  for (const row of rows) {
    const [x, y, r] = [at.x[row], at.y[row], at.r[row]];
    if (r > LARGE && visible[row] && inside(at, row, size)) taken.push({ left: x - r, right: x + r, top: y - r, bottom: y + r, row, rank: rank(row) });
    if (taken.length >= BLOCKING) break;
  }
  return taken;
}

/** The places where a name may stand, the best first.
 * @param {import("./types.js").At} at
 * @param {number} row
 * @param {number} half of its width
 * @param {{width: number, height: number}} size
 * @param {number} side 1 where below is best, -1 for above
 * @param {number} more pixels between the text and its name
 * @returns {Taken[]} */
function spots(at, row, half, { width, height }, side, more) {
  const [tall, r] = [letters({ width }) * 0.65, at.r[row]];
  const gap = r + tall + more;
  return [[0, side * gap], [0, -gap], [half + r, 0], [-half - r, 0]]
    .map(([x, y]) => ({ left: at.x[row] + x - half, right: at.x[row] + x + half, top: at.y[row] + y - tall, bottom: at.y[row] + y + tall, row, rank: -1 }))
    .filter((box) => box.left > 0 && box.right < width && box.top > 0 && box.bottom < height);
}

/** @param {CanvasRenderingContext2D} context
 * @param {import("./types.js").Shot} shot */
function dip(context, { size, theme }) {
  Object.assign(context, { globalAlpha: 1, font: `${letters(size)}px ${FONT}`, textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 3.5, strokeStyle: theme.paper, fillStyle: theme.ink });
}

/** @param {CanvasRenderingContext2D} context
 * @param {string} name
 * @param {import("./types.js").Box} spot */
function write(context, name, { left, right, top, bottom }) {
  context.strokeText(name, (left + right) / 2, (top + bottom) / 2);
  context.fillText(name, (left + right) / 2, (top + bottom) / 2);
}

/** Name the most cited texts, whose numbers are their ranks.
 * @param {CanvasRenderingContext2D} context
 * @param {(row: number) => string} nameOf
 * @param {Uint8Array} visible
 * @param {import("./types.js").Shot} shot
 * @param {import("./types.js").At} at
 * @param {import("./types.js").Box[]} blocked */
export function drawNames(context, nameOf, visible, shot, at, blocked) {
  const { size, named: most } = shot;
  const firm = size.width < NARROW ? FIRM / 2 : FIRM;
  const taken = obstacles([...blocked, ...shot.covered], at.x.keys(), (row) => row, visible, at, size);
  dip(context, shot);
  for (let row = 0, named = 0; row < at.x.length && named < most; row += 1) {
    if (!visible[row] || !inside(at, row, size)) continue;
    const name = nameOf(row);
    if (!name) continue;
    /** @param {Taken} box */
    const free = (box) => taken.every((other) => other.row === row || apart(box, other) || (row < firm && other.rank >= firm));
    const spot = spots(at, row, widthOf(context, name) / 2 + 3, size, 1, 2).find(free);
    if (!spot) continue;
    taken.push({ ...spot, row: -1 });
    named += 1;
    write(context, name, spot);
  }
}

/** Name a text in focus and those around it; outside, where fewer lines are.
 * @param {CanvasRenderingContext2D} context
 * @param {(row: number) => string} nameOf
 * @param {Uint8Array} visible
 * @param {import("./types.js").Focus} focus
 * @param {import("./types.js").Shot} shot
 * @param {import("./types.js").At} at
 * @param {import("./types.js").Box[]} blocked */
export function drawNamesAround(context, nameOf, visible, focus, shot, at, blocked) {
  const { size } = shot;
  const rows = [...new Set([focus.row, ...focus.chain, ...[...focus.cites, ...focus.citedBy].sort((a, b) => a - b)])];
  const taken = obstacles([...blocked, ...shot.covered], rows, () => 0, visible, at, size);
  dip(context, shot);
  let named = 0;
  for (const [place, row] of rows.entries()) {
    if (named >= (focus.chosen ? AROUND : PASSING)) break;
    const own = focus.chosen && row === focus.row;
    if (!inside(at, row, size) || !(visible[row] || own)) continue;
    const name = nameOf(row);
    /** @param {Taken} box */
    const free = (box) => own || taken.every((other) => other.row === row || apart(box, other) || (place === 0 && other.rank > 0));
    const side = at.y[row] < at.y[focus.row] ? -1 : 1;
    const spot = spots(at, row, widthOf(context, name) / 2 + 3, size, side, own ? 8 : 2).find(free);
    if (!spot) continue;
    taken.push({ ...spot, row: -1 });
    named += 1;
    write(context, name, spot);
  }
}
