// The document page: the reader's language; from reference to reference; a change of the version keeps the paragraph.
import { every } from "../dom.js";
import { language } from "../language.js";

const [before, after, told] = ["previous", "next", "step"].map((id) => document.getElementById(id));

/** What the address names: the version, and the paragraph or the reference in it. */
function named() {
  const [version, ...rest] = (document.querySelector(":target")?.id ?? "").split("/");
  const shown = document.getElementById(version)?.matches(".version") ? version : (document.querySelector(".version")?.id ?? "");
  return { version: shown, place: rest.join("/") };
}

/** Put the version in the reader's language first: the first is shown where the address names none. */
function meet() {
  const own = document.getElementById(language.code());
  const first = document.querySelector(".version");
  if (own?.matches(".version") && own !== first) first.before(own);
}

/** The references of the version that is shown, in the order of the text: the rows beside the paragraphs. */
function references({ version }) {
  return [...new Set(every(".rows > li[id]", document.getElementById(version) ?? document).map(({ id }) => "#" + id))];
}

function tell() {
  const { version, place } = named();
  const all = references({ version });
  const at = all.indexOf(`#${version}/${place}`);
  if (told) told.textContent = all.length ? language.say(at < 0 ? "document.found" : "document.step", { at: language.number(at + 1), count: language.number(all.length) }) : "";
  for (const button of [before, after]) button?.toggleAttribute("disabled", !all.length);
  // Another version opens at the same paragraph, where it has one.
  const row = place.startsWith("r") ? document.getElementById(`${version}/${place}`)?.closest(".passage")?.id : `${version}/${place}`;
  const paragraph = (row ?? "").slice(version.length);
  for (const tab of every(".versions a")) {
    tab.dataset.version ??= tab.getAttribute("href").slice(1);
    const there = tab.dataset.version + paragraph;
    tab.setAttribute("href", "#" + (document.getElementById(there) ? there : tab.dataset.version));
    tab.setAttribute("aria-current", String(tab.dataset.version === version));
  }
}

/** Go to another reference; from a paragraph, to the first one in it or after it.
 * @param {number} by */
function step(by) {
  const { version, place } = named();
  const all = references({ version });
  if (!all.length) return;
  let at = all.indexOf(`#${version}/${place}`);
  if (at < 0) {
    const from = document.getElementById(`${version}/${place}`);
    const follows = (href) => from && from.compareDocumentPosition(document.getElementById(href.slice(1))) & Node.DOCUMENT_POSITION_FOLLOWING;
    const next = from ? all.findIndex(follows) : 0;
    at = by > 0 ? (next < 0 ? all.length : next) - 1 : next < 0 ? all.length : next;
  }
  location.hash = all[(at + by + all.length) % all.length];
}

before?.addEventListener("click", () => step(-1));
after?.addEventListener("click", () => step(1));
for (const event of ["hashchange", "load"]) addEventListener(event, tell);
addEventListener("keydown", (event) => {
  const writing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
  if (!after || writing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "n" || event.key === "p") step(event.key === "n" ? 1 : -1);
});
for (const each of every(".steps")) each.hidden = false;
language.listen(meet);
language.listen(tell);
language.start();
