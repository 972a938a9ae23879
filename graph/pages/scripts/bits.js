// Sets of relations as numbers with a bit for each: there may be more than the 32 that `&` takes at once.

/** The set of some relations.
 * @param {readonly string[]} all every relation, in the order of its bits
 * @param {readonly string[]} some
 * @returns {number} */
export const bitsOf = (all, some) => some.reduce((bits, relation) => bits + 2 ** all.indexOf(relation), 0);

/** Whether two sets share a relation.
 * @param {number} one
 * @param {number} other
 * @returns {boolean} */
export const meet = (one, other) => ((one & other) | ((one / 2 ** 32) & (other / 2 ** 32))) !== 0;
