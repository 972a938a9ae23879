// The layers of a drawing in the page. A large one is drawn by a worker, so that the page answers meanwhile: it is sent what changed,
// and sends back finished pictures. A small one, or where a browser has no such workers, is drawn at once.
import { make } from "../dom.js";
import { sketch } from "../sketch.js";
import { paintBase, paintFocus, paintFrame, paintNames, project } from "./picture.js";

const SMALL = 4000; // texts and lines up to which the page draws itself
const SWIFT = 24; // milliseconds up to which it draws at every step of a movement
const REST = 110; // milliseconds of rest that a slower drawing waits for
const LAYERS = ["base", "names", "above", "frame"]; // from below
const DRAWN = ["base", "names", "frame"]; // all but the text in focus
const PORTION = 800; // names sent at once

/** @typedef {import("./types.js").Shot} Shot */

/** Start the worker, whose script the page holds; null where the browser has none, or the page is small.
 * @returns {Worker | null} */
function hire() {
  const script = document.getElementById("painter");
  if (!script || !["Worker", "OffscreenCanvas"].every((name) => name in globalThis)) return null;
  const address = URL.createObjectURL(new Blob([script.textContent ?? ""], { type: "text/javascript" }));
  try {
    return new Worker(address);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // a policy stricter than the page's own
    return null;
  }
}

export class Painter {
  /** @param {import("./types.js").Plate} plate
   * @param {object} given
   * @param {() => Shot} given.shot what is to be seen
   * @param {() => import("./types.js").Left} given.left
   * @param {() => import("./types.js").Focus | null} given.focus
   * @param {(row: number, titled: boolean) => string} given.nameOf
   * @param {(view: Shot["view"]) => void} given.painted called when a view is on the screen */
  constructor(plate, { shot, left, focus, nameOf, painted }) {
    this.plate = plate;
    this.shot = shot;
    this.left = left;
    this.focus = focus;
    this.nameOf = nameOf;
    this.painted = painted;
    this.element = make("div", { class: "layers", "aria-hidden": "true" });
    /** @type {Record<string, HTMLCanvasElement>} */
    this.canvases = Object.fromEntries(LAYERS.map((name) => [name, make("canvas", { class: name })]));
    this.element.append(...LAYERS.map((name) => this.canvases[name]));
    this.worker = plate.looks.length + plate.from.length > SMALL ? hire() : null;
    this.busy = false; // the worker draws
    this.wanted = false; // another picture is wanted after that
    this.cost = 0;
    this.rest = 0; // timer
    this.sent = { left: null, code: "", names: 0 };
    /** @type {{key: string, left: unknown, at: import("./types.js").At | null}} */
    this.held = { key: "", left: null, at: null };
    /** @type {(() => void)[]} */
    this.waiting = [];
    this.worker?.addEventListener("message", ({ data }) => this.present(data));
    this.worker?.addEventListener("error", () => this.dismiss());
    this.worker?.postMessage({ plate });
  }

  /** Without the worker, the page draws itself. */
  dismiss() {
    this.worker?.terminate();
    this.worker = null;
    this.busy = this.wanted = false;
    for (const name of DRAWN) {
      const fresh = make("canvas", { class: name });
      this.canvases[name].replaceWith(fresh);
      this.canvases[name] = fresh;
    }
    this.draw();
  }

  /** Draw texts that stand elsewhere now. @param {import("./types.js").Plate} plate */
  replace(plate) {
    this.plate = plate;
    this.held.key = "";
    this.worker?.postMessage({ plate });
  }

  /** Where texts stand on the screen at the moment. */
  places() {
    const shot = this.shot();
    const left = this.left();
    const key = JSON.stringify([shot.view, shot.scale]);
    if (this.held.key !== key || this.held.left !== left || !this.held.at) this.held = { key, left, at: project(this.plate, left, shot) };
    return /** @type {import("./types.js").At} */ (this.held.at);
  }

  /** Draw what is to be seen: at once, after a rest, or when the worker is free.
   * @param {boolean} [moving] whether the view is moved, and the next step may follow soon */
  ask(moving = false) {
    clearTimeout(this.rest);
    if (this.worker) {
      // What is asked for in one go is drawn once: a view that opens asks when it starts and when it is shown.
      if (!this.busy && !this.wanted) queueMicrotask(() => this.worker && !this.busy && this.send());
      this.wanted = true;
    } else if (this.cost < SWIFT) this.draw();
    else this.rest = setTimeout(() => this.draw(), moving ? REST + 30 : REST);
  }

  send() {
    const shot = this.shot();
    const left = this.left();
    const message = { shot, ratio: devicePixelRatio || 1, left: null };
    if (this.sent.left !== left) message.left = left;
    this.sent.left = left;
    this.busy = true;
    this.wanted = false;
    this.tell(shot);
    this.worker.postMessage(message);
    this.light();
  }

  // The names of texts: the most cited with the first picture, the others while the page rests.
  tell(shot) {
    if (this.sent.code !== shot.code) this.sent = { ...this.sent, code: shot.code, names: 0 };
    const { length } = this.plate.looks;
    if (this.sent.names >= length) return;
    const [low, high] = [this.sent.names, Math.min(length, this.sent.names + PORTION)];
    const rows = Array.from({ length: high - low }, (_, place) => low + place);
    this.sent.names = high;
    this.worker.postMessage({ names: rows.map((row) => this.nameOf(row, false)), titles: rows.map((row) => this.nameOf(row, true)), low });
    const later = globalThis.requestIdleCallback ?? setTimeout;
    if (high < length) later(() => this.worker && this.sent.names === high && this.tell(this.shot()));
  }

  /** Put the worker's pictures on the screen. */
  present({ pictures, view }) {
    DRAWN.forEach((name, place) => {
      const canvas = this.canvases[name];
      const picture = pictures[place];
      if (canvas.width !== picture.width || canvas.height !== picture.height) Object.assign(canvas, { width: picture.width, height: picture.height });
      /** @type {ImageBitmapRenderingContext} */ (canvas.getContext("bitmaprenderer")).transferFromImageBitmap(picture);
    });
    this.busy = false;
    this.painted(view);
    if (this.wanted) this.send();
    else this.rested();
  }

  draw() {
    clearTimeout(this.rest);
    const began = performance.now();
    const shot = this.shot();
    const [left, at] = [this.left(), this.places()];
    const fresh = (name) => sketch.fresh(this.canvases[name], shot.size);
    paintBase(fresh("base"), this.plate, left, shot, at);
    const names = fresh("names");
    if (!shot.chosen) paintNames(names, this.plate, left, shot, at, (row) => this.nameOf(row, shot.titled));
    paintFrame(fresh("frame"), this.plate, shot);
    this.light();
    this.cost = performance.now() - began;
    this.painted({ ...shot.view });
    this.rested();
  }

  /** Draw the text in focus alone; the other layers are only dimmed. */
  light() {
    const shot = this.shot();
    const focus = this.focus();
    const context = sketch.fresh(this.canvases.above, shot.size);
    const lit = focus ? (focus.chosen ? "chosen" : "pointed") : "";
    if (this.element.dataset.lit !== lit) this.element.dataset.lit = lit;
    if (focus) paintFocus(context, this.plate, this.left(), shot, this.places(), focus, (row) => this.nameOf(row, shot.titled));
  }

  /** All layers on one canvas, for pictures. @param {CanvasRenderingContext2D} context */
  paint(context) {
    const shot = this.shot();
    const [left, at, focus] = [this.left(), this.places(), this.focus()];
    const nameOf = (row) => this.nameOf(row, shot.titled);
    paintBase(context, this.plate, left, shot, at);
    if (focus) {
      context.globalAlpha = focus.chosen ? 0.86 : 0.72;
      context.fillStyle = shot.theme.paper;
      context.fillRect(0, 0, shot.size.width, shot.size.height);
      context.globalAlpha = 1;
      paintFocus(context, this.plate, left, shot, at, focus, nameOf);
    } else paintNames(context, this.plate, left, shot, at, nameOf);
    paintFrame(context, this.plate, shot);
  }

  rested() {
    for (const done of this.waiting.splice(0)) done();
  }

  /** @returns {Promise<void>} resolved when what was asked for is on the screen */
  settled() {
    return new Promise((done) => (this.busy || this.wanted ? this.waiting.push(done) : done()));
  }
}
