// The explorer: one page, a list and several drawings of the same texts, kept in step with what the address asks for.
import { byId, every, make } from "./dom.js";
import { detail } from "./detail.js";
import { Filtering } from "./filtering.js";
import { language } from "./language.js";
import { legend } from "./legend.js";
import { titles } from "./naming.js";
import { ground } from "./page.js";
import { presenting } from "./presenting.js";
import { saving } from "./saving.js";
import { scene } from "./scene.js";
import { search } from "./search.js";
import { sketch } from "./sketch.js";
import { Store } from "./store.js";
import { texts } from "./texts.js";
import { VIEWS } from "./views/all.js";

const { about, documents, numbers } = ground;
const views = VIEWS.filter((view) => !view.suits || view.suits(ground));
const engine = new Filtering(ground);
const store = new Store(ground, (name) => search.resolve(name));
const started = new Map(); // view → its element
let current = null;
let filter = null; // the one that `scene.shown` is the result of
let closed = null; // the element that had the focus before a text was chosen
let scrolled = 0; // how far the list was

const hooks = {
  choose: (rows) => store.set({ chosen: rows }),
  point,
  set: (patch, how) => store.set(patch, how),
  state: () => store.state,
  address: (patch) => store.address(patch),
};

function usual() {
  const asked = document.body.dataset.view;
  return views.find(({ name }) => name === asked) ?? views.find((view) => view.first?.(ground)) ?? views.find(({ name }) => name === "map");
}

const viewOf = (state) => views.find(({ name }) => name === state.view) ?? usual();

function open(view) {
  if (view === current) return;
  current?.hide?.();
  if (!started.has(view)) {
    const element = make("div", { class: `view ${view.name}`, id: `view-${view.name}` });
    byId("stage", HTMLElement).append(element);
    started.set(view, element);
    for (const [each, other] of started) other.hidden = each !== view;
    view.start(element, ground, hooks);
  }
  for (const [each, element] of started) element.hidden = each !== view;
  current = view;
  document.body.dataset.view = view.name;
  for (const tab of every("#views [data-view]")) tab.setAttribute("aria-pressed", String(tab.dataset.view === view.name));
  for (const each of every("[data-needs]")) each.hidden = !view[each.dataset.needs];
}

function update(state) {
  if (filter !== state.filter) scene.shown = engine.apply(state.filter);
  filter = state.filter;
  const [chosen = null] = state.chosen;
  if (scene.chosen !== chosen) settle(chosen);
  scene.chosen = chosen;
  open(viewOf(state));
  legend.show(state, scene.shown);
  texts.show(state, scene.shown);
  detail.show(state, scene.shown);
  describe(state);
  point(null);
  current.show(state, scene.shown);
  // Links to the other pages open them at the same text.
  for (const link of every("nav a")) link.setAttribute("href", link.getAttribute("href").split("#")[0] + location.hash);
}

// The panel shows the list, or the text that was chosen.
function settle(row) {
  const panel = byId("panel", HTMLElement);
  byId("listing", HTMLElement).hidden = row !== null;
  byId("detail", HTMLElement).hidden = row === null;
  if (row === null) {
    if (closed?.isConnected) closed.focus({ preventScroll: true });
    panel.scrollTop = scrolled;
    return;
  }
  if (scene.chosen === null) [closed, scrolled] = [document.activeElement, panel.scrollTop];
  panel.scrollTop = 0;
  panel.focus({ preventScroll: true });
}

function describe(state) {
  const { counts, filtered } = scene.shown;
  const shown = { texts: language.number(about.texts.shown), citations: language.number(about.citations.shown) };
  const words = [language.say("extent", shown)];
  if (about.texts.shown < about.texts.all) words.push(language.say("extent.cut", { shown: shown.texts, texts: language.number(about.texts.all) }));
  if (!about.texts.shown) words.push(language.say("extent.none"));
  byId("extent", HTMLElement).textContent = words.join(" · ");
  const rest = byId("filtered", HTMLElement);
  rest.hidden = !(filtered || counts.texts < documents.length || state.find);
  byId("filtered-words", HTMLElement).textContent = language.say("extent.filtered", { texts: language.number(counts.texts), pairs: language.number(counts.pairs), citing: language.number(counts.citing) });
  const missing = byId("missing", HTMLElement);
  missing.hidden = !state.missing.length;
  missing.textContent = state.missing.length ? language.say("missing", { names: state.missing.map((name) => name.slice(0, 80)).join(", ") }) : "";
}

// The next text of the list.
function step(by) {
  const shown = texts.listed();
  if (!shown.length) return;
  const place = shown.indexOf(scene.chosen);
  hooks.choose([shown[place < 0 ? 0 : (place + by + shown.length) % shown.length]]);
}

/** @param {number | null} row
 * @param {MouseEvent} [event] */
function point(row, event) {
  const tip = byId("tip", HTMLElement);
  tip.hidden = row === null || !event;
  const lit = row !== null && scene.chosen === null ? row : null;
  if (scene.pointed !== lit) {
    scene.pointed = lit;
    current?.light?.();
  }
  byId("stage", HTMLElement).classList.toggle("over", row !== null);
  if (tip.hidden) return;
  const [title] = titles(row);
  const each = documents[row];
  tip.replaceChildren(make("strong", { text: each.label, dir: "auto" }));
  if (title) tip.append(make("span", { text: title[1], lang: title[0] || null, dir: "auto" }));
  tip.append(make("span", { class: "quiet", text: [language.say("kind." + each.kind), language.turn(each.organ, "body."), each.date].filter(Boolean).join(" · "), dir: "auto" }));
  tip.append(make("span", { class: "quiet", text: language.say("panel.times", { count: language.number(scene.shown.cited[row]) }) }));
  const frame = byId("stage", HTMLElement).getBoundingClientRect();
  const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
  tip.style.left = Math.max(4, Math.min(x + 14, frame.width - tip.offsetWidth - 8)) + "px";
  tip.style.top = Math.max(4, y + 14 + tip.offsetHeight > frame.height ? y - tip.offsetHeight - 10 : y + 14) + "px";
}

/** @param {KeyboardEvent} event */
function press(event) {
  const writing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName) && !/^(checkbox|range)$/.test(/** @type {HTMLInputElement} */ (document.activeElement).type);
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.key === "Escape") {
    if (store.state.chosen.length) hooks.choose([]);
    else if (!writing) texts.unmark();
  }
  else if (writing) return;
  else if (event.key === "/") {
    event.preventDefault();
    search.focus();
  } else if (event.key === "n" || event.key === "p") step(event.key === "n" ? 1 : -1);
  else if (event.key === "r") store.reset();
}

/** @param {KeyboardEvent} event */
function steer(event) {
  const moves = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] }[event.key];
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !current.pan) return;
  if (moves) current.pan(...moves);
  else if (event.key === "+" || event.key === "=") current.zoom(1.4);
  else if (event.key === "-") current.zoom(1 / 1.4);
  else if (event.key === "0") current.fit();
  else return;
  event.preventDefault();
  point(null);
}

function tabs() {
  const buttons = views.map(({ name }) => make("button", { type: "button", "data-view": name, "aria-pressed": String(current?.name === name), text: language.say("view." + name) }));
  for (const button of buttons) button.addEventListener("click", () => store.set({ view: button.dataset.view }));
  byId("views", HTMLElement).replaceChildren(...buttons);
}

function watch() {
  const on = (id, act) => byId(id, HTMLElement).addEventListener("click", act);
  const again = () => update(store.state);
  language.listen(tabs);
  language.listen(legend.render);
  language.listen(again);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    sketch.readTheme();
    again();
  });
  on("close", () => hooks.choose([]));
  on("reset", () => store.reset());
  on("closer", () => current.zoom(1.4));
  on("farther", () => current.zoom(1 / 1.4));
  on("whole", () => current.fit());
  addEventListener("keydown", press);
  byId("stage", HTMLElement).addEventListener("keydown", steer);
}

const settled = () => current.settled?.() ?? Promise.resolve();

/** Start the page. */
export function startExplorer() {
  if (matchMedia("(max-width: 760px)").matches) byId("legend", HTMLDetailsElement).open = false;
  sketch.readTheme();
  legend.start(store, engine);
  texts.start(store, search.matching);
  detail.start(store, engine);
  search.start(store);
  saving.start(store, () => current);
  presenting.start(store, () => store.state.chosen.length || current.fit?.());
  document.body.classList.toggle("embedded", new URLSearchParams(location.search).has("embed"));
  watch();
  language.start();
  store.listen(update);
  settled().then(() => requestAnimationFrame(() => (document.documentElement.dataset.ready = String(Math.round(performance.now())))));
  // For tests and for pages that embed this one: choose texts by symbol, change the state, ask for positions in the window.
  globalThis.recalling = Object.freeze({
    choose: (...symbols) => hooks.choose(symbols.map((symbol) => numbers.get(symbol)).filter((row) => row !== undefined)),
    set: (patch) => store.set(patch),
    filter: (patch) => store.filter(patch, { replace: true }),
    where: (symbol) => (numbers.has(symbol) ? current.place(numbers.get(symbol)) : null),
    geometry: () => current.geometry?.() ?? null,
    svg: saving.svg,
    settled,
  });
}
