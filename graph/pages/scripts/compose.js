// A figure for a paper or a slide: what a view shows, with title, legend, and lines that say what it is made of.
import { sketch } from "./sketch.js";

const EDGE = 16; // CSS pixels around all
const TITLE = 17;
const WORDS = 10.5;

/** @typedef {{words: string, mark: (context: CanvasRenderingContext2D, x: number, y: number) => void}} Item an item of the legend */

/** @param {CanvasRenderingContext2D} context
 * @param {string} words
 * @param {number} width
 * @returns {string[]} lines no wider than that, where blanks allow it */
export function wrap(context, words, width) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const word of words.split(/(?<=\s)|(?<=[\u2e80-\u9fff])/u)) {
    if (line && context.measureText((line + word).trimEnd()).width > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += word;
  }
  return [...lines, line.trimEnd()].filter(Boolean);
}

// A canvas orders words as its own direction says, which is not that of the page.
const directed = (words) => (document.documentElement.dir === "rtl" ? `\u2067${words}\u2069` : words);

// The legend in as many columns as fit; its height.
function drawLegend(context, items, { x, width, y }) {
  const widest = Math.max(60, ...items.map(({ words }) => context.measureText(words).width + 34));
  const columns = Math.max(1, Math.floor(width / widest));
  const rows = Math.ceil(items.length / columns);
  if (y === null) return rows * 16;
  items.forEach(({ words, mark }, place) => {
    const [left, top] = [x + Math.floor(place / rows) * widest, y + (place % rows) * 16 + 8];
    mark(context, left + 8, top);
    Object.assign(context, { fillStyle: sketch.theme.ink, textAlign: "start", textBaseline: "middle" });
    context.fillText(directed(words), left + 24, top);
  });
  return rows * 16;
}

function drawLines(context, lines, x, y, size) {
  lines.forEach((line, place) => context.fillText(directed(line), x, y + place * size * 1.35));
}

/** @param {import("./views/protocol.js").Figure} figure
 * @param {object} given
 * @param {number} given.width CSS pixels
 * @param {number} given.height
 * @param {string} given.title
 * @param {string[]} given.notes
 * @param {Item[]} given.legend
 * @param {boolean} given.bare without a ground
 * @returns {import("./views/protocol.js").Figure} */
export function compose(figure, { width, height, title, notes, legend, bare }) {
  const inner = width - 2 * EDGE;
  const font = (size, weight = "") => `${weight && weight + " "}${size}px ${sketch.FONT}`;
  const paint = (context) => {
    context.globalAlpha = 1;
    if (!bare) {
      context.fillStyle = sketch.theme.paper;
      context.fillRect(0, 0, width, height);
    }
    Object.assign(context, { font: font(TITLE, "600"), textAlign: "start", textBaseline: "middle", fillStyle: sketch.theme.ink });
    const heading = title ? wrap(context, title, inner) : [];
    drawLines(context, heading, EDGE, EDGE + TITLE * 0.6, TITLE);
    const top = EDGE + heading.length * TITLE * 1.35 + (heading.length ? 6 : 0);
    context.font = font(WORDS);
    const said = notes.flatMap((note) => wrap(context, note, inner));
    const below = said.length * WORDS * 1.35;
    const signs = legend.length ? drawLegend(context, legend, { x: EDGE, width: inner, y: null }) + 10 : 0;
    const room = Math.max(40, height - top - below - signs - EDGE - 8);
    const scale = Math.min(inner / figure.width, room / figure.height);
    context.save();
    context.translate(EDGE + (inner - figure.width * scale) / 2, top + (room - figure.height * scale) / 2);
    context.scale(scale, scale);
    context.beginPath();
    context.rect(0, 0, figure.width, figure.height);
    context.clip();
    figure.paint(context, bare);
    context.restore();
    context.globalAlpha = 1;
    context.font = font(WORDS);
    if (legend.length) drawLegend(context, legend, { x: EDGE, width: inner, y: top + room + 10 });
    Object.assign(context, { fillStyle: sketch.theme.quiet, textAlign: "start", textBaseline: "middle", font: font(WORDS) });
    drawLines(context, said, EDGE, height - EDGE - below + WORDS * 0.6, WORDS);
  };
  return { width, height, paint };
}
