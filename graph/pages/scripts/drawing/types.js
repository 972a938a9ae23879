// What a drawing is made of, as plain data: a worker is given it and draws, so that the page itself never waits. Types only.

/** What does not change.
 * @typedef {object} Plate
 * @property {"map" | "timeline"} stage
 * @property {string} style of lines: `thin`, `taper`, `arc`
 * @property {Uint8Array} looks per text: its place in `dress`
 * @property {{shape: string, body: string, read: boolean}[]} dress
 * @property {ArrayLike<number>} x per text, in the drawing's own units
 * @property {ArrayLike<number>} y
 * @property {Int32Array} from per pair: the citing text
 * @property {Int32Array} to per pair: the cited text
 * @property {[number, number][]} series later, earlier
 * @property {string[]} groups of relations, which colour lines
 * @property {number[] | null} clusters per text; lines between clusters are left out in a view from afar
 * @property {Uint8Array | null} quiet per text: 1 where its lines are only drawn when it is in focus
 * @property {any} data what the stage draws besides */

/** What the filter leaves.
 * @typedef {object} Left
 * @property {Uint8Array} visible per text
 * @property {Uint8Array} keeps per pair
 * @property {Uint8Array} group per pair
 * @property {Float32Array} sizes per text: its radius, before it is scaled
 * @property {{one: number, other: number, count: number}[]} [bridges] found when first drawn */

/** The view of a moment.
 * @typedef {object} Shot
 * @property {{width: number, height: number}} size
 * @property {{kx: number, ky: number, ox: number, oy: number}} view
 * @property {number} scale of radii
 * @property {number} least radius
 * @property {number} chains width of the lines of series
 * @property {number} named how many texts are named
 * @property {boolean} titled whether by their titles
 * @property {boolean} far whether lines between clusters are left out
 * @property {boolean} chosen whether a text is chosen: its names take the room of the others
 * @property {Record<string, any>} theme colours
 * @property {Box[]} covered what lies over the drawing
 * @property {string} code of the reader's language
 * @property {Record<string, any>} words of the stage in the reader's language */

/** @typedef {{left: number, right: number, top: number, bottom: number, island?: number}} Box */

/** Where texts stand on the screen.
 * @typedef {{x: Float32Array, y: Float32Array, r: Float32Array}} At */

/** What is told of a text in focus.
 * @typedef {{row: number, chosen: boolean, chain: number[], cites: number[], citedBy: number[]}} Focus */

export {};
