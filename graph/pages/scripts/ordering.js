// The order of the list, for tens of thousands of texts at each step of a slider: numbers are sorted, not objects.

const SPAN = 2 ** 20; // more than there are texts

/** The columns by which the list can be sorted, and whether the usual direction is downwards. */
export const COLUMNS = { text: false, title: false, date: true, body: false, cited: true, cites: true };

/** Sort texts by a key, ties in their order.
 * @param {ArrayLike<number>} rows in ascending order
 * @param {(row: number) => number} key an integer between 0 and 2^31
 * @param {boolean} down
 * @returns {Float64Array} */
export function sortRows(rows, key, down) {
  const keys = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    const value = key(rows[place]);
    keys[place] = (down ? 2 ** 31 - value : value) * SPAN + rows[place];
  }
  keys.sort();
  for (let place = 0; place < keys.length; place += 1) keys[place] %= SPAN;
  return keys;
}

/** Ranks of words in a language, so that they can be sorted as numbers; texts without words come last.
 * @param {string[]} words
 * @param {string} code of the language
 * @returns {Int32Array} */
export function ranks(words, code) {
  const collator = new Intl.Collator(code, { numeric: true, sensitivity: "base" });
  const order = [...words.keys()].sort((a, b) => Number(!words[a]) - Number(!words[b]) || collator.compare(words[a], words[b]) || a - b);
  const found = new Int32Array(words.length);
  order.forEach((row, rank) => (found[row] = rank));
  return found;
}

/** `-date` → the column and the direction; the usual order for any other word.
 * @param {string} sort
 * @returns {{column: string, down: boolean}} */
export function ordering(sort) {
  const column = sort.replace(/^-/, "");
  return Object.hasOwn(COLUMNS, column) ? { column, down: sort.startsWith("-") } : { column: "cited", down: true };
}
