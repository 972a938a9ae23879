// The list of texts beside every drawing: sorted, narrowed by words, in step with the filter. Several texts can be marked in it.
import { encode } from "./address.js";
import { byId, every, make } from "./dom.js";
import { language } from "./language.js";
import { badgeOf, signOf } from "./marks.js";
import { titles } from "./naming.js";
import { COLUMNS, ordering, ranks, sortRows } from "./ordering.js";
import { ground } from "./page.js";
import { Selection } from "./selection.js";
import { makeTable } from "./table.js";

const HEIGHT = 46; // of a row; page.css has the same
const TOGETHER = 40; // marked texts that a drawing can be about
const { documents } = ground;
const dates = Int32Array.from(documents, ({ date, year }) => {
  const [, y, m = "0", d = "0"] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date || year || "") ?? [];
  return y ? Number(y) * 10_000 + Number(m) * 100 + Number(d) : 0;
});

/** @type {import("./store.js").Store} */
let store = null;
/** @type {import("./filtering.js").Shown} */
let shown = null;
/** @type {(words: string) => ((row: number) => boolean)} */
let matching = () => () => true;
let table = null;
let rows = [];
let around = ""; // the address of the moment without its texts
let ranked = { code: "", text: null, title: null };

/** How many texts a text cites; a text that was not read may cite others that nobody knows of.
 * @param {number} row
 * @returns {string} */
export const citesWords = (row) => (documents[row].read || shown.cites[row] ? language.number(shown.cites[row]) : language.say("list.unknown"));

/** @type {(row: number) => string} */
const hrefOf = (row) => "#" + encode(documents[row].symbol) + (around && "&" + around);

function set(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

const put = (element, words) => {
  if (element.textContent !== words) element.textContent = words;
};

/** An empty row; it is filled again and again as the list scrolls or changes.
 * @returns {import("./table.js").Row} */
function makeRow() {
  const box = make("input", { type: "checkbox", class: "pick", tabindex: "-1" });
  const name = make("span", { dir: "auto" });
  const link = make("a", { class: "text" }, name);
  const title = make("span", { class: "title", dir: "auto" });
  const cells = ["date", "body", "number", "number cites"].map((kind) => make("td", { class: kind }));
  const element = make("tr", {}, make("td", { class: "name" }, box, link, title), ...cells);
  let [worn, code] = [-1, ""]; // the text whose sign and names it bears, and in which language
  const dress = (row) => {
    const { label } = documents[row];
    const [own] = titles(row);
    const called = own && own[1] !== label ? own : null;
    put(name, label);
    link.replaceChildren(...[signOf(row), name, badgeOf(row)].filter(Boolean));
    title.hidden = !called;
    put(title, called?.[1] ?? "");
    set(title, "title", called?.[1] ?? null);
    set(title, "lang", called?.[0] || null);
    set(box, "aria-label", language.say("list.select", { text: label }));
    set(element, "data-row", String(row));
    [worn, code] = [row, language.code()];
  };
  const fill = (row, place) => {
    if (worn !== row || code !== language.code()) dress(row);
    const each = documents[row];
    set(link, "href", hrefOf(row));
    [each.date || each.year || "", language.say("body." + each.body), language.number(shown.cited[row]), citesWords(row)].forEach((words, at) => put(cells[at], words));
    set(element, "aria-rowindex", String(place + 2));
    set(element, "aria-current", store.state.chosen.includes(row) ? "true" : null);
    element.classList.toggle("marked", marked.has(row));
    box.checked = marked.has(row);
  };
  return { element, fill };
}

// What is told of the marked texts, and what can be done with them.
function tell() {
  byId("marked", HTMLElement).hidden = !marked.size;
  byId("marked-words", HTMLElement).textContent = language.say("list.selected", { count: language.number(marked.size) });
}

const marked = new Selection(() => {
  tell();
  table.draw();
});

// Ranks of symbols and titles in the reader's language, made when a reader first sorts by them.
function rank(column) {
  if (ranked.code !== language.code()) ranked = { code: language.code(), text: null, title: null };
  const words = column === "text" ? () => documents.map(({ label }) => label) : () => documents.map((_, row) => titles(row)[0]?.[1] ?? "");
  ranked[column] ??= ranks(words(), language.code());
  return ranked[column];
}

function key(column) {
  const { bodies } = ground.about;
  if (column === "cited" || column === "cites") return (row) => shown[column][row];
  if (column === "date") return (row) => dates[row];
  if (column === "body") return (row) => bodies.indexOf(documents[row].body);
  const places = rank(column);
  return (row) => places[row];
}

/** The texts as listed, in their order. */
const listed = () => [...rows];

/** @param {import("./store.js").State} state
 * @param {import("./filtering.js").Shown} result */
function show(state, result) {
  shown = result;
  const matches = state.find ? matching(state.find) : () => true;
  const seen = [];
  for (let row = 0; row < documents.length; row += 1) if (shown.visible[row] && matches(row)) seen.push(row);
  const { column, down } = ordering(state.sort);
  rows = /** @type {any} */ (sortRows(seen, key(column), down));
  for (const head of every("#texts th[data-column]")) head.setAttribute("aria-sort", head.dataset.column === column ? (down ? "descending" : "ascending") : "none");
  byId("texts", HTMLTableElement).setAttribute("aria-rowcount", String(rows.length + 1));
  const words = { shown: language.number(rows.length), texts: language.number(documents.length) };
  byId("listed", HTMLElement).textContent = language.say(rows.length < documents.length ? "list.some" : "list.all", words);
  const input = byId("find", HTMLInputElement);
  if (document.activeElement !== input) input.value = state.find;
  around = store.address({ chosen: [] });
  tell();
  table.show(rows);
}

/** @param {MouseEvent} event */
function click(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  const row = Number(target.closest("tr")?.dataset.row ?? NaN);
  if (Number.isNaN(row)) return;
  const link = target.closest("a");
  const box = target.matches(".pick");
  if (event.shiftKey) marked.extend(row, rows);
  else if (box || event.ctrlKey || event.metaKey) marked.toggle(row);
  else if (link) return;
  else store.set({ chosen: [row] });
  if (!box) event.preventDefault();
}

/** Marking by keys, from the link of a row.
 * @param {KeyboardEvent} event */
function press(event) {
  const row = Number(/** @type {HTMLElement} */ (event.target).closest("tr")?.dataset.row ?? NaN);
  if (event.key === " " && !Number.isNaN(row)) {
    if (event.shiftKey) marked.extend(row, rows);
    else marked.toggle(row);
  } else if (event.key === "a" && (event.ctrlKey || event.metaKey)) marked.set(rows);
  else return;
  event.preventDefault();
}

function sort(column) {
  const now = ordering(store.state.sort);
  const down = now.column === column ? !now.down : COLUMNS[column];
  store.set({ sort: (down ? "-" : "") + column }, { replace: true });
}

/** @param {import("./store.js").Store} given
 * @param {typeof matching} find gives what tells whether a text has some words */
function start(given, find) {
  [store, matching] = [given, find];
  const [body] = byId("texts", HTMLTableElement).tBodies;
  table = makeTable({ scroller: byId("panel", HTMLElement), body, height: HEIGHT, row: makeRow, moved: (place) => marked.extend(rows[place], rows) });
  for (const button of every("#texts th button")) button.addEventListener("click", () => sort(button.parentElement.dataset.column));
  const input = byId("find", HTMLInputElement);
  input.addEventListener("input", () => store.set({ find: input.value.trim() }, { replace: true }));
  body.addEventListener("click", click);
  body.addEventListener("mousedown", (event) => event.shiftKey && event.preventDefault()); // a range of rows, not of words
  body.addEventListener("keydown", press);
  byId("unmark", HTMLElement).addEventListener("click", () => marked.set([]));
  byId("together", HTMLElement).addEventListener("click", () => store.set({ chosen: marked.ordered(rows).slice(0, TOGETHER) }));
}

export const texts = { start, show, listed, redraw: () => table.draw(), marked: () => marked.ordered(rows), unmark: () => marked.set([]) };
