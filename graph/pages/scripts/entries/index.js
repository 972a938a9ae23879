// The overview: the reader's language, and a search that leads into the explorer, by the rules of the explorer's own.
import { encode } from "../address.js";
import { byId, every, make } from "../dom.js";
import { Finder } from "../finding.js";
import { fold } from "../folding.js";
import { language } from "../language.js";
import { vocabulary } from "../vocabulary.js";

const MOST = 12; // texts suggested
const input = byId("query", HTMLInputElement);
const list = byId("results", HTMLElement);
const texts = JSON.parse(document.getElementById("suggestions").textContent);
/** @type {Finder | null} */
let finder = null;
let found = [];
let active = -1;

const engine = () => (finder ??= new Finder(texts, vocabulary(), (kind) => fold(language.say("kind." + kind))));
const addressOf = (row) => language.way(`explore.html#${encode(texts[row].symbol)}`);

/** Where what was typed leads: to the text that it names, else to the texts that have the words. */
function whither(typed) {
  if (active >= 0) return addressOf(found[active]);
  const row = engine().resolve(typed);
  return row === null ? language.way(`explore.html#view=list&find=${encode(typed.trim())}`) : addressOf(row);
}

function option(row, position) {
  const { label, name } = texts[row];
  const item = make("li", { role: "option", id: "result-" + position, "aria-selected": "false" }, make("span", { class: "head", text: label, dir: "auto" }));
  if (name && name !== label) item.append(make("span", { class: "title", text: name, dir: "auto" }));
  item.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    location.assign(addressOf(row));
  });
  return item;
}

function show() {
  const all = input.value.trim() ? engine().find(input.value) : [];
  found = all.slice(0, MOST).map(({ row }) => row);
  list.replaceChildren(...found.map(option));
  list.hidden = !found.length;
  input.setAttribute("aria-expanded", String(found.length > 0));
  const key = found.length ? "search.some" : "search.none";
  byId("outcome", HTMLElement).textContent = input.value.trim() ? language.say(key, { count: language.number(all.length) }) : "";
  mark(-1);
}

function mark(position) {
  active = position;
  [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === position)));
  if (position < 0) return input.removeAttribute("aria-activedescendant");
  input.setAttribute("aria-activedescendant", "result-" + position);
  return list.children[position].scrollIntoView({ block: "nearest" });
}

function hide() {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  mark(-1);
}

/** @param {KeyboardEvent} event */
function press(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") return hide();
  if (!step || !found.length) return undefined;
  event.preventDefault();
  list.hidden = false;
  return mark(active < 0 && step < 0 ? found.length - 1 : (active + step + found.length) % found.length);
}

// `recalling serve` answers to addresses of this computer or to numbers alone; there, a question is answered by a click.
function isServed() {
  return location.protocol.startsWith("http") && (location.hostname === "localhost" || /^[\d.]+$|^\[/.test(location.hostname));
}

input.addEventListener("input", show);
input.addEventListener("blur", hide);
input.addEventListener("keydown", press);
byId("search", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  if (input.value.trim()) location.assign(whither(input.value));
});
if (isServed()) for (const each of every("a[data-query]")) each.setAttribute("href", `query?name=${each.dataset.query}`);
for (const each of every(".unserved")) each.hidden = isServed();
language.start();
