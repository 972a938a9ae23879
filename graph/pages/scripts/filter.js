// The legend is the filter: bodies by colour, kinds by shape, relations by the colour of their lines, and the years.
import { bitsOf, meet } from "./bits.js";
import { every, make, makeSign } from "./dom.js";
import { language } from "./language.js";
import { model } from "./model.js";

export const filter = (() => {
  const { about, documents, pairs, groups } = model;
  const off = { body: new Set(), kind: new Set(), group: new Set() };
  const years = documents.map((_, row) => model.year(row));
  const known = years.filter((year) => !Number.isNaN(year));
  const first = known.reduce((least, year) => Math.min(least, year), Infinity);
  const last = known.reduce((most, year) => Math.max(most, year), -Infinity);
  const span = [first, last];
  let only = ""; // the only relation shown, if any
  let bits = bitsOf(about.relations, about.relations);
  let changed = () => {};
  const shown = new Uint8Array(documents.length).fill(1);

  const shows = (each) => (only ? meet(each.bits, bits) : !off.group.has(each.name));
  const visible = (row) => shown[row] === 1;
  const keeps = (pair) => meet(pairs.bits[pair], bits) && shown[pairs.from[pair]] === 1 && shown[pairs.to[pair]] === 1;
  // The group that gives a pair its colour: the first one that is shown.
  const group = (pair) => groups.findIndex((each) => shows(each) && meet(pairs.bits[pair], only ? bits : each.bits));

  function apply() {
    const all = span[0] === first && span[1] === last;
    documents.forEach((each, row) => {
      const when = all || Number.isNaN(years[row]) || (years[row] >= span[0] && years[row] <= span[1]);
      shown[row] = Number(when && !off.body.has(each.body) && !off.kind.has(each.kind));
    });
    bits = only ? bitsOf(about.relations, [only]) : groups.filter(shows).reduce((sum, each) => sum + each.bits, 0);
    changed();
  }

  function item(part, name, sign, words, count) {
    const box = make("input", { type: "checkbox", ["data-" + part]: name });
    box.checked = !off[part].has(name);
    box.addEventListener("change", () => {
      if (box.checked) off[part].delete(name);
      else off[part].add(name);
      apply();
    });
    const label = make("label", { title: language.say("legend.toggle", { kind: words }) }, box, sign);
    label.append(make("span", { text: words }), make("span", { class: "count", text: language.number(count) }));
    return label;
  }

  const part = (key, ...children) => make("fieldset", { id: key }, make("legend", { text: language.say("legend." + key) }), ...children);

  function counts(name) {
    const found = new Map();
    for (const each of documents) found.set(each[name], (found.get(each[name]) || 0) + 1);
    return found;
  }

  function relations() {
    const sums = new Map(groups.map(({ name }) => [name, 0]));
    for (const pair of pairs.bits) {
      for (const each of groups) if (meet(pair, each.bits)) sums.set(each.name, sums.get(each.name) + 1);
    }
    const used = groups.filter((each) => sums.get(each.name));
    const present = about.relations.filter((name) => pairs.bits.some((pair) => meet(pair, bitsOf(about.relations, [name]))));
    const choice = make("select", { id: "only", "aria-label": language.say("legend.only") }, make("option", { value: "", text: language.say("legend.any") }));
    present.forEach((name) => choice.append(make("option", { value: name, text: language.say("relation." + name) })));
    choice.value = only;
    choice.addEventListener("change", () => {
      only = choice.value;
      for (const box of every("#groups input")) box.toggleAttribute("disabled", Boolean(only));
      apply();
    });
    const stroke = (name) => make("span", { class: "stroke " + name, "aria-hidden": "true" });
    const items = used.map(({ name }) => item("group", name, stroke(name), language.say("group." + name), sums.get(name)));
    return used.length ? part("groups", ...items, make("label", { class: "only" }, make("span", { text: language.say("legend.only") }), choice)) : null;
  }

  function slider() {
    if (!(first < last)) return null;
    const words = make("output", { id: "span", text: span.join("–") });
    const ends = span.map((value, end) => {
      const input = make("input", { type: "range", min: first, max: last, "aria-label": language.say(end ? "years.to" : "years.from") });
      input.value = value;
      input.addEventListener("input", () => {
        const wanted = Number(input.value);
        span[end] = end ? Math.max(wanted, span[0]) : Math.min(wanted, span[1]);
        input.value = span[end];
        words.textContent = span.join("–");
        apply();
      });
      return input;
    });
    const undated = years.length - known.length;
    const note = undated ? make("p", { class: "quiet", text: language.say("years.undated", { count: language.number(undated) }) }) : null;
    return part("years", words, make("div", { class: "range" }, ...ends), note);
  }

  function render() {
    const [bodies, kinds] = [counts("body"), counts("kind")];
    const parts = [
      part("bodies", ...about.bodies.map((name) => item("body", name, make("span", { class: "swatch " + name, "aria-hidden": "true" }), language.say("body." + name), bodies.get(name)))),
      part("kinds", ...about.kinds.map((name) => item("kind", name, makeSign(about.shapes[name]), language.say("kind." + name), kinds.get(name)))),
      relations(),
      slider(),
    ];
    document.getElementById("filters").replaceChildren(...parts.filter(Boolean));
    const line = (name) => make("span", { class: "arrow " + name, "aria-hidden": "true", text: "⟶" });
    const sign = (mark, key) => make("li", {}, mark, make("span", { text: language.say(key) }));
    document.getElementById("signs").replaceChildren(
      sign(makeSign("dot"), "legend.read"),
      sign(makeSign("dot", { filled: false }), "legend.cited-only"),
      sign(make("span", { class: "sizes", "aria-hidden": "true", text: "•●" }), "legend.size"),
      sign(line("out"), "legend.chosen"),
      sign(line("in"), "legend.citing"),
      ...(pairs.series.length ? [sign(make("span", { class: "stroke chain", "aria-hidden": "true" }), "legend.series")] : []),
    );
  }

  return { render, visible, keeps, group, listen: (listener) => (changed = listener) };
})();
