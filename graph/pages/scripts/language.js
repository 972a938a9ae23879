// The words of the page in the reader's language: from `?interface=` or `?lang=`, else the browser's languages, else the first of the table.
import { byId, every } from "./dom.js";

export const language = (() => {
  const { keys, languages } = JSON.parse(document.getElementById("strings").textContent);
  const table = languages.map(({ words, ...each }) => ({ ...each, text: Object.fromEntries(keys.map((key, place) => [key, words[place]])) }));
  const listeners = [];
  let current = table[0];

  // The words for a key; for an unknown key, its last part as in the data.
  function say(key, values = {}) {
    const words = Object.hasOwn(current.text, key) ? current.text[key] : key.slice(key.indexOf(".") + 1);
    return words.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
  }

  // The words for a key in every language of the pages.
  const everywhere = (key) => table.map(({ text }) => text[key] ?? "");

  // Making a formatter takes longer than using it a hundred times.
  const formats = new Map();
  function format(kind, make) {
    const key = kind + current.code;
    if (!formats.has(key)) formats.set(key, make());
    return formats.get(key);
  }

  const number = (value) => format("number", () => new Intl.NumberFormat(current.code)).format(value);

  // `fr` → French, français, 法语; an invalid code is shown unchanged.
  function tongue(code) {
    if (!/^[a-z]{2,3}$/.test(code)) return code;
    return format("tongue", () => new Intl.DisplayNames(current.code, { type: "language" })).of(code) || code;
  }

  // Translate words of the table's first language, such as the name of a body in a document, into the reader's language.
  function turn(words, prefix) {
    const key = Object.keys(table[0].text).find((each) => each.startsWith(prefix) && table[0].text[each] === words);
    return key ? say(key) : words;
  }

  // The address of a page beside this one, with the reader's language.
  function way(beside) {
    const [address, place] = beside.split("#", 2);
    return `${address.split("?")[0]}?lang=${current.code}${place === undefined ? "" : "#" + place}`;
  }

  // The address of a question to the server; `lang` may be a parameter of the question, hence another name.
  function question(address) {
    const [path, given = ""] = address.split("?", 2);
    const parameters = new URLSearchParams(given);
    parameters.set("interface", current.code);
    return `${path}?${parameters}`;
  }

  function find(code) {
    const wanted = String(code).toLowerCase();
    return table.find((each) => wanted === each.code || wanted.startsWith(each.code + "-"));
  }

  // Show the title in the reader's language; where there is none, the first.
  function choose(titles) {
    const own = titles.find((each) => each.dataset.for === current.code) ?? titles[0];
    for (const each of titles) each.hidden = each !== own;
  }

  function apply() {
    const root = document.documentElement;
    root.lang = current.code;
    root.dir = current.direction;
    for (const each of every("[data-t]")) each.textContent = say(each.dataset.t, { ...each.dataset });
    for (const each of every("[data-t-label]")) each.setAttribute("aria-label", say(each.dataset.tLabel));
    for (const each of every("[data-t-hint]")) each.setAttribute("placeholder", say(each.dataset.tHint));
    for (const each of every("[data-tongue]")) each.textContent = tongue(each.dataset.tongue);
    for (const each of every(".titles")) choose(/** @type {HTMLElement[]} */ ([...each.children]));
    for (const each of every("[data-number]")) each.textContent = number(Number(each.dataset.number));
    // The choice is passed on in links to the pages beside this one: a page opened as a file has no safe storage.
    for (const each of every("a[href*='.html']:not([href^='https:'])")) each.setAttribute("href", way(each.getAttribute("href")));
    for (const each of every("a[href^='query']")) each.setAttribute("href", question(each.getAttribute("href")));
    for (const each of every("input[name='interface']")) each.setAttribute("value", current.code);
    for (const listener of listeners) listener();
  }

  function start() {
    const given = new URLSearchParams(location.search);
    const asked = given.get("interface") ?? given.get("lang");
    const known = [asked, ...navigator.languages].filter(Boolean).map(find).find(Boolean);
    current = known || table[0];
    const choice = byId("language", HTMLSelectElement);
    choice.value = current.code;
    choice.addEventListener("change", () => {
      current = find(choice.value) || current;
      apply();
    });
    apply();
  }

  return { say, every: everywhere, turn, way, number, tongue, start, listen: (listener) => listeners.push(listener), code: () => current.code, first: table[0].code };
})();
