// A surface on which texts can be moved by hand: vis-network draws the texts, tells what is under the pointer, pans and zooms. Lines
// are drawn below its texts; names and the text in focus are on our own canvas above, so that pointing redraws little.
import { make } from "../dom.js";
import { sketch } from "../sketch.js";

export const [SIDE, ABOVE, BELOW] = [20, 26, 56]; // pixels around a drawing that fits the screen: years above, buttons below

/** @param {any} given `x`, `y`: places, NaN for texts that are not drawn; `radius(row)`; `dress(row)` the colours and shape;
 * `options` of vis-network; `lines`, `top`: what is drawn below and above the texts; `box()` of the drawing; `dragged(row, x, y, done)` */
export function makeDragged(given) {
  const { x, y, radius, dress, options, lines, top, box, dragged } = given;
  const library = /** @type {any} */ (globalThis).vis; // vis-network, a script of its own before this one
  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const above = make("canvas", { class: "above", "aria-hidden": "true" });
  let container = null;
  let network = null;
  let dataset = null;

  const size = () => ({ width: container.clientWidth, height: container.clientHeight });
  const drawn = () => [...x.keys()].filter((row) => !Number.isNaN(x[row]));
  const scale = () => network.getScale();

  function screen(px, py) {
    const at = network.getViewPosition();
    const { width, height } = size();
    return { x: (px - at.x) * scale() + width / 2, y: (py - at.y) * scale() + height / 2 };
  }

  function project(at) {
    for (let row = 0; row < x.length; row += 1) {
      const { x: px, y: py } = Number.isNaN(x[row]) ? { x: NaN, y: NaN } : screen(x[row], y[row]);
      at.x[row] = px;
      at.y[row] = py;
      at.r[row] = radius(row) * scale();
    }
  }

  const light = () => top(sketch.fresh(above, size()));

  function below(context) {
    const ratio = network.canvas.pixelRatio || devicePixelRatio || 1;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    lines(context);
    context.restore();
  }

  const nodeOf = (row) => ({ id: row, x: x[row], y: y[row], size: radius(row), ...dress(row) });

  function arranged() {
    dataset.clear();
    dataset.add(drawn().map(nodeOf));
  }

  function refresh() {
    dataset.update(drawn().map(nodeOf));
    network.redraw();
  }

  function fit(quick = false) {
    const { left, right, top: high, bottom } = box();
    const { width, height } = size();
    // A frame smaller than what surrounds the drawing is one that has no size yet.
    const scaled = Math.max(0.01, Math.min((width - 2 * SIDE) / (right - left), (height - ABOVE - BELOW) / (bottom - high), 1.5));
    const position = { x: (left + right) / 2, y: (high + bottom) / 2 - (ABOVE - BELOW) / 2 / scaled };
    network.moveTo({ position, scale: scaled, animation: quick || still() ? false : { duration: 350 } });
  }

  function start(element, { choose, point }) {
    container = element;
    dataset = new library.DataSet([]);
    const holder = make("div", { class: "vis" });
    container.append(holder, above);
    network = new library.Network(holder, { nodes: dataset, edges: new library.DataSet([]) }, options);
    network.on("beforeDrawing", below);
    network.on("afterDrawing", light);
    network.on("click", (event) => choose(event.nodes.length ? event.nodes[0] : null, event.event.srcEvent));
    network.on("hoverNode", ({ node, event }) => point(node, event));
    for (const name of ["blurNode", "dragStart", "zoom"]) network.on(name, () => point(null));
    const move = (done) => ({ nodes }) => {
      for (const [row, at] of Object.entries(network.getPositions(nodes))) {
        [x[row], y[row]] = [at.x, at.y];
        dragged(Number(row), done);
      }
    };
    network.on("dragging", move(false));
    network.on("dragEnd", move(true));
  }

  function look(rows) {
    const known = rows.filter((row) => !Number.isNaN(x[row]));
    if (known.length) network.moveTo({ position: { x: x[known[0]], y: y[known[0]] }, animation: still() ? false : { duration: 350 } });
  }

  const zoom = (factor) => network.moveTo({ scale: scale() * factor, animation: still() ? false : { duration: 150 } });

  function pan(dx, dy) {
    const at = network.getViewPosition();
    network.moveTo({ position: { x: at.x + dx / scale(), y: at.y + dy / scale() } });
  }

  // vis-network looks at the size of its frame once a second; a drawing that is fitted before that would be fitted to the old one.
  const resized = () => network.setSize("100%", "100%");

  return { start, size, project, light, refresh, arranged, look, zoom, fit, pan, scale, screen, resized };
}
