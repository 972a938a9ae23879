// How texts and their paragraphs are called in the reader's language. Everything from a document is treated as data.
import { language } from "./language.js";
import { ground } from "./page.js";

/** Titles as [language, words], the reader's language first; the empty code marks a title of unknown language. A text without
 * titles has what stands for one, with a word that says what it is: the agenda item, subjects.
 * @param {number} row
 * @returns {[string, string][]} */
export function titles(row) {
  const { name, names, nameFrom, titles: given } = ground.documents[row];
  const all = Object.entries(given || {});
  if (!all.length && name) {
    const own = names && names[language.code()];
    return [[own ? language.code() : "", `${language.say("name." + nameFrom)} ${own || name}`]];
  }
  /** @param {[string, string]} title */
  const rank = ([code]) => (code === language.code() ? 0 : code === "" ? 1 : code === language.first ? 2 : 3);
  return all.sort((a, b) => rank(a) - rank(b) || (a[0] < b[0] ? -1 : 1));
}

/** What a text is called where there is little room: a treaty by its title in the reader's language.
 * @param {number} row
 * @returns {string} */
export function called(row) {
  const each = ground.documents[row];
  return (each.kind === "treaty" && language.code() !== language.first && (each.titles || {})[language.code()]) || each.label;
}

/** A name for the canvas, which has no bidi isolation: direction marks and control characters are removed.
 * @param {string} words
 * @param {number} [most] width in Latin letters */
export function shorten(words, most = 36) {
  const plain = words.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();
  let width = 0;
  let shown = "";
  for (const sign of plain.slice(0, 200)) {
    width += /[\u1100-\u11ff\u2e80-\uffef]/u.test(sign) ? 2 : 1;
    if (width > most) return shown.trimEnd() + "…";
    shown += sign;
  }
  return shown;
}

/** @param {number} row */
export const shortName = (row) => shorten(called(row));

/** The title instead of the symbol, where there is one.
 * @param {number} row */
export const shortTitle = (row) => (titles(row)[0] ? shorten(titles(row)[0][1], 48) : shortName(row));

/** Name and title; a text that is called by its title, as treaties are, bears it once.
 * @param {number} row */
export function bothNames(row) {
  const [name, title] = [shortName(row), shorten(titles(row)[0]?.[1] ?? "", 160)];
  return title.startsWith(name.replace(/…$/, "")) ? { name: title, title: "" } : { name, title };
}

/** `annex/op13(a)` → "annex, operative paragraph 13 (a)"
 * @param {string} label */
export function place(label) {
  const part = (piece) => {
    const found = /^(pp|op|fn)(\d.*)$/s.exec(piece);
    if (found) return language.say("paragraph." + found[1], { number: found[2].replace(/(?=\()/g, " ").trim() });
    return language.say("paragraph." + piece);
  };
  return label.split("/").map(part).join(language.say("paragraph.join"));
}

/** An address that a link may have; null for any other.
 * @param {string | undefined} address */
export function safeAddress(address) {
  if (!address || !URL.canParse(address)) return null;
  return new URL(address).protocol === "https:" ? address : null;
}
