// The texts that a reader has marked in the list, to take them along or to look at them together. They are no part of the address.

export class Selection {
  /** @param {() => void} changed */
  constructor(changed) {
    /** @type {Set<number>} */
    this.rows = new Set();
    this.changed = changed;
    this.anchor = -1; // the text from which a range is marked
  }

  get size() {
    return this.rows.size;
  }

  /** @param {number} row */
  has(row) {
    return this.rows.has(row);
  }

  /** Mark a text, or unmark it.
   * @param {number} row */
  toggle(row) {
    if (!this.rows.delete(row)) this.rows.add(row);
    this.anchor = row;
    this.changed();
  }

  /** Mark all from the text last marked to another.
   * @param {number} row
   * @param {ArrayLike<number>} listed texts in the order of the list */
  extend(row, listed) {
    const order = Array.from(listed);
    const [one, other] = [order.indexOf(this.anchor), order.indexOf(row)];
    if (one < 0) return this.toggle(row);
    for (const each of order.slice(Math.min(one, other), Math.max(one, other) + 1)) this.rows.add(each);
    return this.changed();
  }

  /** @param {Iterable<number>} rows all that are marked */
  set(rows) {
    this.rows = new Set(rows);
    this.changed();
  }

  /** The marked texts in the order of the list; those that it does not show come last.
   * @param {ArrayLike<number>} listed
   * @returns {number[]} */
  ordered(listed) {
    const shown = Array.from(listed).filter((row) => this.rows.has(row));
    const seen = new Set(shown);
    return [...shown, ...[...this.rows].filter((row) => !seen.has(row)).sort((a, b) => a - b)];
  }
}
