// Sets of relations as numbers with a bit for each: there may be more than the 32 that `&` takes at once.

const HALF = 2 ** 32;

/** The set of some relations.
 * @param {readonly string[]} all every relation, in the order of its bits
 * @param {readonly string[]} some
 * @returns {number} */
export const bitsOf = (all, some) => some.reduce((bits, relation) => bits + 2 ** all.indexOf(relation), 0);

/** Whether two sets share a relation.
 * @param {number} one
 * @param {number} other
 * @returns {boolean} */
export const meet = (one, other) => ((one & other) | ((one / HALF) & (other / HALF))) !== 0;

/** The relations that two sets share.
 * @param {number} one
 * @param {number} other
 * @returns {number} */
export const common = (one, other) => ((one & other) >>> 0) + (((one / HALF) & (other / HALF)) >>> 0) * HALF;
