// What the timeline draws besides texts and lines: rules for years and bodies, and their labels, which stay at the edge.
import { FONT } from "./pen.js";

const BAND = 24; // height of the years at the bottom
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200]; // years between two labels
const ROOM = 54; // pixels that a label of a year needs

/** @param {import("./types.js").Plate} plate
 * @param {import("./types.js").Shot} shot
 * @returns {number[]} the years that are labelled */
function years({ data }, { view, size: { width }, words: { turn } }) {
  const step = STEPS.find((each) => each * view.kx > ROOM) ?? 200;
  const ends = [-view.ox / view.kx, (width - view.ox) / view.kx];
  const [from, to] = turn > 0 ? ends : [-ends[1], -ends[0]];
  const found = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) if (year >= data.first - 1) found.push(year);
  return found;
}

/** Where a year stands: time runs as the reader's language is written.
 * @param {number} year
 * @param {import("./types.js").Shot} shot */
const pixelOf = (year, { view, words: { turn } }) => year * turn * view.kx + view.ox;

/** @type {import("./picture.js").Stage["ground"]} */
function ground(context, plate, left, shot) {
  const { view, size, theme } = shot;
  context.strokeStyle = theme.rule;
  context.lineWidth = 1;
  context.beginPath();
  for (const year of years(plate, shot)) {
    const x = Math.round(pixelOf(year, shot)) + 0.5;
    context.moveTo(x, 0);
    context.lineTo(x, size.height - BAND);
  }
  for (const { high } of plate.data.lanes) {
    const y = Math.round((high + 0.6) * view.ky + view.oy) + 0.5;
    context.moveTo(0, y);
    context.lineTo(size.width, y);
  }
  context.stroke();
}

/** @param {{low: number}} lane
 * @param {import("./types.js").Shot["view"]} view */
const labelY = ({ low }, view) => Math.max(14, low * view.ky + view.oy + 2);

/** @type {import("./picture.js").Stage["frame"]} */
function frame(context, plate, shot) {
  const { view, size, theme, words } = shot;
  const { lanes, undated: column } = plate.data;
  Object.assign(context, { globalAlpha: 1, fillStyle: theme.paper, font: `12px ${FONT}`, textBaseline: "middle", textAlign: "center" });
  context.fillRect(0, size.height - BAND, size.width, BAND);
  context.fillStyle = theme.quiet;
  const forwards = words.turn > 0;
  const aside = column === null ? -Infinity : pixelOf(column, shot);
  const undated = forwards ? Math.max(40, aside) : Math.min(size.width - 40, aside);
  for (const year of years(plate, shot)) {
    const x = pixelOf(year, shot);
    if (column === null || (x - undated) * words.turn > 52) context.fillText(String(year), x, size.height - 11);
  }
  if (column !== null) context.fillText(words.undated, undated, size.height - 11);
  Object.assign(context, { textAlign: forwards ? "left" : "right", lineWidth: 4, strokeStyle: theme.paper });
  for (const lane of lanes) {
    context.fillStyle = theme[lane.body].full;
    const edge = forwards ? 10 : size.width - 10;
    context.strokeText(words.bodies[lane.body], edge, labelY(lane, view));
    context.fillText(words.bodies[lane.body], edge, labelY(lane, view));
  }
}

/** Names of texts must not overlap the labels of lanes and years.
 * @type {import("./picture.js").Stage["blocked"]} */
const blocked = (context, { data }, { view, size: { width, height }, words: { turn } }) => [
  { left: 0, right: width, top: height - BAND - 2, bottom: height + 40 },
  ...data.lanes.map((/** @type {{low: number}} */ lane) => ({ ...(turn > 0 ? { left: 0, right: 190 } : { left: width - 190, right: width }), top: labelY(lane, view) - 9, bottom: labelY(lane, view) + 9 })),
];

export const lanes = { ground, frame, blocked };
