// What the reader takes along: the list or the citations shown as a table or for a reference manager, a figure, a snippet.
import { version } from "./citations.js";
import { compose } from "./compose.js";
import { detail } from "./detail.js";
import { byId, every, make } from "./dom.js";
import { bibtex, csv, ris, tabbed } from "./export.js";
import { language } from "./language.js";
import { place, titles } from "./naming.js";
import { ground } from "./page.js";
import { PdfRecorder } from "./pdf.js";
import { save } from "./picture.js";
import { Recorder } from "./recorder.js";
import { scene } from "./scene.js";
import { sketch } from "./sketch.js";
import { citesWords, texts } from "./texts.js";

const PIXELS = 96 / 25.4; // CSS pixels in a millimetre
const DOTS = 300 / 96; // of a PNG, in a CSS pixel: 300 dots an inch
const { about, documents } = ground;

/** @type {import("./store.js").Store} */
let store = null;
/** @type {() => import("./views/protocol.js").View} */
let current = () => null;

const titleOf = (row) => {
  const [title] = Object.keys(documents[row].titles || {}).length ? titles(row) : [];
  return title ? title[1] : "";
};

// The texts that are marked, else all that are listed.
const wanted = () => (texts.marked().length ? texts.marked() : texts.listed());

function textRows() {
  const names = ["symbol", "text", "title", "date", "body", "cited", "cites"];
  return [names, ...wanted().map((row) => {
    const each = documents[row];
    return [each.symbol, each.label, titleOf(row), each.date || each.year || "", language.say("body." + each.body), scene.shown.cited[row], citesWords(row)];
  })];
}

function citationRows() {
  const names = ["citing", "cited", "relation", "verb", "paragraph", "prefix", "quote", "suffix", "pinpoint", "date of the citing text", "language", "languages"];
  const { cites, citedBy } = detail.held();
  return [names, ...[...cites, ...citedBy].map((folded) => {
    const each = version(folded, [store.state.quotes, language.code()].filter(Boolean));
    const languages = [...new Set(folded.versions.map((one) => one.language))].join(" ");
    return [documents[each.citing].symbol, documents[each.cited].symbol, each.relation, each.verb, place(each.paragraph), each.prefix ?? "", each.quote, each.suffix ?? "", each.pinpoint, documents[each.citing].date || "", each.language, languages];
  })];
}

/** The texts marked, else those listed; of a chosen text itself and those that cite it or that it cites.
 * @returns {[import("./ground.js").Work, string][]} */
function works() {
  const { chosen } = store.state;
  const { cites, citedBy } = detail.held();
  const rows = chosen.length ? new Set([...chosen, ...cites.map(({ cited }) => cited), ...citedBy.map(({ citing }) => citing)]) : wanted();
  return [...rows].map((row) => [documents[row], titleOf(row)]);
}

const FORMS = {
  csv: () => new Blob(["\ufeff", csv(rows())], { type: "text/csv;charset=utf-8" }), // the mark lets a spreadsheet read all letters
  ris: () => new Blob([ris(works())], { type: "application/x-research-info-systems" }),
  bib: () => new Blob([bibtex(works())], { type: "application/x-bibtex" }),
};
const rows = () => (store.state.chosen.length ? citationRows() : textRows());

function tell(words) {
  byId("took", HTMLElement).textContent = words;
}

/** Copy words to the clipboard; by way of a selection where the page may not, as in a frame or a file.
 * @param {string} words */
async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    const field = make("textarea", { class: "unseen" });
    field.value = words;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  tell(language.say("saved.copied"));
}

// What the filters leave out, in words; none where all is shown.
function filterWords({ filter, find }) {
  const years = filter.from !== null || filter.to !== null ? [`${language.say("legend.years")}: ${filter.from ?? ""}–${filter.to ?? ""}`] : [];
  const list = (key, prefix, names) => (names.length ? [`${language.say(key)}: ${names.map((name) => language.say(prefix + name)).join(", ")}`] : []);
  return [
    ...years,
    ...list("legend.sources", "body.", filter.by),
    ...list("legend.only", "relation.", filter.verbs),
    ...list("legend.groups", "group.", filter.acts),
    ...list("legend.bodies", "body.", filter.bodies),
    ...list("legend.kinds", "kind.", filter.kinds),
    ...(find ? [`“${find}”`] : []),
  ];
}

/** What a figure says of itself: counts, filters, how recent its data are, and where it is from. */
function notes() {
  const { counts } = scene.shown;
  const newest = documents.filter(({ read, date }) => read && date).reduce((last, { date }) => (date > last ? date : last), "");
  const values = { texts: language.number(counts.texts), pairs: language.number(counts.pairs), citing: language.number(counts.citing) };
  const address = `explore.html#${store.address()}`;
  return [
    [language.say("figure.counts", values), ...filterWords(store.state)].join(" · "),
    [newest ? language.say("figure.newest", { date: document.documentElement.dir === "rtl" ? `\u2066${newest}\u2069` : newest }) : "", language.say("figure.source", { texts: language.number(about.texts.all), citations: language.number(about.citations.all) })].filter(Boolean).join(" · "),
    address.length > 1 && address.length < 300 ? address : "",
  ].filter(Boolean);
}

/** @returns {import("./compose.js").Item[]} */
function legendItems() {
  const seen = (name, key) => documents.some((each, row) => each[key] === name && scene.shown.visible[row]);
  const disc = (colour, hollow) => (context, x, y) => {
    Object.assign(context, { fillStyle: hollow ? sketch.theme.paper : colour, strokeStyle: colour, lineWidth: 1.4 });
    context.beginPath();
    context.moveTo(x + 5, y);
    context.arc(x, y, 5, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  };
  const stroke = (colour) => (context, x, y) => {
    Object.assign(context, { strokeStyle: colour, lineWidth: 2.5 });
    context.beginPath();
    context.moveTo(x - 8, y);
    context.lineTo(x + 8, y);
    context.stroke();
  };
  const used = new Set(scene.shown.group.filter((_, pair) => scene.shown.keeps[pair]));
  return [
    ...about.bodies.filter((name) => seen(name, "body")).map((name) => ({ words: language.say("body." + name), mark: disc(sketch.theme[name].full, false) })),
    { words: language.say("legend.cited-only"), mark: disc(sketch.theme.quiet, true) },
    ...about.groups.filter((_, place) => used.has(place)).map(([name]) => ({ words: language.say("group." + name), mark: stroke(sketch.theme[name]) })),
    ...(store.state.chosen.length ? [["legend.chosen", "cites"], ["legend.citing", "citing"]] : []).map(([key, colour]) => ({ words: language.say(key), mark: stroke(sketch.theme[colour]) })),
  ];
}

const field = (id) => byId(id, HTMLInputElement);

/** The figure that the form asks for; drawn in the colours of the light theme, as paper is. */
function figure() {
  const millimetres = (id, usual) => Math.min(2000, Math.max(30, Number(field(id).value) || usual)) * PIXELS;
  const legend = field("figure-legend").checked ? legendItems() : [];
  return compose(current().figure(), { width: millimetres("figure-width", 180), height: millimetres("figure-height", 130), title: field("figure-title").value.trim(), notes: notes(), legend, bare: field("figure-bare").checked });
}

async function draw(form, { width, height, paint }) {
  if (form === "svg") {
    const recorder = new Recorder({ width, height }, "mm", PIXELS);
    paint(recorder);
    return new Blob([new XMLSerializer().serializeToString(recorder.root)], { type: "image/svg+xml" });
  }
  if (form === "pdf") {
    const recorder = new PdfRecorder({ width, height });
    paint(recorder);
    return recorder.blob(field("figure-title").value);
  }
  const canvas = Object.assign(make("canvas"), { width: Math.round(width * DOTS), height: Math.round(height * DOTS) });
  const context = canvas.getContext("2d");
  context.scale(DOTS, DOTS);
  paint(context);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

async function saveFigure(form) {
  sketch.readTheme({ light: true });
  sketch.theme.paper = "#ffffff";
  try {
    save(await draw(form, figure()), `${current().name}.${form}`);
  } finally {
    sketch.readTheme();
    current().show(store.state, scene.shown);
  }
}

const heading = () => document.querySelector("h1").textContent;

/** A frame that shows this view in another page. */
function snippet() {
  const address = `explore.html?embed&lang=${language.code()}#${store.address()}`;
  const quoted = (words) => words.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<iframe src="${quoted(address)}" width="100%" height="560" loading="lazy" title="${quoted(heading())}"></iframe>`;
}

function openFigure() {
  const [title] = store.state.chosen.map((row) => documents[row].label);
  field("figure-title").value = title ?? heading();
  byId("snippet", HTMLTextAreaElement).value = snippet();
  byId("figure", HTMLDialogElement).showModal();
}

/** @param {import("./store.js").Store} given
 * @param {typeof current} view gives the view that is open */
function start(given, view) {
  [store, current] = [given, view];
  const on = (id, act) => byId(id, HTMLElement).addEventListener("click", act);
  on("copy", () => copy(tabbed(rows())));
  on("copy-address", () => copy(location.href));
  on("copy-snippet", () => copy(byId("snippet", HTMLTextAreaElement).value));
  for (const form of Object.keys(FORMS)) on(form, () => save(FORMS[form](), `${store.state.chosen.length ? "citations" : "texts"}.${form}`));
  on("figure-open", openFigure);
  on("figure-close", () => byId("figure", HTMLDialogElement).close());
  for (const button of every("#figure [data-form]")) button.addEventListener("click", () => saveFigure(button.dataset.form));
}

/** For tests: the figure as SVG. */
const svg = async () => (await draw("svg", current().figure())).text();

export const saving = { start, svg, copy };
