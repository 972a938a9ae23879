// The table of a series or a comparison: a line a cited text, a column a citing text or a gap of unread ones.
import { sentence, where } from "../detail.js";
import { make } from "../dom.js";
import { language } from "../language.js";
import { badgeOf, signOf } from "../marks.js";
import { titles } from "../naming.js";
import { ground } from "../page.js";
import { span } from "./members.js";

const SIGNS = { cited: "●", kept: "●", new: "+", changed: "≠", updated: "↻", dropped: "−", absent: "", unread: "·" };
const CHANGES = new Set(["new", "changed", "updated", "dropped"]);
const { documents } = ground;

/** @typedef {import("./matrix.js").Cell} Cell */
/** @typedef {import("./matrix.js").Line} Line */
/** @typedef {import("./members.js").Member} Member */
/** @typedef {{address: (row: number) => string, pick: (row: number, picked: boolean) => void}} Acts */

/** Whether anything happens on a line after its first read column. @param {Line} line */
export const changes = (line) => line.cells.some(({ state }) => CHANGES.has(state));

const linkTo = (row, address) => make("a", { href: address(row) }, make("span", { text: documents[row].label, dir: "auto" }));

/** The citations of a cell, each with its place, verb and sentence.
 * @param {Cell} cell */
function evidence({ citations }) {
  const items = citations.map((citation) => {
    const what = make("p", { class: "what" }, make("strong", { text: language.say("relation." + citation.relation) }));
    if (citation.verb) what.append(" ", make("q", { text: citation.verb, lang: citation.language || null, dir: "auto" }));
    what.append(" · ", where(/** @type {any} */ (citation)));
    return make("li", {}, what, sentence(/** @type {any} */ (citation)));
  });
  return make("ul", { class: "evidence" }, ...items);
}

/** The verbs of a cell in a few words.
 * @param {Cell} cell */
function verbs({ citations }) {
  const said = [...new Set(citations.map(({ relation }) => relation))];
  return said.map((relation) => language.say("relation." + relation)).join(", ");
}

function sign(state) {
  return make("span", { class: "sign", "aria-hidden": "true", text: SIGNS[state] });
}

/** A cell that opens the sentences below its line.
 * @param {Cell} cell
 * @param {(button: HTMLButtonElement) => void} open */
function closedCell(cell, open) {
  const { state } = cell;
  const name = make("span", { class: "unseen", text: language.say("state." + state) + " " });
  if (cell.text === null) return make("td", { class: "is-" + state }, sign(state), name);
  const button = make("button", { type: "button", "aria-expanded": "false" }, sign(state), name, make("span", { text: verbs(cell) }));
  button.addEventListener("click", () => open(button));
  return make("td", { class: "is-" + state }, button);
}

/** A cell that shows its sentences.
 * @param {Cell} cell */
function openCell(cell) {
  const { state } = cell;
  const name = state === "cited" ? null : make("span", { class: "state", text: language.say("state." + state) });
  return make("td", { class: "is-" + state }, state === "cited" ? null : sign(state), name, cell.text === null ? null : evidence(cell));
}

/** The head of a line: the cited text, or those of a series that follow one another.
 * @param {Line} line
 * @param {Acts["address"]} address */
function head(line, address) {
  const texts = [...new Set(line.cells.map(({ text }) => text).filter((text) => text !== null))];
  const last = texts[texts.length - 1];
  const [title] = titles(last);
  const names = texts.flatMap((row, at) => [at ? make("span", { class: "then", "aria-hidden": "true" }) : null, linkTo(row, address)]);
  const name = title && title[1] !== documents[last].label ? make("span", { class: "titled", text: title[1], lang: title[0] || null, dir: "auto" }) : null;
  return make("th", { scope: "row" }, signOf(last), ...names, badgeOf(last), name);
}

function rowOf(line, width, shown, address) {
  const row = make("tr", {});
  /** @type {HTMLTableRowElement | null} */
  let detail = null;
  let opened = null;
  const open = (cell) => (/** @type {HTMLButtonElement} */ button) => {
    detail?.remove();
    opened?.setAttribute("aria-expanded", "false");
    if (opened === button) return ([opened, detail] = [null, null]);
    detail = make("tr", { class: "opened" }, make("td", { colspan: width + 1 }, evidence(cell)));
    row.after(detail);
    button.setAttribute("aria-expanded", "true");
    return (opened = button);
  };
  row.append(head(line, address), ...shown(line).map((cell) => (width > 2 ? closedCell(cell, open(cell)) : openCell(cell))));
  return row;
}

/** @param {Member[]} members read: one text; else a gap
 * @param {Acts} acts
 * @param {boolean} pickable */
function columnHead(members, acts, pickable) {
  const [member] = members;
  if (!member.read) return gap(members, acts);
  const box = make("input", { type: "checkbox", "aria-label": language.say("series.pick", { text: member.label }) });
  box.addEventListener("change", () => acts.pick(member.row, box.checked));
  return make("th", { scope: "col" }, linkTo(member.row, acts.address), make("span", { class: "year quiet", text: member.year }), pickable ? box : null);
}

function gap(members, { address }) {
  const each = ({ row, label, year }) => make("li", {}, row === null ? make("bdi", { text: label }) : linkTo(row, address), year ? ` ${year}` : "");
  const summary = make("summary", {}, make("span", { text: language.say("series.unread", { count: language.number(members.length) }) }), make("span", { class: "year", text: span(members) }));
  return make("th", { scope: "col", class: "gap" }, make("details", {}, summary, make("ul", {}, ...members.map(each))));
}

/** @param {Member[][]} columns
 * @param {Line[]} lines
 * @param {Acts} acts
 * @returns {HTMLTableElement} */
export function grid(columns, lines, acts) {
  const read = columns.filter(([member]) => member.read).length;
  const corner = make("th", { scope: "col", text: language.say("compare.cited") });
  const top = make("tr", {}, corner, ...columns.map((members) => columnHead(members, acts, read > 2)));
  const body = lines.map((line) => rowOf(line, columns.length, ({ cells }) => cells, acts.address));
  return make("table", { class: read > 2 ? "many" : "two" }, make("thead", {}, top), make("tbody", {}, ...body));
}
