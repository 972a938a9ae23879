// The filter: which citations count. It acts on the citing text (its year and body) and on the verb; what is shown of the
// cited texts, how often they count as cited, and how large they are drawn follows from the citations that remain.
import { bitsOf, common, meet } from "./bits.js";

/** What a reader asks for; an empty list asks for nothing.
 * @typedef {object} Filter
 * @property {number | null} from first year of the citing text
 * @property {number | null} to last year of the citing text
 * @property {string[]} by bodies of the citing text
 * @property {string[]} verbs relations
 * @property {string[]} acts groups of relations
 * @property {string[]} kinds of the texts shown
 * @property {string[]} bodies of the texts shown */

/** What remains.
 * @typedef {object} Shown
 * @property {Uint8Array} visible per text: 1 if it is shown
 * @property {Uint8Array} keeps per pair: 1 if a citation of it counts
 * @property {Uint8Array} group per pair that counts: the group that colours its line
 * @property {Int32Array} cited per text: by how many texts, under the filter
 * @property {Int32Array} cites per text: how many texts, under the filter
 * @property {boolean} filtered whether citations are left out
 * @property {number} bits the relations that count
 * @property {{texts: number, pairs: number, citing: number, undated: number}} counts texts shown, pairs that count, texts that cite in
 *   them, citing texts left out since their year is unknown */

/** @type {Filter} */
export const EVERYTHING = Object.freeze({ from: null, to: null, by: [], verbs: [], acts: [], kinds: [], bodies: [] });

/** @param {Filter} filter
 * @returns {boolean} whether it leaves out citations */
export const limits = ({ from, to, by, verbs, acts }) => from !== null || to !== null || by.length + verbs.length + acts.length > 0;

export class Filtering {
  /** @param {import("./ground.js").Ground} ground */
  constructor(ground) {
    const { about, documents, pairs } = ground;
    this.ground = ground;
    /** @type {number[] | null} */
    this.sources = null;
    this.from = Int32Array.from(pairs.from);
    this.to = Int32Array.from(pairs.to);
    this.groups = about.groups.map(([name, relations]) => ({ name, bits: bitsOf(about.relations, relations) }));
    this.cited = Int32Array.from(documents, ({ cited }) => cited || 0);
    this.cites = Int32Array.from(documents, ({ cites }) => cites || 0);
    // Few sets of relations occur: each pair refers to one of them.
    this.sets = [...new Set(pairs.bits)];
    const place = new Map(this.sets.map((bits, set) => [bits, set]));
    this.set = Int32Array.from(pairs.bits, (bits) => place.get(bits));
  }

  /** The relations that a filter lets count.
   * @param {Filter} filter */
  bits({ verbs, acts }) {
    const { relations } = this.ground.about;
    const all = bitsOf(relations, relations);
    const grouped = acts.length ? this.groups.filter(({ name }) => acts.includes(name)).reduce((sum, { bits }) => sum + bits, 0) : all;
    const named = relations.filter((each) => verbs.includes(each));
    return common(grouped, verbs.length ? bitsOf(relations, named) : all);
  }

  /** @param {Filter} filter
   * @param {number} row
   * @returns {boolean} whether the citations by a text count */
  passes({ from, to, by }, row) {
    if (by.length && !by.includes(this.ground.documents[row].body)) return false;
    if (from === null && to === null) return true;
    const year = this.ground.years[row]; // NaN is neither before nor after
    return year >= (from ?? -Infinity) && year <= (to ?? Infinity);
  }

  /** @param {Filter} filter
   * @returns {Shown} */
  apply(filter) {
    const { documents, years } = this.ground;
    const filtered = limits(filter);
    const bits = this.bits(filter);
    // Per set: the first group whose relations it has, one more; zero where none counts.
    const colours = this.sets.map((set) => 1 + this.groups.findIndex((each) => meet(common(set, bits), each.bits)));
    const citing = Uint8Array.from(documents, (_, row) => Number(this.passes(filter, row)));
    const keeps = new Uint8Array(this.from.length);
    const group = new Uint8Array(this.from.length);
    const cited = new Int32Array(documents.length);
    const cites = new Int32Array(documents.length);
    let pairs = 0;
    for (let pair = 0; pair < keeps.length; pair += 1) {
      const colour = citing[this.from[pair]] ? colours[this.set[pair]] : 0;
      if (!colour) continue;
      keeps[pair] = 1;
      group[pair] = colour - 1;
      cites[this.from[pair]] += 1;
      cited[this.to[pair]] += 1;
      pairs += 1;
    }
    const visible = Uint8Array.from(documents, ({ kind, body }, row) => {
      const wanted = (!filter.kinds.length || filter.kinds.includes(kind)) && (!filter.bodies.length || filter.bodies.includes(body));
      return Number(wanted && (!filtered || cited[row] + cites[row] > 0));
    });
    const dated = filter.from !== null || filter.to !== null;
    const counts = {
      texts: visible.reduce((sum, each) => sum + each, 0),
      pairs,
      citing: cites.reduce((sum, each) => sum + Number(each > 0), 0),
      undated: dated ? this.citing().reduce((sum, row) => sum + Number(Number.isNaN(years[row])), 0) : 0,
    };
    return { visible, keeps, group, cited: filtered ? cited : this.cited, cites: filtered ? cites : this.cites, filtered, bits, counts };
  }

  /** The texts that cite any other. */
  citing() {
    this.sources ??= [...new Set(this.from)];
    return this.sources;
  }
}
