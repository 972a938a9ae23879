// The citations of a page, kept as they are stored; objects are made for the text that is asked for alone.

/** One citation in one language version.
 * @typedef {{citing: number, cited: number, relation: string, verb: string, basis: string, paragraph: string, pinpoint: string,
 *   quote: string, certainty: string, language: string, date: string, via: string, role: string, page: string, note: string,
 *   prefix: string, suffix: string}} Citation */

/** One citation in all the languages in which it was read, in the order of the page.
 * @typedef {{citing: number, cited: number, paragraph: string, versions: Citation[]}} Folded */

export class Citations {
  /** @param {string[]} names of the columns; the first two are the numbers of the citing and the cited text
   * @param {{texts: string[], rows: number[][]}} stored rows refer to strings in `texts`; trailing empty values are left out
   * @param {number} size number of texts */
  constructor(names, { texts, rows }, size) {
    this.names = names;
    this.texts = texts;
    this.rows = rows;
    this.sides = [sorted(rows, 0, size), sorted(rows, 1, size)];
  }

  /** @param {number} row
   * @returns {{cites: Folded[], citedBy: Folded[]}} */
  of(row) {
    const [cites, citedBy] = this.sides.map(({ starts, order }) =>
      fold([...order.subarray(starts[row], starts[row + 1])].map((place) => this.citation(this.rows[place]))),
    );
    return { cites, citedBy };
  }

  /** @param {number[]} row
   * @returns {Citation} */
  citation(row) {
    const pairs = this.names.map((name, column) => [name, column < 2 ? row[column] : this.texts[row[column] ?? 0]]);
    return /** @type {any} */ (Object.fromEntries(pairs));
  }
}

// The places of the rows, sorted by the number in a column, and where those of each number start.
function sorted(rows, column, size) {
  const starts = new Uint32Array(size + 1);
  for (const row of rows) starts[row[column] + 1] += 1;
  for (let number = 0; number < size; number += 1) starts[number + 1] += starts[number];
  const next = starts.slice();
  const order = new Uint32Array(rows.length);
  rows.forEach((row, place) => (order[next[row[column]]++] = place));
  return { starts, order };
}

/** Fold the languages of citations: those of two texts in one paragraph, one after the other, are versions of one another.
 * @param {Citation[]} citations
 * @returns {Folded[]} */
export function fold(citations) {
  /** @type {Map<string, Folded>} */
  const folded = new Map();
  const seen = new Map();
  for (const each of citations) {
    const place = `${each.citing} ${each.cited} ${each.paragraph}`;
    const within = `${place} ${each.language}`;
    seen.set(within, (seen.get(within) ?? 0) + 1);
    const key = `${place} ${seen.get(within)}`;
    const one = folded.get(key);
    if (one) one.versions.push(each);
    else folded.set(key, { citing: each.citing, cited: each.cited, paragraph: each.paragraph, versions: [each] });
  }
  return [...folded.values()];
}

/** The version of a citation to show: in the first of the languages that it has, else the first of all.
 * @param {Folded} folded
 * @param {string[]} languages in the order of preference
 * @returns {Citation} */
export function version({ versions }, languages) {
  for (const code of languages) {
    const found = versions.find(({ language }) => language === code);
    if (found) return found;
  }
  return versions[0];
}
