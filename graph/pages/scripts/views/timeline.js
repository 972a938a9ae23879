// The timeline: one lane per body, one dot per text at its date of adoption, one thick line per series. A text
// in focus shows arcs to what it cites and what cites it. Below is the number of texts per year: drag to select years.
import { make as element } from "../dom.js";
import { language } from "../language.js";
import { scene } from "../scene.js";
import { sketch } from "../sketch.js";
import { makeSurface } from "../surface.js";
import { canvasView } from "./canvas.js";

function make(data, container) {
  const { documents } = data;
  const places = data.block("places-timeline"); // columns: x (years), y (rows upwards); lanes: body, low, high; first, last, undated
  const rows = Math.max(6, ...places.lanes.map((lane) => lane.high));
  const margin = { left: 60, right: 40, top: 26, bottom: 38 };
  const order = [...documents.keys()];
  const cited = (row) => Math.min(2, 0.8 + Math.sqrt(scene.shown.cited[row]) / 6);
  const brush = element("canvas", { id: "brush", role: "img", "data-t-label": "timeline.brush", "aria-label": language.say("timeline.brush") });
  const lowest = ({ height }) => (height - margin.top - margin.bottom) / (rows + 1);
  // Lanes grow with the scale of the years, but more slowly, and no row is higher than a name.
  const stretch = (kx, size) => Math.max(lowest(size), Math.min(15, lowest(size) * Math.sqrt(kx / Math.max(1e-6, across(size)))));
  const across = ({ width }) => (width - margin.left - margin.right) / Math.max(1, places.last - places.first);

  function years(view, { width }) {
    const step = [1, 2, 5, 10, 20, 50, 100].find((each) => each * view.kx > 54) || 200;
    const [from, to] = [(0 - view.ox) / view.kx, (width - view.ox) / view.kx];
    const found = [];
    for (let year = Math.ceil(from / step) * step; year <= to; year += step) if (year >= places.first - 1) found.push(year);
    return found;
  }

  function ground(context, view, size) {
    context.strokeStyle = sketch.theme.rule;
    context.lineWidth = 1;
    context.beginPath();
    for (const year of years(view, size)) {
      context.moveTo(Math.round(year * view.kx + view.ox) + 0.5, 0);
      context.lineTo(Math.round(year * view.kx + view.ox) + 0.5, size.height - 24);
    }
    for (const { high } of places.lanes) {
      const y = Math.round((high + 0.6) * view.ky + view.oy) + 0.5;
      context.moveTo(0, y);
      context.lineTo(size.width, y);
    }
    context.stroke();
  }

  // Labels of years and lanes stay at the edge while the texts move.
  function frame(context, view, size) {
    context.globalAlpha = 1;
    context.fillStyle = sketch.theme.paper;
    context.fillRect(0, size.height - 24, size.width, 24);
    context.font = `12px ${sketch.FONT}`;
    context.textBaseline = "middle";
    context.textAlign = "center";
    context.fillStyle = sketch.theme.quiet;
    const undated = places.undated === null ? -Infinity : Math.max(40, places.undated * view.kx + view.ox);
    for (const year of years(view, size)) if (year * view.kx + view.ox > undated + 52) context.fillText(String(year), year * view.kx + view.ox, size.height - 11);
    if (undated > 0) context.fillText(language.say("timeline.undated"), undated, size.height - 11);
    context.textAlign = "start";
    context.lineWidth = 4;
    context.strokeStyle = sketch.theme.paper;
    for (const lane of places.lanes) {
      context.fillStyle = sketch.theme[lane.body].full;
      context.strokeText(language.say("body." + lane.body), 10, labelY(lane, view));
      context.fillText(language.say("body." + lane.body), 10, labelY(lane, view));
    }
  }

  const labelY = ({ low }, view) => Math.max(14, low * view.ky + view.oy + 2);
  // Names of texts must not overlap the labels of lanes and years.
  const blocked = (view, { width, height }) => [{ left: 0, right: width, top: height - 26, bottom: height + 40 }, ...places.lanes.map((lane) => ({ left: 0, right: 190, top: labelY(lane, view) - 9, bottom: labelY(lane, view) + 9 }))];

  const surface = makeSurface({
    style: "arc",
    x: places.x,
    y: places.y,
    radius: (row, { ky }) => Math.max(1.5, Math.min(6, ky * 0.42)) * cited(row),
    stretch,
    margin,
    widest: 1500,
    naming: () => order,
    names: ({ kx }) => (kx > 60 ? 60 : 24),
    ground,
    frame,
    blocked,
    quiet: (row) => Number.isNaN(data.year(row)), // lines to undated texts are only drawn for the text in focus
    moved: () => drawBrush(),
  });

  const counts = new Map();
  for (const [row] of documents.entries()) if (!Number.isNaN(data.year(row))) counts.set(data.year(row), (counts.get(data.year(row)) || 0) + 1);
  const most = Math.max(1, ...counts.values());
  const pad = 12;
  const scale = () => (brush.clientWidth - 2 * pad) / Math.max(1, places.last - places.first);
  const yearAt = (px) => places.first + (px - pad) / scale();
  const shown = () => {
    const { width } = surface.size();
    return [-surface.view.ox / surface.view.kx, (width - surface.view.ox) / surface.view.kx];
  };

  function drawBrush(dragged) {
    brush.setAttribute("aria-label", language.say("timeline.brush"));
    const size = { width: brush.clientWidth, height: brush.clientHeight };
    const context = sketch.fresh(brush, size);
    const [from, to] = (dragged || shown()).map((year) => Math.min(size.width - 2, Math.max(2, pad + (year - places.first) * scale())));
    context.fillStyle = sketch.theme.rule;
    context.fillRect(from, 2, Math.max(3, to - from), size.height - 4);
    context.fillStyle = sketch.theme.quiet;
    for (const [year, count] of counts) {
      const high = Math.max(1.5, Math.sqrt(count / most) * (size.height - 12));
      context.fillRect(pad + (year - places.first) * scale(), size.height - 4 - high, Math.max(1, scale() - 1), high);
    }
    context.strokeStyle = sketch.theme.ink;
    context.strokeRect(from + 0.5, 2.5, Math.max(3, to - from), size.height - 5);
  }

  function look(from, to) {
    const { width } = surface.size();
    const kx = Math.min(1500, width / Math.max(0.05, to - from));
    surface.travel({ kx, ky: stretch(kx, surface.size()), ox: -from * kx });
  }

  function listen() {
    let held = null;
    const at = (event) => yearAt(event.clientX - brush.getBoundingClientRect().left);
    brush.addEventListener("pointerdown", (event) => {
      brush.setPointerCapture(event.pointerId);
      const [from, to] = shown();
      const whole = to - from > (places.last - places.first) * 0.95;
      held = { year: at(event), window: !whole && at(event) > from && at(event) < to ? [from, to] : null };
    });
    brush.addEventListener("pointermove", (event) => {
      if (!held) return;
      if (held.window) look(...held.window.map((year) => year + at(event) - held.year));
      else drawBrush([Math.min(held.year, at(event)), Math.max(held.year, at(event))]);
    });
    brush.addEventListener("pointerup", (event) => {
      if (held && !held.window) {
        const [from, to] = [Math.min(held.year, at(event)), Math.max(held.year, at(event))];
        if (to - from > 0.3) look(from, to);
        else drawBrush();
      }
      held = null;
    });
  }

  const begin = surface.start;
  return Object.assign(surface, {
    start: (given, acts) => {
      const stage = element("div", { class: "lanes" });
      container.append(stage, brush);
      begin(stage, acts);
      listen();
    },
  });
}

export const timeline = canvasView({ name: "timeline", suits: () => true, make });
