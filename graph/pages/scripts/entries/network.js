// The stage of the network: vis-network draws the texts, does hit testing, pans and zooms. Lines are drawn below its texts;
// names and the text in focus are on our own canvas above, so that hovering redraws little.
import { make } from "../dom.js";
import { startExplorer } from "../explorer.js";
import { filter } from "../filter.js";
import { model } from "../model.js";
import { sketch } from "../sketch.js";

const stage = (() => {
  const nodes = model.read("nodes");
  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const above = make("canvas", { class: "above", "aria-hidden": "true" });
  const library = /** @type {any} */ (globalThis).vis; // vis-network, a script of its own before this one
  let container = null;
  let network = null;
  let dataset = null;
  let order = [];
  let asked = 0;

  function dress(row) {
    const { full, pale } = sketch.theme[model.documents[row].body];
    const pair = model.documents[row].read ? { background: full, border: sketch.theme.paper } : { background: pale, border: full };
    return { ...nodes[row], color: { ...pair, hover: pair, highlight: pair }, hidden: !filter.visible(row) };
  }

  // The layout is wider than high; in portrait orientation it is rotated.
  function turn({ width, height }) {
    if (!nodes.length || width >= height) return;
    const extent = (axis) => nodes.reduce((most, each) => Math.max(most, each[axis]), -Infinity) - nodes.reduce((least, each) => Math.min(least, each[axis]), Infinity);
    if (extent("x") > extent("y")) for (const each of nodes) [each.x, each.y] = [-each.y, each.x];
  }

  const size = () => ({ width: container.clientWidth, height: container.clientHeight });

  function project(at) {
    const scale = network.getScale();
    const { x, y } = network.getViewPosition();
    const { width, height } = size();
    for (const each of nodes) {
      at.x[each.id] = (each.x - x) * scale + width / 2;
      at.y[each.id] = (each.y - y) * scale + height / 2;
      at.r[each.id] = each.size * scale;
    }
  }

  function lines(context) {
    const ratio = network.canvas.pixelRatio || devicePixelRatio || 1;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    sketch.drawLines(context, self, sketch.places(self));
    context.restore();
  }

  const light = () => sketch.drawTop(sketch.fresh(above, size()), self);

  function start(element, { choose, point }) {
    container = element;
    turn(size());
    // The few texts that were read are what the drawing is about: they are labelled first, then the most cited.
    const read = nodes.filter(({ id }) => model.documents[id].read).map(({ id }) => id);
    order = read.length <= 12 ? [...new Set([...read, ...nodes.keys()])] : [...nodes.keys()];
    dataset = new library.DataSet(nodes.map((each) => dress(each.id)));
    network = new library.Network(container, { nodes: dataset, edges: new library.DataSet([]) }, model.read("options"));
    container.append(above);
    network.on("beforeDrawing", lines);
    network.on("afterDrawing", light);
    network.fit({ animation: false, maxZoomLevel: 1.4 });
    network.moveTo({ scale: network.getScale() * 0.94 }); // room for the names at the edge
    network.on("click", (event) => choose(event.nodes.length ? event.nodes[0] : null));
    network.on("hoverNode", ({ node, event }) => point(node, event));
    for (const name of ["blurNode", "dragStart", "zoom"]) network.on(name, () => point(null));
  }

  function refresh() {
    asked ||= requestAnimationFrame(() => {
      asked = 0; // a slider requests many
      dataset.update(nodes.map((each) => dress(each.id)));
      network.redraw();
    });
  }

  // Move texts into the part of the drawing that the panel leaves free, given as `free`.
  function show(row, rows, free) {
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const each of [row, ...rows].map((one) => nodes[one])) {
      Object.assign(box, { left: Math.min(box.left, each.x - each.size), right: Math.max(box.right, each.x + each.size) });
      Object.assign(box, { top: Math.min(box.top, each.y - each.size), bottom: Math.max(box.bottom, each.y + each.size) });
    }
    const room = Math.min((free.width * 0.72) / (box.right - box.left), (free.height * 0.8) / (box.bottom - box.top));
    const whole = room > 0.3; // else the neighbours are too far apart to be seen together, and the text itself is centred
    const position = whole ? { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 } : { x: nodes[row].x, y: nodes[row].y };
    network.moveTo({ position, scale: whole ? Math.min(room, 1.6) : 0.6, offset: free.offset, animation: still() ? false : { duration: 350 } });
  }

  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: still() ? false : { duration: 150 } });
  const fit = () => network.fit({ maxZoomLevel: 1.4, animation: still() ? false : { duration: 350 } });

  function pan(x, y) {
    const [at, scale] = [network.getViewPosition(), network.getScale()];
    network.moveTo({ position: { x: at.x + x / scale, y: at.y + y / scale } });
  }

  const names = () => 30 + 120 * Math.max(0, network.getScale() - 0.4);
  const drawn = (done) => network.once("afterDrawing", done);
  const self = { style: "taper", start, size, project, light, refresh, show, zoom, fit, pan, drawn, names, naming: () => order };
  return self;
})();

startExplorer(stage);
