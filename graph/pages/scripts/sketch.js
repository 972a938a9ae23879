// What drawings need of the page: its colours, what each text looks like, which texts are around another, and canvases of the right size.
import { FONT, drawTexts as paintTexts } from "./drawing/pen.js";
import { ground } from "./page.js";
import { drawn } from "./scene.js";

export const sketch = (() => {
  const { documents, pairs, about } = ground;
  const groups = about.groups.map(([name]) => ({ name }));
  const theme = {};

  /** The colours of the stylesheet: those of the reader's scheme, or the light ones, as for paper. */
  function readTheme({ light = false } = {}) {
    const rules = [...document.styleSheets[0].cssRules].filter((rule) => rule instanceof CSSStyleRule);
    const own = rules.find(({ selectorText }) => selectorText === ":root");
    const style = light && own ? own.style : getComputedStyle(document.documentElement);
    const value = (name) => style.getPropertyValue("--" + name).trim();
    for (const name of ["paper", "ink", "quiet", "rule", "line", "land", "cites", "citing", "chain"]) theme[name] = value(name);
    for (const name of about.bodies) theme[name] = { full: value(name), pale: value(name + "-pale") };
    for (const { name } of groups) theme[name] = value(name);
  }

  // What texts look like: few looks occur, and each text refers to one of them.
  const known = new Map();
  const looks = Uint8Array.from(documents, ({ kind, body, read }) => {
    const key = [kind, body, Boolean(read)].join();
    if (!known.has(key)) known.set(key, known.size);
    return known.get(key);
  });
  const dress = [...known.keys()].map((key) => {
    const [kind, body, read] = key.split(",");
    return { shape: about.shapes[kind], body, read: read === "true" };
  });

  const drawTexts = (context, rows, at) => paintTexts(context, { looks, dress }, theme, rows, at);

  // The neighbours of the selected text, else of the one under the pointer, that pass the filter.
  function fan(row) {
    const { cites, citedBy } = ground.around(row);
    const seen = (pair) => drawn(ground, pair);
    return { cites: cites.filter(seen).map((pair) => pairs.to[pair]), citedBy: citedBy.filter(seen).map((pair) => pairs.from[pair]) };
  }

  // The buttons and the panel cover the drawing: no name may be placed under them.
  function covered() {
    const frame = document.getElementById("stage").getBoundingClientRect();
    const boxes = [...document.querySelectorAll(".zoom, #panel")].map((each) => each.getBoundingClientRect()).filter(({ width }) => width);
    return boxes.map((box) => ({ left: box.left - frame.left, right: box.right - frame.left, top: box.top - frame.top, bottom: box.bottom - frame.top }));
  }

  // The screen positions of all texts.
  function places(stage) {
    const at = { x: new Float32Array(documents.length), y: new Float32Array(documents.length), r: new Float32Array(documents.length) };
    stage.project(at);
    return at;
  }

  // Resize a canvas to its box and return its context, scaled to CSS pixels.
  function fresh(canvas, { width, height }) {
    const ratio = devicePixelRatio || 1;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    const context = canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    return context;
  }

  const pen = document.createElement("canvas").getContext("2d");

  // The width of words on a canvas, in pixels.
  function measure(words, size, bold) {
    pen.font = `${bold ? "600 " : ""}${size}px ${FONT}`;
    return pen.measureText(words).width;
  }

  return { fan, measure, readTheme, theme, places, looks, dress, drawTexts, fresh, covered, FONT };
})();
