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
    this.body = Uint8Array.from(documents, ({ body }) => about.bodies.indexOf(body));
    this.kind = Uint8Array.from(documents, ({ kind }) => about.kinds.indexOf(kind));
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

  /** Per text, whether its citations count.
   * @param {Filter} filter */
  counting({ from, to, by }) {
    const { years } = this.ground;
    const bodies = chosen(this.ground.about.bodies, by);
    const [first, last] = [from ?? -Infinity, to ?? Infinity];
    const dated = from !== null || to !== null;
    const citing = new Uint8Array(years.length);
    for (let row = 0; row < citing.length; row += 1) {
      citing[row] = Number(bodies[this.body[row]] && (!dated || (years[row] >= first && years[row] <= last)));
    }
    return citing;
  }

  /** Per text, whether it is shown.
   * @param {Filter} filter
   * @param {(row: number) => boolean} linked whether citations of it count */
  showing(filter, linked) {
    const { about } = this.ground;
    const [kinds, bodies] = [chosen(about.kinds, filter.kinds), chosen(about.bodies, filter.bodies)];
    const visible = new Uint8Array(this.body.length);
    for (let row = 0; row < visible.length; row += 1) visible[row] = Number(kinds[this.kind[row]] && bodies[this.body[row]] && linked(row));
    return visible;
  }

  /** @param {Filter} filter
   * @returns {Shown} */
  apply(filter) {
    const filtered = limits(filter);
    const bits = this.bits(filter);
    // Per set: the first group whose relations it has, one more; zero where none counts.
    const colours = Uint8Array.from(this.sets, (set) => 1 + this.groups.findIndex((each) => meet(common(set, bits), each.bits)));
    const citing = this.counting(filter);
    const keeps = new Uint8Array(this.from.length);
    const group = new Uint8Array(this.from.length);
    const cited = new Int32Array(citing.length);
    const cites = new Int32Array(citing.length);
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
    const visible = this.showing(filter, filtered ? (row) => cited[row] + cites[row] > 0 : () => true);
    const counts = { texts: sum(visible), pairs, citing: 0, undated: filter.from !== null || filter.to !== null ? this.undated() : 0 };
    for (const each of cites) counts.citing += Number(each > 0);
    return { visible, keeps, group, cited: filtered ? cited : this.cited, cites: filtered ? cites : this.cites, filtered, bits, counts };
  }

  /** The number of citing texts whose year is unknown. */
  undated() {
    return this.citing().reduce((count, row) => count + Number(Number.isNaN(this.ground.years[row])), 0);
  }

  /** The texts that cite any other. */
  citing() {
    this.sources ??= [...new Set(this.from)];
    return this.sources;
  }
}

/** Which of some names are chosen; all where none is named.
 * @param {string[]} all
 * @param {string[]} some
 * @returns {Uint8Array} by the place of a name; what has none of the names (255) is only chosen with all */
function chosen(all, some) {
  const found = new Uint8Array(256).fill(Number(!some.length));
  for (const name of some) if (all.includes(name)) found[all.indexOf(name)] = 1;
  return found;
}

/** @param {Uint8Array} values */
function sum(values) {
  let found = 0;
  for (const each of values) found += each;
  return found;
}
