// Series and comparison: what several texts cite, side by side. Two texts and more that are chosen are the columns; of one
// that is chosen, the texts of its series.
import { make } from "../dom.js";
import { language } from "../language.js";
import { titles } from "../naming.js";
import { ground } from "../page.js";
import { search } from "../search.js";
import { changes, grid } from "../series/grid.js";
import { inOneLanguage, matrix, withGaps } from "../series/matrix.js";
import { citedBy, memberOf, seriesOf } from "../series/members.js";

const SUGGESTED = 1000; // texts that the two fields suggest
const COUNTED = ["kept", "changed", "updated", "dropped", "new"];

/** @type {HTMLElement} */
let view = null;
/** @type {import("./protocol.js").Hooks} */
let hooks = null;
/** @type {import("../series/members.js").Member[][]} */
let series = [];
/** @type {number[]} */
let picked = [];
let asked = ["", ""]; // what was written in the two fields
let unknown = "";

const known = () => (series.length ? series : (series = seriesOf(ground.block("places-series") ?? [], ground)));
const reads = (members) => members.filter(({ read }) => read);

/** The columns for what is chosen: read texts alone, or joined gaps. */
function columnsFor(chosen) {
  if (chosen.length > 1) return chosen.map((row) => [memberOf(row, ground)]);
  const own = known().find((members) => members.some(({ row }) => row === chosen[0])) ?? (chosen.length ? [memberOf(chosen[0], ground)] : null);
  return own ? withGaps(own) : [];
}

/** @param {string} label
 * @param {HTMLElement} field */
const labelled = (label, field) => make("label", {}, make("span", { text: language.say(label) }), field);

function seriesField(chosen) {
  const choice = make("select", {}, make("option", { value: "", text: language.say("series.any") }));
  known().forEach((members, place) => {
    const read = reads(members);
    if (read.length < 2) return;
    const last = read[read.length - 1];
    const [title] = titles(last.row);
    const count = language.say("series.read", { read: language.number(read.length), texts: language.number(members.length) });
    choice.append(make("option", { value: place, text: [title?.[1] ?? last.label, last.label, count].join(" · "), dir: "auto" }));
    if (chosen.length === 1 && members.some(({ row }) => row === chosen[0])) choice.value = String(place);
  });
  choice.addEventListener("change", () => choice.value && hooks.set({ chosen: [reads(known()[Number(choice.value)]).at(-1).row] }));
  return choice.options.length > 1 ? labelled("series.choose", choice) : null;
}

function textField(place, chosen) {
  const value = asked[place] || (chosen.length === 2 ? ground.documents[chosen[place]].label : "");
  const field = make("input", { type: "text", list: "series-texts", autocomplete: "off", spellcheck: "false", dir: "auto", maxlength: "200", value });
  field.addEventListener("input", () => (asked[place] = field.value));
  return field;
}

function suggestions() {
  const rows = [...ground.documents.keys()].filter((row) => ground.documents[row].read).slice(0, SUGGESTED);
  return make("datalist", { id: "series-texts" }, ...rows.map((row) => make("option", { value: ground.documents[row].label, label: titles(row)[0]?.[1] ?? "" })));
}

function controls({ chosen }) {
  const fields = [textField(0, chosen), textField(1, chosen)];
  const form = make("form", {}, labelled("series.compare", fields[0]), labelled("series.with", fields[1]), make("button", { type: "submit", text: language.say("series.show") }), suggestions());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const rows = fields.map((field) => search.resolve(field.value));
    unknown = fields.filter((field, place) => rows[place] === null).map((field) => field.value.trim() || "?").join(", ");
    asked = unknown ? fields.map((field) => field.value) : ["", ""];
    if (unknown) render(hooks.state());
    else hooks.set({ chosen: rows });
  });
  return make("div", { class: "pickers" }, seriesField(chosen), form, unknown ? make("p", { role: "alert", class: "missing", text: language.say("missing", { names: unknown }) }) : null);
}

/** The language of the quotes: those that all columns have, the reader's first. */
function quoteField(shared) {
  if (shared.length < 2) return null;
  const choice = make("select", {}, ...shared.map((code) => make("option", { value: code, text: language.tongue(code) })));
  choice.value = shared[0];
  choice.addEventListener("change", () => hooks.set({ quotes: choice.value }, { replace: true }));
  return labelled("quotes", choice);
}

function changesField({ options }, { chosen }) {
  const box = make("input", { type: "checkbox" });
  box.checked = options.only === "changes";
  box.addEventListener("change", () => hooks.set({ chosen, options: { ...options, only: box.checked ? "changes" : "" } }, { replace: true }));
  return make("label", { class: "only" }, box, make("span", { text: language.say("series.changes") }));
}

function summary(lines) {
  const counts = new Map(COUNTED.map((state) => [state, 0]));
  for (const { cells } of lines) for (const { state } of cells) if (counts.has(state)) counts.set(state, counts.get(state) + 1);
  const items = [...counts].map(([state, count]) => make("li", { class: "is-" + state }, make("strong", { text: language.number(count) }), " " + language.say("state." + state)));
  return make("ul", { class: "states" }, ...items);
}

function pick(row, isPicked) {
  picked = picked.filter((each) => each !== row).concat(isPicked ? [row] : []);
  if (picked.length < 2) return;
  const order = (each) => known().flat().findIndex((member) => member.row === each);
  hooks.set({ chosen: picked.sort((a, b) => order(a) - order(b)) });
}

function table(state) {
  const columns = columnsFor(state.chosen);
  if (!columns.some(([{ read }]) => read)) return [make("p", { class: "quiet", text: language.say(columns.length ? "series.unknown" : "series.nothing") })];
  const cited = columns.map(([{ row, read }]) => (read ? citedBy(row, ground) : null));
  const { texts, language: code, shared } = inOneLanguage(cited, state.quotes || language.code());
  const lines = matrix(texts, (row) => ground.earlier.get(row));
  const shown = state.options.only === "changes" ? lines.filter(changes) : lines;
  const read = columns.filter(([member]) => member.read).length;
  const notes = [read < 2 ? "series.one" : "", read > 1 && !code && lines.length ? "series.apart" : "", read > 2 ? "series.columns" : ""];
  picked = [];
  const acts = { address: (row) => "#" + hooks.address({ chosen: [row], view: "", options: {} }), pick };
  return [
    read > 1 ? summary(lines) : null,
    make("div", { class: "choices" }, quoteField(shared), read > 1 ? changesField(state, state) : null),
    ...notes.filter(Boolean).map((key) => make("p", { class: "quiet", text: language.say(key) })),
    make("div", { class: "table", tabindex: "0", role: "region", "aria-label": language.say("view.series") }, grid(columns, shown, acts)),
  ];
}

function render(state) {
  view.replaceChildren(controls(state), ...table(state).filter(Boolean));
}

/** @type {import("./protocol.js").View} */
export const seriesView = {
  name: "series",
  suits: ({ documents }) => documents.some(({ read }) => read),
  start: (element, _, given) => ([view, hooks] = [element, given]),
  show: (state) => {
    unknown = "";
    render(state);
  },
  place: () => null,
};
