// The drawing around texts: one or a few chosen ones, what they cite and what cites them in one to three steps, from left to right by
// time; or what lies between two. It is the first view of a small collection: there it begins with the texts that were read.
import { draw } from "../ego/drawing.js";
import { detour } from "../ego/detours.js";
import { ABOVE, BELOW, SIDE, makeDragged } from "../ego/dragged.js";
import { linesUnderMarks, overlaps } from "../ego/geometry.js";
import { makeLayers } from "../ego/layers.js";
import { band, signs, strokeAll, trace, write } from "../ego/painting.js";
import { around, between, neighbours } from "../ego/selection.js";
import { toolbar } from "../ego/toolbar.js";
import { make } from "../dom.js";
import { language } from "../language.js";
import { bothNames } from "../naming.js";
import { drawn, scene, visible } from "../scene.js";
import { sketch } from "../sketch.js";
import { makeSurface } from "../surface.js";

const SMALL = 300; // up to so many texts of a collection vis-network draws them, and the whole of it can be shown
const FEW = 40; // up to so many texts that were read, the drawing begins with all of them
const LIMIT = 300; // texts of a drawing
const LONGEST = 14; // steps of a chain between two texts

/** @type {import("../ground.js").Ground} */
let ground;
let container = null;
let tools = null;
let surface = null;
let hooks = null;
let drawing = null;
let known = ""; // what the drawing was made for
let near = { shown: null, of: null };
let moved = new Set(); // texts that a person has moved
let order = [];
let under = null; // the text under the pointer
let wish = null; // what is drawn
let last = null; // the state that was shown
let fitted = ""; // the size of the frame that the drawing was fitted to
let [x, y] = [null, null];

const whole = () => ground.documents.length <= SMALL;
const read = () => [...ground.documents.keys()].filter((row) => ground.documents[row].read);

// The texts that the drawing begins with where none is chosen: those that were read, if they are few; else the most cited.
function first() {
  const given = ground.block("around"); // the text that the page was made for
  if (given) return given;
  const rows = read();
  return rows.length && rows.length <= FEW ? rows : ground.documents.length ? [0] : [];
}

/** What is drawn: around which texts, how far, which way; or between which two. */
function asked(state) {
  const depth = Number(state.options.depth);
  const steps = depth >= 1 && depth <= LONGEST ? Math.round(depth) : 0; // 0: the whole of a small collection
  const way = /** @type {import("../ego/selection.js").Way} */ (["cites", "cited"].includes(state.options.way) ? state.options.way : "both");
  const pair = state.chosen.length === 2;
  const stay = whole() && !steps && !pair; // a text chosen in the whole is shown in it
  const centres = stay || !state.chosen.length ? first() : state.chosen.slice(0, FEW);
  const path = pair && state.options.mode !== "around";
  return { centres, steps: steps || (path ? 2 : 1), way, path, whole: stay, depth: steps };
}

function select({ centres, steps, way, path, whole: all }) {
  if (near.shown !== scene.shown) near = { shown: scene.shown, of: neighbours(ground.pairs, (pair) => drawn(ground, pair)) };
  if (all) return everything(near.of, centres);
  const options = { steps, way, limit: LIMIT, weight: (row) => scene.shown.cited[row] };
  return path ? between(near.of, centres[0], centres[1], options) : around(near.of, centres, options);
}

// A treaty, a resolution, a report: what a text is orders those that nothing else orders.
const sort = (row) => ground.about.bodies.indexOf(ground.documents[row].body) * 1e6 + row;

function time(row) {
  const { date } = ground.documents[row];
  const [, month = "7", day = "1"] = /^\d{4}-(\d\d)(?:-(\d\d))?/.exec(date ?? "") ?? [];
  return ground.year(row) + (Number(month) - 1) / 12 + Number(day) / 372;
}

// The whole of a small collection, the chosen texts first.
function everything(of, centres) {
  const rows = new Set([...centres, ...[...ground.documents.keys()].filter(visible)]);
  const lines = new Set([...rows].flatMap((row) => (of.get(row) ?? []).filter((step) => rows.has(step.row)).map(({ line }) => line)));
  return { rows: [...rows], depth: new Map(), lines: [...lines].sort((a, b) => a - b), left: 0 };
}

function compose() {
  const selection = select(wish);
  const { width, height } = surface.size();
  drawing = draw({
    selection,
    centres: wish.centres,
    pairs: ground.pairs,
    time,
    cited: (row) => scene.shown.cited[row],
    words: bothNames,
    measure: sketch.measure,
    sort,
    turned: document.documentElement.dir === "rtl",
    screen: { width: Math.max(200, width - 2 * SIDE), height: Math.max(200, height - ABOVE - BELOW) },
  });
  moved = new Set();
  x.fill(NaN);
  y.fill(NaN);
  for (const mark of drawing.marks.values()) [x[mark.row], y[mark.row]] = [mark.x, mark.y];
  const weight = (row) => (drawing.marks.get(row).chosen ? 2e6 : 0) + (ground.documents[row].read ? 1e6 : 0) + scene.shown.cited[row];
  order = [...drawing.marks.keys()].sort((a, b) => weight(b) - weight(a) || a - b);
  surface.arranged();
  surface.fit(true);
}

const eye = () => ({ scale: surface.scale(), see: surface.screen, ...surface.size() });
const look = () => ({ .../** @type {any} */ (sketch.theme), font: sketch.FONT });

function drawLines(context) {
  if (!drawing) return;
  const { theme } = sketch;
  band(context, drawing, eye(), look(), language.say("timeline.undated"));
  context.lineJoin = "round";
  context.lineWidth = Math.max(0.8, Math.min(2, 1.3 * surface.scale()));
  const colours = ground.about.groups.map(([name]) => theme[name]);
  strokeAll(context, drawing, eye(), (pair) => scene.shown.group[pair], colours, theme.quiet);
}

function drawTexts(context) {
  sketch.drawTexts(context, [...drawing.marks.keys()].filter((row) => visible(row) || drawing.marks.get(row).chosen), sketch.places(surface));
}

const incident = (row) => drawing.ways.filter(({ from, to }) => from === row || to === row);

// The text under the pointer; else the chosen one, unless the whole drawing is about it.
function focus() {
  const row = under ?? (wish.whole ? scene.chosen : null);
  return row !== null && drawing.marks.has(row) ? row : null;
}

function drawTop(context) {
  if (!drawing) return;
  const row = focus();
  const placed = named();
  if (row === null) return write(context, placed, look());
  const { width, height } = surface.size();
  const ways = incident(row);
  const rows = new Set([row, ...ways.flatMap(({ from, to }) => [from, to])]);
  context.globalAlpha = 0.78;
  context.fillStyle = sketch.theme.paper;
  context.fillRect(0, 0, width, height);
  context.globalAlpha = 1;
  context.lineWidth = 1.8;
  for (const [colour, out] of [[sketch.theme.citing, false], [sketch.theme.cites, true]]) {
    context.strokeStyle = colour;
    context.beginPath();
    for (const way of ways) if ((way.from === row) === out) trace(context, way.route, eye());
    context.stroke();
  }
  const at = sketch.places(surface);
  sketch.drawTexts(context, [...rows], at);
  context.beginPath();
  context.arc(at.x[row], at.y[row], at.r[row] + 5, 0, 2 * Math.PI);
  context.strokeStyle = sketch.theme.ink;
  context.lineWidth = 2;
  context.stroke();
  return write(context, placed.filter(({ id }) => rows.has(id)), look());
}

const named = () => signs(drawing, eye(), order, sketch.measure, sketch.covered());

// A text was moved by hand: its lines, and those that it now stands on, find a new way.
function dragged(row, done) {
  moved.add(row);
  const mark = drawing.marks.get(row);
  [mark.x, mark.y] = [x[row], y[row]];
  const marks = [...drawing.marks.values()].map((each) => ({ id: each.row, x: each.x, y: each.y, r: each.r }));
  const at = new Map(marks.map((each) => [each.id, each]));
  for (const way of drawing.ways) {
    const own = way.from === row || way.to === row;
    if (own && !done) way.route = { points: [at.get(way.from), at.get(way.to)], curved: [false] };
    else if (done && (own || linesUnderMarks([way], marks).length)) way.route = detour(at.get(way.from), at.get(way.to), marks);
  }
  if (done) surface.refresh();
}

function pick(row, event) {
  if (row === null) return hooks.choose([]);
  const { chosen } = hooks.state();
  const add = event && (event.shiftKey || event.ctrlKey || event.metaKey) && chosen.length && chosen[0] !== row;
  return hooks.choose(add ? [chosen[0], row] : [row]);
}

function point(row, event) {
  hooks.point(row, event);
  if (under === row) return;
  under = row;
  surface.light();
}

function makeOwn() {
  const bounds = () => drawing?.box ?? { left: 0, right: 1, top: 0, bottom: 1 };
  const radius = (row, { kx }) => (drawing?.marks.get(row)?.r ?? 0) * kx;
  function below(context) {
    drawLines(context);
    if (drawing) drawTexts(context);
  }
  const margin = { left: SIDE, right: SIDE, top: ABOVE, bottom: BELOW };
  const own = makeSurface({
    ...{ x, y, radius, bounds, margin, widest: 6, closest: 1.5 },
    paint: ({ size, painted }) => makeLayers({ size, painted, view: () => own.view, below, top: drawTop }),
  });
  return own;
}

function makeMovable() {
  const nodes = ground.block("nodes"); // as pyvis made them
  const shapes = new Map(nodes.map((node) => [node.id, node.shape]));
  const dress = (row) => {
    const { full, pale } = sketch.theme[ground.documents[row].body];
    const colour = ground.documents[row].read ? { background: full, border: sketch.theme.paper } : { background: pale, border: full };
    return { shape: shapes.get(row), color: { ...colour, hover: colour, highlight: colour } };
  };
  return makeDragged({ x, y, radius: (row) => drawing?.marks.get(row)?.r ?? 0, dress, options: ground.block("options"), lines: drawLines, top: drawTop, box: () => drawing.box, dragged });
}

function start(element, given, asks) {
  [ground, hooks] = [given, asks];
  x = new Float64Array(ground.documents.length).fill(NaN);
  y = new Float64Array(ground.documents.length).fill(NaN);
  tools = toolbar(ground, hooks);
  container = make("div", { class: "drawn", role: "application", tabindex: "0" });
  element.append(tools.element, container);
  surface = whole() && ground.block("nodes") ? makeMovable() : makeOwn();
  surface.start(container, { choose: pick, point });
  new ResizeObserver(() => {
    const { width, height } = surface.size();
    if (!last || !width || fitted === `${width} ${height}`) return; // not shown yet, or another view is, or nothing has changed
    surface.resized?.();
    if (!moved.size) known = ""; // what a person has arranged stays so
    show(last);
    if (moved.size) surface.fit(true);
  }).observe(container);
}

function show(state) {
  last = state;
  container.setAttribute("aria-label", language.say("canvas.label"));
  const { width, height } = surface.size();
  fitted = `${width} ${height}`;
  wish = asked(state);
  const { centres, steps, way, path } = wish;
  const key = [centres, steps, way, path, wish.whole, language.code(), Math.round(width / 60), Math.round(height / 60)].join("|");
  if (key !== known || near.shown !== scene.shown) {
    known = key;
    compose();
  }
  surface.refresh();
  tools.show(wish, drawing.selection, state);
}

function place(row) {
  if (!drawing?.marks.has(row)) return null;
  const frame = container.getBoundingClientRect();
  const at = surface.screen(x[row], y[row]);
  return { x: frame.left + at.x, y: frame.top + at.y };
}

// For tests: what is drawn, measured on the screen.
function geometry() {
  const marks = [...drawing.marks.values()].map(({ row, r }) => ({ id: row, ...surface.screen(x[row], y[row]), r: r * surface.scale() }));
  const seen = drawing.ways.map(({ from, to, route }) => ({ from, to, route: { ...route, points: route.points.map((point) => surface.screen(point.x, point.y)) } }));
  const placed = named();
  return { marks, lines: seen.length, under: linesUnderMarks(seen, marks), names: placed.map(({ id }) => id), overlapping: overlaps(placed), texts: ground.documents.length };
}

function paint(context, bare) {
  const { width, height } = surface.size();
  context.globalAlpha = 1;
  context.fillStyle = sketch.theme.paper;
  if (!bare) context.fillRect(0, 0, width, height);
  drawLines(context);
  drawTexts(context);
  drawTop(context);
}

/** @type {import("./protocol.js").View & {geometry: () => object}} */
export const ego = {
  name: "ego",
  suits: ({ documents }) => documents.length > 0,
  first: ({ documents }) => documents.length > 0 && documents.length <= SMALL,
  start,
  show,
  place,
  geometry,
  figure: () => ({ ...surface.size(), paint }),
  light: () => {}, // the drawing follows the pointer itself
  zoom: (factor) => surface.zoom(factor),
  fit: () => surface.fit(),
  pan: (dx, dy) => surface.pan(dx, dy),
};
