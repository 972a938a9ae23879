// The search: which texts answer to some words, the best first. Its index is made of folded words, in steps.
import { interpret, numbered } from "./asking.js";
import { fold, near, tight } from "./folding.js";

const STEP = 400; // texts indexed at once
const SHORT = 4; // letters from which a word may have a mistake
const LONG = 8; // letters from which a word may have two mistakes

/** The ranks of an answer; the lower, the better. */
const EXACT = 0; // its symbol, label or well-known name
const NUMBER = 1;
const ENDS = 2; // its last numbers
const BEGINS = 3; // its symbol or label begins so
const HOLDS = 4;
const WORDS = 5;
const NEARLY = 6;

/** @typedef {{row: number, rank: number}} Hit */

/** What the search knows of a text.
 * @typedef {{symbol: string, bare: string, label: string, names: string[], words: string, kind: string, body: string, number: {number: string, year: string} | null}} Entry */

export class Finder {
  /** @param {import("./ground.js").Work[]} documents the most cited first
   * @param {import("./asking.js").Vocabulary} vocabulary
   * @param {(kind: string) => string} kindWords the words for a kind of text */
  constructor(documents, vocabulary, kindWords = () => "") {
    this.documents = documents;
    this.vocabulary = vocabulary;
    this.kindWords = kindWords;
    /** @type {Entry[]} */
    this.entries = [];
    /** @type {Map<string, number[]>} */
    this.tokens = new Map();
    this.counted = 0;
  }

  /** Index some more texts.
   * @returns {boolean} whether any are left */
  prepare(step = STEP) {
    const end = Math.min(this.documents.length, this.entries.length + step);
    for (let row = this.entries.length; row < end; row += 1) this.entries.push(entryOf(this.documents[row]));
    if (this.entries.length < this.documents.length) return true;
    const last = Math.min(this.entries.length, this.counted + step);
    for (; this.counted < last; this.counted += 1) this.count(this.counted);
    return this.counted < this.entries.length;
  }

  count(row) {
    for (const token of new Set(this.entries[row].words.split(/[^\p{L}\p{N}]+/u))) {
      if (token.length < SHORT || /\d/.test(token)) continue;
      const rows = this.tokens.get(token);
      if (rows) rows.push(row);
      else this.tokens.set(token, [row]);
    }
  }

  /** Texts that answer, the best first; equals in the order of the texts.
   * @param {string} query
   * @returns {Hit[]} */
  find(query) {
    const asking = interpret(query, this.vocabulary);
    if (!asking.tight) return [];
    while (this.entries.length < this.documents.length) this.prepare();
    const words = asking.words.split(" ").filter(Boolean);
    /** @type {number[][]} */
    const ranked = Array.from({ length: NEARLY + 1 }, () => []);
    for (let row = 0; row < this.entries.length; row += 1) {
      const entry = this.entries[row];
      const held = this.holds(entry, words); // most texts hold neither the words nor the number, and are done with here
      if (!held && !entry.symbol.includes(asking.tight) && !asking.symbol && !asking.number) continue;
      const rank = rankOf(entry, asking) ?? (held ? WORDS : null);
      if (rank !== null) ranked[rank].push(row);
    }
    if (ranked.every((rows) => !rows.length)) ranked[NEARLY] = this.nearly(words);
    return ranked.flatMap((rows, rank) => rows.map((row) => ({ row, rank })));
  }

  holds({ words, kind }, asked) {
    return asked.every((word) => words.includes(word) || (word.length > 3 && this.kindWords(kind).includes(word)));
  }

  // Texts with words like those asked for, where none has the words themselves.
  nearly(words) {
    while (this.prepare()); // the words of texts are counted last
    const parts = words.flatMap((each) => each.split(/[^\p{L}\p{N}]+/u)).filter(Boolean);
    const [long, short] = [parts.filter(({ length }) => length >= SHORT), parts.filter(({ length }) => length < SHORT)];
    /** @type {Set<number> | null} */
    let rows = null;
    for (const word of long) {
      const found = this.like(word);
      rows = rows === null ? found : new Set([...rows].filter((row) => found.has(row)));
    }
    return [...(rows ?? [])].filter((row) => short.every((word) => this.entries[row].words.includes(word))).sort((a, b) => a - b);
  }

  like(word) {
    const most = word.length >= LONG ? 2 : 1;
    /** @type {Set<number>} */
    const found = new Set();
    for (const [token, rows] of this.tokens) {
      if (token.startsWith(word) || near(word, token, most)) for (const row of rows) found.add(row);
    }
    return found;
  }

  /** The text that an address calls by its symbol, label, well-known name or number; null where none or several answer.
   * @param {string} name
   * @returns {number | null} */
  resolve(name) {
    const [best, second] = this.find(name).filter(({ rank }) => rank <= ENDS);
    if (!best || (second && second.rank === best.rank && best.rank !== EXACT)) return null;
    return best.row;
  }

  /** @param {string} query
   * @returns {(row: number) => boolean} whether a text answers */
  matching(query) {
    const rows = new Set(this.find(query).map(({ row }) => row));
    return (row) => rows.has(row);
  }
}

/** @param {import("./ground.js").Work} work
 * @returns {Entry} */
function entryOf({ symbol, label, titles, name, names, aliases = [], date, organ, kind, body }) {
  const called = [...aliases, ...Object.values(titles || {}), name, ...Object.values(names || {})].filter(Boolean);
  const key = tight(symbol);
  const short = fold(label);
  return {
    symbol: key.replace(/^treaty:/, ""),
    bare: key.replace(/\([^()]*\)$/, ""), // S/RES/1540, which people write without its year
    label: short,
    names: called.map(fold),
    words: [key, short, date || "", fold(organ || ""), ...called.map(fold)].join("\n"),
    kind,
    body,
    number: numbered(key),
  };
}

/** @param {Entry} entry
 * @param {import("./asking.js").Asking} asking
 * @returns {number | null} */
function rankOf({ symbol, bare, label, names, body, number }, { words, tight: query, symbol: address, number: asked }) {
  if (address) return symbol === address ? EXACT : null;
  if (symbol === query || bare === query || label === words || names.includes(words)) return EXACT;
  if (asked && number && answers(number, body, asked)) return NUMBER;
  if (symbol.endsWith("/" + query)) return ENDS;
  if (symbol.startsWith(query) || label.startsWith(words)) return BEGINS;
  return symbol.includes(query) || label.includes(words) ? HOLDS : null;
}

function answers(own, body, asked) {
  if (asked.body && asked.body !== body) return false;
  if (own.number !== asked.number && own.number.replace(/[a-z]$/, "") !== asked.number) return false;
  return !asked.year || !own.year || own.year === asked.year;
}
