// A presentation: views that were saved, one after the other, filling the screen. They are kept in the address, so that they can be
// shared and kept as a bookmark: a page opened as a file has no safe place of its own.
import { encode } from "./address.js";
import { byId } from "./dom.js";
import { language } from "./language.js";

const MOST = 40; // views in an address

/** @type {import("./store.js").Store} */
let store = null;
let fit = () => {};
let steps = []; // addresses
let at = -1; // the one shown; -1 when nothing is presented

const decode = (words) => (words ? words.split("|").filter(Boolean).slice(0, MOST).map(decodeURIComponent) : []);

/** The addresses of saved views as one value of an address, and back.
 * @param {string[]} addresses */
export const pack = (addresses) => addresses.map((each) => encodeURIComponent(each)).join("|");

/** @param {string} words
 * @returns {string[]} */
export function unpack(words) {
  try {
    return decode(words);
  } catch (error) {
    if (error instanceof URIError) return [];
    throw error;
  }
}

const others = () => Object.fromEntries(Object.entries(store.state.options).filter(([name]) => name !== "steps"));

// The view of the moment, without the list of views.
const here = () => store.address({ options: others() });

function keep(next) {
  steps = next;
  store.set({ options: next.length ? { ...others(), steps: pack(next) } : others() }, { replace: true });
}

function show() {
  document.body.classList.toggle("presenting", at >= 0);
  byId("present", HTMLButtonElement).hidden = !steps.length;
  byId("forget", HTMLButtonElement).hidden = !steps.length;
  byId("present", HTMLButtonElement).textContent = language.say("present", { count: language.number(steps.length) });
  byId("step", HTMLElement).textContent = at >= 0 ? `${language.number(at + 1)} / ${language.number(steps.length)}` : "";
}

function go(to) {
  at = Math.min(steps.length - 1, Math.max(0, to));
  location.hash = `#${steps[at]}&steps=${encode(pack(steps))}`;
  show();
  setTimeout(() => fit(), 80); // the drawing has the whole screen now
}

function leave() {
  at = -1;
  if (document.fullscreenElement) document.exitFullscreen();
  show();
}

/** @param {KeyboardEvent} event */
function press(event) {
  if (at < 0) return;
  const by = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 }[event.key];
  if (event.key === "Escape") leave();
  else if (by) go(at + by);
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** @param {import("./store.js").Store} given
 * @param {() => void} whole shows the whole of a drawing in which no text is chosen */
function start(given, whole) {
  [store, fit] = [given, whole];
  steps = unpack(store.state.options.steps);
  const on = (id, act) => byId(id, HTMLElement).addEventListener("click", act);
  on("keep", () => keep([...steps, here()].slice(-MOST)));
  on("forget", () => keep([]));
  on("present", () => {
    document.documentElement.requestFullscreen?.().catch(() => show()); // a frame may not fill the screen; it presents all the same
    go(0);
  });
  on("leave", leave);
  addEventListener("keydown", press, { capture: true });
  language.listen(show);
  store.listen(({ options }) => {
    steps = unpack(options.steps);
    show();
  });
}

export const presenting = { start };
