// The two canvases of a drawing around texts: lines and texts below, names and the text in focus above.
import { make } from "../dom.js";
import { sketch } from "../sketch.js";

/** @param {object} given
 * @param {() => {width: number, height: number}} given.size
 * @param {() => {kx: number, ky: number, ox: number, oy: number}} given.view
 * @param {(view: {kx: number, ky: number, ox: number, oy: number}) => void} given.painted called when a view is on the screen
 * @param {(context: CanvasRenderingContext2D) => void} given.below
 * @param {(context: CanvasRenderingContext2D) => void} given.top */
export function makeLayers({ size, view, painted, below, top }) {
  const base = make("canvas", { class: "base" });
  const above = make("canvas", { class: "above" });
  let asked = 0;
  const light = () => top(sketch.fresh(above, size()));

  function draw() {
    asked = 0;
    below(sketch.fresh(base, size()));
    light();
    painted({ ...view() });
  }

  return {
    element: make("div", { class: "layers", "aria-hidden": "true" }, base, above),
    light,
    ask: (moving = false) => {
      if (moving) draw();
      else asked ||= setTimeout(draw, 0);
    },
    settled: () => Promise.resolve(),
  };
}
