// A view on a canvas of our own: what map and timeline share. It moves to a text when that is chosen, not at other changes.
import { language } from "../language.js";
import { sketch } from "../sketch.js";

/** Make a view of a surface.
 * @param {object} given
 * @param {string} given.name
 * @param {(ground: import("../ground.js").Ground) => boolean} given.suits
 * @param {(ground: import("../ground.js").Ground, element: HTMLElement) => any} given.make gives the surface
 * @returns {import("./protocol.js").View} */
export function canvasView({ name, suits, make }) {
  let surface = null;
  let container = null;
  /** @type {import("../ground.js").Ground} */
  let ground = null;
  let chosen = "";

  function start(element, given, hooks) {
    [container, ground] = [element, given];
    surface = make(ground, element);
    element.setAttribute("role", "application");
    element.tabIndex = 0;
    surface.start(element, { choose: (row) => hooks.choose(row === null ? [] : [row]), point: hooks.point });
  }

  function show(state) {
    container.setAttribute("aria-label", language.say("canvas.label"));
    surface.refresh();
    const wanted = state.chosen.join(" ");
    if (wanted !== chosen && state.chosen.length) {
      const { cites, citedBy } = sketch.fan(state.chosen[0]);
      surface.look([...state.chosen, ...cites, ...citedBy]);
    }
    chosen = wanted;
  }

  function place(row) {
    const at = sketch.places(surface);
    const frame = container.getBoundingClientRect();
    return { x: frame.left + at.x[row], y: frame.top + at.y[row] };
  }

  function paint(context, bare) {
    const { width, height } = surface.size();
    context.globalAlpha = 1;
    context.fillStyle = sketch.theme.paper;
    if (!bare) context.fillRect(0, 0, width, height);
    surface.picture(context);
  }

  return {
    name,
    suits,
    start,
    show,
    place,
    figure: () => ({ ...surface.size(), paint }),
    geometry: () => surface.geometry?.() ?? null,
    settled: () => surface.settled(),
    light: () => surface.light(),
    zoom: (factor) => surface.zoom(factor),
    fit: () => surface.fit(),
    pan: (dx, dy) => surface.pan(dx, dy),
  };
}
