// Where the names of islands stand on the screen, and how large they are: larger islands and larger screens have larger names.
import { apart } from "../ego/geometry.js";

const [SMALLEST, LARGEST] = [11, 26]; // pixels, in a drawing of the usual size
const USUAL = 900; // width of the drawing beside the list; letters grow with it, for a wall
const LINE = 1.2; // height of a line, in sizes of its letters
const APART = 110; // radius from which the name leaves the middle
const LEAST = 16; // radius of an island on the screen from which it is named

/** @typedef {{island: number, lines: {words: string, size: number}[], left: number, right: number, top: number, bottom: number, x: number, y: number}} Sign */

/** Place the names.
 * @param {{name: string, x: number, y: number, r: number, open?: boolean}[]} discs the islands on the screen, the largest first; `open` where the
 * texts of an island can be told apart, and its name had better not cover them
 * @param {{width: number, height: number}} screen
 * @param {(words: string, size: number) => number} measure width of words in pixels
 * @param {Omit<import("../ego/geometry.js").Box, "id">[]} covered boxes that no name may touch
 * @returns {Sign[]} */
export function signs(discs, screen, measure, covered = []) {
  const placed = [];
  const scale = Math.max(1, Math.min(1.8, screen.width / USUAL));
  for (const [island, disc] of discs.entries()) {
    if (!disc.name || disc.r < LEAST || !onScreen(disc, screen)) continue;
    const sign = [...candidates(disc, screen, scale, measure)]
      .map((each) => ({ island, ...each }))
      .find((each) => inside(each, screen) && [...covered, ...placed].every((other) => apart(each, other)));
    if (sign) placed.push(sign);
  }
  return placed;
}

const onScreen = ({ x, y, r }, { width, height }) => x + r > 0 && x - r < width && y + r > 0 && y - r < height;
const inside = (box, { width, height }) => box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;

// The whole name in the middle of the island, then smaller or only its first part; of a large island, whose texts can be told apart,
// above or below them.
function* candidates(disc, screen, scale, measure) {
  const [first] = disc.name.split(" · ");
  const size = Math.round(Math.max(SMALLEST, Math.min(LARGEST, disc.r * 0.22)) * scale);
  const wide = Math.max(disc.r * 2.3, 110 * scale);
  const y = Math.min(Math.max(disc.y, Math.min(40, disc.y + disc.r * 0.8)), Math.max(screen.height - 40, disc.y - disc.r * 0.8));
  const x = Math.min(Math.max(disc.x, Math.min(120, disc.x + disc.r * 0.8)), Math.max(screen.width - 120, disc.x - disc.r * 0.8));
  for (const [words, letters] of [[disc.name, size], [first, size], [first, Math.round(SMALLEST * scale)]]) {
    for (const shift of disc.open || disc.r > APART ? [-1.08, 1.08, 0.8, -0.8, 0] : [0, -0.7, 0.7, -1.05, 1.05]) yield laid(words, letters, wide, x, y + shift * disc.r, measure);
  }
}

function laid(name, size, wide, x, y, measure) {
  const parts = name.split(" · ");
  const lines = parts.flatMap((part, place) => {
    const letters = place ? Math.max(SMALLEST, Math.round(size * 0.72)) : size;
    return wrap(part, wide, (words) => measure(words, letters)).map((words) => ({ words, size: letters }));
  });
  const half = Math.max(...lines.map(({ words, size: letters }) => measure(words, letters))) / 2 + 3;
  const tall = lines.reduce((sum, each) => sum + each.size * LINE, 0) / 2 + 1;
  return { lines, x, y, left: x - half, right: x + half, top: y - tall, bottom: y + tall };
}

const JOINED = /[\u2e80-\uffef]/; // scripts that write words without spaces between them

/** Words in lines no wider than asked, where their length allows.
 * @param {string} words
 * @param {number} wide
 * @param {(words: string) => number} measure
 * @returns {string[]} */
export function wrap(words, wide, measure) {
  const pieces = JOINED.test(words) ? [...words] : words.split(/\s+/).map((word) => word + " ");
  const lines = [""];
  for (const piece of pieces) {
    if (lines.at(-1) && measure((lines.at(-1) + piece).trim()) > wide) lines.push(piece);
    else lines[lines.length - 1] += piece;
  }
  return lines.map((line) => line.trim());
}
