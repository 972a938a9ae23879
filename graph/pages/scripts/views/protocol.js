// What a view is, and what it may ask of the page. Types only.

/** What a view may ask of the page.
 * @typedef {object} Hooks
 * @property {(rows: number[]) => void} choose choose texts; an empty list closes what is open
 * @property {(row: number | null, event?: MouseEvent) => void} point name the text under the pointer; null when there is none
 * @property {(patch: Partial<import("../store.js").State>, how?: {replace?: boolean}) => void} set change the state and the address
 * @property {() => import("../store.js").State} state
 * @property {(patch: Partial<import("../store.js").State>) => string} address of a state, after `#`, for links */

/** A picture of what a view shows, in CSS pixels.
 * @typedef {{width: number, height: number, paint: (context: CanvasRenderingContext2D, bare?: boolean) => void}} Figure
 * `bare` leaves out the ground */

/** A view of the texts and their citations. It gets an element of its own that fills the middle of the page, hidden while another
 * view is open. `show` is called after every change: of the state, the filter's result, language, theme, or size.
 * @typedef {object} View
 * @property {string} name in the address (`view=map`) and the words (`view.map`)
 * @property {(ground: import("../ground.js").Ground) => boolean} [suits] whether there is anything to show; the tab is left out where not
 * @property {(ground: import("../ground.js").Ground) => boolean} [first] whether it opens where the address names no view
 * @property {(element: HTMLElement, ground: import("../ground.js").Ground, hooks: Hooks) => void} start called once, when first opened
 * @property {(state: import("../store.js").State, shown: import("../filtering.js").Shown) => void} show
 * @property {() => void} [hide] another view is opened
 * @property {(row: number) => {x: number, y: number} | null} place where a text stands in the window; null where it is not drawn
 * @property {() => Figure} [figure] for pictures; a view without has none
 * @property {(factor: number) => void} [zoom]
 * @property {() => void} [fit] show the whole
 * @property {(dx: number, dy: number) => void} [pan]
 * @property {() => object} [geometry] for tests: what is drawn, measured
 * @property {() => Promise<void>} [settled] resolved when what was asked for is on the screen
 * @property {() => void} [light] the text under the pointer (`scene.pointed`) is another */

export {};
