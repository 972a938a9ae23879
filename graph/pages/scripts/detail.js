// A chosen text: what is known of it, and one row a citation, languages folded.
import { encode } from "./address.js";
import { version } from "./citations.js";
import { byId, make } from "./dom.js";
import { language } from "./language.js";
import { badgeOf, signOf } from "./marks.js";
import { place, safeAddress, titles } from "./naming.js";
import { ground } from "./page.js";
import { citesWords } from "./texts.js";

const PARAGRAPH = /\n\s*\n/; // what ends a paragraph in the text as read
const AROUND = 30; // code units from which the words around a quote may go on
const FIRST = 40; // citations shown at once; the others as the reader scrolls to the end
const { documents } = ground;

/** @type {import("./store.js").Store} */
let store = null;
/** @type {import("./filtering.js").Filtering} */
let engine = null;
/** @type {{cites: import("./citations.js").Folded[], citedBy: import("./citations.js").Folded[]}} */
let held = { cites: [], citedBy: [] };

/** A link to a text in this page.
 * @param {number} row */
const linkTo = (row) => make("a", { href: "#" + store.address({ chosen: [row] }) }, make("span", { text: documents[row].label, dir: "auto" }));

// A list of words; those beyond the first few are shown on demand.
function noted(title, words) {
  const few = words.length > 7 ? 6 : words.length;
  const line = [title, make("span", { text: words.slice(0, few).join("; "), dir: "auto" })];
  if (few === words.length) return make("p", { class: "quiet" }, ...line);
  const summary = make("summary", {}, ...line, " · " + language.say("panel.more", { count: language.number(words.length - few) }));
  return make("details", { class: "quiet" }, summary, make("span", { text: words.slice(few).join("; "), dir: "auto" }));
}

// `120-50-3` → in favour, against, abstaining; anything else unchanged.
function vote(words) {
  const found = /^(\d+)-(\d+)-(\d+)$/.exec(words);
  return found ? language.say("panel.vote", { yes: found[1], no: found[2], abstaining: found[3] }) : words;
}

function facts(row, shown) {
  const each = documents[row];
  return [
    language.say("kind." + each.kind),
    language.turn(each.organ, "body."),
    each.date,
    each.unts ? language.say("panel.unts", { number: each.unts }) : null,
    language.say(each.read ? "panel.read" : "panel.not-read"),
    each.titles && each.nameFrom === "catalogue" ? language.say("name.catalogue") : null,
    each.impossible,
    language.say("panel.times", { count: language.number(shown.cited[row]) }),
    each.read || shown.cites[row] ? language.say("panel.cites-count", { count: citesWords(row) }) : language.say("panel.unknown"),
  ].filter(Boolean);
}

function describe(row, shown) {
  const each = documents[row];
  const [main, ...others] = titles(row);
  const heading = make("h2", { id: "name", dir: "auto" }, signOf(row), make("span", { text: each.label, dir: "auto" }), badgeOf(row));
  const chain = ground.chain(row);
  const note = (key) => (each[key] ? noted(language.say("panel." + key) + " ", each[key].split("; ")) : null);
  const address = safeAddress(each.url);
  return [
    heading,
    main ? make("p", { class: "title", text: main[1], lang: main[0] || null, dir: "auto" }) : null,
    ...others.map(([code, words]) => make("p", { class: "title other", text: words, lang: code || null, dir: "auto" })),
    make("ul", { class: "facts" }, ...facts(row, shown).map((fact) => make("li", { text: fact, dir: "auto" }))),
    each.vote ? make("p", { class: "quiet", text: vote(each.vote), dir: "auto" }) : null,
    ...["subjects", "sponsors", "agenda_item", "draft"].map(note),
    chain.length ? make("p", { class: "chain", text: language.say("panel.series") + " " }, ...chain.map((other) => (other === row ? make("strong", { text: each.label, dir: "auto" }) : linkTo(other)))) : null,
    make(
      "p",
      { class: "ways" },
      each.page ? make("a", { class: "open", href: language.way(each.page), text: language.say("panel.text") }) : null,
      address ? make("a", { class: "open", href: address, target: "_blank", rel: "noopener noreferrer", text: language.say("panel.open") + " ↗" }) : null,
    ),
  ].filter(Boolean);
}

// The paragraph, as a link if the citing text has a page.
export function where({ citing, paragraph, language: code }) {
  const { page } = documents[citing];
  const words = place(paragraph);
  return page && code ? make("a", { href: language.way(`${page}#${encode(code)}/${encode(paragraph)}`), text: words }) : make("span", { text: words });
}

function about(citation, folded) {
  const year = documents[citation.citing].date || documents[citation.citing].year;
  const others = folded.versions.map((each) => each.language).filter((code, at, all) => code && all.indexOf(code) === at);
  return [
    citation.basis && citation.basis !== "object" ? language.say("basis." + citation.basis) : "",
    citation.pinpoint,
    year,
    citation.page ? language.say("panel.page", { number: citation.page }) : "",
    citation.certainty && citation.certainty !== "explicit" ? language.say("certainty." + citation.certainty) : "",
    citation.role ? language.say("role." + citation.role) : "",
    citation.via ? language.say("panel.via", { place: place(citation.via) }) : "",
    others.sort((a, b) => Number(b === citation.language) - Number(a === citation.language) || (a < b ? -1 : 1)).map((code) => language.tongue(code)).join(", "),
    citation.note,
  ].filter(Boolean);
}

// The sentence around the quote, the quote marked. Ellipses are outside: inside a right-to-left text they would change sides.
export function sentence({ prefix = "", quote, suffix = "", language: code }) {
  if (!quote) return null;
  const before = prefix.split(PARAGRAPH).at(-1);
  const [after] = suffix.split(PARAGRAPH);
  const cut = (words, whole) => (words && words.length === whole.length && whole.length >= AROUND ? "…" : "");
  return make("blockquote", { lang: code || null, dir: "auto" }, cut(before, prefix) + before, make("mark", { text: quote }), after + cut(after, suffix));
}

/** One citation; `side` says which of its ends is named. */
function entry(folded, side) {
  const citation = version(folded, [store.state.quotes, language.code()].filter(Boolean));
  const other = side === "cites" ? folded.cited : folded.citing;
  const [title] = titles(other);
  const link = linkTo(other);
  link.classList.add("text");
  link.prepend(signOf(other));
  const what = make("p", { class: "what" }, make("strong", { text: language.say("relation." + citation.relation) }));
  if (citation.verb) what.append(" ", make("q", { text: citation.verb, lang: citation.language || null, dir: "auto" }));
  what.append(" · ", where(citation));
  for (const fact of about(citation, folded)) what.append(" · ", make("span", { text: fact, dir: "auto" }));
  const head = make("p", { class: "who" }, link, badgeOf(other), title ? make("span", { class: "title", text: title[1], lang: title[0] || null, dir: "auto", title: title[1] }) : null);
  return make("li", { class: "entry" }, head, what, sentence(citation));
}

// The entries of a long list are added as the reader comes to their end.
function entries(folded, side) {
  const list = make("ul", { class: "citations" }, ...folded.slice(0, FIRST).map((each) => entry(each, side)));
  let next = FIRST;
  if (folded.length <= FIRST) return [list];
  const more = make("button", { type: "button", class: "more" });
  const grow = () => {
    list.append(...folded.slice(next, next + FIRST).map((each) => entry(each, side)));
    next += FIRST;
    if (next >= folded.length) more.remove();
    else more.textContent = language.say("panel.more", { count: language.number(folded.length - next) });
  };
  more.textContent = language.say("panel.more", { count: language.number(folded.length - next) });
  more.addEventListener("click", grow);
  new IntersectionObserver((seen) => {
    if (more.isConnected && seen.some(({ isIntersecting }) => isIntersecting)) grow();
  }, { root: byId("panel", HTMLElement), rootMargin: "400px" }).observe(more);
  return [list, more];
}

function section(key, side, row, shown) {
  const each = documents[row];
  const elsewhere = side === "cites" ? each.citesElsewhere : each.citedElsewhere;
  const folded = held[side];
  const count = make("span", { class: "count", text: language.say("panel.rows", { count: language.number(folded.length) }) });
  const unknown = side === "cites" && !each.read && !folded.length;
  const none = folded.length || elsewhere ? null : make("p", { class: "quiet", text: language.say(unknown ? "panel.unknown" : shown.filtered ? "panel.filtered" : "panel.none") });
  const more = elsewhere ? make("p", { class: "quiet", text: language.say("panel.elsewhere", { count: language.number(elsewhere) }) }) : null;
  return make("section", { class: key, "data-side": side }, make("h3", {}, make("span", { text: language.say("panel." + key) }), count), none, ...entries(folded, side), more);
}

// The languages in which quotes can be read; a reader may prefer one to that of the page.
function languages() {
  const found = [...new Set([...held.cites, ...held.citedBy].flatMap(({ versions }) => versions.map((each) => each.language)))].filter(Boolean);
  if (found.length < 2) return null;
  const choice = make("select", { id: "quotes" }, make("option", { value: "", text: language.say("quotes.own") }));
  for (const code of found.sort()) choice.append(make("option", { value: code, lang: code, text: language.tongue(code) }));
  choice.value = store.state.quotes;
  choice.addEventListener("change", () => store.set({ quotes: choice.value }, { replace: true }));
  return make("label", { class: "only" }, make("span", { text: language.say("quotes") }), choice);
}

/** The citations that the filter leaves of a text. */
function remaining(row, { filter }) {
  const { cites, citedBy } = ground.citations(row);
  const relations = ground.about.relations;
  const bits = engine.bits(filter);
  const counts = ({ citing, versions }) => engine.passes(filter, citing) && versions.some(({ relation }) => Math.floor(bits / 2 ** Math.max(0, relations.indexOf(relation))) % 2);
  return { cites: cites.filter(counts), citedBy: citedBy.filter(counts) };
}

/** @param {import("./store.js").State} state
 * @param {import("./filtering.js").Shown} shown */
function show(state, shown) {
  const element = byId("content", HTMLElement);
  if (!state.chosen.length) return element.replaceChildren();
  const [row] = state.chosen;
  held = remaining(row, state);
  // A text that was not read is asked for what cites it; of one that was read, what it cites comes first.
  const sections = [section("cites", "cites", row, shown), section("cited-by", "citedBy", row, shown)];
  if (!documents[row].read) sections.reverse();
  const others = state.chosen.length > 1 ? [make("p", { class: "together", text: language.say("panel.chosen") + " " }, ...state.chosen.flatMap((each) => [linkTo(each), " "]))] : [];
  return element.replaceChildren(...others, ...describe(row, shown), ...[languages()].filter(Boolean), ...sections);
}

/** @param {import("./store.js").Store} given
 * @param {import("./filtering.js").Filtering} filtering */
function start(given, filtering) {
  [store, engine] = [given, filtering];
}

export const detail = { start, show, held: () => held };
