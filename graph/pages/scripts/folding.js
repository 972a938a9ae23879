// Words as a search compares them: without case, accents, points and variants of letters, in every language alike.

const VARIANTS = new Map(Object.entries({
  "\u0623": "\u0627", "\u0625": "\u0627", "\u0622": "\u0627", "\u0671": "\u0627", // alef
  "\u0649": "\u064a", "\u0629": "\u0647", // alef maqsura, teh marbuta
  "\u00df": "ss", "\u00e6": "ae", "\u0153": "oe", "\u00f8": "o", "\u0142": "l", "\u0131": "i",
}));
const VARIANT = new RegExp(`[${[...VARIANTS.keys()].join("")}]`, "gu");

/** @param {string} words
 * @returns {string} */
export function fold(words) {
  return words
    .normalize("NFKD")
    .replace(/[\p{M}\u0640\u200e\u200f\u2066-\u2069\u202a-\u202e]+/gu, "") // a letter and its accent are two signs now
    .toLowerCase()
    .replace(VARIANT, (letter) => VARIANTS.get(letter))
    .replace(/[\u2018\u2019\u02bc\u02bb\u00b4`\u2032]/gu, "'")
    .replace(/[\u2010-\u2015\u2212]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim();
}

/** A symbol as it is compared: folded, without blanks.
 * @param {string} symbol */
export const tight = (symbol) => fold(symbol).replace(/ /g, "");

/** Whether a word can be made of another by so many changes: a letter more, less, other, or two that changed places.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 * @returns {boolean} */
export function near(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return false;
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return false;
    [before, last] = [last, row];
  }
  return last[other.length] <= most;
}
