// The legend is the filter. Above, what the citing texts are (their years and body, their verb); below, which texts are shown.
import { byId, every, make, makeSign } from "./dom.js";
import { language } from "./language.js";
import { ground } from "./page.js";

const { about, documents, pairs } = ground;

/** @type {import("./store.js").Store} */
let store = null;
/** @type {import("./filtering.js").Filtering} */
let engine = null;
const known = [...new Set(pairs.from)].map((row) => ground.years[row]).filter((year) => !Number.isNaN(year));
const first = known.reduce((least, year) => Math.min(least, year), Infinity);
const last = known.reduce((most, year) => Math.max(most, year), -Infinity);
const groups = about.groups.map(([name]) => name);

const part = (key, ...children) => make("fieldset", { id: key }, make("legend", { text: language.say("legend." + key) }), ...children);

// Of a list that holds all when it is empty: what it holds after one of its boxes was changed.
function toggled(all, held, name, on) {
  const now = all.filter((each) => (each === name ? on : !held.length || held.includes(each)));
  return now.length === all.length ? [] : now;
}

function item(kind, field, all, name, sign, words) {
  const box = make("input", { type: "checkbox", ["data-" + kind]: name });
  box.addEventListener("change", () => {
    const held = toggled(all, store.state.filter[field], name, box.checked);
    // Nothing would be left: a list without members asks for nothing, so the last box stays.
    if (held.length || all.length === 1 || box.checked) store.filter(field === "acts" ? { acts: held, verbs: [] } : { [field]: held });
    else box.checked = true;
  });
  const label = make("label", { title: language.say("legend.toggle", { kind: words }) }, box, sign);
  label.append(make("span", { text: words }), make("span", { class: "count", "data-count": `${kind}.${name}` }));
  const only = make("button", { type: "button", class: "alone", "data-alone": name, text: language.say("legend.alone"), "aria-label": `${language.say("legend.alone")}: ${words}` });
  only.addEventListener("click", () => store.filter({ [field]: [name], ...(field === "acts" ? { verbs: [] } : {}) }));
  return make("div", { class: "item" }, label, only);
}

function select(id, label, options, act) {
  const choice = make("select", { id, "aria-label": label }, make("option", { value: "", text: language.say("legend.any") }));
  for (const [value, words] of options) choice.append(make("option", { value, text: words }));
  choice.addEventListener("change", () => act(choice.value));
  return make("label", { class: "only" }, make("span", { text: label }), choice);
}

function relations() {
  const present = about.relations.filter((_, place) => engine.sets.some((set) => Math.floor(set / 2 ** place) % 2));
  if (!present.length) return null;
  const used = groups.filter((name) => about.groups.find((each) => each[0] === name)[1].some((each) => present.includes(each)));
  const stroke = (name) => make("span", { class: "stroke " + name, "aria-hidden": "true" });
  const items = used.map((name) => item("group", "acts", used, name, stroke(name), language.say("group." + name)));
  const verbs = present.map((name) => [name, language.say("relation." + name)]);
  return part("groups", ...items, select("only", language.say("legend.only"), verbs, (verb) => store.filter({ verbs: verb ? [verb] : [], acts: [] })));
}

function years() {
  if (!(first < last)) return null;
  const ends = ["from", "to"].map((end) => {
    const input = make("input", { type: "range", min: first, max: last, "data-end": end, "aria-label": language.say("years." + end) });
    input.addEventListener("input", () => {
      const { from, to } = store.state.filter;
      const wanted = Number(input.value);
      const value = end === "from" ? Math.min(wanted, to ?? last) : Math.max(wanted, from ?? first);
      store.filter({ [end]: value === (end === "from" ? first : last) ? null : value }, { replace: true });
    });
    return input;
  });
  return part("years", make("output", { id: "span" }), make("div", { class: "range" }, ...ends), make("p", { class: "quiet", id: "undated" }));
}

function citing() {
  const sources = new Set(engine.citing().map((row) => documents[row].body));
  const bodies = about.bodies.filter((name) => sources.has(name)).map((name) => [name, language.say("body." + name)]);
  return bodies.length > 1 ? part("sources", select("by", language.say("legend.by"), bodies, (body) => store.filter({ by: body ? [body] : [] }))) : null;
}

function render() {
  const swatch = (name) => make("span", { class: "swatch " + name, "aria-hidden": "true" });
  const parts = [
    years(),
    citing(),
    relations(),
    part("bodies", ...about.bodies.map((name) => item("body", "bodies", about.bodies, name, swatch(name), language.say("body." + name)))),
    part("kinds", ...about.kinds.map((name) => item("kind", "kinds", about.kinds, name, makeSign(about.shapes[name]), language.say("kind." + name)))),
  ];
  byId("filters", HTMLElement).replaceChildren(...parts.filter(Boolean));
  const line = (name) => make("span", { class: "arrow " + name, "aria-hidden": "true", text: document.documentElement.dir === "rtl" ? "⟵" : "⟶" });
  const sign = (mark, key) => make("li", {}, mark, make("span", { text: language.say(key) }));
  byId("signs", HTMLElement).replaceChildren(
    sign(makeSign("dot"), "legend.read"),
    sign(makeSign("dot", { filled: false }), "legend.cited-only"),
    sign(make("span", { class: "sizes", "aria-hidden": "true", text: "•●" }), "legend.size"),
    sign(line("out"), "legend.chosen"),
    sign(line("in"), "legend.citing"),
    ...(pairs.series.length ? [sign(make("span", { class: "stroke chain", "aria-hidden": "true" }), "legend.series")] : []),
  );
}

// How many texts or pairs of each kind the filter leaves.
function counts({ visible, keeps, group }) {
  const [bodies, kinds, sums] = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)];
  for (let row = 0; row < visible.length; row += 1) {
    bodies[engine.body[row]] += visible[row];
    kinds[engine.kind[row]] += visible[row];
  }
  for (let pair = 0; pair < keeps.length; pair += 1) sums[group[pair]] += keeps[pair];
  const named = (prefix, names, found) => names.map((name, place) => /** @type {[string, number]} */ ([prefix + name, found[place]]));
  return new Map([...named("body.", about.bodies, bodies), ...named("kind.", about.kinds, kinds), ...named("group.", groups, sums)]);
}

// The years, and how many citing texts have none.
function span({ from, to }, undated) {
  const ends = { from: from ?? first, to: to ?? last };
  for (const input of /** @type {HTMLInputElement[]} */ (every("#years input"))) input.value = String(ends[input.dataset.end]);
  for (const words of every("#span")) words.textContent = `${ends.from}–${ends.to}`;
  for (const words of every("#undated")) {
    words.hidden = !undated;
    words.textContent = language.say("years.undated", { count: language.number(undated) });
  }
}

/** Show what the filter is and what it leaves.
 * @param {import("./store.js").State} state
 * @param {import("./filtering.js").Shown} shown */
function show({ filter }, shown) {
  const held = { body: filter.bodies, kind: filter.kinds, group: filter.acts };
  for (const box of /** @type {HTMLInputElement[]} */ (every("#filters input[type=checkbox]"))) {
    const [[kind, name]] = Object.entries(box.dataset);
    box.checked = !held[kind].length || held[kind].includes(name);
  }
  span(filter, shown.counts.undated);
  const only = (list) => (list.length === 1 ? list[0] : "");
  for (const choice of /** @type {HTMLSelectElement[]} */ (every("#only"))) choice.value = only(filter.verbs);
  for (const choice of /** @type {HTMLSelectElement[]} */ (every("#by"))) choice.value = only(filter.by);
  const found = counts(shown);
  for (const each of every("#filters [data-count]")) {
    const words = language.number(found.get(each.dataset.count) || 0);
    if (each.textContent !== words) each.textContent = words;
  }
}

/** @param {import("./store.js").Store} given
 * @param {import("./filtering.js").Filtering} filtering */
function start(given, filtering) {
  [store, engine] = [given, filtering];
}

export const legend = { start, render, show };
