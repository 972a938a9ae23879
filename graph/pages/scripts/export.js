// What is listed, for other programs: a table, or entries for a reference manager. The rules of the latter are those of
// `recalling build --format bib`.

const WHOLE = ["title", "author", "institution", "number", "note"]; // fields whose words keep their capitals
const FORMULA = /^[=+\-@\t\r]/; // a spreadsheet would run it
const CONTROL = /[\p{Cc}\u2028\u2029]+/gu; // a value stands on one line
const TEX = new Map([["\\", "\\textbackslash{}"], ["~", "\\textasciitilde{}"], ["^", "\\textasciicircum{}"], ...[..."&%$#_{}"].map((sign) => /** @type {[string, string]} */ ([sign, "\\" + sign]))]);

/** A cell of a table that no spreadsheet takes for a formula; a number stays one.
 * @param {string | number} value */
function cell(value) {
  const words = typeof value === "string" && FORMULA.test(value) ? "'" + value : String(value);
  return /[",\n\r]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

/** Comma-separated values.
 * @param {(string | number)[][]} rows the names of the columns first
 * @returns {string} */
export const csv = (rows) => rows.map((row) => row.map(cell).join(",") + "\n").join("");

/** Values with tabs between them, as a spreadsheet takes them from the clipboard.
 * @param {(string | number)[][]} rows */
export const tabbed = (rows) => rows.map((row) => row.map((each) => (typeof each === "string" && FORMULA.test(each) ? "'" + each : String(each)).replace(/[\t\n\r]+/g, " ")).join("\t") + "\n").join("");

const GENRES = { resolution: "Resolution", decision: "Decision", statement: "Presidential statement" };
const INSTITUTION = "United Nations";
const OWN_HOUSES = ["International Atomic Energy Agency", "World Health Organization"]; // bodies that publish under their own name

/** What a reference manager is told of a text.
 * @param {import("./ground.js").Work} work
 * @param {string} title empty where it has none */
function facts(work, title) {
  const { symbol: key, date = "", url = "" } = work;
  return { key, date, url, ...(work.kind === "treaty" ? ofTreaty(work, title) : ofText(work, title)) };
}

/** @param {import("./ground.js").Work} work
 * @param {string} title */
function ofTreaty({ label, unts, volume }, title) {
  const printed = unts ? { number: `No. ${unts}`, series: "United Nations Treaty Series", volume: volume ? String(volume) : "" } : { number: "", series: "", volume: "" };
  return { treaty: true, author: "", title: title || label, genre: "", institution: "", ...printed };
}

/** @param {import("./ground.js").Work} work
 * @param {string} title */
function ofText({ kind, organ = "", label }, title) {
  const institution = OWN_HOUSES.includes(organ) ? organ : INSTITUTION;
  const author = [...new Set([institution, organ])].filter(Boolean).join(", ");
  const genre = GENRES[kind] ?? "";
  const number = genre && /\/(?:RES|DEC|PRST)\/(.+)/.exec(label)?.[1];
  const called = title || (number ? `${genre} ${number}` : label);
  return { treaty: false, author, title: called, genre: title || !number ? genre : "", number: label, institution, series: "", volume: "" };
}

/** A BibTeX entry key, unlike those before it. */
function keys() {
  const seen = new Map();
  return (symbol) => {
    const plain = symbol.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "text";
    seen.set(plain, (seen.get(plain) ?? 0) + 1);
    return seen.get(plain) === 1 ? plain : `${plain}-${seen.get(plain)}`;
  };
}

function field(name, value) {
  if (name === "url") return value.replace(/%/g, "\\%").replace(/#/g, "\\#").replace(/\{/g, "%7B").replace(/\}/g, "%7D");
  const escaped = value.replace(/[\\~^&%$#_{}]/g, (sign) => TEX.get(sign));
  return WHOLE.includes(name) ? `{${escaped}}` : escaped;
}

/** @param {[import("./ground.js").Work, string][]} works each with its title
 * @returns {string} */
export function bibtex(works) {
  const key = keys();
  const entries = works.map(([work, name]) => {
    const { treaty, author, title, genre, number, institution, series, volume, date, url } = facts(work, name);
    const note = [series, volume && `vol. ${volume}`, number].filter(Boolean).join(", ");
    const documents = institution === INSTITUTION ? "UN Doc." : "Doc.";
    const own = treaty ? { title, note } : { author, title, type: genre || "Document", series: documents, number, institution };
    const fields = Object.entries({ ...own, date, year: date.slice(0, 4) || "n.d.", url }).filter(([, value]) => value);
    return `@${treaty ? "misc" : "techreport"}{${key(work.symbol)},\n${fields.map(([each, value]) => `  ${each} = {${field(each, value)}}`).join(",\n")}\n}\n`;
  });
  return entries.join("\n");
}

/** @param {[import("./ground.js").Work, string][]} works each with its title
 * @returns {string} */
export function ris(works) {
  const entries = works.map(([work, name]) => {
    const { key, treaty, author, title, genre, number, institution, series, volume, date, url } = facts(work, name);
    const told = { TY: treaty ? "SER" : "RPRT", ID: key, AU: author, TI: title, T2: series, VL: volume, M3: genre, [treaty ? "IS" : "SN"]: number, PB: institution, PY: date.slice(0, 4), DA: date.replaceAll("-", "/"), UR: url };
    const lines = Object.entries(told).filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value.replace(CONTROL, " ")}`);
    return [...lines, "ER  - ", ""].join("\r\n");
  });
  return entries.join("\n");
}
