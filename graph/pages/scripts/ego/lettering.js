// Names and titles beside a mark: what is written, in which size, and how much room it takes.
import { wrap } from "../map/names.js";

/** @typedef {{words: string, size: number, bold: boolean}} Line */
/** @typedef {{lines: Line[], room: import("./columns.js").Room}} Lettering */
/** How much is written beside an ordinary text: its name (`bare`: not even that), and its title in so many lines of a width.
 * @typedef {{lines: number, width: number, bare?: boolean, chosen?: number, least?: number}} Look `chosen`: lines of the title of a chosen text;
 * `least`: scale of the drawing from which this is written */

const SPACING = 1.22; // height of a line, in sizes of its letters
const RISE = 3; // from the line through the mark to the lowest letters, which stand above it

export const CHOSEN = { name: 16, title: 12.5 };
export const OTHER = { name: 12, title: 11 };

/** What stands beside a text.
 * @param {string} name
 * @param {string} title empty where none is known
 * @param {boolean} chosen
 * @param {Look} look
 * @param {(words: string, size: number, bold: boolean) => number} measure width in pixels
 * @returns {Lettering} */
export function letter(name, title, chosen, look, measure) {
  const sizes = chosen ? CHOSEN : OTHER;
  if (!chosen && look.bare) return { lines: [], room: { width: 0, above: 0, below: 0 } };
  const reach = look.width ? Math.max(look.width, 96) * (chosen ? 1.25 : 1.1) : Infinity;
  const lines = clip(name, reach, 2, (each) => measure(each, sizes.name, true)).map((words) => ({ words, size: sizes.name, bold: true }));
  const most = chosen ? (look.chosen ?? Math.max(3, look.lines)) : look.lines;
  if (title && most) {
    const width = Math.max(look.width * (chosen ? 1.25 : 1), ...lines.map(({ words }) => measure(words, sizes.name, true)));
    for (const words of clip(title, width, most, (each) => measure(each, sizes.title, false))) lines.push({ words, size: sizes.title, bold: false });
  }
  const width = Math.max(...lines.map(({ words, size, bold }) => measure(words, size, bold)));
  return { lines, room: { width, above: lines.reduce((sum, { size }) => sum + size * SPACING, RISE), below: 2 } };
}

/** Words in at most so many lines; what finds no room is left out, with an ellipsis.
 * @param {string} words
 * @param {number} width
 * @param {number} most
 * @param {(words: string) => number} measure
 * @returns {string[]} */
export function clip(words, width, most, measure) {
  const lines = wrap(words, width, measure);
  if (lines.length <= most && lines.every((line) => measure(line) <= width * 1.15)) return lines;
  if (lines.length <= most && lines.length === words.split(/\s+/).length) return lines; // one word a line, however long
  const kept = lines.slice(0, most);
  let last = lines.slice(most - 1).join(/\s/.test(words) ? " " : "");
  if (lines.length < most) last = kept.at(-1);
  while (last && measure(last + "…") > width) last = last.slice(0, -1);
  return [...kept.slice(0, -1), last.trimEnd() + "…"];
}

/** Where each line of letters begins, above a point; for drawing.
 * @param {Lettering} lettering
 * @returns {number[]} heights of the middles of the lines above the line through the mark */
export function heights({ lines }) {
  const found = [];
  let y = RISE;
  for (const { size } of [...lines].reverse()) {
    found.unshift(y + (size * SPACING) / 2);
    y += size * SPACING;
  }
  return found;
}
