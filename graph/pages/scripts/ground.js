// The data of a page: texts, citations between them, and what follows from both. Knows no element and no language.
import { Citations } from "./citations.js";

/** A text; unknown values are left out.
 * @typedef {object} Work
 * @property {string} symbol
 * @property {string} label
 * @property {string} kind
 * @property {string} body
 * @property {Record<string, string>} [titles] by language; the empty code marks a title of unknown language
 * @property {string} [name] what stands for a title
 * @property {Record<string, string>} [names]
 * @property {string} [nameFrom]
 * @property {string[]} [aliases] well-known names and abbreviations
 * @property {string} [date]
 * @property {string} [year] that its symbol tells, where no date is known
 * @property {string} [organ]
 * @property {string} [url]
 * @property {string} [page]
 * @property {number} [unts] number in the Treaty Series
 * @property {number} [volume] of the Treaty Series
 * @property {boolean} [read]
 * @property {boolean} [invented]
 * @property {string} [impossible]
 * @property {number} [cited] by how many texts, in the whole collection
 * @property {number} [cites] how many texts, in the whole collection
 * @property {number} [citedElsewhere] citations by texts that the page does not hold
 * @property {number} [citesElsewhere]
 * @property {string} [vote]
 * @property {string} [subjects]
 * @property {string} [sponsors]
 * @property {string} [agenda_item]
 * @property {string} [draft] */

/** @typedef {{from: number[], to: number[], bits: number[], series: [number, number][]}} Pairs columns: citing, cited, relations; series: [later, earlier] */

/** @typedef {{kinds: string[], bodies: string[], shapes: Record<string, string>, relations: string[], groups: [string, string[]][],
 *   evidence: string[], texts: {all: number, shown: number}, citations: {all: number, shown: number}}} About */

/** A text by its number: its place among `documents`. @typedef {number} Row */

export class Ground {
  /** @param {(name: string) => any} read gives the parsed data block of a name */
  constructor(read) {
    /** @type {About} */
    this.about = read("about");
    /** @type {Work[]} */
    this.documents = read("documents");
    /** @type {Pairs} */
    this.pairs = read("pairs");
    /** @type {Map<string, Row>} */
    this.numbers = new Map(this.documents.map((each, row) => [each.symbol, row]));
    this.years = Float64Array.from(this.documents, ({ date, year }) => Number(/^\d{4}/.exec(date || year || "")?.[0] ?? NaN));
    this.earlier = new Map(this.pairs.series);
    this.later = new Map(this.pairs.series.map(([one, other]) => [other, one]));
    this.read = read;
    this.blocks = new Map();
    /** @type {Citations | null} */
    this.evidence = null;
    /** @type {{cites: number[], citedBy: number[]}[] | null} */
    this.near = null;
  }

  /** A data block, parsed when it is first asked for: quotes are most of the page, and no drawing needs them.
   * @param {string} name */
  block(name) {
    if (!this.blocks.has(name)) this.blocks.set(name, this.read(name));
    return this.blocks.get(name);
  }

  /** The year of a text, or that its symbol tells; NaN where none is known.
   * @param {Row} row */
  year(row) {
    return this.years[row];
  }

  /** The numbers of the pairs of a text: those in which it cites, and in which it is cited.
   * @param {Row} row
   * @returns {{cites: number[], citedBy: number[]}} */
  around(row) {
    if (!this.near) {
      this.near = this.documents.map(() => ({ cites: [], citedBy: [] }));
      this.pairs.from.forEach((from, pair) => {
        this.near[from].cites.push(pair);
        this.near[this.pairs.to[pair]].citedBy.push(pair);
      });
    }
    return this.near[row];
  }

  /** The citations of a text, languages folded.
   * @param {Row} row
   * @returns {{cites: import("./citations.js").Folded[], citedBy: import("./citations.js").Folded[]}} */
  citations(row) {
    this.evidence ??= new Citations(this.about.evidence, this.block("citations"), this.documents.length);
    return this.evidence.of(row);
  }

  /** The texts that continue each other, the earliest first, the given one among them; empty where there are no others.
   * @param {Row} row
   * @returns {Row[]} */
  chain(row) {
    const line = [row];
    for (let at = this.earlier.get(row); at !== undefined && !line.includes(at); at = this.earlier.get(at)) line.unshift(at);
    for (let at = this.later.get(row); at !== undefined && !line.includes(at); at = this.later.get(at)) line.push(at);
    return line.length > 1 ? line : [];
  }
}
