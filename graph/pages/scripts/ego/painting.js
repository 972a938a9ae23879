// Draws the drawing around texts on a canvas: the columns with their years, lines, names. `see` is where a point of the drawing stands
// on the screen, `scale` how large it is there.
import { letters } from "./drawing.js";
import { apart } from "./geometry.js";
import { heights } from "./lettering.js";
import { shared } from "./routes.js";

/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./drawing.js").Mark} Mark */
/** @typedef {{scale: number, see: (x: number, y: number) => {x: number, y: number}, width: number, height: number}} Eye */
/** @typedef {{id: number, x: number, align?: string, size: number, lines: {words: string, size: number, bold: boolean, y: number}[], left: number, right: number, top: number, bottom: number}} Sign
 * letters on the screen; `align` is "left" where it is not said */

const LEGIBLE = 8.5; // pixels; names that would be smaller are drawn in this size, where there is room
const SMALL = 10;
const NAME = 12; // size of ordinary names in the drawing
const HEAD = 7; // length of an arrow's head

/** The way of a line, added to the path.
 * @param {CanvasRenderingContext2D} context
 * @param {import("./routes.js").Route} route
 * @param {Eye} eye
 * @param {boolean} [arrow] */
export function trace(context, { points, curved }, { see, scale }, arrow = true) {
  if (points.length < 2) return;
  const seen = points.map(({ x, y }) => see(x, y));
  context.moveTo(seen[0].x, seen[0].y);
  for (let place = 1; place < seen.length; place += 1) {
    const [p, q] = [seen[place - 1], seen[place]];
    if (curved[place - 1]) context.bezierCurveTo((p.x + q.x) / 2, p.y, (p.x + q.x) / 2, q.y, q.x, q.y);
    else context.lineTo(q.x, q.y);
  }
  if (!arrow) return;
  const [from, tip] = seen.slice(-2);
  const far = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const head = HEAD * Math.max(0.55, Math.min(1.4, scale));
  const [x, y] = [((tip.x - from.x) / far) * head, ((tip.y - from.y) / far) * head];
  context.moveTo(tip.x - x - y * 0.5, tip.y - y + x * 0.5);
  context.lineTo(tip.x, tip.y);
  context.lineTo(tip.x - x + y * 0.5, tip.y - y - x * 0.5);
}

/** All lines, in the colours of their groups; where lines of several groups share a lane, it has a colour of its own.
 * @param {CanvasRenderingContext2D} context
 * @param {Drawing} drawing
 * @param {Eye} eye
 * @param {(pair: number) => number} groupOf
 * @param {string[]} colours by group
 * @param {string} mixed */
export function strokeAll(context, { ways }, eye, groupOf, colours, mixed) {
  for (const [group, colour] of colours.entries()) {
    context.strokeStyle = colour;
    context.beginPath();
    for (const way of ways) if (groupOf(way.pair) === group) trace(context, way.route, eye);
    context.stroke();
  }
  const lanes = new Map();
  for (const way of ways) lanes.set(way.lane, (lanes.get(way.lane) ?? new Set()).add(groupOf(way.pair)));
  context.strokeStyle = mixed;
  context.beginPath();
  for (const way of ways) if (lanes.get(way.lane).size > 1) trace(context, shared(way.route, way.lane), eye, way.lane.startsWith("to"));
  context.stroke();
}

/** The letters on the screen, of which no two overlap: all of them where they are large enough to read; else those of the chosen
 * texts, then in the order given, as many as find room.
 * @param {Drawing} drawing
 * @param {Eye} eye
 * @param {number[]} order texts, the most important first
 * @param {(words: string, size: number, bold: boolean) => number} measure
 * @param {Omit<import("./geometry.js").Box, "id">[]} covered what no name may touch
 * @returns {Sign[]} */
export function signs(drawing, eye, order, measure, covered = []) {
  const marks = order.map((row) => drawing.marks.get(row)).filter((mark) => mark);
  if (!drawing.look.bare && NAME * eye.scale >= LEGIBLE) {
    return marks.filter(({ lettering }) => lettering.lines.length).map((mark) => scaled(mark, eye));
  }
  const placed = [];
  const discs = marks.map(({ row, x, y, r }) => ({ id: row, ...around(eye.see(x, y), Math.max(2, r * eye.scale)) }));
  const chosen = new Set(marks.filter((mark) => mark.chosen).map(({ row }) => row));
  for (const mark of marks) {
    const free = candidates(mark, eye, measure).filter((each) => inside(each, eye) && [...covered, ...placed].every((other) => apart(each, other)));
    const clear = (each, firm) => discs.every((disc) => disc.id === mark.row || (firm && !chosen.has(disc.id)) || apart(each, disc));
    // The name of a chosen text may cover other texts, where there is no other place for it.
    const sign = free.find((each) => clear(each, false)) ?? (mark.chosen ? (free.find((each) => clear(each, true)) ?? free[0]) : undefined);
    if (sign) placed.push(sign);
  }
  return placed;
}

const inside = (box, { width, height }) => box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
const around = ({ x, y }, r) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r });

function scaled(mark, { see, scale }) {
  const box = letters(mark);
  const [low, high] = [see(box.left, box.top), see(box.right, box.bottom)];
  const { y } = see(mark.x, mark.y);
  const up = heights(mark.lettering);
  const lines = mark.lettering.lines.map((line, place) => ({ ...line, size: line.size * scale, y: y - up[place] * scale }));
  return { id: mark.row, x: mark.turned ? high.x : low.x, align: mark.turned ? "right" : "left", size: scale, lines, left: low.x, right: high.x, top: low.y, bottom: high.y };
}

// Beside, above and below the mark, in letters that can be read: a chosen text with its title, if there is room.
function candidates(mark, eye, measure) {
  const lines = mark.lettering.lines.map((line) => ({ ...line, size: (line.bold ? SMALL : SMALL - 0.5) + (mark.chosen && line.bold ? 3 : 0) }));
  const name = lines.filter(({ bold }) => bold);
  const choices = mark.chosen && lines.length > name.length ? [lines, name] : [name];
  return lines.length ? choices.flatMap((each) => spots(mark, each, eye, measure)) : [];
}

function spots(mark, lines, { see, scale }, measure) {
  const { x, y } = see(mark.x, mark.y);
  const r = mark.r * scale;
  const wide = Math.max(...lines.map(({ words, size, bold }) => measure(words, size, bold)));
  const tall = lines.reduce((sum, { size }) => sum + size * 1.2, 0);
  const sides = [x + r + 3, x - r - 3 - wide];
  const [near, far] = mark.turned ? sides.reverse() : sides;
  const places = [[near, y - tall - 1], [near, y - tall / 2], [far, y - tall - 1], [far, y - tall / 2], [x - wide / 2, y - r - tall - 2], [x - wide / 2, y + r + 2], [near, y + 1], [far, y + 1]];
  return places.map(([left, top]) => {
    let high = top;
    const set = lines.map((line) => {
      high += line.size * 1.2;
      return { ...line, y: high - line.size * 0.6 };
    });
    return { id: mark.row, x: left, size: 1, lines: set, left, right: left + wide, top, bottom: top + tall };
  });
}

/** Letters with a rim in the colour of the ground.
 * @param {CanvasRenderingContext2D} context
 * @param {Sign[]} shown
 * @param {{ink: string, quiet: string, paper: string, font: string}} look */
export function write(context, shown, { ink, quiet, paper, font }) {
  Object.assign(context, { textBaseline: "middle", lineJoin: "round", strokeStyle: paper });
  for (const { x, align, lines } of shown) {
    context.textAlign = /** @type {CanvasTextAlign} */ (align ?? "left");
    for (const { words, size, bold, y } of lines) {
      context.font = `${bold ? "600 " : ""}${size.toFixed(1)}px ${font}`;
      context.direction = /[\u0590-\u08ff]/.test(words) ? "rtl" : "ltr"; // of the words, not of the page: it decides where an ellipsis stands
      context.lineWidth = Math.max(2, size / 4);
      context.fillStyle = bold ? ink : quiet;
      context.strokeText(words, x, y);
      context.fillText(words, x, y);
    }
  }
}

/** The columns as bands, with the years of their texts at the top.
 * @param {CanvasRenderingContext2D} context
 * @param {Drawing} drawing
 * @param {Eye} eye
 * @param {{land: string, quiet: string, paper: string, font: string}} look
 * @param {string} undated what stands above texts of unknown date */
export function band(context, { spans, box }, { see, height, width }, { land, quiet, paper, font }, undated) {
  context.fillStyle = land;
  for (const { left, right } of spans) {
    const [low, high] = [see(left - 10, box.top), see(right + 10, box.bottom)];
    context.fillRect(low.x, 0, high.x - low.x, height);
  }
  Object.assign(context, { font: `12px ${font}`, textAlign: "center", textBaseline: "middle", fillStyle: quiet, strokeStyle: paper, lineWidth: 4, lineJoin: "round" });
  let free = 0;
  for (const { left, right, first, last, undated: some } of spans) {
    const words = [yearsOf(first, last), some ? undated : ""].filter(Boolean).join(" · ");
    const x = (see(left, 0).x + see(right, 0).x) / 2;
    const half = words.length * 3.6;
    if (x - half < free || x + half > width) continue;
    context.fillText(words, x, 12);
    free = x + half + 8;
  }
}

function yearsOf(first, last) {
  if (!Number.isFinite(first)) return "";
  const [one, other] = [Math.floor(first), Math.floor(last)];
  return one === other ? String(one) : `${one}–${other}`;
}
