// The search box with suggestions (WAI-ARIA combobox), by symbol, number, address, well-known name or title in any language.
import { byId, make } from "./dom.js";
import { Finder } from "./finding.js";
import { fold } from "./folding.js";
import { language } from "./language.js";
import { badgeOf, signOf } from "./marks.js";
import { safeAddress, titles } from "./naming.js";
import { ground } from "./page.js";
import { scene } from "./scene.js";
import { vocabulary } from "./vocabulary.js";

const MOST = 12;
const FEW = 8; // texts shown that the page does not hold
const input = byId("query", HTMLInputElement);
const list = byId("results", HTMLElement);
const outcome = byId("outcome", HTMLElement);
/** @type {import("./store.js").Store} */
let store = null;
let found = [];
let active = -1;
let finders = null;
let scrolled = false;

/** What the whole collection holds besides. @returns {import("./ground.js").Work[]} */
const others = () => (ground.block("others") ?? []).map(([symbol, label, url, body]) => ({ symbol, label, url, kind: "document", body }));

function engines() {
  const words = vocabulary();
  finders ??= { here: new Finder(ground.documents, words, (kind) => fold(language.say("kind." + kind))), elsewhere: new Finder(others(), words) };
  return finders;
}

// Index while the reader looks at the page, so that no keystroke waits for it.
function prepare() {
  const { here } = engines();
  if (here.prepare(150)) (globalThis.requestIdleCallback ?? setTimeout)(prepare);
}

function option(row, position) {
  const each = ground.documents[row];
  const [title] = titles(row);
  const item = make("li", { role: "option", id: "result-" + position, "aria-selected": "false" });
  const hidden = scene.shown.visible[row] ? null : make("span", { class: "quiet", text: language.say("search.hidden") });
  item.append(make("span", { class: "head" }, signOf(row), make("span", { text: each.label, dir: "auto" }), badgeOf(row), hidden));
  if (title) item.append(make("span", { class: "title", text: title[1], lang: title[0] || null, dir: "auto" }));
  item.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    take(position);
  });
  return item;
}

// Texts of the collection that this page leaves out, with the way to them.
function beyond(query) {
  const { elsewhere } = engines();
  const hits = elsewhere.find(query).slice(0, FEW);
  const links = hits.map(({ row }) => {
    const { label, url } = elsewhere.documents[row];
    const outside = safeAddress(url);
    const name = make("span", { text: label, dir: "auto" });
    return make("li", { class: "beyond", role: "presentation" }, outside ? make("a", { href: outside, target: "_blank", rel: "noopener noreferrer" }, name) : url ? make("a", { href: language.way(url) }, name) : name); // else a page beside this one
  });
  return links.length ? [make("li", { class: "quiet", role: "presentation", text: language.say("search.elsewhere") }), ...links] : [];
}

function show() {
  const query = input.value;
  const all = query.trim() ? engines().here.find(query).map(({ row }) => row) : [...ground.documents.slice(0, 12).keys()];
  found = all.slice(0, MOST);
  const none = make("li", { class: "quiet", role: "presentation", text: language.say("search.none") });
  list.replaceChildren(...(found.length ? found.map(option) : [none]), ...(query.trim() ? beyond(query) : []));
  outcome.textContent = found.length ? language.say("search.some", { count: language.number(all.length) }) : language.say("search.none");
  list.hidden = false;
  input.setAttribute("aria-expanded", "true");
  rewind();
  mark(query && found.length ? 0 : -1);
}

// To the first suggestion; nothing is laid out for it where it is in sight.
function rewind() {
  if (scrolled) list.scrollTop = 0;
  scrolled = false;
}

function hide() {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function mark(position) {
  active = position;
  found.forEach((_, row) => list.children[row].setAttribute("aria-selected", String(row === position)));
  if (position < 0) return input.removeAttribute("aria-activedescendant");
  input.setAttribute("aria-activedescendant", "result-" + position);
  if (position) list.children[position].scrollIntoView({ block: "nearest" }); // the first is in sight
  else rewind();
  return undefined;
}

function take(position) {
  if (position < 0 || position >= found.length) return;
  hide();
  store.set({ chosen: [found[position]] });
}

/** @param {KeyboardEvent} event */
function press(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    if (list.hidden) show();
    else if (found.length) mark((active + step + found.length) % found.length);
  } else if (event.key === "Enter") {
    event.preventDefault();
    if (list.hidden) show();
    take(Math.max(active, 0));
  } else if (event.key === "Escape" && !list.hidden) {
    event.stopPropagation();
    hide();
  }
}

/** @param {import("./store.js").Store} given */
function start(given) {
  store = given;
  input.addEventListener("input", show);
  list.addEventListener("scroll", () => (scrolled = list.scrollTop > 0), { passive: true });
  input.addEventListener("focus", () => input.select());
  input.addEventListener("click", show);
  input.addEventListener("blur", hide);
  input.addEventListener("keydown", press);
  language.listen(() => {
    if (!list.hidden) show();
  });
  setTimeout(prepare, 400); // after the first drawing
}

export const search = {
  start,
  focus: () => input.focus(),
  resolve: (name) => engines().here.resolve(name),
  matching: (words) => engines().here.matching(words),
  /** @param {string} words
   * @returns {number[]} the texts that answer, the best first */
  found: (words) => engines().here.find(words).map(({ row }) => row),
};
