// The drawing around texts: which are shown, where they stand, and the ways of the lines. In a world of its own, in pixels at full
// size, which a surface then moves and scales.
import { placeInColumns } from "./columns.js";
import { letter } from "./lettering.js";
import { routeInLanes } from "./routes.js";

/** @typedef {import("./selection.js").Selection} Selection */
/** @typedef {{row: number, time: number, r: number, x: number, y: number, chosen: boolean, turned: boolean, lettering: import("./lettering.js").Lettering}} Mark */
/** @typedef {{pair: number, from: number, to: number, lane: string, route: import("./routes.js").Route}} Way */
/** @typedef {{left: number, right: number, first: number, last: number, undated: boolean}} Span of a column and its years */
/** @typedef {{marks: Map<number, Mark>, ways: Way[], spans: Span[], loops: number, box: {left: number, right: number, top: number, bottom: number},
 *   selection: Selection, look: import("./lettering.js").Look, turned: boolean}} Drawing `turned`: time runs from right to left */

const CHOSEN = 20; // radius of a chosen text,
const MANY = { from: 6, r: 15 }; // and of each where so many are
const [SMALLEST, LARGEST] = [5, 13]; // of the others
const TITLED = 60; // up to so many texts may have their titles beside them,
const NAMED = 400; // up to so many their names
const LEGIBLE = 0.78; // scale from which letters are read with ease
const LARGEST_SCALE = 1.5;
/** @type {import("./lettering.js").Look[]} */
const LOOKS = [{ lines: 3, width: 200, least: 1.1 }, { lines: 2, width: 190, least: 1 }, { lines: 1, width: 190 }, { lines: 2, width: 130 }, { lines: 3, width: 100 }, { lines: 0, width: 110 }];
const ASPECTS = [1, 0.7, 0.5, 1.4]; // of the columns, in those of the screen; what fits best is tried out
const ALONES = [true, false]; // whether a chosen text has a column of its own, or begins one that no line connects in itself
const ALONE = 3; // up to so many chosen texts have a column of their own

/** @typedef {object} Given
 * @property {Selection} selection
 * @property {number[]} centres
 * @property {{from: ArrayLike<number>, to: ArrayLike<number>}} pairs
 * @property {(row: number) => number} time in years, NaN where unknown
 * @property {(row: number) => number} cited by how many texts
 * @property {(row: number) => {name: string, title: string}} words
 * @property {(words: string, size: number, bold: boolean) => number} measure
 * @property {(row: number) => number} sort what orders texts that nothing else orders
 * @property {{width: number, height: number}} screen the space for the drawing
 * @property {boolean} [turned] whether time runs from right to left, as the reader's language is written */

/** The largest scale at which a drawing fits a screen.
 * @param {Drawing} drawing
 * @param {{width: number, height: number}} screen */
export const fitting = ({ box }, { width, height }) => Math.min(width / (box.right - box.left), height / (box.bottom - box.top), LARGEST_SCALE);

/** The drawing, with as much written beside the texts as can be read at once.
 * @param {Given} given
 * @returns {Drawing} */
export function draw(given) {
  const count = given.selection.rows.length;
  const looks = count > NAMED ? [{ lines: 0, width: 0, bare: true }] : count > TITLED ? LOOKS.slice(-1) : LOOKS;
  let best = null;
  for (const usual of looks) {
    const look = given.centres.length < MANY.from ? usual : { ...usual, chosen: usual.lines };
    for (const [aspect, alone] of count > NAMED ? [[1, true]] : ASPECTS.flatMap((each) => ALONES.map((own) => [each, own]))) {
      const drawing = drawAs(given, look, { aspect: Number(aspect) * (given.screen.width / given.screen.height), alone: Boolean(alone) });
      if (!alone && drawing.loops) continue;
      const scale = fitting(drawing, given.screen);
      if (!best || scale > best.scale * 1.05) best = { drawing, scale };
    }
    if (best.scale >= (look.least ?? LEGIBLE)) break;
  }
  return given.turned ? turn(best.drawing) : best.drawing;
}

/** The drawing as in a mirror; letters stand on the other side of their texts then.
 * @param {Drawing} drawing
 * @returns {Drawing} */
function turn(drawing) {
  const { marks, ways, spans, box } = drawing;
  for (const mark of marks.values()) Object.assign(mark, { x: -mark.x, turned: true });
  const mirrored = ({ points, curved }) => ({ curved, points: points.map(({ x, y }) => ({ x: -x, y })) });
  /** @template {{left: number, right: number}} T
   * @param {T} each
   * @returns {T} */
  const flipped = (each) => ({ ...each, left: -each.right, right: -each.left });
  return { ...drawing, ways: ways.map((way) => ({ ...way, route: mirrored(way.route) })), spans: spans.map(flipped).reverse(), box: flipped(box), turned: true };
}

function drawAs({ selection, centres, pairs, time, cited, words, measure, sort }, look, { aspect, alone }) {
  const { rows, lines } = selection;
  const chosen = new Set(centres);
  const most = rows.reduce((least, row) => Math.max(least, cited(row)), 1);
  const marks = new Map();
  for (const row of rows) {
    const { name, title } = words(row);
    const r = chosen.has(row) ? (chosen.size < MANY.from ? CHOSEN : MANY.r) : SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(cited(row) / most);
    marks.set(row, { row, time: time(row), r, x: 0, y: 0, chosen: chosen.has(row), turned: false, lettering: letter(name, title, chosen.has(row), look, measure) });
  }
  const nodes = rows.map((row) => nodeOf(marks.get(row), { few: chosen.size <= ALONE, alone }, sort(row)));
  const drawn = lines.map((pair) => ({ id: pair, from: pairs.from[pair], to: pairs.to[pair] }));
  const placing = placeInColumns(nodes, drawn, { aspect });
  for (const mark of marks.values()) Object.assign(mark, { x: placing.x.get(mark.row), y: placing.y.get(mark.row) });
  const ways = drawn.map((line) => ({ pair: line.id, from: line.from, to: line.to, lane: placing.lanes.get(line.id), route: routeInLanes(placing, line, (row) => marks.get(row).r) }));
  const spans = placing.columns.map(({ left, right, first, last, undated }) => ({ left, right, first, last, undated }));
  const loops = drawn.filter(({ from, to }) => placing.column.get(from) === placing.column.get(to)).length;
  return { marks, ways, spans, loops, box: placing.box, selection, look, turned: false };
}

const nodeOf = ({ row, time, r, chosen, lettering }, { few, alone }, sort) => ({ id: row, time, r, room: lettering.room, alone: chosen && few && alone, begins: chosen && few, sort });

/** The box of the letters beside a mark, in the world.
 * @param {Mark} mark
 * @returns {import("./geometry.js").Box} */
export function letters({ row, x, y, r, turned, lettering: { room } }) {
  const near = r + 5;
  const [left, right] = turned ? [x - near - room.width, x - near] : [x + near, x + near + room.width];
  return { id: row, left, right, top: y - room.above, bottom: y + room.below };
}
