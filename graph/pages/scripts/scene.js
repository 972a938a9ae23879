// What every drawing shows: the result of the filter, the texts chosen, and the one under the pointer.

/** @type {{shown: import("./filtering.js").Shown, chosen: number | null, pointed: number | null}} */
export const scene = { shown: null, chosen: null, pointed: null };

/** The text in focus: the chosen one, else the one under the pointer. */
export const lit = () => scene.chosen ?? scene.pointed;

/** @param {number} row */
export const visible = (row) => scene.shown.visible[row] === 1;

/** Whether a pair is drawn: its citations count, and both texts are shown.
 * @param {import("./ground.js").Ground} ground
 * @param {number} pair */
export const drawn = ({ pairs }, pair) => scene.shown.keeps[pair] === 1 && visible(pairs.from[pair]) && visible(pairs.to[pair]);
