// The texts of a series as a page holds them: read, only cited, or known from the catalogue alone. Touches no element.

/** A member: of the page by its number, else by label and year.
 * @typedef {{row: number | null, label: string, year: string, read: boolean}} Member */

/** The members of each series, the earliest first.
 * @param {(number | [string, string])[][]} stored the data block of the page
 * @param {import("../ground.js").Ground} ground
 * @returns {Member[][]} */
export function seriesOf(stored, ground) {
  const member = (/** @type {number | [string, string]} */ each) => (typeof each === "number" ? memberOf(each, ground) : { row: null, label: each[0], year: each[1], read: false });
  return stored.map((members) => members.map(member));
}

/** @param {number} row
 * @param {import("../ground.js").Ground} ground
 * @returns {Member} */
export function memberOf(row, ground) {
  const { label, read } = ground.documents[row];
  const year = ground.year(row);
  return { row, label, year: Number.isNaN(year) ? "" : String(year), read: Boolean(read) };
}

/** What a text cites, other than itself: cited text → its citations in all languages, in reading order.
 * @param {number} row
 * @param {import("../ground.js").Ground} ground
 * @returns {import("./matrix.js").Cited} */
export function citedBy(row, ground) {
  /** @type {import("./matrix.js").Cited} */
  const cited = new Map();
  for (const folded of ground.citations(row).cites) {
    if (folded.cited === row) continue;
    const known = cited.get(folded.cited);
    if (known) known.push(...folded.versions);
    else cited.set(folded.cited, [...folded.versions]);
  }
  return cited;
}

/** The years that a gap spans, such as `1996–2019`.
 * @param {readonly Member[]} members
 * @returns {string} */
export function span(members) {
  const years = members.map(({ year }) => year).filter(Boolean);
  const [first, last] = [years[0], years[years.length - 1]];
  return !first || first === last ? (first ?? "") : `${first}–${last}`;
}
