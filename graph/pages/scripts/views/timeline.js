// The timeline: one lane per body, one dot per text at its date of adoption, one thick line per series. A text
// in focus shows arcs to what it cites and what cites it. Below is the number of texts per year: drag to select years.
// In a language that is written from right to left, so does time run.
import { make as element } from "../dom.js";
import { makeStage } from "../drawing/stage.js";
import { language } from "../language.js";
import { sketch } from "../sketch.js";
import { canvasView } from "./canvas.js";

const MARGIN = { left: 60, right: 40, top: 26, bottom: 38 };

const ascending = (one, other) => (one < other ? [one, other] : [other, one]);

function make(data, container) {
  const { documents } = data;
  const places = data.block("places-timeline"); // columns: x (years), y (rows upwards); lanes: body, low, high; first, last, undated
  const rows = Math.max(6, ...places.lanes.map((lane) => lane.high));
  const x = Float64Array.from(places.x);
  const margin = { ...MARGIN };
  let turn = 1; // -1 where time runs from right to left
  const brush = element("canvas", { id: "brush", role: "img", "data-t-label": "timeline.brush", "aria-label": language.say("timeline.brush") });
  const lowest = ({ height }) => (height - margin.top - margin.bottom) / (rows + 1);
  const across = ({ width }) => (width - margin.left - margin.right) / Math.max(1, places.last - places.first);
  // Lanes grow with the scale of the years, but more slowly, and no row is higher than a name.
  const stretch = (kx, size) => Math.max(lowest(size), Math.min(15, lowest(size) * Math.sqrt(kx / Math.max(1e-6, across(size)))));

  function direct() {
    const wanted = document.documentElement.dir === "rtl" ? -1 : 1;
    if (wanted === turn) return false;
    turn = wanted;
    x.forEach((year, row) => (x[row] = -year));
    [margin.left, margin.right] = [margin.right, margin.left];
    return true;
  }
  direct();

  const surface = makeStage(data, {
    stage: "timeline",
    style: "arc",
    ...{ x, y: places.y },
    sizeOf: (cited) => Math.min(2, 0.8 + Math.sqrt(cited) / 6),
    scale: ({ ky }) => Math.max(1.5, Math.min(6, ky * 0.42)),
    least: 0,
    named: ({ kx }) => (kx > 60 ? 60 : 24),
    quiet: (row) => Number.isNaN(data.year(row)),
    data: { lanes: places.lanes, first: places.first, undated: places.undated },
    words: () => ({ turn, undated: language.say("timeline.undated"), bodies: Object.fromEntries(places.lanes.map(({ body }) => [body, language.say("body." + body)])) }),
    surface: { stretch, margin, widest: 1500, moved: () => drawBrush() },
  });

  const counts = new Map();
  for (const [row] of documents.entries()) if (!Number.isNaN(data.year(row))) counts.set(data.year(row), (counts.get(data.year(row)) || 0) + 1);
  const most = Math.max(1, ...counts.values());
  const pad = 12;
  const scale = () => (brush.clientWidth - 2 * pad) / Math.max(1, places.last - places.first);
  const yearAt = (px) => places.first + ((turn > 0 ? px : brush.clientWidth - px) - pad) / scale();
  const pixelOf = (year) => (turn > 0 ? pad + (year - places.first) * scale() : brush.clientWidth - pad - (year - places.first) * scale());
  const shown = () => {
    const { width } = surface.size();
    return ascending((-surface.view.ox / surface.view.kx) * turn, ((width - surface.view.ox) / surface.view.kx) * turn);
  };

  function drawBrush(dragged) {
    brush.setAttribute("aria-label", language.say("timeline.brush"));
    const size = { width: brush.clientWidth, height: brush.clientHeight };
    const context = sketch.fresh(brush, size);
    const [from, to] = ascending(...(dragged || shown()).map((year) => Math.min(size.width - 2, Math.max(2, pixelOf(year)))));
    context.fillStyle = sketch.theme.rule;
    context.fillRect(from, 2, Math.max(3, to - from), size.height - 4);
    context.fillStyle = sketch.theme.quiet;
    for (const [year, count] of counts) {
      const high = Math.max(1.5, Math.sqrt(count / most) * (size.height - 12));
      context.fillRect(turn > 0 ? pixelOf(year) : pixelOf(year + 1), size.height - 4 - high, Math.max(1, scale() - 1), high);
    }
    context.strokeStyle = sketch.theme.ink;
    context.strokeRect(from + 0.5, 2.5, Math.max(3, to - from), size.height - 5);
  }

  function look(from, to) {
    const { width } = surface.size();
    const kx = Math.min(1500, width / Math.max(0.05, to - from));
    surface.travel({ kx, ky: stretch(kx, surface.size()), ox: -(turn > 0 ? from : -to) * kx });
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

  const { refresh, start: begin } = surface;
  return Object.assign(surface, {
    start: (given, acts) => {
      const stage = element("div", { class: "lanes" });
      container.append(stage, brush);
      begin(stage, acts);
      listen();
    },
    refresh: () => {
      if (direct()) {
        surface.arrange();
        surface.fit(true);
      }
      refresh();
    },
  });
}

export const timeline = canvasView({ name: "timeline", suits: () => true, make });
