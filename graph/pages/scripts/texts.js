// The list of texts beside every drawing: sorted, narrowed by words, in step with the filter.
import { byId, every, make } from "./dom.js";
import { language } from "./language.js";
import { badgeOf, signOf } from "./marks.js";
import { titles } from "./naming.js";
import { COLUMNS, ordering, ranks, sortRows } from "./ordering.js";
import { ground } from "./page.js";
import { makeTable } from "./table.js";

const HEIGHT = 46; // of a row; page.css has the same
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
let ranked = { code: "", text: null, title: null };

/** How many texts a text cites; a text that was not read may cite others that nobody knows of.
 * @param {number} row
 * @returns {string} */
export const citesWords = (row) => (documents[row].read || shown.cites[row] ? language.number(shown.cites[row]) : language.say("list.unknown"));

function cells(row) {
  const each = documents[row];
  const [title] = titles(row);
  const link = make("a", { href: "#" + store.address({ chosen: [row] }), class: "text" }, signOf(row), make("span", { text: each.label, dir: "auto" }), badgeOf(row));
  const name = title && title[1] !== each.label ? make("span", { class: "title", text: title[1], lang: title[0] || null, dir: "auto", title: title[1] }) : null;
  return [
    make("td", { class: "name" }, link, name),
    make("td", { class: "date", text: each.date || each.year || "" }),
    make("td", { class: "body", text: language.say("body." + each.body) }),
    make("td", { class: "number", text: language.number(shown.cited[row]) }),
    make("td", { class: "number cites", text: citesWords(row) }),
  ];
}

function render(row, place) {
  const made = make("tr", { "aria-rowindex": place + 2, "data-row": row }, ...cells(row));
  if (store.state.chosen.includes(row)) made.setAttribute("aria-current", "true");
  return made;
}

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
  table.show(rows);
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
  table = makeTable({ scroller: byId("panel", HTMLElement), body, height: HEIGHT, row: render });
  for (const button of every("#texts th button")) button.addEventListener("click", () => sort(button.parentElement.dataset.column));
  const input = byId("find", HTMLInputElement);
  input.addEventListener("input", () => store.set({ find: input.value.trim() }, { replace: true }));
  body.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const row = target.closest("tr")?.dataset.row;
    if (row && !target.closest("a")) store.set({ chosen: [Number(row)] });
  });
}

export const texts = { start, show, listed, redraw: () => table.draw() };
