// The search: a box with suggestions (WAI-ARIA combobox), by symbol or by title in any language the network has.
import { byId, make } from "./dom.js";
import { language } from "./language.js";
import { badgeOf, signOf } from "./marks.js";
import { model } from "./model.js";

export const search = (() => {
  const MOST = 40;
  const input = byId("query", HTMLInputElement);
  const list = document.getElementById("results");
  const outcome = document.getElementById("outcome");
  const KINDS = ["resolution", "decision", "statement", "treaty", "conference-document", "document"];
  let index = null;
  let found = [];
  let active = -1;
  /** @type {(row: number) => void} */
  let choose = () => {};

  const fold = (value) => value.normalize("NFKC").toLowerCase();
  const tight = (value) => fold(value).replace(/\s+/g, "");

  function entries() {
    index ??= model.documents.map((each) => ({
      symbol: tight(each.symbol),
      words: fold([each.symbol, each.label, each.date || "", each.organ || "", each.name || "", ...Object.values(each.names || {}), ...Object.values(each.titles || {})].join("\n")),
      kind: KINDS.indexOf(each.kind),
    }));
    return index;
  }

  // 0 the symbol itself, 1 its number (62/37), 2 its beginning, 3 a part of it, 4 words; null when nothing matches.
  function rank(entry, query, words, kindWords) {
    if (entry.symbol === query) return 0;
    if (entry.symbol.endsWith("/" + query)) return 1;
    if (entry.symbol.startsWith(query)) return 2;
    if (entry.symbol.includes(query)) return 3;
    const own = kindWords[entry.kind];
    return words.every((word) => entry.words.includes(word) || own.includes(word)) ? 4 : null;
  }

  function find(value) {
    const query = tight(value);
    if (!query) return model.documents.slice(0, 12).map((_, row) => row);
    const words = fold(value).split(/\s+/).filter(Boolean);
    const kindWords = KINDS.map((kind) => fold(language.say("kind." + kind)));
    const hits = [];
    entries().forEach((entry, row) => {
      const place = rank(entry, query, words, kindWords);
      if (place !== null) hits.push({ row, place, kind: place === 1 ? entry.kind : 0 });
    });
    return hits.sort((a, b) => a.place - b.place || a.kind - b.kind || a.row - b.row).map(({ row }) => row);
  }

  function option(row, position) {
    const each = model.documents[row];
    const [title] = model.titles(row);
    const item = make("li", { role: "option", id: "result-" + position, "aria-selected": "false" });
    const head = make("span", { class: "head" });
    head.append(signOf(row), make("span", { text: each.label, dir: "auto" }), badgeOf(row) ?? "");
    item.append(head);
    if (title) item.append(make("span", { class: "title", text: title[1], lang: title[0] || null, dir: "auto" }));
    item.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      take(position);
    });
    return item;
  }

  function show() {
    const all = find(input.value);
    found = all.slice(0, MOST);
    list.replaceChildren(...found.map(option));
    if (!found.length) list.append(make("li", { class: "quiet", role: "presentation", text: language.say("search.none") }));
    outcome.textContent = found.length ? language.say("search.some", { count: language.number(all.length) }) : language.say("search.none");
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    mark(input.value && found.length ? 0 : -1);
  }

  function hide() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(position) {
    active = position;
    [...list.children].forEach((item, row) => item.setAttribute("aria-selected", String(row === position)));
    if (position < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", "result-" + position);
    return list.children[position].scrollIntoView({ block: "nearest" });
  }

  function take(position) {
    if (position < 0 || position >= found.length) return;
    const row = found[position];
    hide();
    choose(row);
  }

  input.addEventListener("input", show);
  input.addEventListener("focus", () => {
    input.select();
  });
  input.addEventListener("click", show);
  input.addEventListener("blur", hide);
  input.addEventListener("keydown", (event) => {
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
  });
  language.listen(() => {
    if (!list.hidden) show();
  });

  return { start: (listener) => (choose = listener), focus: () => input.focus() };
})();
